"""The place that a title names: whose plan it is, and not merely whom it mentions."""

from __future__ import annotations

import re
from collections import Counter

from corpus.characters import HAN
from nlp.facts import Place
from nlp.metadata.small_place import find_behind
from nlp.places.place import contains, find, is_shared, mentions
from nlp.wording import pattern

_NATIONAL = pattern("place_words", "national_bodies")
_REGION = pattern("place_words", "regions")
_COUNTY = re.compile(rf"(?:\A|(?<=关于)|(?<=印发)|(?<=《))(?=(?P<name>(?![与和及])[{HAN}]{{1,4}}?[区县市旗]))")


def place_of(title: str) -> Place | None:
    """The place of the plan that a title names, else the place of the body that sends it out.

    西湖区 of 杭州市人民政府关于印发西湖区…方案的通知; 洛阳市 of 洛阳市关于印发贯彻河南省…方案的通知; the country of
    国务院关于印发…, but 黄河流域 of 水利部关于加强黄河流域….
    """
    sender, _, subject = title.partition("关于")
    outer = _named_first(sender)
    inner = _named_first(subject, outer)
    if inner and (outer is None or contains(outer, inner)):
        return inner
    return outer or ((region_in(subject) or find("全国")) if is_national(title) else None)


def is_national(name: str) -> bool:
    """Whether a name or title begins with a body of the whole country: 国务院关于…, 水利部; not 全国节水行动方案."""
    return _NATIONAL.match(name) is not None


def region_in(title: str) -> Place | None:
    """The region of several provinces that a title names: 汾渭平原2022年攻坚方案; it has no code and no level."""
    region = _REGION.search(title)
    return Place(region[0], None, None, [region[0]]) if region else None


def short_name_in(title: str, issuing: Place) -> Place | None:
    """The county of the issuer's place that opens the title by its short name: 威宁草海治理要点 of 毕节市…领导小组."""
    start, _, place = next(iter(mentions(title, issuing)), (-1, 0, issuing))
    return place if start == 0 else None


def shared_name_in(title: str, text: str) -> Place | None:
    """The county that a title names first where several share its name: the one in the province the text names most.

    通州区2022年行动计划 is the one in 北京市 where that is named; where no province is, the place has no code.
    """
    name = next((match["name"] for match in _COUNTY.finditer(title) if is_shared(match["name"])), None)
    if name is None:
        return None
    around = Counter(place.path[0] for _, _, place in mentions(text) if place.path).most_common(1)
    near = find(around[0][0]) if around else None
    return find(name, near) or Place(name, None, "county", [name])


def _named_first(wording: str, near: Place | None = None) -> Place | None:
    """The first place in a wording, as far down as names follow one another: 杭州市西湖区 is the 西湖区.

    Not one that others have come to: 中央生态环境保护督察在辽宁.
    """
    place, at = None, 0
    for start, end, found in mentions(wording, near):
        if wording.endswith("在", 0, start):
            continue
        if place is not None and (start != at or not contains(place, found)):
            break
        place, at = found, end
    return (find_behind(wording, at, place) or place) if place else None
