"""Text as terms of full-text search: words for the engines' own indexes, characters and pairs of them for ranking."""

from __future__ import annotations

import re

import rjieba

_WORD = re.compile(r"\w")
_RUN = re.compile(r"[㐀-鿿]+|[a-z]+(?:[0-9][0-9.]*)?|[0-9]+(?:\.[0-9]+)?")


def segment(text: str) -> str:
    """The terms of a text with blanks between them, long words followed or preceded by their parts.

    `市水务局牵头` gives 市 水务 水务局 牵头. Marks are left out, Latin letters come in lower case.
    """
    return " ".join(term.lower() for term in rjieba.cut_for_search(text) if _WORD.match(term))


def grams(text: str) -> list[str]:
    """Every Chinese character and pair of neighbours, every Latin word and number, with repetitions.

    `治水PM2.5` gives 治 水 治水 pm2.5. Pairs need no dictionary, so that a name nobody foresaw is found as well.
    """
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        if run[0] < "㐀":
            found.append(run)
        else:
            found += run
            found += [run[i : i + 2] for i in range(len(run) - 1)]
    return found


def phrase(text: str) -> list[str]:
    """The grams that all stand in a passage that holds the text: pairs, or the character where there is but one.

    `黑臭水体` gives 黑臭 臭水 水体; `河` gives 河; `PM2.5浓度` gives pm2.5 浓度.
    """
    needed: list[str] = []
    for run in _RUN.findall(text.lower()):
        if run[0] < "㐀" or len(run) == 1:
            needed.append(run)
        else:
            needed += [run[i : i + 2] for i in range(len(run) - 1)]
    return needed
