"""Horizons: 近期 and 远期 as times, in documents that say which years they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.facts import Time

# 近期(2021—2022年), 近期为2022年, 近期水平年2022年
_HORIZON = re.compile(
    r"(?P<name>近期|中期|远期)(?:目标|阶段)?(?P<defined>\(|为|是|(?:规划)?(?:水平|目标|规划)年(?:为|是|:)?)?"
)
_CLAUSE_ENDS = "。;,:、\n\t)"


def find_horizons(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """The mentions of a horizon that open a clause, where the document defines it once; `times` are those of the text.

    After `近期(2021—2022年):…` or `近期为2021—2022年`, the 近期 of `近期完成清淤` is a span from 2021 to 2022, after
    `近期水平年2027年` it is 2027. Without a definition, and in `近期目标`, it is no time.
    """
    ends = {time.start: time for time in times if time.kind in ("point", "span") and time.ends}
    meant: dict[str, Time] = {}
    mentions: list[re.Match[str]] = []
    for match in _HORIZON.finditer(text):
        if match["defined"] and match.end() in ends:
            meant.setdefault(match["name"], ends[match.end()])
        elif match.end("name") == match.end() and (not match.start() or text[match.start() - 1] in _CLAUSE_ENDS):
            mentions.append(match)
    for match in mentions:
        if time := meant.get(match["name"]):
            yield Time(match["name"], *match.span(), "span", time.begins, time.ends)
