"""Bodies that running text names as doers, by a verb of carrying or behind 由: `由城建办负责跟进,各有关村(居)配合`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN
from nlp.bodies.body import is_body
from nlp.bodies.body_list import split, split_strictly
from nlp.bodies.listed import Listed
from nlp.facts import Owner, Role
from nlp.owners.named import as_owner, partners_at
from nlp.owners.names_ahead import bodies_ahead, partners_ahead
from nlp.owners.names_before import DOER, REACH, names_before
from nlp.owners.verb import DUTIES, MODAL, PARTNER, VERB, role_of, role_of_act
from nlp.vocabulary import words
from nlp.wording import any_of

# What ends the clause behind a verb: a stop, or 检查 in 负责监督检查.
_CLOSING = re.compile(r"(?:检查|考核)?(?=[。;!?\n\t:“】,、)])|(?:检查|考核)$")
_BOLD = words("roles", "bold_verbs")
# 由市水利局、市海事处组成联合执法组,取缔…: who forms a group to do something does it.
_FORMED = re.compile(
    r"由(?P<names>[^。;:,()\n]{4,80}?)(?:联合|共同)?(?:组成|组建|成立)"
    rf"(?:{any_of('roles', 'groups')})[^,。;的\n]{{0,10}}(?:组|队|专班)(?=,)"
)
# 市水务局负责管护,会同市住建局划定范围: the partner comes in with a later clause of the same subject, or without one.
_PARTNER_LATER = re.compile(rf"(?<![{HAN}])(?:{any_of('roles', 'modals')}|并|同时)*(?:{PARTNER.pattern})")
# 是实施本方案的责任主体 says who carries the plan, 是本辖区水环境的责任主体 what everybody knows.
_OF_PLAN = re.compile("(?:实施|落实|执行)(?:本|该)?(?:方案|规划|计划)|(?:方案|规划|计划)(?:的)?(?:实施|落实)")
# 禁放区域由嘉积城区扩大到博鳌建成区 says from where something spreads.
_SPREADS = re.compile(any_of("roles", "spreading"))
# What somebody is responsible for that others do: 乡水利站负责技术指导, 市环保局负责关闭工作的监督检查
_OVERSIGHT = re.compile(
    rf"(?:{any_of('roles', 'overseen')}|[^,。;:、\n]{{2,24}}的)(?:{any_of('roles', 'oversights')})(?:检查)?(?:工作)?"
    r"(?:[和及与](?:验收|检查|监督|考核))?(?=[,。;、)]|$)"
)


def doers_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The owners that sentences in `text[start:end]` name with a verb of carrying or after 由, 责成 and their like.

    `这项工作由城建办负责跟进,各有关村(居)配合` gives two; `由市水务局会同市住建局负责` a responsible and a
    cooperating one; `政府主导`, `各县要密切配合` and `配合区水务局做好清淤` give none. What names nobody
    (`各部门配合`) comes under the rule "nobody", for the report to count.
    """
    governed: list[tuple[int, int]] = []
    yield from _by_verbs(text, start, end, governed)
    yield from _named_after(text, start, end, governed)
    for group in _FORMED.finditer(text, start, end):
        names = split_strictly(text, *group.span("names"), weak=True)
        yield from (as_owner(listed, "responsible", "doer") for listed in names)
    for later in _PARTNER_LATER.finditer(text, start, end):
        yield from (as_owner(listed, "cooperating", "partner") for listed in partners_ahead(text, later.end(), end))


def _by_verbs(text: str, start: int, end: int, governed: list[tuple[int, int]]) -> Iterator[Owner]:
    """The subjects of verbs of carrying, and who comes in with them; `governed` takes the spans from name to verb."""
    last = start
    for mark in VERB.finditer(text, start, end):
        bold = mark["first"] in _BOLD or "具体" in mark["adverbs"]
        names = names_before(text, max(last, mark.start() - REACH), mark.start(), weak=bold)
        if not names and governed and text[last : last + 1] == ",":
            names = _many_beside(text, last + 1, mark.start())
        if names and names[0].start == last > start:
            names = _without_object(text, names, mark.start())
        if not names:
            continue
        last = mark.end()
        governed.append((names[0].start, last))
        closing = last >= end or _CLOSING.match(text, last, end) is not None
        # 是…的责任主体 and 按职责分工 alone say it of everybody: 各县区政府是本辖区攻坚行动的责任主体
        everybody = "的" in mark["first"] and not _OF_PLAN.search(mark["first"])
        general = closing and (mark["first"] == "负总责" or everybody or DUTIES.match(mark["first"]))
        rule = "duty" if general or MODAL.search(mark["adverbs"]) else "verb"
        oversees = not closing and _OVERSIGHT.match(text, last, end) is not None
        yield from _carriers(text, names, "supervising" if oversees else role_of(mark, closing=closing), rule)
        yield from partners_at(text, last, end)
        if mark["verbs"].endswith("督促"):  # who is urged does it: 县文旅局督促旅游公司完成扩容
            yield from (as_owner(listed, "responsible", "doer") for listed in bodies_ahead(text, last, end))


def _many_beside(text: str, start: int, end: int) -> list[Listed]:
    """Many bodies that a verb of carrying names beside those of the verb before it: 市住建局牵头,各县区落实."""
    names = split_strictly(text, start, end, weak=True)
    return list(names) if names and names[0].collective else []


def _without_object(text: str, names: list[Listed], end: int) -> list[Listed]:
    """The names before a verb without those that follow the verb before it at once and are its object.

    In `负责建设监测站,市住建局承担运维` 监测站 is one, and so is 消纳场所 in `牵头建设消纳场所、市住建局配合`; in
    `市水务局牵头市住建局配合` there is none.
    """
    comma = text.find(",", names[0].end, end)
    if comma >= 0:
        return [one for one in names if one.start > comma]
    return names if is_body(names[0].name) else names[1:]


def _carriers(text: str, names: list[Listed], role: Role, rule: str) -> Iterator[Owner]:
    """The subjects of a verb with their role; `A会同B、C` is taken apart, and B and C cooperate."""
    for listed in names:
        partner = PARTNER.search(listed.name)
        if partner is None or not is_body(listed.name[: partner.start()], weak=True):
            yield as_owner(listed, role, rule)
            continue
        yield from (as_owner(one, role, rule) for one in split(text, listed.start, listed.start + partner.start()))
        for one in split(text, listed.start + partner.end(), names[-1].end):
            yield as_owner(one, "cooperating", rule)
        return


def _named_after(text: str, start: int, end: int, governed: list[tuple[int, int]]) -> Iterator[Owner]:
    """Bodies after 由 or 责成 that act with a verb of their own: `由州人民政府进行约谈`."""
    spans = iter(governed)
    span = next(spans, None)
    for doer in DOER.finditer(text, start, end):
        while span and span[1] <= doer.end():
            span = next(spans, None)
        if span is None or doer.end() < span[0]:
            names = bodies_ahead(text, doer.end(), end)
            if names and _SPREADS.match(text, names[-1].end, end):
                continue
            role = role_of_act(text, names[-1].end, end) if names else "responsible"
            yield from (as_owner(listed, role, "doer") for listed in names)
            yield from partners_at(text, names[-1].end, end) if names else ()
