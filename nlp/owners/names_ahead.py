"""Names of bodies read forward from where they must begin: behind 由, 督促 or 会同."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.bodies.body import ORGAN, is_body
from nlp.bodies.body_list import split_strictly
from nlp.bodies.listed import Listed
from nlp.owners.township import townships_at
from nlp.owners.verb import PARTNER
from nlp.wording import any_of

# A ministry ends in a character that ends common nouns as well: 会同教育部、财政部组织
_MINISTRY = rf"[{HAN}]{{2,8}}?部(?=[、,和及]|{any_of('roles', 'ministry_acts')})"
# One body read forward from a place where it must begin: the first organ ends it, and organs that follow at once.
_WORD = r"(?:[^、,;。:()“”\s的]|\([^()]{1,10}\)|“[^”]{1,12}”)"
# 市公安局交警支队 goes on behind its first organ, and 市机关事务服务中心 begins with one.
_WITHIN = rf"(?:[{HAN}]{{2,8}}?(?:分局|支队|大队|中队))?"
_NAME_AHEAD = rf"(?P<name>{_MINISTRY}|{_WORD}{{0,24}}?(?!机关事务)(?:{ORGAN})+{_WITHIN}(?:\([^()]{{1,12}}\))?)"
# What makes a person of it: 市委书记, and by name 市政府李明副市长, 市水利局王芳任组长
_NO_DOER = (
    rf"{any_of('bodies', 'persons', 'officers')}"
    rf"|(?:{any_of('bodies', 'surnames')})[{HAN}]{{1,2}}(?:副?(?:{any_of('bodies', 'persons')})|[任同]|主持|带队)"
)
_AHEAD = re.compile(rf"{_NAME_AHEAD}(?!办?公[室厅]|办?事处|织|门|{_NO_DOER})(?P<next>(?:、|,|和|及|与|以及)?)")
# 公安、水务、国土等部门; 市治水办等单位
_STEM = rf"[{HAN}]{{2,6}}"
_STEMS = re.compile(rf"(?:(?:{_STEM}、)+{_STEM}?|(?:{_STEM}、)*{_STEM}?等)(?:有关|相关)?(?:部门|单位)")
# 由市水利局、市公安局等部门人员组成 tells who sits in a group.
_MEMBERS = re.compile(
    rf"等?(?:{any_of('bodies', 'anonymous_parts')})*(?:部门|单位)?(?:相关|有关|业务)?(?:人员|同志)(?:组成|构成)"
)
_OF_NOBODY = re.compile(rf"{_NAME_AHEAD}(?:{_NO_DOER})")


def bodies_ahead(text: str, start: int, end: int) -> list[Listed]:
    """The list of bodies that begins at `start` and ends where its last name does; none where another word begins.

    After 由 in `由州人民政府进行约谈` it is 州人民政府; in `由重到轻`, `由市财政安排`, `由县委书记任组长` and
    `由市水利局、市公安局组成的领导小组` there is none.
    """
    names: list[Listed] = []
    at = start
    while (found := _AHEAD.match(text, at, min(end, at + 60))) is not None and is_body(found["name"]):
        if PARTNER.search(found["name"]) is not None:  # 由所在乡镇会同县水利局依法解除
            return names
        names.append(Listed("".join(found["name"].split()), at, found.end("name")))
        at = found.end()
        if not found["next"]:
            return [] if _MEMBERS.match(text, at, end) else names
    # 由市水利局、市公安局组成的领导小组: what stands behind the last name makes doers of none.
    return [] if names and _OF_NOBODY.match(text, at, min(end, at + 60)) else names


def partners_ahead(text: str, start: int, end: int) -> list[Listed]:
    """The partners that begin at `start`: bodies, departments by their stems (公安、水务等部门), or 各乡镇.

    Behind 会同 in `会同公安、水务等部门查处` the departments; in `会同研究方案` there is none.
    """
    listed = _STEMS.match(text, start, min(end, start + 80)) or townships_at(text, start, end)
    named = bodies_ahead(text, start, end)
    return list(split_strictly(text, *listed.span(), weak=True)) if listed and not named else named
