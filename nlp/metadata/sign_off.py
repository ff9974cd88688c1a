"""The sign-off of a document: the line that names who issued it and the line with the date, 落款."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.times.interval import find_intervals
from nlp.wording import any_of

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O0九][〇○零O0一二三四五六七八九]{2})"
_NUMBER = r"[^\s\d〔\[]{1,12}[〔\[【(]20\d\d[〕\]】)]\d{1,4}号"
_NAME = r"[^\n\t。,;:!?()《》\d*★▲※#●]{2,38}"
_BODY = re.compile(rf"{_NAME}(?:{any_of('headers', 'issuer_endings')})")
_AUTHORITY = re.compile("政府|办公[室厅]|委员会|领导小组")
_DATE_LINE = re.compile(
    rf"^[ \t>]*+(?:\(此件[^()\n]{{0,14}}\)[ \t]*|\(|{_NUMBER}[ \t]+)?(?P<issuer>(?:{_NAME}?)?)[ \t]*+"
    rf"(?P<date>{_YEAR}年(?:[^\n。,;:]{{1,9}}日|[^\n。,;:]{{1,3}}月))(?:印发)?[ \t)]*$",
    re.M,
)
# A day whose 年, 月 and 日 a site lost, below the body that signed: 2018713; 2018112 may be one of two.
_BARE = re.compile(
    r"^[ \t]*(?P<year>20[012]\d)(?P<month>[2-9]|1[0-2](?=\d\d\b))(?P<day>[12]\d|3[01]|[1-9])[ \t]*$", re.M
)
# Words before a date that is part of what they say: 意见反馈截止时间为2016年9月20日
_LEADS_ON = re.compile(r"(?:[为是于在至到自从]|时间|日期|期限)$")
# Below the title: (2013年10月14日市政府常务会议通过 2013年10月27日市人民政府令第184号发布), (2009年2月27日镇党政联席
# 会议讨论通过,周政发〔2009〕11号)
_PASSED = re.compile(
    rf"^\([^()\n]*?(?P<date>{_YEAR}年\d{{1,2}}月\d{{1,2}}日)[^()\n日]{{0,24}}"
    r"(?:发布|公布|公告|通过,[^()\n日]{4,20}号\)$)",
    re.M,
)
# Below the title of a report: ——2022年4月27日在市第五届人民代表大会常务委员会第四次会议上
_SPOKEN_ON = re.compile(rf"^[—–-]{{1,3}}(?P<date>{_YEAR}年[^\n。,;:]{{1,6}}日)在[^\n。;]{{4,60}}会议?上$", re.M)
# In a text without line ends: …,请认真贯彻执行。宁波市人民政府办公厅2018年12月17日宁波市…行动方案
_RUN_ON = re.compile(
    rf"(?:{any_of('metadata', 'closing')})。[ ]?(?P<issuer>{_NAME}?(?:{_AUTHORITY.pattern}|局|厅|部))[ ]?"
    rf"(?P<date>{_YEAR}年\d{{1,2}}月\d{{1,2}}日)(?![前后起至到,、])"
)
# Or with the day alone, before (此件公开发布).
_DAY_RUN_ON = re.compile(
    rf"(?:{any_of('metadata', 'closing')})。\s?(?P<date>{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)\s?\(此件"
)
_CLOSING = 400
_FRONT = 4000
_MOST_SIGN_OFFS = 3


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed and when; `date` is None where only the month is given. `start` and `end` are those of the date."""

    issuer: str | None
    date: str | None
    start: int
    end: int


def find_sign_off(text: str) -> SignOff | None:
    """The first date that stands on a line by itself or behind a body's name, with the body named there or before it.

    Reads `中共青海省委青海省人民政府` and `2021年11月20日`; of several sign-offs (a notice and its annex) the first
    with a day, since it is the notice's. A date in a running sentence is none, nor is that of
    意见反馈截止时间为2016年9月20日, nor are the many of a flattened table.
    """
    signed = [_read(text, match) for match in _DATE_LINE.finditer(text) if not _LEADS_ON.search(match["issuer"])]
    if len(signed) > _MOST_SIGN_OFFS:
        signed = [sign_off for sign_off in signed if sign_off.issuer and _AUTHORITY.search(sign_off.issuer)]
    dated = [sign_off for sign_off in signed if sign_off.date]
    if len(signed) - len(dated) > 1:
        # Months by themselves are the cells of a column of times.
        signed = dated
    run_on = _RUN_ON.search(text, 0, _FRONT)
    in_line = _read(text, run_on) if run_on else None
    return next(iter(dated), None) or _spoken(text) or in_line or next(iter(signed), None) or _bare(text)


def _bare(text: str) -> SignOff | None:
    """The day that figures alone give below a body: 某县水利局, 2018713."""
    for day in _BARE.finditer(text, 0, _FRONT):
        if issuer := _issuer_before(text, day.start()):
            return SignOff(issuer, f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}", *day.span())
    return None


def _spoken(text: str) -> SignOff | None:
    """The day on which a report was given or a regulation sent out, as the line below its title tells, or that of a
    notice run into one line."""
    line = _SPOKEN_ON.search(text, 0, _CLOSING) or _PASSED.search(text, 0, _CLOSING)
    line = line or _DAY_RUN_ON.search(text, 0, _FRONT)
    first = (
        next((interval.first for interval in find_intervals(re.sub(r"\s", "", line["date"]))), None) if line else None
    )
    return SignOff(None, str(first), *line.span("date")) if line and first and first.day else None


def _read(text: str, match: re.Match[str]) -> SignOff:
    """The sign-off of one date line; a month without a day gives the issuer only."""
    first = next((interval.first for interval in find_intervals(match["date"])), None)
    date = str(first) if first and first.day else None
    same_line = re.sub(r"\s+", "", match["issuer"] or "")
    issuer = same_line if is_body(same_line) else _issuer_before(text, match.start())
    return SignOff(issuer, date, *match.span("date"))


def _issuer_before(text: str, start: int) -> str | None:
    """The body on the short lines before the date; several bodies that sign together are joined."""
    lines = [line.strip() for line in text[max(0, start - _CLOSING) : start].split("\n")]
    names: list[str] = []
    for line in reversed([line for line in lines if line]):
        name = re.sub(r"\s+", "", line)
        if not is_body(name):
            break
        names.insert(0, name)
    return "".join(names) or None


def is_body(name: str) -> bool:
    """Whether a line is the name of a body that issues documents: 濮阳市人民政府办公室, not 各县人民政府、各部门."""
    return _BODY.fullmatch(name) is not None
