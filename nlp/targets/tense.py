"""Tense: whether a stretch of text tells what was reached or says what is to be reached."""

from __future__ import annotations

from typing import Literal

from corpus.characters import HAN
from nlp.targets.carried_year import proposes
from nlp.targets.dated import TOWARDS, year_of
from nlp.targets.year import Calendar
from nlp.wording import pattern

_WHAT_IS_BUILT = rf"(?<=[建完]成)[{HAN}]{{2,10}}率"


Tense = Literal["told", "ahead"]


def tense_of(text: str, start: int, end: int, calendar: Calendar) -> Tense | None:
    """What the words and times of `text[start:end]` say of its tense; None where they leave it open.

    `截至2022年底,全县已建成管网30公里` is told, and so is `2020年优良率为91%` in a plan written in 2023;
    `力争达到95%` is ahead, and so is `到2030年` there. `完成造林3万亩` and `已建成的设施` leave it open.
    """
    # 争取资金4320万元 says what was got, 争取达到95% what is aimed at.
    if pattern("statements", "ahead", before="(?!争取[^,。;\n]{0,12}(?:资金|补助|经费))").search(text, start, end):
        return "ahead"
    if proposes(text, start, end):
        return "ahead"
    times, now = calendar.within(start, end), calendar.writing.now
    years = [int(year_of(time)) for time in times]
    if years and calendar.writing.latest is not None and max(years) > calendar.writing.latest:
        return "ahead"
    # 项目前期工作 does not tell what there is 目前, nor 已建成设施正常运行率 what was built, nor 已完成治理的 of all.
    if pattern("statements", "telling", before="(?<!项)", after=rf"(?![{HAN}]{{0,4}}的|{_WHAT_IS_BUILT})").search(
        text, start, end
    ):
        return "told"
    if calendar.dates.looks_back(start) or (years and now is not None and max(years) < now):
        return "told"
    # 数据累计到2019年10月 sets nothing in a report on 2019.
    over = (
        calendar.writing.now is not None
        and bool(years)
        and max(years) <= calendar.writing.now
        and calendar.writing.tells
    )
    return "ahead" if not over and any(time.text.startswith(TOWARDS) for time in times) else None
