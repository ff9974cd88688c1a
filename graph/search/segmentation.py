"""Text as terms of full-text search: words for the engines' own indexes, pairs of characters for ranking."""

from __future__ import annotations

import re

from corpus.characters import HAN, is_han

LATIN = r"[a-z]+(?:[0-9][0-9.]*)?|[0-9]+(?:\.[0-9]+)?"
"""A Latin word or a number as part of an expression, in small letters: pm2.5, cod, 95."""

_WORD = re.compile(r"\w")
_RUN = re.compile(rf"[{HAN}]+|{LATIN}")


def segment(text: str) -> str:
    """The terms of a text with blanks between them, long words followed or preceded by their parts.

    `市水务局牵头` gives 市 水务 水务局 牵头. Marks are left out, Latin letters come in lower case.
    """
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    return " ".join(term.lower() for term in rjieba.cut_for_search(text) if _WORD.match(term))


def phrase(text: str) -> list[str]:
    """The grams that all stand in a passage that holds the text: pairs, or the character where there is but one.

    `黑臭水体` gives 黑臭 臭水 水体; `河` gives 河; `PM2.5浓度` gives pm2.5 浓度.
    """
    needed: list[str] = []
    for run in _RUN.findall(text.lower()):
        if not is_han(run[0]) or len(run) == 1:
            needed.append(run)
        else:
            needed += [run[i : i + 2] for i in range(len(run) - 1)]
    return needed
