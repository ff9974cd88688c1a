"""Limits of time as other grammars read over them, between a body and its deed or a name and the works on it.

What a limit means is read in `nlp.times.time`; here it only has a beginning and an end.
"""

from __future__ import annotations

from nlp.wording import any_of

_YEAR = r"(?:每年|今年|明年|当年|(?:19|20)\d\d年度?|(?<!\d)年(?=[内底末初]))"
_PART = r"(?:\d{1,2}月份?|第?[一二三四]季度|汛期?(?=(?:之|以)?前))"
_DAY = r"(?:[上中下]旬|\d{1,2}日)"
_END = r"(?:年?[底末初]|内(?![河湖涝容部外])|起)"

LIMIT = rf"(?:(?:{_YEAR}{_PART}?|{_PART}){_DAY}?|{_DAY}|[月年]底|每季度|每月|每周){_END}?(?:[之以]?前)?"
"""By when or how often something is to be done: `2025年6月底前`, `三季度`, `10日内`, `每季度`; none in 年度 or 前进."""

STANDING = any_of("times", "standing")
"""Limits without an end: `长期坚持` begins with one."""
