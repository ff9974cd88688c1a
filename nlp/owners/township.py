"""Townships and villages, one by its name and those of a place together: 大成镇, 沿海各镇(街道)."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.bodies.listed import Listed

_ALONG = r"(?:沿.{1,2}|有关|相关|涉.{1,2})?"
# 沿海各镇(街道), 各有关乡镇, 各镇街, 沿河各村(居)
_TOWNSHIPS = re.compile(
    rf"{_ALONG}各{_ALONG}(?:乡镇|镇街|街镇|镇|乡|街道|苏木|行政村|村居|村)"
    r"(?:、?(?:街道|办事处|社区))?(?:\([^()]{1,8}\))?"
)
# 大成镇, 漳江街道; not 建制镇 or 该镇, which no name begins
_TOWNSHIP = re.compile(rf"(?![各该本全某所每城集建重特中有小其])[{HAN}]{{2,4}}(?:镇|乡|街道|苏木)")


def is_township(listed: Listed) -> bool:
    """True for a single township by its name, 大成镇 and 漳江街道; false for 城镇, 建制镇 and 全镇."""
    return _TOWNSHIP.fullmatch(listed.name) is not None


def townships_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The townships or villages of a place that are named at an offset: 各乡镇 of `各乡镇做好保洁`."""
    return _TOWNSHIPS.match(text, start, end)


def is_townships(listed: Listed) -> bool:
    """True for the townships or villages of a place together, 沿海各镇(街道); false for 各镇河长办 and 各部门."""
    return _TOWNSHIPS.fullmatch(listed.name) is not None
