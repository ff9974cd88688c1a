"""Places without a code: townships, streets, villages, zones, firms and schools, and cities the gazetteer lacks."""

from __future__ import annotations

import re
from collections import Counter

from corpus.characters import HAN
from nlp.facts import Place
from nlp.vocabulary import words
from nlp.wording import any_of

# A city or county that no gazetteer knows, by what follows its name: 某某区人民政府, 某某县2022年, 某某市水务局关于
_UNLISTED = (
    rf"(?![省市县区州][委级直]|[与和及])[{HAN}]{{2,5}}?(?P<rank>(?:自治)?县|(?<!城)市|旗|区(?=人民政府))"
    rf"(?=人民政府|\d{{4}}年|“?十[二三四五六]五|河湖?长制|[{HAN}]{{2,8}}?(?:局|办公室|委员会)(?:关于|印发))"
)
# What a small place calls itself (我镇, 本社区), with the level that it stands on.
LEVELS = {
    "镇": "township",
    "乡": "township",
    "街道": "township",
    "街": "township",
    "村": "village",
    "社区": "village",
}
_NAMED = re.compile(rf"(?<![{HAN}])(?P<name>[{HAN}]{{2,7}}?(?P<kind>镇|乡|街道|村|社区))(?![级民委政干组支部书两])")
_NEXT = re.compile(
    rf"(?:人民政府)?(?P<name>[{HAN}]{{2,5}}?(?P<kind>镇|乡|街道)"
    rf"|[{HAN}]{{0,5}}?(?P<zone>经济(?:技术)?开发区|高新(?:技术产业开发)?区|工业园区|新区)"
    rf"|{_UNLISTED})"
)
# At the head of a title: 曹杨新村街道“无废街道”建设方案, 南康镇人居环境整治方案, 马钢集团有限公司超低排放改造方案
_TITLED = re.compile(
    rf"(?:(?P<name>[{HAN}]{{2,7}}?(?:街道|镇|乡))(?=人民政府|办事处|关于|党工?委|[“\d])"
    rf"|(?P<plain>(?![省市县区州])[{HAN}]{{2,3}}?(?:街道|镇|乡))(?![村区级域民])"
    rf"|{_UNLISTED})"
)
_FIRM = re.compile(rf"(?:(?!关于|[的对])[{HAN}()]){{2,20}}?(?:有限责任公司|有限公司|集团公司)")
_ORGANISATION = re.compile(rf"[{HAN}]{{1,12}}?(?:{any_of('place_words', 'organisations')})")
# 太和街道 is one name, 甲河和乙溪镇 would be two: a joint parts names of two characters and more.
_NO_NAME = re.compile("|".join(f"(?<=..){w}" if w in "和及与" else w for w in words("place_words", "not_in_names")))
_UNLISTED_LEVELS = {"市": "prefecture", "自治县": "county", "县": "county", "旗": "county", "区": "county"}
_LEAST = 2
_OPENING = 200
_CANDIDATES = 10


def find_titled(title: str) -> Place | None:
    """The street or town that a title begins with, or the city or county that no gazetteer knows.

    None in 城镇污水处理方案, 特色小镇建设方案 and 示范县2022年方案.
    """
    small = _TITLED.match(title)
    if small is None or _NO_NAME.search(small[0]):
        return None
    return Place(small[0], None, _UNLISTED_LEVELS.get(small["rank"], "township"), [small[0]])


def find_firm(title: str) -> Place | None:
    """The firm that a title begins with, whatever place is part of its name: 青海昆仑碱业有限公司2022年工作计划."""
    firm = _FIRM.match(title)
    return Place(firm[0], None, "organisation", [firm[0]]) if firm else None


def find_behind(wording: str, at: int, place: Place) -> Place | None:
    """The township, zone or unlisted county named right behind the place it lies in: 射洪市太和街道, 宜昌市高新区."""
    small = _NEXT.match(wording, at)
    if small is None or _NO_NAME.search(small["name"]):
        return None
    level = LEVELS.get(small["kind"]) or _UNLISTED_LEVELS.get(small["rank"], "county")
    return Place(small["name"], None, level, [*place.path, small["name"]])


def find_named_most(text: str, kind: str) -> Place | None:
    """The township or village named most at the head of clauses, if its level is the one the text speaks of.

    甘霖镇 where a text about 我镇 (`kind` 镇) names it twice; not 各乡镇, and not a village that it names.
    """
    names = Counter(
        match["name"]
        for match in _NAMED.finditer(text)
        if LEVELS[match["kind"]] == LEVELS[kind] and not _NO_NAME.search(match["name"])
    )
    name = max((name for name, _ in names.most_common(_CANDIDATES)), key=text.count, default=None)
    known = name and (text.count(name) >= _LEAST or f"\n{name}" in text[:_OPENING])
    return Place(name, None, LEVELS[kind], [name]) if name and known else None


def find_organisation(text: str, named: list[tuple[int, int, Place]]) -> Place | None:
    """A school or firm that the text names with its place, before any other place: 无锡市稻香实验幼儿园.

    哈尔滨局集团有限公司 that helps with one task of 黑龙江省 is none.
    """
    start, _, place = named[0] if named else (0, 0, None)
    match = _ORGANISATION.match(text, start) if place and place.level != "national" else None
    return Place(match.group(), None, "organisation", [*place.path, match.group()]) if place and match else None
