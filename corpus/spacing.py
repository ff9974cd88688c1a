"""White space: indents and trailing blanks go, at most one empty line stays, and no space stands inside a word."""

from __future__ import annotations

import re

from corpus.draft import Draft

EDGES = re.compile(r"^ +| +(?=\n|\Z)|(?<=\t) +| +(?=\t)", re.MULTILINE)
BLANK_LINES = re.compile(r"\n{3,}|\A\n+|\n+\Z")
RUNS = re.compile(r" {2,}")
BESIDE_MARK = re.compile(
    r"(?<=[、。,;:!?“‘《〈(〔【)）”’》〉〕】]) (?=[㐀-鿿“‘《〈(〔【])|(?<=[㐀-鿿*]) (?=[、。,;!?”’》〉)〕】(])"
)


def tidy(draft: Draft) -> Draft:
    """The draft without white space inside words; spaces between separate items stay as one."""
    draft = draft.substituted(EDGES, "").substituted(BLANK_LINES, lambda match: "\n\n" if 0 < match.start() < match.end() < len(match.string) else "")
    return draft.substituted(RUNS, " ").substituted(BESIDE_MARK, "")
