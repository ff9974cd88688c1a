"""Under which keys a document can be cited, so that a title or number in one plan finds the plan that it means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_BRACKETS = str.maketrans("〔﹝【[(〕﹞】])", "〔〔〔〔〔〕〕〕〕〕")
_WRAPPER = re.compile(r"(?:印发|转发|发布|下发|批转)[^《]*《(?P<inner>.+)》.*$")
_MARKS = re.compile(r"[\s《》〈〉“”\"'‘’·,、。:;—\-~〔〕()]+")
_BODY = "人民政府|国务院|中共中央|[党省市县州区]委|委员会|办公厅|办公室|[厅局部]"
_AUTHOR = re.compile(rf"^.{{0,40}}?(?:{_BODY})关于(?:印发|转发|发布)?")
_STATE = "中华人民共和国"
_TAIL = re.compile(r"(?:的通知|的函|〔(?:修订|试行|暂行|征求意见|送审|\d{4}).*〕)+$")
_SHORTEST = 6


def title_key(title: str | None) -> str:
    """The bare title without the notice around it, its author, its years and marks; "" where there is none.

    `浙江省人民政府关于印发《浙江省水污染防治行动计划(2016-2020年)》的通知` and `浙江省水污染防治行动计划` meet,
    and so do `中华人民共和国水法` and `水法`; `水污染防治法` and `水污染防治法实施细则` do not.
    """
    text = unicodedata.normalize("NFKC", title or "").translate(_BRACKETS)
    text = re.sub(r"\s+", "", text)
    wrapped = _WRAPPER.search(text)
    text = wrapped["inner"] if wrapped else _AUTHOR.sub("", text)
    return _MARKS.sub("", _TAIL.sub("", text).removeprefix("关于").removeprefix(_STATE))


def short_key(title: str | None, places: Sequence[str]) -> str:
    """The title key without the name of the place in front, under which plans of the same place cite it; else "".

    `嵊州市水污染防治行动计划` of 嵊州市 gives 水污染防治行动计划; a title without a place in front gives "".
    """
    key = title_key(title)
    place = next((name for name in sorted(places, key=len, reverse=True) if key.startswith(name)), "")
    short = key.removeprefix(place)
    return short if place and len(short) >= _SHORTEST else ""


def number_key(number: str | None) -> str:
    """One spelling of a document number: `国发[2013]37号`, `国发(2013)第37号` and `国发〔2013〕 37号` meet."""
    text = unicodedata.normalize("NFKC", number or "").translate(_BRACKETS)
    return re.sub(r"\s+|第(?=\d)", "", text)
