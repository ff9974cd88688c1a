"""Bodies that running text names as doers: `由城建办负责跟进,各有关村(居)配合`, `领导小组办公室每季度调度`, `责成县水务局…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.body import ANY_ORGAN, any_of, is_anonymous, is_body
from nlp.body_list import Listed, split, split_strictly
from nlp.facts import Owner, Role
from nlp.owner_role import FINALS, PARTNER, VERB, role_of_verbs
from nlp.vocabulary import words

_REACH = 160  # characters before a verb that can hold the list of its subjects
# After these a body of any kind is the doer; 实施, 落实 or 支持 also follow places and things.
_BOLD = ("牵头", "主办", "负责", "配合", "协助", "承办", "协办", "抓总", "主抓", "参与")
_LEAD_IN = re.compile(r"(?:充分)?发挥|强化|以上工作|该项工作|其中")
_MODAL = re.compile("[要应须需]")
_BOUND = re.compile(r"[。;!?\n\t:“]")
_DOER = re.compile(rf"(?<![自理缘事经])(?:{any_of(words('roles', 'doers'))})")
_OPENER = re.compile(
    rf"(?<=[{FINALS}])(?!{any_of(words('roles', 'not_openers'))})(?:{any_of(words('roles', 'openers'))})"
)
_OFFICER = rf"(?:{any_of(words('bodies', 'persons'))}|主要|分管|有关|副|党组|班子|牵头人|副职|印发|发布|颁发|组成|批准|审批|同意|[长书])"
# One body read forward, as short as it can be, from a place where it must begin.
_FORWARD = re.compile(
    rf"(?P<name>(?:各|[^、,;。:()“”\s的]|\([^()]{{1,10}}\)|“[^”]{{1,12}}”){{1,24}}?(?:{ANY_ORGAN})"
    rf"(?:\([^()]{{1,12}}\))?(?:办公室|分局|支队|大队)?)(?!{_OFFICER})(?P<next>(?:、|,|和|及|与|以及)?)"
)


def doers_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The owners that sentences in `text[start:end]` name with a verb of carrying or after 由, 责成 and their like.

    `这项工作由城建办负责跟进,各有关村(居)配合` gives two; `由市水务局会同市住建局负责` a responsible and a cooperating one; `政府主导`,
    `各部门要密切配合` and `配合区水务局做好清淤` give none.
    """
    governed: list[tuple[int, int]] = []
    last = start
    for mark in VERB.finditer(text, start, end):
        bold = mark["verbs"].startswith(_BOLD)
        names = _subjects(text, max(last, mark.start() - _REACH), mark.start(), weak=bold)
        modal = _MODAL.search(mark["adverbs"]) is not None
        kept = [one for one in names if not is_anonymous(one.name) and not (modal and one.collective)]
        if not kept:
            continue
        governed.append((names[0].start, mark.end()))
        last = mark.end()
        closing = mark.end() >= end or _BOUND.match(text, mark.end()) is not None or text[mark.end()] in ",、)"
        role = role_of_verbs(mark["verbs"], closing=closing)
        yield from _with_partner(text, kept, mark.end(), end, role, "duty" if modal else "verb")
    yield from _named_after(text, start, end, governed)


def subjects_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The named bodies that act in `text[start:end]` without a verb of carrying: `领导小组办公室每季度调度进展`.

    Collectives are left out, since `各部门要…` owns nothing; so are bodies that are only spoken of (`对市水务局要求的…`).
    """
    for mark in _OPENER.finditer(text, start, end):
        names = _subjects(text, max(start, mark.start() - _REACH), mark.start(), weak=False)
        if names and (names[0].collective or PARTNER.search(text, names[0].start, mark.start())):
            continue
        for listed in names:
            if not listed.collective and not is_anonymous(listed.name):
                yield _owner(listed, "responsible", "subject")
        if names:
            yield from _partners(text, mark.start(), end)


def _subjects(text: str, start: int, end: int, *, weak: bool = True) -> list[Listed]:
    """The list of bodies that ends at `end` and begins its clause; none where the clause begins with anything else."""
    names: list[Listed] = []
    for a, b in _clauses_back(text, start, end):
        doers = list(_DOER.finditer(text, a, b))
        begin = doers[-1].end() if doers else _lead_in(text, a, b)
        piece = split_strictly(text, begin, b, weak=weak or bool(doers))
        if not piece or PARTNER.match(piece[0].name):
            break
        names = piece + names
        if doers:
            break
    return names


def _lead_in(text: str, start: int, end: int) -> int:
    found = _LEAD_IN.match(text, start, end)
    return found.end() if found else start


def _clauses_back(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between commas outside brackets, the last one first, up to where the sentence or an open bracket begins."""
    depth, stop = 0, end
    for at in range(end - 1, start - 1, -1):
        sign = text[at]
        depth += (sign in ")]】〕") - (sign in "([【〔")
        if depth < 0 or (depth == 0 and _BOUND.match(sign)):
            yield at + 1, stop
            return
        if sign == "," and depth == 0:
            yield at + 1, stop
            stop = at
    yield start, stop


def _with_partner(text: str, names: list[Listed], at: int, end: int, role: Role, rule: str) -> Iterator[Owner]:
    """The subjects of a verb, `A会同B` taken apart, and partners named after the verb (`A牵头,会同B`)."""
    for listed in names:
        partner = PARTNER.search(listed.name)
        if partner is None or not is_body(listed.name[: partner.start()], weak=True):
            yield _owner(listed, role, rule)
            continue
        yield from (_owner(one, role, rule) for one in split(text, listed.start, listed.start + partner.start()))
        for one in split(text, listed.start + partner.end(), listed.end):
            yield _owner(one, "cooperating", rule)
    yield from _partners(text, at, end)


def _partners(text: str, at: int, end: int) -> Iterator[Owner]:
    """Bodies after 会同 or 联合 that stands at `at`, perhaps behind a comma or 要."""
    opening = re.compile(rf"[,要应需]?(?:{PARTNER.pattern})").match(text, at, end)
    if opening is None:
        return
    for listed in bodies_ahead(text, opening.end(), end):
        if not is_anonymous(listed.name):
            yield _owner(listed, "cooperating", "partner")


def _named_after(text: str, start: int, end: int, governed: list[tuple[int, int]]) -> Iterator[Owner]:
    """Bodies after 由 or 责成 that act with a verb of their own: `由州人民政府进行约谈`."""
    taken = iter(governed)
    span = next(taken, None)
    for doer in _DOER.finditer(text, start, end):
        while span and span[1] <= doer.end():
            span = next(taken, None)
        if span and span[0] <= doer.end() < span[1]:
            continue
        for listed in bodies_ahead(text, doer.end(), end):
            if not is_anonymous(listed.name):
                yield _owner(listed, "responsible", "doer")


def bodies_ahead(text: str, start: int, end: int) -> list[Listed]:
    """The list of bodies that begins at `start` and ends where its last name does; none where another word begins.

    After 由 in `由州人民政府进行约谈` it is 州人民政府; in `由重到轻`, `由市财政安排`, `由县委书记任组长` there is none.
    """
    names: list[Listed] = []
    at = start
    while (found := _FORWARD.match(text, at, min(end, at + 60))) is not None and is_body(found["name"], weak=False):
        names.append(Listed(found["name"], at, found.end("name")))
        at = found.end()
        if not found["next"]:
            break
    return names


def _owner(listed: Listed, role: Role, rule: str) -> Owner:
    return Owner(listed.name, role, listed.start, listed.end, listed.collective, rule=rule)
