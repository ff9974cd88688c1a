"""Full stops typed as points: `确保达标.责任单位:市水务局.` of a page that ends its sentences with no other mark."""

from __future__ import annotations

import re
from collections import Counter

from corpus.characters import HAN, NUMERALS
from corpus.repairs.draft import Draft

# Behind a word, but not behind an enumerator (一. and (一).) or a label (附件.).
STOP = re.compile(
    rf"(?<=[{HAN}%)”》])(?<![{NUMERALS}])(?<!\([{NUMERALS}\d]\))(?<!附件)\.(?=[{HAN}“《]|[ \t]*(?:\n|\Z))"
)
LINE = re.compile(r"[.。][ \t]*$", re.MULTILINE)
FEWEST = 3  # lines that they end, from which they are the habit of a page, not a slip for another mark


def end_sentences(draft: Draft) -> Draft:
    """The draft with 。 for the points that end sentences, where more lines of the page end with them than with 。."""
    ends = Counter(match[0][0] for match in LINE.finditer(draft.text))
    if ends["."] < FEWEST or ends["."] <= ends["。"]:
        return draft
    return draft.substituted(STOP, "。")
