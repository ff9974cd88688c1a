"""Operators: the words and signs around a number that say how its value is meant."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from corpus.characters import HAN
from nlp.facts import Op
from nlp.vocabulary import words
from nlp.wording import any_of

CHANGES: tuple[Op, ...] = ("increase", "decrease")
"""Operators that say how a value changes, not what it comes to: 提高5%, 下降4%以上."""

_BEFORE: dict[str, Op] = {
    "at_least": ">=",
    "at_most": "<=",
    "above": ">",
    "below": "<",
    "about": "~",
    "reach": "=",
    "increase": "increase",
    "decrease": "decrease",
}
_AFTER: dict[str, Op] = {"after_at_least": ">=", "after_at_most": "<=", "after_about": "~", "after_above": ">"}
_SIGNS: dict[str, Op] = {"≥": ">=", "≧": ">=", "⩾": ">=", "≤": "<=", "≦": "<=", "⩽": "<=", ">": ">", "<": "<", "=": "="}
_SIGNS |= {">=": ">=", "<=": "<=", "﹥": ">", "﹤": "<", "〉": ">", "〈": "<"}
# A change stays a change whatever bound goes with it (下降4%以上); a bound is more than reaching (达到不低于).
_RANK: tuple[Op, ...] = ("increase", "decrease", "range", ">=", "<=", ">", "<", "~", "=")

_LONGEST = 8  # characters of the longest operator word

SIGN = "(?:[<>]=|[≥≧⩾≤≦⩽<>=﹥﹤〉〈])"
"""Pattern of a comparison sign in front of a number."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands between the measured thing and its number: `length` characters; `op` is None where none is said.

    `words` are the operator words found, nearest to the number first.
    """

    length: int
    op: Op | None
    words: tuple[str, ...]


def tail(text: str) -> Tail:
    """The operator words at the end of the text that stands before a number, adverbs around them included.

    `污水处理率稳定达到` ends in 稳定达到 (=), `浓度累计下降` in 累计下降 (decrease); `可节约` and `主要` end in none.
    """
    end = len(text)
    found: dict[str, Op] = {}
    while end:
        word = _last(text, end, _table())
        if not word or len(_last(text, end, _whole())) > len(word):
            break
        end -= len(word)
        op = _table()[word]
        if op is not None:
            found[word] = op
    return Tail(len(text) - end, strongest(*found.values()), tuple(found))


def without_whole(text: str) -> str:
    """The text before a share without the whole that it is a share of: 保护红线面积不低于|全市国土面积的."""
    return _whole_of().sub("", text)


def of_sign(sign: str) -> Op:
    """The operator of a comparison sign: `≥` is >=."""
    return _SIGNS[sign]


def of_suffix(word: str) -> Op:
    """The operator of a word behind the unit: `以上` is >=, `左右` is ~."""
    return next(op for key, op in _AFTER.items() if word in words("operators", key))


def strongest(*ops: Op | None) -> Op | None:
    """The operator that decides where several stand around one number: 下降…以上 is decrease, 达到…以上 is >=."""
    return min(filter(None, ops), key=_RANK.index, default=None)


@cache
def suffix_pattern() -> str:
    """Regular expression (text) of the words behind a unit that bound its value: 以上, 以内, 左右; not 内河."""
    return f"(?!{any_of('operators', 'no_bounds')})(?:{any_of('operators', *_AFTER)})"


@cache
def _whole_of() -> re.Pattern[str]:
    """What stands between a bound and its share, if it is a thing: 不超过上年用水总量的, 达到最大用电负荷的."""
    bounds = (*words("operators", "at_least"), *words("operators", "at_most"), *words("operators", "whole_of"))
    lookbehinds = "|".join(f"(?<={re.escape(word)})" for word in bounds)
    return re.compile(rf"(?:{lookbehinds})[{HAN}()]{{2,14}}的$")


@cache
def _table() -> dict[str, Op | None]:
    """Every word that may stand before a number, with its operator; adverbs have None."""
    table: dict[str, Op | None] = dict.fromkeys(words("operators", "adverbs"))
    return table | {word: op for key, op in _BEFORE.items() for word in words("operators", key)}


@cache
def _whole() -> frozenset[str]:
    """Words that only end like an operator: 节约."""
    return frozenset(words("operators", "whole"))


def _last(text: str, end: int, known: Container[str]) -> str:
    """The longest known word that ends at `end`; the empty text where there is none."""
    for start in range(max(end - _LONGEST, 0), end):
        if (word := text[start:end]) in known:
            return word
    return ""
