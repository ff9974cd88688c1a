"""Names of waters as words of a plan, known by their endings: 甘河, 侯家港, 沙河上游段; not 河湖, 大型水库."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.wording import any_of


@cache
def named_water() -> str:
    """Regular expression (text) of the name of a water: 甘河, 侯家港; not 入河, 河湖, 大型水库."""
    endings = any_of("scopes", "waters")
    return rf"(?!{any_of('scopes', 'no_waters')}|河|江|湖)[{HAN}]{{1,5}}?(?:{endings})(?!{endings})"


def is_water(phrase: str) -> bool:
    """True for the name of a water or of stretches of one: 团旺河, 沙河上游段, 干流; not 大型水库, 河段."""
    return _stretch().fullmatch(phrase) is not None


@cache
def _stretch() -> re.Pattern[str]:
    """The name of a water, of several, or of a stretch: 团旺河, 沙河上游段, 干流; not 大型水库."""
    endings, kinds = any_of("scopes", "waters"), any_of("scopes", "no_waters")
    return re.compile(f"(?!{kinds})[{HAN}、]{{1,10}}(?:{endings}|段|[左右]岸)|[干支][流沟渠]")
