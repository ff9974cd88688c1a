"""Marks of punctuation that a site drew by lot: `市环保局牵头。市农业局.市林水局等配合、` of a page without a bracket.

Such pages have lost what brackets, quotation marks and percent signs said, and every other mark stands for any. What
still stands tells some of them: numerals that count on are enumerators, a mark between two bodies parts a list, one
between a figure and 以上 was a percent sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.characters import HAN, NUMERALS
from corpus.repairs.draft import Draft, Edit

MARK = "[,、。.; ]"
BETWEEN = re.compile(rf"(?<=[{HAN}])[,、。.](?=[{HAN}])")
KEPT = re.compile("[()《》“”〔〕%]")
FEWEST = 30  # marks from which it can be told that they were drawn
LEAST_SHARE = 0.1  # of the marks are commas, and as many of every other kind

ENUMERATOR = re.compile(rf"{MARK}(?P<number>[{NUMERALS}]|\d{{1,2}}){MARK}(?=[{HAN}])")
VALUES = {numeral: value for value, numeral in enumerate(NUMERALS, 1)}
SHARE = re.compile(rf"(?<=率|例|重)(?P<said>[^\d]{{0,8}}\d+(?:\.\d+)?){MARK}(?=以上|以下|以内|左右)")
NUMBER = re.compile(rf"(?<=[发函字办]){MARK}?((?:19|20)\d\d){MARK}(\d{{1,4}}号)")
POINT = re.compile(rf"(?<=以上|以下|以内|左右)\.(?=[{HAN}])")
BODY = "[局委办厅部院会]"
AHEAD = rf"(?=[省市县区州盟旗][{HAN}]{{1,8}}{BODY})"
LISTED = re.compile(rf"(?<={BODY}){MARK}{AHEAD}")
ACTED = re.compile(rf"(?<=牵头|配合|参与|负责|协助){MARK}(?={AHEAD}|各)")
OPENED = re.compile(rf"(?<![局委办厅部院会头合与责助]){MARK}(?=[省市县区州盟旗][{HAN}]{{1,8}}{BODY}牵头)")


def restore_marks(draft: Draft) -> Draft:
    """The draft with the marks that can be told, where those of a page were drawn by lot; any other draft as it is.

    `…保障,二,工作目标到2030年.…率达到95,以上 三,…` becomes `…保障。`, `二、工作目标到2030年.…率达到95%以上。`, `三、…`.
    """
    if KEPT.search(draft.text) or not _drawn(draft.text):
        return draft
    told = draft.substituted(SHARE, lambda match: match["said"] + "%").substituted(NUMBER, _numbered)
    told = told.substituted(OPENED, "。").substituted(LISTED, "、").substituted(ACTED, ",")
    return told.edited(_enumerators(told.text)).substituted(POINT, ",")


def _drawn(text: str) -> bool:
    """Whether the marks within sentences are commas, full stops, points and pauses in like numbers."""
    counts = Counter(BETWEEN.findall(text))
    return counts.total() >= FEWEST and all(counts[mark] >= LEAST_SHARE * counts.total() for mark in ",、。.")


def _numbered(match: re.Match[str]) -> str:
    """The number of a document in its brackets: 〔2016〕31号."""
    return f"〔{match[1]}〕{match[2]}"


def _enumerators(text: str) -> Iterator[Edit]:
    """A line for every numeral between two marks that counts on: 一、 from one to the next, (一) and 1. within."""
    part = item = step = 0
    for match in ENUMERATOR.finditer(text):
        number = match["number"]
        value = VALUES.get(number) or int(number)
        if number.isdigit() and value in (1, step + 1):
            step, written = value, f"{number}."
        elif number in VALUES and item and value == item + 1:
            item, step, written = value, 0, f"({number})"
        elif number in VALUES and value == part + 1:
            part, item, step, written = value, 0, 0, f"{number}、"
        elif number in VALUES and value == 1:
            item, step, written = 1, 0, f"({number})"
        else:
            continue
        yield match.start(), match.end(), f"。\n{written}"
