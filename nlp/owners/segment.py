"""Lists of bodies and verbs, taken apart into owners: `市水务局牵头,市住建局、市城管局配合`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bodies.body import is_body
from nlp.bodies.body_list import split, split_strictly
from nlp.bodies.listed import Listed
from nlp.facts import Owner, Role
from nlp.owners.label import role_of_label
from nlp.owners.verb import PARTNER, VERB, role_of

_BREAK = re.compile(r"[,;。\n\t]")
_TOPIC = re.compile(r"[,;。]?[^、,;。:()]{2,16}?由")


def read_segments(text: str, start: int, end: int, role: Role | None, rule: str) -> Iterator[Owner]:
    """The owners of a clause of lists and verbs; names that no verb governs take `role`, else responsible.

    `A牵头,B、C配合` gives a lead and two cooperating; with the role responsible, `A、B;C配合` two responsible and one
    cooperating; `A(B指导)` a responsible and a supervising one. Under 督导单位 all supervise, also in `A牵头,B配合`.
    """
    cursor, seen = start, False
    for mark in VERB.finditer(text, start, end):
        if mark.start() < cursor:
            continue
        head = _head_end(text, cursor, mark.start()) if role else _behind_topic(text, cursor, mark.start())
        if (opened := _opened(text, cursor, mark.start())) > cursor:
            yield from _read_list(text, cursor, opened - 1, role or "responsible", rule)
            head = opened
        elif role and head > cursor:
            yield from _read_list(text, cursor, head, role, rule)
        closing = mark.end() >= end or _BREAK.match(text, mark.end()) is not None
        own = role if role == "supervising" else role_of(mark, closing=closing)
        yield from with_partners(text, head, mark.start(), own, rule)
        closes = text.find(")", mark.end(), end) + 1 if opened > cursor else 0
        cursor, seen = closes or _after_verb(text, mark.end(), end), True
    rest = _read_list(text, cursor, end, role or "responsible", rule)
    yield from rest if role or not seen else (owner for owner in rest if is_body(owner.name))


def _head_end(text: str, start: int, end: int) -> int:
    """Where the names end that belong to the label, not to the verb: at the last stop, else the last comma."""
    cut = max(text.rfind("。", start, end), text.rfind(";", start, end))
    cut = cut if cut > start else text.rfind(",", start, end)
    return cut if cut > start else start


def _opened(text: str, start: int, end: int) -> int:
    """Where the bracket begins in which the verb at `end` stands, as in `乡政府(县住建局指导)`; -1 outside of one."""
    at = text.rfind("(", start, end)
    return at + 1 if at > text.rfind(")", start, end) else -1


def _behind_topic(text: str, start: int, end: int) -> int:
    """Where the names begin that 由 brings in behind what they carry, as in `污水由市住建局负责`; else `start`."""
    topic = _TOPIC.match(text, start, end)
    return topic.end() if topic else start


def with_partners(text: str, start: int, end: int, role: Role, rule: str) -> Iterator[Owner]:
    """`A会同B` before a verb: A has the verb's role, B cooperates; `A会同B,C` has C in the verb's role as well."""
    partner = PARTNER.search(text, start, end)
    yield from _read_list(text, start, partner.start() if partner else end, role, rule)
    if partner is not None:
        comma = text.find(",", partner.end(), end)
        stop = comma if comma >= 0 else end
        yield from _read_list(text, partner.end(), stop, "cooperating", rule)
        yield from _read_list(text, stop, end, role, rule)


def _after_verb(text: str, start: int, end: int) -> int:
    """Where names can begin again after a verb: at once (`A牵头B配合`) or after the verb's object."""
    if PARTNER.match(text, start, end) is not None:
        return start
    stops = (_BREAK.search(text, start, end), VERB.search(text, start, end))
    edge = min((stop.start() for stop in stops if stop), default=end)
    return start if split_strictly(text, start, edge) else edge


def _read_list(text: str, start: int, end: int, role: Role, rule: str) -> list[Owner]:
    return [listed_owner(listed, role, rule) for listed in split(text, start, end)]


def listed_owner(listed: Listed, role: Role, rule: str) -> Owner:
    """An owner with the role of its clause, but for a role in a bracket behind the name, or a star that marks leads.

    `市水务局(配合)` cooperates and `市水务局*` leads in a list of 责任单位, `市水务局(张明)` is responsible.
    """
    if listed.role:
        role = role_of_label(f"{listed.role}单位") or role
    if listed.starred and role == "responsible":
        role = "lead"
    return Owner(listed.name, role, listed.start, listed.end, listed.collective, rule=rule)
