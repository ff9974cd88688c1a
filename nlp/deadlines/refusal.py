"""Why a time in the wording of a task is none by which work is to be done: 2021年建成的泵站, 监测显示,2024年5月超标."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.facts import Time
from nlp.wording import any_of, pattern

_EVENT = re.compile(
    rf"(?![^,。;、:\n]{{0,16}}?(?:{any_of('times', 'doing')}))"
    rf"[^,。;、:\n]{{0,16}}?(?:{any_of('times', 'events')})"
)
# 对2017年底未完成建设的园区加大督办力度 tells of the parks as well.
_DONE = re.compile(
    r",?[^,。;\n]{0,12}?(?:已(?!经?(?:建(?!成)|[批有划纳入]))|曾|未能|仅为|才)|未(?:完成|达标|通过)[^,。;、\n]{0,6}的"
)
_ATTRIBUTE = re.compile(
    rf"[^,。;、\n]{{0,6}}(?:(?:{any_of('times', 'attributes')})[^,。;、\n]{{0,4}}|(?:列入|纳入)[^,。;、\n]{{1,10}}?)的"
)
_POINTER = re.compile(r"[^,。;\n]{0,24}(?:详见|见)附")
# 在2023年水质监测数据基础上, but what is made sure first is due as well: 在确保“十四五”完成3000万平方米的基础上
_BASIS = re.compile(r"[^,。;\n]{1,40}基础上")
# 开展2019—2021年充电设施规划工作: the years are those of a plan that is named or made
_OF_PLAN = re.compile(rf"[{HAN}]{{2,20}}?(?:{any_of('times', 'plans')})(?:[的编修制]|工作|$|[,、。;])")
# 监测显示,2024年5月断面总磷超标
_FINDING = pattern("times", "finding", after=r",?[自从在截至]*\Z")
# 公示期5个工作日(2023年7月3日至7月7日) says when people may object.
_OBJECTING = re.compile(r"公示(?:期|时间)[^。;\n]{0,16}\Z")


def reason_against(text: str, time: Time, year: int | None) -> str | None:
    """Why a time is no deadline, or None where it is one; `year` is that of the writing.

    `2025年底前完成整治` is one; `2021年建成的泵站`, `2023年5月的督察反馈` and `监测显示,2024年5月超标` hold none.
    """
    if time.kind in ("past", "baseline"):
        return f"{time.kind} time"
    if time.ends and year and int(time.ends[:4]) < year:
        return "time before the plan"
    if reason := _reason_around(text, time):
        return reason
    if time.kind == "point" and not time.text.endswith("前"):
        if _EVENT.match(text, time.end):
            return "time of an event"
        if _DONE.match(text, time.end):
            return "work already done"
    return None


def _reason_around(text: str, time: Time) -> str | None:
    """Why a time is none of work to come by what stands before and behind it, or None."""
    if _ATTRIBUTE.match(text, time.end):
        return "time in the description of a thing"
    if _POINTER.match(text, time.end):
        return "time in the name of an annex"
    if time.begins and _OF_PLAN.match(text, time.end):
        return "years of a plan"
    if _BASIS.match(text, time.end) and "在" in text[time.start - 1 : time.start + 1]:
        return "time of what is built upon"
    if _OBJECTING.search(text, max(0, time.start - 24), time.start):
        return "time in which to object"
    return "time of a finding" if _FINDING.search(text, max(0, time.start - 12), time.start) else None
