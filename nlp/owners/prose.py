"""Bodies that running text names as doers: `由城建办负责跟进,各有关村(居)配合`, `领导小组办公室每季度调度`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import HAN
from nlp.bodies.body import ORGAN, is_anonymous, is_body
from nlp.bodies.body_list import Listed, split, split_strictly
from nlp.facts import Owner, Role
from nlp.owners.act import acts_in
from nlp.owners.verb import DUTIES, PARTNER, VERB, role_of, role_of_act
from nlp.places import place as places
from nlp.times.limit import LIMIT
from nlp.vocabulary import words
from nlp.wording import any_of

_REACH = 160  # characters before a verb that can hold the list of its subjects
_SIGNS = "。;!?\n\t:】,、"  # what the last name of a list stands behind
_BOUND = re.compile(r"[。;!?\n\t:“】]")
# What ends the clause behind a verb: a stop, or 检查 in 负责监督检查.
_CLOSING = re.compile(r"(?:检查|考核)?(?=[。;!?\n\t:“】,、)])|(?:检查|考核)$")
_BOLD = words("roles", "bold_verbs")
_OFFICE = re.compile(rf"(?:{any_of('bodies', 'levels')})[{HAN}]{{2,16}}(?:{any_of('bodies', 'office_ends')})")
_GOVERNED = ("市", "县", "区", "州", "旗", "盟")  # ends of places that have a government
_ALONG = r"(?:沿.{1,2}|有关|相关|涉.{1,2})?"
# 沿海各镇(街道), 各有关乡镇, 各镇街, 沿河各村(居)
_TOWNSHIPS = re.compile(
    rf"{_ALONG}各{_ALONG}(?:乡镇|镇街|街镇|镇|乡|街道|苏木|行政村|村居|村)(?:、?(?:街道|办事处|社区))?(?:\([^()]{{1,8}}\))?"
)
# 大成镇, 漳江街道; not 建制镇 or 该镇, which no name begins
_TOWNSHIP = re.compile(r"(?![各该本全某所每城集建重特中有小其])[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|苏木)")
_MODAL = re.compile(any_of("roles", "modals"))
_LEAD_IN = re.compile(any_of("roles", "lead_ins"))
# 2025年底前市政府签订责任书: when something is done may stand before who does it.
_BY_WHEN = re.compile(LIMIT)
# 由 is part of another word in 自由, 理由, 缘由, 事由, 经由, and 请 in 报请, 提请, 申请, 邀请, 呈请, 聘请, 请示.
_DOER = re.compile(rf"(?<![自理缘事经报提申邀呈聘])(?!请示)(?:{any_of('roles', 'doers')})")
_URGED = re.compile(rf"(?:^|(?<=[,。;:、\n]))(?:{any_of('roles', 'urging')})(?!检查)", re.M)
# An office that sits in a bureau acts itself: 领导小组办公室设在市生态环境局,负责日常工作
_SEATED = re.compile(r"(?<=办公室)\(?(?:设|设立|挂靠)(?:在|于)[^,。;]{2,30},[^,。;]{0,12}?(?:负责|承担)")
# 领导小组下设办公室在市生态环境局: what sits there is the 领导小组办公室.
_SET_UP = re.compile(r"(?:下设|内设)(?=办公室$)")
_PARTNER_AHEAD = re.compile(rf"(?:应当|必须|还?将|[,要应需须])?(?:{PARTNER.pattern})")
# 由市水利局、市海事处组成联合执法组,取缔…: who forms a group to do something does it.
_FORMED = re.compile(
    r"由(?P<names>[^。;:,()\n]{4,80}?)(?:联合|共同)?(?:组成|组建|成立)"
    rf"(?:{any_of('roles', 'groups')})[^,。;的\n]{{0,10}}(?:组|队|专班)(?=,)"
)
# 市水务局负责管护,会同市住建局划定范围: the partner comes in with a later clause of the same subject, or without one.
_PARTNER_LATER = re.compile(rf"(?<![{HAN}])(?:{any_of('roles', 'modals')}|并|同时)*(?:{PARTNER.pattern})")
# 是实施本方案的责任主体 says who carries the plan, 是本辖区水环境的责任主体 what everybody knows.
_OF_PLAN = re.compile("(?:实施|落实|执行)(?:本|该)?(?:方案|规划|计划)|(?:方案|规划|计划)(?:的)?(?:实施|落实)")
# What somebody is responsible for that others do: 乡水利站负责技术指导
_OVERSIGHT = re.compile(
    rf"(?:{any_of('roles', 'overseen')})(?:{any_of('roles', 'oversights')})(?:工作)?"
    r"(?:[和及与](?:验收|检查|监督|考核))?(?=[,。;、)]|$)"
)
# A ministry ends in a character that ends common nouns as well: 会同教育部、财政部组织
_MINISTRY = rf"[{HAN}]{{2,8}}?部(?=[、,和及]|{any_of('roles', 'ministry_acts')})"
# One body read forward from a place where it must begin: the first organ ends it, and organs that follow at once.
_WORD = r"(?:[^、,;。:()“”\s的]|\([^()]{1,10}\)|“[^”]{1,12}”)"
# 市公安局交警支队 goes on behind its first organ, and 市机关事务服务中心 begins with one.
_WITHIN = rf"(?:[{HAN}]{{2,8}}?(?:分局|支队|大队|中队))?"
_NAME_AHEAD = rf"(?P<name>{_MINISTRY}|{_WORD}{{0,24}}?(?!机关事务)(?:{ORGAN})+{_WITHIN}(?:\([^()]{{1,12}}\))?)"
_NO_DOER = any_of("bodies", "persons", "officers")
_AHEAD = re.compile(rf"{_NAME_AHEAD}(?!办?公[室厅]|办?事处|织|{_NO_DOER})(?P<next>(?:、|,|和|及|与|以及)?)")
# 公安、水务、国土等部门
_STEMS = re.compile(r"(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6}?等?(?:有关|相关)?(?:部门|单位)")
_OF_NOBODY = re.compile(rf"{_NAME_AHEAD}(?:{_NO_DOER})")


def doers_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The owners that sentences in `text[start:end]` name with a verb of carrying or after 由, 责成 and their like.

    `这项工作由城建办负责跟进,各有关村(居)配合` gives two; `由市水务局会同市住建局负责` a responsible and a
    cooperating one; `政府主导`, `各县要密切配合` and `配合区水务局做好清淤` give none. What names nobody
    (`各部门配合`) comes under the rule "nobody", for the report to count.
    """
    last = start
    governed: list[tuple[int, int]] = []
    for mark in VERB.finditer(text, start, end):
        bold = mark["first"] in _BOLD or "具体" in mark["adverbs"]
        names = _subjects(text, max(last, mark.start() - _REACH), mark.start(), weak=bold)
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
        rule = "duty" if general or _MODAL.search(mark["adverbs"]) else "verb"
        oversees = not closing and _OVERSIGHT.match(text, last, end) is not None
        yield from _carriers(text, names, "supervising" if oversees else role_of(mark, closing=closing), rule)
        yield from _partners(text, last, end)
        if mark["verbs"].endswith("督促"):  # who is urged does it: 县文旅局督促旅游公司完成扩容
            yield from (_owner(listed, "responsible", "doer") for listed in bodies_ahead(text, last, end))
    yield from _named_after(text, start, end, governed)
    for group in _FORMED.finditer(text, start, end):
        names = split_strictly(text, *group.span("names"), weak=True)
        yield from (_owner(listed, "responsible", "doer") for listed in names)
    for later in _PARTNER_LATER.finditer(text, start, end):
        yield from (_owner(listed, "cooperating", "partner") for listed in _joined_in(text, later.end(), end))


def _without_object(text: str, names: list[Listed], end: int) -> list[Listed]:
    """The names before a verb without those that follow the verb before it at once and are its object.

    In `负责建设监测站,市住建局承担运维` 监测站 is one, and so is 消纳场所 in `牵头建设消纳场所、市住建局配合`; in
    `市水务局牵头市住建局配合` there is none.
    """
    comma = text.find(",", names[0].end, end)
    if comma >= 0:
        return [one for one in names if one.start > comma]
    return names if is_body(names[0].name) else names[1:]


def subjects_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The named bodies that act in `text[start:end]` without a verb of carrying: `领导小组办公室每季度调度进展`.

    Of collectives townships and villages alone act, `各镇推进保洁`, and those beside a body; `各部门要…` and `各镇要…`
    own nothing. Bodies that are only spoken of are none (`对市水务局要求的…`), nor are those that no word of doing
    follows.
    """
    last = start - 1
    for at, act in acts_in(text, start, end):
        placed = len(act) > 1 or act == "每" or _MODAL.fullmatch(act) is not None
        reach = max(start, at - _REACH)
        # Only a body acts together with another: 物流部会同采购中心.
        names = _subjects(text, reach, at, weak=True) if act == "会同" else _acting(text, reach, at, placed=placed)
        if names and act == "与":  # 市生态环境局与市资规局建立机制
            names += [listed for listed in bodies_ahead(text, at + len(act), end) if not listed.collective]
        if not names or names[0].start <= last or PARTNER.search(text, names[0].start, at):
            continue
        if names[0].collective and (_MODAL.match(act) or DUTIES.match(text, at) or not _is_townships(names[0])):
            continue
        last = names[0].start
        role = role_of_act(text, names[-1].end, end)
        vouched = not names[0].collective
        yield from (_owner(_set_up(listed), role, "subject", vouched=vouched) for listed in names)
        yield from _partners(text, at, end)
    for mark in _SEATED.finditer(text, start, end):
        names = _subjects(text, max(start, mark.start() - _REACH), mark.start(), weak=False)
        yield from (_owner(_set_up(listed), "responsible", "subject") for listed in names)


def urged_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The named bodies that a sentence without a subject urges to act: `督促云峰化工公司完成防渗改造`."""
    for mark in _URGED.finditer(text, start, end):
        yield from (_owner(listed, "responsible", "subject") for listed in bodies_ahead(text, mark.end(), end))


def _set_up(listed: Listed) -> Listed:
    return replace(listed, name=_SET_UP.sub("", listed.name))


def _acting(text: str, start: int, end: int, *, placed: bool) -> list[Listed]:
    """The subjects of a plain verb: sure bodies, or offices that name their level, 区效能办 and 县农机中心.

    With `placed`, before a word of doing, known places as well: 宜昌市 in `宜昌市应制定方案`, not in `宜昌市在全省`.
    A sure body vouches for many named with it: 区农业农村局、各镇街.
    """
    # Most words of doing stand behind common nouns: the last name alone tells so, cheaper than the list.
    begins, _ = _opening(text, max(start, *(text.rfind(sign, start, end) + 1 for sign in _SIGNS)), end)
    if text[end - 1] != ")" and not is_body(text[begins:end], weak=True):
        return []
    if names := _subjects(text, start, end, weak=False):
        return names
    weak = _subjects(text, start, end, weak=True)
    if weak and is_body(weak[0].name) and all(one.collective or _is_sure(one) for one in weak):
        return weak
    acting = placed and any(all(map(test, weak)) for test in (_is_governed, _is_townships, _is_township))
    return weak if acting or all(_is_sure(one) for one in weak) else []


def _is_sure(listed: Listed) -> bool:
    """True for a sure body and for an office that names its level: 市港航中心."""
    return is_body(listed.name) or _OFFICE.fullmatch(listed.name) is not None


def _is_governed(listed: Listed) -> bool:
    """True for a known place that has a government, 宜昌市; false for 矿区, which is a common noun first."""
    return len(listed.name) > 2 and listed.name.endswith(_GOVERNED) and places.find(listed.name) is not None


def _is_township(listed: Listed) -> bool:
    """True for a single township by its name, 大成镇 and 漳江街道; false for 城镇, 建制镇 and 全镇."""
    return _TOWNSHIP.fullmatch(listed.name) is not None


def _is_townships(listed: Listed) -> bool:
    """True for the townships or villages of a place together, 沿海各镇(街道); false for 各镇河长办 and 各部门."""
    return _TOWNSHIPS.fullmatch(listed.name) is not None


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
        names.append(Listed(found["name"], at, found.end("name")))
        at = found.end()
        if not found["next"]:
            return names
    # 由市水利局、市公安局组成的领导小组: what stands behind the last name makes doers of none.
    return [] if names and _OF_NOBODY.match(text, at, min(end, at + 60)) else names


def _subjects(text: str, start: int, end: int, *, weak: bool) -> list[Listed]:
    """The list of bodies that ends at `end` and begins its clause; none where the clause begins with anything else."""
    names: list[Listed] = []
    for a, b in _clauses_back(text, start, end):
        begins, brought_in = _opening(text, a, b)
        piece = split_strictly(text, begins, b, weak=weak or brought_in)
        if not piece or PARTNER.match(piece[0].name):
            break
        names = piece + names
        if brought_in:
            break
    return names


def _opening(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the names of a clause can begin, behind 由 or 2025年底前; and whether 由 or its like brings them in."""
    doers = list(_DOER.finditer(text, start, end))
    opening = doers[-1] if doers else _LEAD_IN.match(text, start, end) or _BY_WHEN.match(text, start, end)
    return opening.end() if opening else start, bool(doers)


def _clauses_back(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between commas outside brackets, the last one first, back to where the sentence or a bracket begins."""
    depth, stop = 0, end
    for at in range(end - 1, start - 1, -1):
        sign = text[at]
        # 【控源截污】区水务局负责…: what heavy brackets hold is a heading.
        depth += (sign in ")]〕") - (sign in "([【〔")
        if depth < 0 or (depth == 0 and _BOUND.match(sign)):
            yield at + 1, stop
            return
        if sign == "," and depth == 0:
            yield at + 1, stop
            stop = at
    yield start, stop


def _carriers(text: str, names: list[Listed], role: Role, rule: str) -> Iterator[Owner]:
    """The subjects of a verb with their role; `A会同B、C` is taken apart, and B and C cooperate."""
    for listed in names:
        partner = PARTNER.search(listed.name)
        if partner is None or not is_body(listed.name[: partner.start()], weak=True):
            yield _owner(listed, role, rule)
            continue
        yield from (_owner(one, role, rule) for one in split(text, listed.start, listed.start + partner.start()))
        for one in split(text, listed.start + partner.end(), names[-1].end):
            yield _owner(one, "cooperating", rule)
        return


def _partners(text: str, at: int, end: int) -> Iterator[Owner]:
    """Bodies after 会同 or 联合 that stands at `at`, perhaps behind a comma or 要."""
    opening = _PARTNER_AHEAD.match(text, at, end)
    if opening is not None:
        yield from (_owner(listed, "cooperating", "partner") for listed in _joined_in(text, opening.end(), end))


def _joined_in(text: str, start: int, end: int) -> list[Listed]:
    """The partners that begin at `start`: bodies, departments by their stems (公安、水务等部门), or 各乡镇."""
    listed = _STEMS.match(text, start, min(end, start + 80)) or _TOWNSHIPS.match(text, start, end)
    return bodies_ahead(text, start, end) or (split_strictly(text, *listed.span(), weak=True) if listed else [])


def _named_after(text: str, start: int, end: int, governed: list[tuple[int, int]]) -> Iterator[Owner]:
    """Bodies after 由 or 责成 that act with a verb of their own: `由州人民政府进行约谈`."""
    spans = iter(governed)
    span = next(spans, None)
    for doer in _DOER.finditer(text, start, end):
        while span and span[1] <= doer.end():
            span = next(spans, None)
        if span is None or doer.end() < span[0]:
            names = bodies_ahead(text, doer.end(), end)
            yield from (_owner(listed, "responsible", "doer") for listed in names)
            yield from _partners(text, names[-1].end, end) if names else ()


def _owner(listed: Listed, role: Role, rule: str, *, vouched: bool = False) -> Owner:
    """An owner by a rule, or by the rule "nobody" where the wording names nobody or only binds everybody.

    `vouched` says that a body acts beside it: 各区政府 in `市教育局、各区政府要开展排查`.
    """
    collective = listed.collective and not (vouched or (rule == "subject" and _is_townships(listed)))
    if is_anonymous(listed.name) or (collective and rule in ("duty", "subject")):
        rule = "nobody"
    return Owner(listed.name, role, listed.start, listed.end, listed.collective, rule=rule)
