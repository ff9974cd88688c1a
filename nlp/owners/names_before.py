"""Names of bodies read backward from the word of what they do, to where their clause begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bodies.body_list import split_strictly
from nlp.bodies.listed import Listed
from nlp.owners.verb import PARTNER
from nlp.times.limit import LIMIT
from nlp.wording import any_of

REACH = 160  # characters before a verb that can hold the list of its subjects
_BOUNDS = "。;!?\n\t:“】—"
_LEAD_IN = re.compile(any_of("roles", "lead_ins"))
# 2025年底前市政府签订责任书: when something is done may stand before who does it.
_BY_WHEN = re.compile(LIMIT)
# 领导小组下设办公室和宣传组,分工负责: of several that are set up, each acts for itself.
_SET_UP = re.compile(r"[^,;:。\n]{0,40}?(?:下设|内设)(?=[^,;:。\n]{2,10}[、和及])")
# 由 is part of another word in 自由, 理由, 缘由, 事由, 经由, and 请 in 报请, 提请, 申请, 邀请, 呈请, 聘请, 请示, 请求.
DOER = re.compile(rf"(?<![自理缘事经报提申邀呈聘])(?!请[示求])(?:{any_of('roles', 'doers')})")


def names_before(text: str, start: int, end: int, *, weak: bool) -> list[Listed]:
    """The list of bodies that ends at `end` and begins its clause; none where the clause begins with anything else.

    Before 负责 in `2025年底前由市水务局、市住建局负责` there are two, in `对市水务局负责` none. With `weak`, also
    offices that are bodies by no name of their own.
    """
    names: list[Listed] = []
    for a, b in _clauses_back(text, start, end):
        begins, brought_in = opening(text, a, b)
        piece = split_strictly(text, begins, b, weak=weak or brought_in)
        if not piece or PARTNER.match(piece[0].name):
            break
        names = [*piece, *names]
        if brought_in:
            break
    return names


def opening(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the names of a clause can begin, behind 由, 2025年底前 or 下设; and whether 由 or its like brings them."""
    doers = list(DOER.finditer(text, start, end))
    leads = (_LEAD_IN, _BY_WHEN, _SET_UP)
    found = doers[-1] if doers else next((m for lead in leads if (m := lead.match(text, start, end))), None)
    return found.end() if found else start, bool(doers)


def _clauses_back(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between commas outside brackets, the last one first, back to where the sentence or a bracket begins."""
    depth, stop = 0, end
    for at in range(end - 1, start - 1, -1):
        sign = text[at]
        # 【控源截污】区水务局负责…: what heavy brackets hold is a heading.
        depth += (sign in ")]〕") - (sign in "([【〔")
        if depth < 0 or (depth == 0 and sign in _BOUNDS):
            yield at + 1, stop
            return
        if sign == "," and depth == 0:
            yield at + 1, stop
            stop = at
    yield start, stop
