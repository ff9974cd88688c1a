"""The place that a document governs: from its title, its issuer, or the way it speaks of 我市 and names its places."""

from __future__ import annotations

import re
from collections import Counter

from nlp.facts import Place
from nlp.places.place import contains, find, mentions
from nlp.vocabulary import words

# What a document calls its own place, and the endings of the official names that this fits.
_FITS = {
    "省": ("省", "自治区"),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("州",),
    "盟": ("盟",),
    "县": ("县",),
    "区": ("区",),
    "旗": ("旗",),
}
_SMALL_LEVELS = {
    "镇": "township",
    "乡": "township",
    "街道": "township",
    "街": "township",
    "村": "village",
    "社区": "village",
}
_SELF = re.compile(r"[我全本](?P<kind>省|自治区|市|州|盟|县|区(?!域)|旗|镇|乡|街道?|村|社区)(?![级属直场民长])")
_SMALL = re.compile(r"(?<![㐀-鿿])(?P<name>[㐀-鿿]{2,7}?(?P<kind>镇|乡|街道|村|社区))(?![级民委政干组支部书两])")
_NEXT_SMALL = re.compile(
    r"(?:人民政府)?(?P<name>[㐀-鿿]{2,5}?(?P<kind>镇|乡|街道)"
    r"|[㐀-鿿]{0,5}?(?P<zone>经济(?:技术)?开发区|高新(?:技术产业开发)?区|工业园区|新区))"
)
# A street, town or firm that opens a title: 曹杨新村街道“无废街道”建设方案, 马钢集团有限公司超低排放改造方案
_SMALL_TITLE = re.compile(r"(?P<name>[㐀-鿿]{2,7}?(?P<kind>街道|镇|乡))(?=人民政府|办事处|关于|党工?委|[“\d])")
_FIRM_TITLE = re.compile(r"[㐀-鿿()]{2,20}?(?:有限责任公司|有限公司|集团公司)")
# 太和街道 is one name, 甲河和乙溪镇 would be two: a joint parts names of two characters and more.
_NO_NAME = re.compile("|".join(f"(?<=..){w}" if w in "和及与" else w for w in words("place_words", "not_in_names")))
_ORGANISATION = re.compile(rf"[㐀-鿿]{{1,12}}?(?:{'|'.join(words('place_words', 'organisations'))})")
_NATIONAL = re.compile("|".join(words("place_words", "national_bodies")))
_CONDITIONS = re.compile(r"(?:结合|立足|根据|符合)(?P<place>[㐀-鿿]{2,14}?)(?:实际|实情|市情|县情|区情|州情|省情|情况)")
_OWN_WAY = re.compile(r"(?:具有|富有|彰显|体现|突出)(?P<place>[㐀-鿿]{2,8}?)特色")
_LEAST = 2
_LEAST_WITHOUT_SELF = 3
_MANY_SIBLINGS = 3
_OPENING = 200
_CANDIDATES = 10


def find_jurisdiction(title: str | None, issuer: str | None, text: str) -> Place | None:
    """The place whose plan this is, or None where the text leaves it open.

    In order: the place of the title (黔东南州…方案), the issuer's (濮阳市人民政府; a ministry's is the country), the
    street, town or firm that the title begins with, the place in 结合长春市实际 or 具有江都特色, the one named most of
    those that fit 我市 or 全州, a village or school that speaks of itself by name. In a text about 我市 the words
    `依据《河南省…方案》` give nothing.
    """
    titled = _of_title(title) if title else None
    if titled:
        return titled
    issuing = _of_title(issuer) if issuer else None
    if issuing:
        return _short_name(title or "", issuing) or issuing
    small = _small_title(title or "")
    if small:
        return small
    for conditions in (*_CONDITIONS.finditer(text), *_OWN_WAY.finditer(text)):
        place = find(conditions["place"])
        if place and place.level != "national":
            return place
    own = Counter(match["kind"] for match in _SELF.finditer(text)).most_common(1)
    kind = own[0][0] if own else None
    if kind in _SMALL_LEVELS:
        return _small_place(text, kind)
    named = mentions(text)
    return _named_most([place for _, _, place in named], kind) or _organisation(text, named)


def _short_name(title: str, issuing: Place) -> Place | None:
    """The county of the issuer's place that opens the title by its short name: 威宁草海治理要点 of 毕节市…领导小组."""
    start, _, place = next(iter(mentions(title, issuing)), (-1, 0, issuing))
    return place if start == 0 else None


def _small_title(title: str) -> Place | None:
    """The street, town or firm that a title begins with, where no place with a code stands in it."""
    small = _SMALL_TITLE.match(title)
    if small and not _NO_NAME.search(small["name"]):
        return Place(small["name"], None, _SMALL_LEVELS[small["kind"]], [small["name"]])
    firm = _FIRM_TITLE.match(title)
    return Place(firm[0], None, "organisation", [firm[0]]) if firm else None


def _of_title(title: str) -> Place | None:
    """The place of the plan that a title names, else the place of the body that sends it out.

    西湖区 of 杭州市人民政府关于印发西湖区…方案的通知; 洛阳市 of 洛阳市关于印发贯彻河南省…方案的通知.
    """
    sender, _, subject = title.partition("关于")
    outer = _named_first(sender)
    inner = _named_first(subject, outer)
    if inner and (outer is None or contains(outer, inner)):
        return inner
    return outer or (find("全国") if _NATIONAL.match(title) else None)


def _named_first(wording: str, near: Place | None = None) -> Place | None:
    """The first place in a wording, as far down as names follow one another: 杭州市西湖区 is the 西湖区."""
    place, at = None, 0
    for start, end, found in mentions(wording, near):
        if place is not None and (start != at or not contains(place, found)):
            break
        place, at = found, end
    if place is None:
        return None
    small = _NEXT_SMALL.match(wording, at)
    if small is None or _NO_NAME.search(small["name"]):
        return place
    level = _SMALL_LEVELS[small["kind"]] if small["kind"] else "county"
    return Place(small["name"], None, level, [*place.path, small["name"]])


def _named_most(named: list[Place], kind: str | None) -> Place | None:
    """The place named most, of those whose official names end in what the text calls itself.

    A county among many of its prefecture is one that the plan speaks of, not the one that it governs.
    """
    fitting = [place for place in named if kind is None or place.name.endswith(_FITS[kind])]
    code, count = next(iter(Counter(place.code for place in fitting).most_common(1)), (None, 0))
    if code is None or count < (_LEAST if kind else _LEAST_WITHOUT_SELF):
        return None
    place = next(place for place in fitting if place.code == code)
    siblings = {other.code for other in named if other.level == "county" and (other.code or "")[:4] == code[:4]}
    return None if place.level == "county" and len(siblings) > _MANY_SIBLINGS else place


def _small_place(text: str, kind: str) -> Place | None:
    """The township or village named most at the head of clauses, if its level is the one the text speaks of."""
    names = Counter(
        match["name"]
        for match in _SMALL.finditer(text)
        if _SMALL_LEVELS[match["kind"]] == _SMALL_LEVELS[kind] and not _NO_NAME.search(match["name"])
    )
    name = max((name for name, _ in names.most_common(_CANDIDATES)), key=text.count, default=None)
    known = name and (text.count(name) >= _LEAST or f"\n{name}" in text[:_OPENING])
    return Place(name, None, _SMALL_LEVELS[kind], [name]) if name and known else None


def _organisation(text: str, named: list[tuple[int, int, Place]]) -> Place | None:
    """A school or firm that the text names with its place: 无锡市稻香实验幼儿园."""
    for start, _, place in named:
        match = _ORGANISATION.match(text, start)
        if match and place.level != "national":
            return Place(match.group(), None, "organisation", [*place.path, match.group()])
    return None
