"""Series: lists of things that share one measure, one value, or have values in the same order."""

from __future__ import annotations

import re

import rjieba

from nlp.targets import joint, scope
from nlp.targets.indicator import known_tail, link
from nlp.targets.shared_measure import leading, share_out
from nlp.targets.statement import Thing
from nlp.vocabulary import words

# 氮氧化物|等主要大气污染物|排放量, 化学需氧量、氨氮|两项主要污染物|减排量
_SUMMED_UP = re.compile(
    r"等(?:主要|多种|[三四五六][种项])*(?:大气|水)?(?:污染物)?|[两三四五六]项(?:主要)?(?:大气|水)?污染物"
)
_SHORTEST_MEMBER, _LONGEST_MEMBER = 2, 16  # characters of a member of a list


def spread(noun: str, count: int, in_order: bool = False) -> list[Thing]:
    """The scopes and indicators that a noun before `count` values names; one where it names one.

    `化肥、农药利用率` before one value names 化肥利用率 and 农药利用率; `城市、县城污水处理率` before two values names
    污水处理率 for 城市 and for 县城; `氮氧化物、氨氮重点工程减排量` before two names two. `国家级、省级绿色制造单位`,
    `受污染耕地安全利用和严格管控面积` and `楠木、红豆杉等示范点` name one.
    """
    if count > 1 and (places := _places(noun, count)):
        return places
    where, rest = scope.lead(noun)
    measured = _parts(rest)
    each_its_own = len(measured) == count if count > 1 else _parallel(measured)
    if where and joint.MEMBER.search(where) and len(measured) > 1 and each_its_own:
        return [("".join(filter(None, (where, own))), thing) for own, thing in spread(rest, count, in_order)]
    parts = _parts(noun)
    if count == 1 and len(parts) > 1 and "等" not in noun and (whole := _completed(noun, parts)):
        return whole
    # 宜居乡镇、建制村比例分别达到50% says the one value of both.
    shares = in_order and count == 1 and len(parts) > 1 and parts[-1].endswith(words("statements", "measures"))
    ordered = len(parts) == count > 1 or shares
    if ordered or ("等" not in noun and len(parts) > 1 and count == 1 and _parallel(parts)):
        return share_out([*parts[:-1], _SUMMED_UP.sub("", parts[-1])])
    return [scope.split(noun)]


def places_of_each(where: str | None, count: int) -> list[str]:
    """The places of a list before as many values, one for each: 甲县、乙县 before two; none of 甲县 or before three."""
    places = re.split(f"[{joint.MARKS}]", where or "")
    return places if len(places) == count > 1 else []


def each(noun: str) -> list[Thing]:
    """The things of which there are as many of each: 无废机关、无废学校|各2个, 省级、市级示范村|各3个.

    Places joined to one thing are its scope: 甲县、乙县焦炉|各2座.
    """
    parts, (where, thing) = _parts(noun), scope.split(noun)
    if len(parts) > 1 and joint.MEMBER.search(where or ""):
        return [(where, thing)]
    levels = words("statements", "levels")
    level = next((word for word in levels if parts and parts[-1].startswith(word)), "")
    shared = parts[-1].removeprefix(level) if parts else ""
    return [scope.split(part + shared if part in levels else part) for part in parts]


def _places(noun: str, count: int) -> list[Thing]:
    """As many scopes as there are values, before one measure: 京津冀及周边地区、汾渭平原PM2.5浓度."""
    measure = known_tail(noun) or ""
    listed = noun.removesuffix(measure)
    if not measure or not listed or listed[-1] in joint.MARKS:
        return []
    for between in ("、", joint.MEMBER):
        places = [place for place in re.split(between, listed) if place]
        if len(places) == count and not any(place.endswith(words("statements", "measures")) for place in places):
            return [(place, measure) for place in places]
    return []


def _parts(noun: str) -> list[str]:
    """The members of a list; a joint inside brackets or quotation marks is none."""
    masked = re.sub(r"\([^()]*\)|“[^”]*”", lambda match: "○" * len(match[0]), noun)
    cuts = [match.span() for match in joint.MEMBER.finditer(masked)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(noun)]
    return [noun[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


def _parallel(parts: list[str]) -> bool:
    """True where every member is a measure of its own, or all are things known to share one: 化肥、农药利用率."""
    if all(part.endswith(words("statements", "measures")) for part in parts):
        return True
    known = words("statements", "parallels")
    first = scope.lead(parts[0])[1]
    return all(part in known for part in [first, *parts[1:-1]]) and bool(leading(parts[-1]))


def _completed(noun: str, parts: list[str]) -> list[Thing]:
    """Every member with the end of the last one by which all are indicators of their own.

    `受污染耕地、污染地块安全利用率` gives two. Empty where no end makes them so, and for places that share one measure.
    """
    last, (joined, _), (where, first) = parts[-1], scope.lead(noun), scope.lead(parts[0])
    measured = last.endswith(words("statements", "measures")) and not any(mark in noun for mark in "(的")
    if not measured or not first or joint.MEMBER.search(joined or "") or any(scope.lead(part)[0] for part in parts[1:]):
        return []
    for at in range(_SHORTEST_MEMBER, min(len(last) - 1, _LONGEST_MEMBER)):
        if rjieba.has_word(last[at - 1 : at + 1]):
            continue  # 断面水|质优良率
        whole = [*(part + last[at:] for part in [first, *parts[1:-1]]), last]
        meant = {link(each) for each in whole}
        if None not in meant and len(meant) == len(whole):
            return [(where, each) for each in whole]
    return []
