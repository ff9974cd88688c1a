"""Tense: whether a stretch of text tells what was reached or says what is to be reached."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from corpus.characters import HAN
from nlp.targets.carried_year import proposes
from nlp.targets.dated import TOWARDS, year_of
from nlp.targets.statement import Statement
from nlp.targets.year import Calendar
from nlp.wording import pattern

_CLAUSE_END = re.compile("[,。;:]")
_COUNT = re.compile(r"\d[个项处座条]")
_WHAT_IS_BUILT = rf"(?<=[建完]成)[{HAN}]{{2,10}}率"


Tense = Literal["told", "ahead"]


def tense_of(text: str, start: int, end: int, calendar: Calendar) -> Tense | None:
    """What the words and times of `text[start:end]` say of its tense; None where they leave it open.

    `截至2022年底,全县已建成管网30公里` is told, and so is `2020年优良率为91%` in a plan written in 2023;
    `力争达到95%` is ahead, and so is `到2030年` there. `完成造林3万亩` and `已建成的设施` leave it open.
    """
    if _ahead().search(text, start, end) or proposes(text, start, end):
        return "ahead"
    times, writing = calendar.within(start, end), calendar.writing
    last = max((int(year_of(time)) for time in times), default=None)
    if last and writing.latest and last > writing.latest:
        return "ahead"
    # 项目前期工作 does not tell what there is 目前, nor 已建成设施正常运行率 what was built, nor 已完成治理的 of all.
    if pattern("statements", "telling", before="(?<!项)", after=rf"(?![{HAN}]{{0,4}}的|{_WHAT_IS_BUILT})").search(
        text, start, end
    ):
        return "told"
    if calendar.dates.looks_back(start, end) or (last and writing.now and last < writing.now):
        return "told"
    # 数据累计到2019年10月 sets nothing in a report on 2019.
    over = last and writing.now and last <= writing.now and writing.tells
    return "ahead" if not over and any(time.text.startswith(TOWARDS) for time in times) else None


def turn_ahead(text: str, start: int, end: int) -> int:
    """Where the clause of `text[start:end]` begins that turns to what is ahead; `end` where none does."""
    turn = _ahead().search(text, start, end)
    return max(text.rfind(",", start, turn.start()) + 1, start) if turn else end


def tells_before(text: str, turn: int, end: int) -> bool:
    """True where what stands before a turn is what there is today: 排查率为65%,|下步将加强排查."""
    return pattern("statements", "turning").match(text, turn, end) is not None


def is_still_planned(text: str, start: int, end: int, statement: Statement) -> bool:
    """True for what a text in the past tense tells of a project that is not begun: the value of a statement in the
    sentence `start:end` that is an estimate (概算总投资15亿元), or stands beside papers that are being passed.

    `可研报告已通过审查,加固堤防20公里` is planned; not where papers are counted (完成15个项目初步设计批复), where the
    work has begun (初步设计已批复,现已建成堤防20公里), or behind a semicolon.
    """
    if pattern("statements", "estimates").search(text, statement.start, statement.at):
        return True
    start = max(start, text.rfind(";", start, statement.at) + 1)
    stop = text.find(";", statement.at, end)
    end = stop if stop >= 0 else end
    paper = pattern("statements", "stages").search(text, start, end)
    if paper is None or pattern("statements", "begun").search(text, start, end):
        return False
    clause = max(start, *(text.rfind(mark, start, paper.start()) + 1 for mark in ",:"))
    closed = _CLAUSE_END.search(text, paper.end(), end)
    within = text[clause : closed.start() if closed else end]
    return not _COUNT.search(within) and pattern("statements", "stage_acts").search(within) is not None


@cache
def _ahead() -> re.Pattern[str]:
    """Words of what is to come; 争取资金4320万元 says what was got, and 行动计划完成 names a plan."""
    return pattern("statements", "ahead", before="(?!争取[^,。;\n]{0,12}(?:资金|补助|经费))(?!(?<=[动度作划])计划)")
