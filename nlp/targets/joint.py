"""Joints: what stands between the members of a list, which words that only hold such a character are not: 普及."""

from __future__ import annotations

import re

MARKS = "、和及与"
"""The plain joints as part of a class: `[{MARKS}]` parts 甲县、乙县和丙县."""

FRONT = ("、", "和", "及", "与", "以及")
"""What a further member begins with, and an open list ends with: 8个市州|和."""

_AND = "(?:以及|(?<![普涉波])及)"  # no joint in 普及率, 涉及, 波及

CLAUSE = re.compile(rf"[、和与并,]|{_AND}")
"""Between things that a clause counts or measures: 新建管网5公里、|改造3公里."""

# 宁波|及周边: behind a whole scope no word can end.
SCOPE = re.compile(r"[、和与]|及(?!以)")
"""Behind a scope, before a further one: 甲县|、|乙县; not 重度|及以上."""

MEMBER = re.compile(rf"、|(?<![饱共])和(?![谐美平])|(?<!参)与|{_AND}(?![以时])")
"""Between things that share one measure: 化肥|、|农药利用率; not in 重度及以上污染天数, 参与率 and 普及率."""

GAP = re.compile(r"\s*(?:[、,和及与或]|以及|合计|共计)?\s*")
"""Between values that follow one another, and between years in a list: 1130吨|、|160吨; it may be empty."""
