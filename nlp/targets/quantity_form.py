"""Forms of quantities: how a number and its unit are written, each form one part of one expression."""

from __future__ import annotations

import re
from functools import cache

from nlp.number import NUMBER
from nlp.targets import operator, unit

# A quantity is tried for only where one of these stands and no date or number of a document, which makes the search
# ten times as fast.
BEGINS = re.compile(r"\d++(?!年(?!一遇)|[月日号])|[≥≧⩾≤≦⩽<>=﹥﹤〉〈一二两三四五六七八九十百千万亿半过每ⅠⅡⅢⅣⅤ]")

# Digits begin no quantity behind 第 or a letter but that of a pollutant (VOCs1200吨); characters begin none behind
# others of a number (数十个, 上千亩).
_AHEAD = (
    r"(?:(?<![A-Za-z0-9.第〔\[号№#/+*×个])|(?<=VOCs)|(?<=COD)|(?<=NOx))"
    r"(?:(?=\d)|(?<![零〇一二两三四五六七八九十百千万亿几数初])(?<!(?<![跃迈登站])上))"
)
_SIGNED = rf"(?P<sign>{operator.SIGN})\s?(?P<minus>-)?"
_INCLUSIVE = r"\((?:[^()\d]{1,6}|\d[^(),;、]{1,6})\)"  # between a value and the word that bounds it: 95%(含)以上

# The forms, one by one.
_FRACTION = rf"(?P<whole>[百千二三四五六七八九十]分之)(?P<part>{NUMBER}|百)"  # 百分之九十五, 三分之二
_TENTHS = r"(?P<tenths>[一二两三四五六七八九](?=成(?![立为功员果效本熟型绩就长都])))成(?P<half>半)?"  # 九成半
_HALVES = "(?P<halves>一半|半数|过半)"
_GRADE = r"(?P<grade>[ⅠⅡⅢⅣⅤ])类(?:水质|水体|水)?(?:标准)?(?=及?以上|[,;。、\s]|$)"  # Ⅱ类水质以上
# 12万农村人口 counts persons, though no word says so.
_PEOPLE = r"(?P<people>\d[\d.]{0,8}[万亿])多?(?=(?:农村|城镇|城乡|受益)?(?:人口|群众|居民))"
_BIG_UNITS = "千瓦|吨|亩|元|立方米|人次"
# 百万吨级, and behind a word of reaching without 级: 突破千亿元.
_BIG = (
    rf"(?P<big>[十百千]?[万亿](?=(?:{_BIG_UNITS})级)"
    rf"|(?:(?<=突破)|(?<=超过)|(?<=达到))[十百千][万亿](?={_BIG_UNITS}))(?P<bigunit>{_BIG_UNITS})级?"
)
# 0.6, and what a ratio sets beside one: 2.2 of 2.2:1.
_UNITLESS = (
    r"(?P<bare>\d+(?:\.\d+)?)(?:[:∶]1(?![\d.:∶万千百]))?"
    r"(?![\d.]|[A-Za-z年月日时号期届级类批轮条章节款版分%℃点]|[万亿千百]|[-~—–]\d)"
)
_RANGE = r"(?:-|~|—{1,2}|–|至|到)"
_LATE = r"[余多](?:[十百千]?[万亿]|[百千])?|[余多]"  # 300|多万|亩
_BY_ONE = r"每(?P<per>[万千百]?枚|立方米|升|千克|亩|公顷|人|平方公里|公里|日|天|小时)\s?"  # 每立方米|28微克
_LONGEST_LIST = 24  # numbers before the unit that they share


@cache
def pattern() -> re.Pattern[str]:
    """The expression of a quantity, whose groups say in which form it is written."""
    units, after = unit.pattern(), operator.suffix_pattern()
    forms = (_FRACTION, _TENTHS, _plain(units), _GRADE, _PEOPLE, _HALVES, _BIG, _listed(units), _UNITLESS)
    bound = rf"(?:{_INCLUSIVE}(?={after}))?(?:[ ]?(?P<suffix>{after}))?"
    return re.compile(rf"(?:{_SIGNED}|{_AHEAD})(?:{'|'.join(forms)})(?:的?全覆盖)?{bound}")


def _plain(units: str) -> str:
    """A number or a range with its unit: 36.4万亩, 3—5万亩, 每立方米28微克."""
    span = rf"(?:(?P<middle>{units})?{_RANGE}(?P<second>{NUMBER}))?"
    named = rf"(?P<unit>{units})(?!级)(?:\((?:{units}|段)\))?"
    return rf"(?:{_BY_ONE})?(?P<first>{NUMBER})(?P<late>{_LATE})?{span}{named}"


def _listed(units: str) -> str:
    """A number before others, with the unit that only the last of them says: 42|、48微克."""
    further = rf"(?:[、和及与](?P<last>{NUMBER})){{1,{_LONGEST_LIST}}}"
    return rf"(?P<listed>{NUMBER})(?={further}(?P<shared>{units})(?!级))"
