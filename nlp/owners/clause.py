"""Clauses that say who carries a task: in brackets, behind a label, on a line of their own.

`(牵头单位:州林业局、州水务局;责任单位:各县〔市〕人民政府)`, `[市水务局牵头,市住建局配合]`, `责任单位:市水务局。`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.bodies.body import ends_as_organ, is_anonymous, is_body, is_stem
from nlp.bodies.body_list import Listed, is_torn, split, split_strictly
from nlp.facts import Owner, Role
from nlp.owners.label import Label, labels_in, role_of_label
from nlp.owners.legend import FIRST_LEADS
from nlp.owners.verb import PARTNER, VERB, role_of
from nlp.times.limit import LIMIT, STANDING
from nlp.wording import any_of

_BRACKET = re.compile(r"[()\[\]【】〔〕﹝﹞\n]")
_LINE = re.compile(r"\n+[^\n。:]{2,60}(?=\n|$)")
_CLOSED_BELOW = re.compile(r"(?:[^()\[\]【】〔〕﹝﹞\n]|\([^()\n]*\)|〔[^〔〕\n]*〕)*[)\]】〕﹞]")
_TORN = re.compile(r"(?<=[、,;:])(?P<left>[^、,;:\s]{1,12})\n(?P<right>[^、,;:。\s]{1,12})(?=[、,;。\n]|$)")
_STOP = re.compile(r"[。\n]")
# What stands beside owners and is a time: 2025年底前, 完成时限:长期坚持
_TIME = re.compile(
    rf"(?:(?:{any_of('times', 'limit_labels')}):)?[^,;。]{{0,12}}(?:{LIMIT}|季度|{STANDING})[^,;。]{{0,12}}"
)
_BEHIND = re.compile(r"(?<=[。;—])[^。;—\n]{3,80}(?=\n|\Z)")
_PAUSE = re.compile("[, ]")
_TOPIC = re.compile(r"[,;。]?[^、,;。:()]{2,16}?由")
_REACH = 120  # characters behind a label without a colon that can hold its names
_BREAK = re.compile(r"[,;。\n\t]")
# A bracket of names alone says who carries a task where a sentence ends behind it.
_CLOSED = re.compile(r"[)\]】〕﹞]?(?:[。;]|\s|$)")


@dataclass(slots=True)
class Clauses:
    """The owners that clauses name, the spans of those clauses, and the number of labels with no body behind them."""

    owners: list[Owner] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    empty: int = 0

    def add(self, start: int, end: int, owners: list[Owner]) -> None:
        """Takes in one clause; a clause without owners leaves no span."""
        self.owners += owners
        self.spans += [(start, end)] if owners else []


def clauses_in(text: str, start: int, end: int) -> Clauses:
    """The clauses of owners in `text[start:end]`.

    A bracket is one where a label or a verb of carrying stands in it, or where it closes a sentence and holds nothing
    but bodies; a label outside brackets opens one up to the end of its sentence or line. `(2023年底前完成)` is none.
    Where there is neither, bodies alone behind the last full stop of a line are one: `清淤。★市水务局 市住建局`.
    """
    clauses = Clauses()
    brackets = brackets_in(text, start, end)
    outside, inside = _placed(labels_in(text, start, end), brackets, end)
    for label, stop in outside:
        if label.role is not None:
            stop = _names_end(text, label, _value_end(text, label, stop))
            owners = list(read_segments(text, label.value, stop, label.role, "label"))
            clauses.add(label.start, stop, owners)
            clauses.empty += label.sure and not owners
    opened = sorted(clauses.spans)
    starts = [a for a, _ in opened]
    for at, (a, b) in enumerate(brackets):
        before = bisect_right(starts, a) - 1
        if before < 0 or a >= opened[before][1]:
            labels = inside.get(at, [])
            clauses.add(a, b, list(_read_labelled(text, a, b, labels)) if labels else _read_bracket(text, a, b, end))
    if not clauses.owners:
        for line in _BEHIND.finditer(text, start, end):
            clauses.add(
                *line.span(), [_owner(listed, "responsible", "bracket") for listed in _vouched(text, *line.span())]
            )
    return clauses


def brackets_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of what outermost brackets hold in `text[start:end]`.

    A bracket may run on into the next line where it is closed there; one never closed ends with its line.
    """
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        sign = match.group()
        if sign in "([【〔﹝":
            opened.append(match.end())
        elif opened and sign == "\n":
            if _CLOSED_BELOW.match(text, match.end(), end) is None:
                spans.append((opened[0], match.start()))
                opened.clear()
        elif len(opened) == 1:
            spans.append((opened.pop(), match.start()))
        elif opened:
            opened.pop()
    if opened:
        spans.append((opened[0], end))
    return spans


def read_segments(text: str, start: int, end: int, role: Role | None, rule: str) -> Iterator[Owner]:
    """The owners of a clause of lists and verbs; names that no verb governs take `role`, else responsible.

    `A牵头,B、C配合` gives a lead and two cooperating; with the role responsible, `A、B;C配合` two responsible and one
    cooperating.
    """
    cursor, seen = start, False
    for mark in VERB.finditer(text, start, end):
        if mark.start() < cursor:
            continue
        head = _head_end(text, cursor, mark.start()) if role else _behind_topic(text, cursor, mark.start())
        if role and head > cursor:
            yield from _read_list(text, cursor, head, role, rule)
        closing = mark.end() >= end or _BREAK.match(text, mark.end()) is not None
        yield from _with_partners(text, head, mark.start(), role_of(mark, closing=closing), rule)
        cursor, seen = _after_verb(text, mark.end(), end), True
    rest = _read_list(text, cursor, end, role or "responsible", rule)
    yield from rest if role or not seen else (owner for owner in rest if is_body(owner.name))


def _placed(
    labels: list[Label], brackets: list[tuple[int, int]], end: int
) -> tuple[list[tuple[Label, int]], dict[int, list[Label]]]:
    """The labels outside brackets, each with where the next label begins, and those inside by number of the bracket."""
    starts = [a for a, _ in brackets]
    outside: list[tuple[Label, int]] = []
    inside: dict[int, list[Label]] = {}
    for label, following in zip(labels, [*(later.start for later in labels[1:]), end], strict=False):
        at = bisect_right(starts, label.start) - 1
        if at >= 0 and label.value <= brackets[at][1]:
            inside.setdefault(at, []).append(label)
        else:
            outside.append((label, following))
    return outside, inside


def _read_labelled(text: str, start: int, end: int, labels: list[Label]) -> Iterator[Owner]:
    """A bracket with labels in it; what stands before the first one is read for verbs."""
    yield from _read_bracket(text, start, labels[0].start, end)
    for label, stop in zip(labels, [*(later.start for later in labels[1:]), end], strict=True):
        if label.role is not None:
            yield from read_segments(text, label.value, _names_end(text, label, stop), label.role, "label")


def _read_bracket(text: str, start: int, end: int, limit: int) -> list[Owner]:
    """A bracket without labels: `市水务局牵头,市住建局配合`, or names alone where it closes a sentence."""
    if end - start < 3:
        return []
    if VERB.search(text, start, end) is not None:
        found = list(read_segments(text, start, end, None, "bracket"))
        return found if any(map(_is_named, found)) else []
    if _CLOSED.match(text, end, limit) is None or ends_as_organ(text[max(0, start - 3) : start - 1]):
        return []
    # (列第一位的为牵头单位,下同。市水务局、市林草局): the names stand in the last sentence.
    start = max(text.rfind("。", start, end - 1) + 1, start)
    end = _before_time(text, start, _before_legend(text, start, end))
    partner = PARTNER.search(text, start, end)
    if partner is not None and split_strictly(text, start, partner.start()):
        comma = text.find(",", partner.end(), end)
        found = list(_with_partners(text, start, comma if comma >= 0 else end, "responsible", "bracket"))
        start = comma + 1 if comma >= 0 else end
        return found + [_owner(listed, "responsible", "bracket") for listed in _vouched(text, start, end)]
    return [_owner(listed, "responsible", "bracket") for listed in _vouched(text, start, end)]


def _is_named(owner: Owner) -> bool:
    """True for an owner that is a body by its name alone, or many under a name of their own."""
    return is_body(owner.name, weak=True) or is_stem(owner.name) or (owner.collective and not is_anonymous(owner.name))


def _vouched(text: str, start: int, end: int) -> list[Listed]:
    """The names of a list, also (市政园林局、环卫站): a sure body vouches for offices that are none by name alone."""
    if names := split_strictly(text, start, end):
        return names
    weak = split_strictly(text, start, end, weak=True)
    return weak if any(is_body(listed.name) for listed in weak) else []


def _before_time(text: str, start: int, end: int) -> int:
    """Where the names of a bracket end that closes with a time: `县城管局,6月底前`; else its end."""
    comma = max(text.rfind(",", start, end), text.rfind(";", start, end))
    return comma if comma > start and _TIME.fullmatch(text, comma + 1, end) else end


def _before_legend(text: str, start: int, end: int) -> int:
    """Where the names of a bracket end that closes with who leads: `市水务局、市林草局,排第一位的为牵头单位`."""
    legend = FIRST_LEADS.search(text, start, end)
    return legend.start() - 1 if legend is not None and text[legend.start() - 1] in ",;" else end


def _names_end(text: str, label: Label, end: int) -> int:
    """Where the names behind a label end; one that is not sure has them as far as a list of bodies goes, or none."""
    if label.sure:
        return end
    pauses = [mark.start() for mark in _PAUSE.finditer(text, label.value, min(end, label.value + _REACH))]
    ends = (end, *reversed(pauses))
    return next((at for at in ends if split_strictly(text, label.value, at, weak=True)), label.value)


def _value_end(text: str, label: Label, stop: int) -> int:
    """Where the value of a label outside brackets ends: at its full stop or line end, unless a list runs on."""
    at = label.value
    while (found := _STOP.search(text, at, stop)) is not None:
        if found.group() == "。" or not _runs_on(text, found.start(), stop):
            return found.start()
        at = found.end()
    return stop


def _runs_on(text: str, at: int, stop: int) -> bool:
    """True where a list goes on after the line that ends at `at`: at a comma, in a torn name, in bodies alone."""
    if text[at - 1] in "、," or text[at + 1 : at + 2] in ("、", ","):
        return True
    torn = _TORN.search(text, max(0, at - 24), min(stop, at + 24))
    if torn is not None and is_torn(torn["left"], torn["right"]):
        return True
    line = _LINE.match(text, at, stop)
    names = split_strictly(text, *line.span(), weak=True) if line is not None else []
    return any(listed.collective or is_body(listed.name) for listed in names)


def _head_end(text: str, start: int, end: int) -> int:
    """Where the names end that belong to the label, not to the verb: at the last stop, else the last comma."""
    cut = max(text.rfind("。", start, end), text.rfind(";", start, end))
    cut = cut if cut > start else text.rfind(",", start, end)
    return cut if cut > start else start


def _behind_topic(text: str, start: int, end: int) -> int:
    """Where the names begin that 由 brings in behind what they carry, as in `污水由市住建局负责`; else `start`."""
    topic = _TOPIC.match(text, start, end)
    return topic.end() if topic else start


def _with_partners(text: str, start: int, end: int, role: Role, rule: str) -> Iterator[Owner]:
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
    return [_owner(listed, role, rule) for listed in split(text, start, end)]


def _owner(listed: Listed, role: Role, rule: str) -> Owner:
    """An owner with the role of its clause, but for a role in a bracket behind the name, or a star that marks leads."""
    if listed.role:
        role = role_of_label(f"{listed.role}单位") or role
    if listed.starred and role == "responsible":
        role = "lead"
    return Owner(listed.name, role, listed.start, listed.end, listed.collective, rule=rule)
