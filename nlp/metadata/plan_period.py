"""The years that a plan covers: from its title, or from where it states its own term."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.references.notice import TOLD, carrying
from nlp.times.five_year_plan import find_plan_periods
from nlp.times.interval import Interval, find_intervals
from nlp.wording import any_of, pattern

_TERM = pattern("metadata", "terms", after=r"(?:[为是:]|范围为)*(?=[\d“\"十])")
_FIVE_YEARS = re.compile(r"“?十[一二三四五六]五”?(?!期间|末)")
_CALLED = pattern("metadata", "campaigns", before="(?P<count>[三五两十])年")
_EFFORT = re.compile(
    rf"(?:{any_of('metadata', 'by_means')})[三五]年(?:左右)?(?:时间)?的?(?:{any_of('metadata', 'efforts')})"
)
_REACHED = re.compile(r"到(?P<year>20\d\d)年")
_GOALS = 4000  # characters in which a plan says what it is to reach
# 三年行动2021年度任务清单 is for one of the three years.
_ONE_OF_THEM = pattern("metadata", "campaigns", after=r"[^,。]{0,6}20\d\d年度")
_OF_OURS = "(?:[我全本][省市县区州盟旗镇乡])?"
_NO_LIMIT = r"[ ]?年(?![前底末初\d])"
# The year whose work an opening announces: 为做好2022年水污染防治工作, 现对2024年全市生态环境工作作出如下安排
_ANNOUNCED = re.compile(
    rf"为[{HAN}]{{0,6}}?(?:{any_of('metadata', 'announcing')}){_OF_OURS}(?P<year>20\d\d){_NO_LIMIT}"
    rf"|为[{HAN}]{{0,6}}?(?:{any_of('metadata', 'caring')})"
    rf"[{HAN}]{{2,12}}?(?P<placed>20\d\d){_NO_LIMIT}[^,。]{{0,30}}工作"
    rf"|现(?:[就对将]|提出)(?:{any_of('metadata', 'caring')})?{_OF_OURS}(?P<arranged>20\d\d)[ ]?年[^。,;《》\n]{{2,40}}"
    rf"(?:{any_of('metadata', 'arranged')})"
)
_NAMED = re.compile(rf"(?P<year>20\d\d)年度?,?[{HAN}\d]{{0,16}}?(?:工作)?(?:{any_of('metadata', 'yearly')})")
_RESTS_ON = pattern("metadata", "resting_on", after=r"[^,。;\n]{0,24}\Z")
_BROUGHT_OUT = re.compile(
    rf"(?:{any_of('metadata', 'of_late')})[^《》\n。]{{2,30}}(?:{TOLD})"
    rf"(?:{any_of('metadata', 'in_force')})?了?《(?P<title>[^《》\n]{{6,60}})》"
)
# What an opening says of the year whose plan it is: 2025年是“十四五”收官之年,也是攻坚之年
_YEAR_OF = re.compile(r"\A\s*(?P<year>20\d\d)[ ]?年是[^。;\n]{2,80}之年")
# The year that a page without a title begins with: 2018年,全旗统筹抓好污染治理
_OPENS = re.compile(r"\A\s*(?P<year>20\d\d)年,")
# 为落实《山西省2019年行动计划》,制定本行动计划
_DRAWN_UP = pattern("metadata", "drawn_up", after=rf"(?:本|如下|此)[{HAN}]{{0,6}}(?:方案|计划|要点|清单|意见)")
_IN_MARKS = re.compile(r"《[^《》\n]*》")
_LOOKS_BACK = pattern("metadata", "looking_back")
_FIRST_LINES = 300
_THIS_YEAR = pattern("metadata", "this_year")
_OPENING = 2000
_COUNTS = {"两": 2, "三": 3, "五": 5, "十": 10}


def find_period(title: str | None, text: str, day: str | None = None) -> tuple[str, str] | None:
    """First and last year of the plan, or None where neither title nor text says; `day` is that of its publication.

    Reads `三年行动工作方案(2023—2025年)`, `2024年工作要点` (one year), `“十四五”生态环境保护规划` (2021 to 2025),
    `方案实施期限:2024-2025年`, `2022年起三年行动`. A goal for 2025 alone is no period, nor is the year of
    `2030年前碳达峰行动方案`. `现就2023年河湖长制工作安排如下` and the headline `某区今年将…` give one year.
    """
    named = (_in_title(title, day) or _below(title, text)) if title else None
    return (
        named
        or _in_term(text)
        or (_by_effort(title, text, day) if title else None)
        or _announced(text)
        or _characterised(text)
        or _of_news(text, day)
        or _called(text)
        or (None if title else _opened(text) or _rested_on(text))
    )


def _by_effort(title: str, text: str, day: str | None) -> tuple[str, str] | None:
    """The years of a plan named by how many they are, up to the one that its goals name: 三年行动计划 whose text says
    经过三年努力,… 到2020年, or whose goals name the year in which it ends if it begins when it came out."""
    called, effort = _CALLED.search(title), _EFFORT.search(text, 0, _GOALS)
    if called is None:
        return None
    begin = effort.end() if effort else 0
    reached = [int(found["year"]) for found in _REACHED.finditer(text, begin, begin + _GOALS)]
    early = _COUNTS[called["count"]] - 1
    fitting = [last for last in reached if day and last - early - int(day[:4]) in (0, 1)]
    last = next(iter(reached if effort else fitting), None)
    return (str(last - early), str(last)) if last else None


def _below(title: str, text: str) -> tuple[str, str] | None:
    """The years in brackets below the plan that a notice carries, where the notice leaves them out."""
    carried = carrying(title)
    years = re.search(rf"^{re.escape(carried['core'])}\s*(\([^()\n]{{4,20}}\))", text, re.M) if carried else None
    return _in_title(years[1], None) if years else None


def _announced(text: str) -> tuple[str, str] | None:
    """The year whose work the opening of a text announces."""
    announced = _ANNOUNCED.search(text, 0, _OPENING)
    year = next(filter(None, announced.groups())) if announced else None
    return (year, year) if year else None


def _characterised(text: str) -> tuple[str, str] | None:
    """The year that a text begins with and characterises: `2025年是…收官之年`; none where it goes on to look back on
    what 一年来 was done."""
    opening = _YEAR_OF.match(text)
    rest = _LOOKS_BACK.search(text, 0, _FIRST_LINES) if opening else None
    return (opening["year"], opening["year"]) if opening and not rest else None


def _of_news(text: str, day: str | None) -> tuple[str, str] | None:
    """The years of the plan that news tell of: 日前,某省印发《水污染防治方案(2018—2020年)》; of a plan for one year
    where that is the year of the news."""
    told = _BROUGHT_OUT.search(text, 0, _FIRST_LINES)
    years = _in_title(told["title"], None) if told else None
    return years if years and (years[0] != years[1] or (day and day[:4] == years[0])) else None


def _called(text: str) -> tuple[str, str] | None:
    """The year in the name by which the first lines of a page call the plan: 某镇2020年工作安排; none in marks."""
    head = _IN_MARKS.sub("", text[:_FIRST_LINES])
    year = next((name["year"] for name in _NAMED.finditer(head) if not _RESTS_ON.search(head, 0, name.start())), None)
    return (year, year) if year else None


def _opened(text: str) -> tuple[str, str] | None:
    """The year that a page without a title begins with: `2018年,全旗统筹抓好污染治理。`; none in `2018年1月,…`."""
    opening = _OPENS.match(text)
    return (opening["year"], opening["year"]) if opening else None


def _rested_on(text: str) -> tuple[str, str] | None:
    """The year of the plans that a page without a title carries out, where it sets times in that year.

    `为落实《山西省2019年行动计划》,制定本计划。…2019年底前` is of 2019; behind a plan of several years none is told.
    """
    opening = _DRAWN_UP.search(text, 0, _OPENING)
    titles = _IN_MARKS.findall(text, 0, opening.start()) if opening else []
    years = {year for year in map(_year_of_one, titles) if year}
    year = years.pop() if len(years) == 1 else None
    return (year, year) if opening and year and re.search(f"{year}年", text[opening.end() :]) else None


def _year_of_one(title: str) -> str | None:
    """The one year that a title names: 2019 of 《山西省2019年行动计划》; None of 《三年计划(2018—2020年)》."""
    years = _in_title(title.strip("《》"), None) if re.search(r"20\d\d年", title) else None
    return years[0] if years and years[0] == years[1] else None


def _in_title(title: str, day: str | None) -> tuple[str, str] | None:
    found = [interval for interval in find_intervals(title) if not _is_month(interval)]
    spans = [_years(interval) for interval in found if not _is_limit(title, interval)]
    known = [years for years in spans if years]
    stretches = [years for years in known if years[0] != years[1]]
    if stretches:
        return stretches[-1]
    # “十一五”污水治理2009年度目标任务 is for the one year.
    yearly = next((_years(interval) for interval in found if title.endswith("年度", 0, interval.end)), None)
    if yearly:
        return yearly
    plan = next(iter(find_plan_periods(_FIVE_YEARS.sub(lambda name: name.group() + "期间", title))), None)
    if plan:
        return str(plan.first), str(plan.last)
    if not known:
        return (day[:4], day[:4]) if day and _THIS_YEAR.search(title) else None
    if _ONE_OF_THEM.search(title):
        return known[-1]
    called = _CALLED.search(title)
    first = int(known[-1][0])
    return str(first), str(first + _COUNTS[called["count"]] - 1 if called else first)


def _is_month(interval: Interval) -> bool:
    """True for a month or day by itself, which is when something happened, not what a plan covers: 2019年4月."""
    return interval.first.month is not None and interval.last in (None, interval.first)


def _is_limit(title: str, interval: Interval) -> bool:
    """True for a year by which the plan's end is to be reached, which says nothing of its term: 2030年前碳达峰."""
    return title.startswith("前", interval.end) or title.endswith("到", 0, interval.start)


def _in_term(text: str) -> tuple[str, str] | None:
    for term in _TERM.finditer(text):
        passage = text[term.end() : term.end() + 40].split("\n")[0].split("。")[0]
        for interval in find_intervals(passage):
            years = _years(interval)
            if years and years[0] != years[1]:
                return years
        for plan in find_plan_periods(passage):
            return str(plan.first), str(plan.last)
    return None


def _years(interval: Interval) -> tuple[str, str] | None:
    first, last = interval.first.year, (interval.last or interval.first).year
    return (str(first), str(last)) if first is not None and last is not None else None
