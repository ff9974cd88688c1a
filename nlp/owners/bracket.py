"""Brackets that say who carries a task: `(牵头单位:市水务局)`, `[市水务局牵头,市住建局配合]`, `(市水务局)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bodies.body import ORGAN, ends_as_organ, is_anonymous, is_body, is_stem
from nlp.bodies.body_list import split_strictly
from nlp.bodies.listed import Listed
from nlp.facts import Owner
from nlp.owners.label import Label
from nlp.owners.label_value import names_end
from nlp.owners.legend import FIRST_LEADS
from nlp.owners.segment import listed_owner, read_segments, with_partners
from nlp.owners.verb import PARTNER, VERB
from nlp.times.limit import LIMIT, STANDING
from nlp.vocabulary import words
from nlp.wording import any_of

_BRACKET = re.compile(r"[()\[\]【】〔〕﹝﹞\n]")
_CLOSED_BELOW = re.compile(r"(?:[^()\[\]【】〔〕﹝﹞\n]|\([^()\n]*\)|〔[^〔〕\n]*〕)*[)\]】〕﹞]")
# What stands beside owners and is a time: 2025年底前, 完成时限:长期坚持
_TIME = re.compile(
    rf"(?:(?:{any_of('times', 'limit_labels')}):)?[^,;。]{{0,12}}(?:{LIMIT}|季度|{STANDING})[^,;。]{{0,12}}"
)
# A bracket of names alone says who carries a task where a sentence ends behind it.
_CLOSED = re.compile(r"[)\]】〕﹞]?(?:[。;]|\s|$)")
# Behind a comma a sentence goes on with the next piece of work.
_PAUSED = re.compile(r"[)\]】〕﹞],")
# 领导小组办公室(市水利局) says who an office is.
_GLOSSED = re.compile(rf"(?:{ORGAN})[(\[【〔﹝]\Z")


def brackets_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of what outermost brackets hold in `text[start:end]`.

    Of `清淤(市水务局(牵头)、市住建局)。` one. A bracket may run on into the next line where it is closed there; one
    that is never closed ends with its line.
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


def read_labelled(text: str, start: int, end: int, labels: list[Label]) -> Iterator[Owner]:
    """A bracket with labels in it; what stands before the first one is read for verbs.

    `市水务局牵头,责任单位:市住建局` gives a lead and a responsible one, `完成时限:2025年` nobody.
    """
    yield from read_bracket(text, start, labels[0].start, end)
    for label, stop in zip(labels, [*(later.start for later in labels[1:]), end], strict=True):
        if label.role is not None:
            yield from read_segments(text, label.value, names_end(text, label, stop), label.role, "label")


def read_bracket(text: str, start: int, end: int, limit: int) -> list[Owner]:
    """A bracket without labels: `市水务局牵头,市住建局配合`, or names alone where it closes a sentence.

    `(市水务局、市住建局)` at the end of one gives both, and so do offices at a comma, `推广滴灌(市水务局),改造渠系`,
    and behind a full stop also those that are no body by name alone, `建成河湖5条。(河湖管理科)`; in
    `由办公室(市水务局)牵头`, `抽查企业(云峰化工公司),` and `(2025年底前)` there is none.
    """
    opening, closing = start - 1, end
    start, end = _without_legend(text, start, end)
    if end - start < 3:
        return []
    if VERB.search(text, start, end) is not None:
        found = list(read_segments(text, start, end, None, "bracket"))
        return found if any(map(_is_named, found)) else []
    if ends_as_organ(text[max(0, start - 3) : start - 1]) or _GLOSSED.search(text, max(0, start - 9), start):
        return []
    if _CLOSED.match(text, closing, limit) is None:
        # 新建泵站2座(市水利局、市住建局),清淤…: within a sentence only offices say so, no factories.
        paused = _PAUSED.match(text, closing, limit) is not None
        names = split_strictly(text, start, end) if paused else ()
        offices = all(is_body(one.name) and one.name.endswith(words("bodies", "bureau_ends")) for one in names)
        return [listed_owner(listed, "responsible", "bracket") for listed in names] if offices else []
    end = _before_time(text, start, end)
    partner = PARTNER.search(text, start, end)
    if partner is not None and split_strictly(text, start, partner.start()):
        comma = text.find(",", partner.end(), end)
        found = list(with_partners(text, start, comma if comma >= 0 else end, "responsible", "bracket"))
        start = comma + 1 if comma >= 0 else end
        return found + [listed_owner(listed, "responsible", "bracket") for listed in vouched(text, start, end)]
    names = vouched(text, start, end)
    if not names and text[opening - 1 : opening] == "。":
        names = split_strictly(text, start, end, weak=True)
    return [listed_owner(listed, "responsible", "bracket") for listed in names]


def read_closing_line(text: str, start: int, end: int) -> list[Owner]:
    """The last line of a task that names bodies and nothing else: `★市水务局、市住建局` below 新建泵站2座。

    A body alone, `市水务局`, may be a heading or a signature, unless a star marks it.
    """
    line = text.rfind("\n", start, end) + 1
    names = vouched(text, line, end) if line else ()
    if len(names) < 2 and not any(one.starred for one in names):
        return []
    return [listed_owner(listed, "responsible", "bracket") for listed in names]


def _is_named(owner: Owner) -> bool:
    """True for an owner that is a body by its name alone, or many under a name of their own."""
    return is_body(owner.name, weak=True) or is_stem(owner.name) or (owner.collective and not is_anonymous(owner.name))


def vouched(text: str, start: int, end: int) -> tuple[Listed, ...]:
    """The names of a list, also (市政园林局、环卫站): a sure body vouches for offices that are none by name alone."""
    if names := split_strictly(text, start, end):
        return names
    weak = split_strictly(text, start, end, weak=True)
    return weak if any(is_body(listed.name) for listed in weak) else ()


def _before_time(text: str, start: int, end: int) -> int:
    """Where the names of a bracket end that closes with a time: `县城管局,6月底前`; else its end."""
    comma = max(text.rfind(",", start, end), text.rfind(";", start, end))
    return comma if comma > start and _TIME.fullmatch(text, comma + 1, end) else end


def _without_legend(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the names of a bracket stand that says who of them leads: before it, or in the sentence behind it.

    `市水务局、市林草局。排第一位的为牵头单位,下同` and `列第一位的为牵头单位,下同。市水务局、市林草局`.
    """
    legend = FIRST_LEADS.search(text, start, end)
    if legend is None:
        return start, end
    if legend.start() - 1 > start and text[legend.start() - 1] in ",;。":
        return start, legend.start() - 1
    behind = text.find("。", legend.end(), end)
    return (behind + 1 if behind >= 0 else end), end
