"""The place that a document governs: from its title, its issuer, or the way it speaks of 我市 and names its places."""

from __future__ import annotations

import re
from collections import Counter

from corpus.characters import HAN, NUMERALS
from nlp.facts import Place
from nlp.metadata.small_place import LEVELS, find_firm, find_named_most, find_organisation, find_titled
from nlp.metadata.titled_place import is_national, place_of, region_in, shared_name_in, short_name_in
from nlp.places.place import contains, find, mentions
from nlp.references.notice import DRAWN_UP, TOLD
from nlp.wording import any_of

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
# 健全县级机制 and 完全市场化 speak of no place.
_SELF = re.compile(
    r"(?<![健完安])[我全本](?P<kind>省|自治区|市|州|盟|县|区(?!域)|旗|镇|乡|街道?|村|社区)(?![级属直场民长])"
)
_OURS = re.compile(r"[我本][省市州盟县区旗]")
# A text that says whose it is: 结合长春市实际, 具有江都特色, 松江区特制定如下整改方案, 在平湖市第十六届人民代表大会上.
_OWN = (
    re.compile(
        rf"(?:{any_of('metadata', 'resting_here')})(?P<place>[{HAN}]{{2,14}}?)(?:{any_of('metadata', 'circumstances')})"
    ),
    re.compile(rf"(?:{any_of('metadata', 'showing')})(?P<place>[{HAN}]{{2,8}}?)特色"),
    re.compile(rf"(?:在|向)(?P<place>[{HAN}]{{2,14}}?)第[{NUMERALS}]+届(?:人民代表大会|人大)"),
    re.compile(
        rf"现[就对将](?P<place>[{HAN}]{{2,12}}?[省市县区州盟旗])[^。,\n]{{2,60}}?"
        rf"(?:{any_of('metadata', 'told_to_all')})"
    ),
    re.compile(rf"(?<![^\n,。])(?P<place>[{HAN}]{{2,14}}?)(?:人民政府|党委)?(?:研究|特|现)?{DRAWN_UP}(?:如下|本)"),
)
# A county called by its short name alone: 为德安高质量发展提供保障; and who sent the text in, below it: (泉州市环保局)
_FOR_THE_SAKE = re.compile(
    rf"(?:{any_of('metadata', 'for_the_sake')})(?P<place>[{HAN}]{{2,4}}?)(?:经济社会)?高质量发展"
)
_SENT_IN = re.compile(rf"^[(](?P<body>[{HAN}]{{4,20}}(?:政府|[局厅委]|办公室))[)]$", re.M)
# A river in a list with the side of it that is spoken of, not a province: 、昌源河南段; 考察调研河南 names one.
_RUNS_ON = re.compile(
    rf"(?:^|[、,。;:])(?!{any_of('metadata', 'before_a_place')})"
    rf"[{HAN}]{{1,3}}[河江湖][东西南北]\Z"
)
# Behind a place, that it is another: 苏州市人民政府与我市签订, 到蓬溪县考察学习; or the address of a firm:
# 通州区新华西街25号.
_BESIDE_OURS = re.compile(
    rf"(?:进行)?(?:{any_of('metadata', 'learning')})|(?:人民政府|市委|市政府|省政府)?[与和同]我[省市县区]"
    rf"|(?:[{HAN}]{{2,4}}[区县])?[{HAN}]{{2,8}}[路街道巷]\d+号"
)
_ANNEXED = re.compile(r"《(?P<title>[^《》\n]{4,60})》\((?:详?见)?附[件表录]")
# What news begin with before who did what: 【厕所革命】 2020年, 近日,
_AHEAD = re.compile(
    rf"\s*(?:【[^【】\n]{{2,20}}】\s*)?"
    rf"(?:(?:{any_of('metadata', 'of_late', 'for_years')}|20\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:以来)?),?)?"
)
_IN_FULL = re.compile(r"《(?P<title>[^《》\n]{12,60})》(?=[^。《》\n]{0,40}(?:《[^《》]*》)?[^。《》\n]{0,40}印发)")
_TOLD_WITHIN = 800
_SAME_END = 8
_SENDS_OUT = re.compile(TOLD)
_OPENING = 200
_FRONT = 3000
_OF_ALL = re.compile(r"我国|(?<![健完安])全国(?!人大|政协|两会|[^,。]{0,14}会)")
_LEAST = 2
_LEAST_WITHOUT_SELF = 3
_MANY_SIBLINGS = 3


def find_jurisdiction(title: str | None, issuer: str | None, text: str) -> Place | None:
    """The place whose plan this is, or None where the text leaves it open.

    In order: the firm that the title begins with, the place of the title (黔东南州…方案), the issuer's
    (濮阳市人民政府; a ministry's is the country), the street, town or county of a common name that the title begins
    with or the region that it names, the street or town of the issuer, the place in 结合长春市实际, 具有江都特色,
    松江区特制定如下方案 or in the name of an annex (《珠海市…分工表》(见附表)), the one named most of those that fit
    我市 or 全州, a village or school that speaks of itself by name, the place with which news begin
    (近日,湖南省印发). In a text about 我市 the words `依据《河南省…方案》` give nothing.
    """
    titled = (find_firm(title) or place_of(title)) if title else None
    if titled:
        return _told_closer(title or "", titled, text)
    issuing = place_of(issuer) if issuer else None
    if issuing:
        return short_name_in(title or "", issuing) or issuing
    small = (find_titled(title) or shared_name_in(title, text) or region_in(title)) if title else None
    small = small or (find_titled(issuer) if issuer else None)
    if small:
        return small
    return _stated(text) or _spoken_of(text) or _opening(text) or _country(text)


def _told_closer(title: str, titled: Place, text: str) -> Place:
    """The place of a headline, or the one within it that news give below it, where they name the plan in full.

    内蒙古乌后旗推行河长制工作方案印发 over 《内蒙古乌拉特后旗推行河长制工作方案》近日印发 is the 乌拉特后旗.
    """
    told = _IN_FULL.search(text, 0, _TOLD_WITHIN)
    place = place_of(told["title"]) if told and told["title"][-_SAME_END:] in title else None
    return place if place and titled.code != place.code and contains(titled, place) else titled


def _stated(text: str) -> Place | None:
    """The place that the text says is its own, whose office is named in brackets below it, or that a table annexed to
    it bears in its name."""
    sent_in = _SENT_IN.search(text, max(0, len(text) - _OPENING))
    if sent_in and (sender := place_of(sent_in["body"])):
        return sender
    for way in _OWN:
        for own in way.finditer(text):
            place = find(own["place"])
            if place and place.level != "national":
                return place
    annexed = _ANNEXED.search(text)
    return place_of(annexed["title"]) if annexed else None


def _opening(text: str) -> Place | None:
    """The place that does what the text begins with: 2020年,永州市推进改厕; none that stands beside others, or within
    a longer name (湖南日报)."""
    ahead = _AHEAD.match(text)
    at = ahead.end() if ahead else 0
    named = mentions(text[at : at + _OPENING])
    start, end, place = next(iter(named), (-1, 0, None))
    if (
        start != 0
        or place is None
        or text[at + end : at + end + 1] in tuple("、和与及到至-—")
        or _BESIDE_OURS.match(text, at + end)
    ):
        return None
    others = {other.code for _, _, other in named if not (contains(place, other) or contains(other, place))}
    acts = place.name.endswith(text[at + end - 1]) or _SENDS_OUT.match(text, at + end)
    return place if acts and not others else None


def _country(text: str) -> Place | None:
    """The country, where a text that names no place tells of 我国 or of what was done 全国; not of 全国…会议."""
    ahead = _AHEAD.match(text)
    if is_national(text[ahead.end() if ahead else 0 :][:_OPENING]):
        return find("全国")
    if not _OF_ALL.search(text, 0, _OPENING) or _SELF.search(text) or mentions(text):
        return None
    return find("全国")


def _spoken_of(text: str) -> Place | None:
    """The place that the text means by 我市 or 全镇, or names again and again."""
    own = Counter(match["kind"] for match in _SELF.finditer(text)).most_common(1)
    kind = own[0][0] if own else None
    short = _called_short(text, kind) if kind in ("县", "区", "旗") else None
    if kind in LEVELS:
        return find_named_most(text, kind)
    named = [mention for mention in mentions(text) if not _BESIDE_OURS.match(text, mention[1])]
    if kind and not _OURS.search(text) and not any(place.name.endswith(_FITS[kind]) for _, _, place in named):
        kind = None  # 排名全省第一 says nothing of whose text it is
    most = _named_most([place for _, _, place in named], kind)
    return most or short or (_named_alone(text, named, kind) if kind else find_organisation(text, named))


def _called_short(text: str, kind: str) -> Place | None:
    """The county for whose sake the work of a text about 全县 is done, by its short name: 为德安高质量发展提供保障."""
    known = (find(match["place"] + kind) for match in _FOR_THE_SAKE.finditer(text, 0, _FRONT))
    return next((place for place in known if place and place.level == "county"), None)


def _named_alone(text: str, named: list[tuple[int, int, Place]], kind: str) -> Place | None:
    """The one place that fits what the text calls itself, though named only once, but not in a title or a firm's name.

    `全市…,制定成都市处置意见` speaks of 成都市, `根据《绍兴市治水方案》,结合我市实际` may speak of a city in 绍兴市,
    金华市级森林村庄 of any in 金华市, 昌源河南段 of a river; but no prefecture lies in another: 《甘孜州责任书》 tells
    what 我州 is.
    """
    fitting = [
        mention for mention in named if mention[2].name.endswith(_FITS[kind]) and not text.startswith("级", mention[1])
    ]
    if len(fitting) != 1 or find_organisation(text, fitting):
        return None
    start, end, place = fitting[0]
    if not place.name.endswith(text[start:end]) and _RUNS_ON.search(text[max(0, start - 4) : end]):
        return None
    is_cited = text.rfind("《", 0, start) > text.rfind("》", 0, start)
    return None if is_cited and (kind == "市" or (kind, place.level) == ("区", "province")) else place


def _named_most(named: list[Place], kind: str | None) -> Place | None:
    """The place named most, of those whose official names end in what the text calls itself.

    A county among many of its prefecture is one that the plan speaks of, not the one that it governs.
    """
    fitting = [place for place in named if kind is None or place.name.endswith(_FITS[kind])]
    (code, count), *others = Counter(place.code for place in fitting).most_common(2) or [(None, 0)]
    if others and others[0][1] == count:
        return None  # 岳阳市、常德市和益阳市人民政府 are named alike
    if code is None or count < (_LEAST if kind else _LEAST_WITHOUT_SELF):
        return None
    place = next(place for place in fitting if place.code == code)
    siblings = {other.code for other in named if other.level == "county" and (other.code or "")[:4] == code[:4]}
    return None if place.level == "county" and len(siblings) > _MANY_SIBLINGS else place
