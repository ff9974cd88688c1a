"""Labels before the names of owners, and the role that each gives: 牵头单位:, 【责任部门】, 配合:."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import HAN
from corpus.words import beginning
from nlp.bodies.body import ORGAN, is_body, is_collective
from nlp.facts import Role
from nlp.owners.role_word import role_named
from nlp.owners.verb import FINALS
from nlp.vocabulary import words
from nlp.wording import any_of

_NOUN = any_of("roles", "label_nouns")
_PERSON = any_of("roles", "person_labels")
_SHORT = any_of("roles", "short_labels")
# 牵头单位及责任人, 责任部门/单位, 责任单位和要求 count as what stands before the conjunction.
_ADDED = re.compile(rf"(?P<kept>.*(?:{_NOUN}))(?:及|和|与|、|/)[^及和与、/]*")
_IS_LABEL = re.compile(rf"(?:{_NOUN})(?:名称|职责|分工|要求)?$|^(?:{_SHORT})+(?:分工)?$")
_BRACKETED = re.compile(r"\([^()]*\)")
# 责任部门(牵头) says of all what a bracket behind one name says of it; (标*为牵头单位) says how to read marks.
_LEADING = re.compile(rf"\((?:{any_of('roles', 'lead')})(?:{_NOUN})?\)")

_ADDITION = r"(?:(?:及|和|、|/|与)其?[^\s:,;。()]{2,8})?(?:\([^()\n]{0,24}\))?[】\])〕]?"
# A body that stands right behind its label: 责任单位市规划局, but no 各县区人民政府
_BODY_AHEAD = rf"[{HAN}]{{1,10}}(?:{ORGAN})[,、;。\s)]"
# The end of a label is found first, since a search for its free beginning would be slow.
_END = re.compile(
    beginning(word for key in ("label_nouns", "person_labels", "short_labels") for word in words("roles", key))
    + rf"(?:(?:{_NOUN}|{_PERSON}){_ADDITION}(?P<sign>:|——?|[ \t\n]|为|是|】)"
    rf"|(?:{_NOUN})(?<![县区镇街])(?P<glued>(?={_BODY_AHEAD}))"
    rf"|(?<![^\s(\[【〔,;。、:])(?P<short>{_SHORT})[】\])〕]?:)\s*"
)
_BEGINNING = re.compile(r"(?:[^\s:,;。()\[\]【】〔〕“”*]|(?<=[^\s:,;。])\([^()]{1,10}\)){0,16}\Z")
# Where a label begins right behind a body, with nothing between: 县住建局配合单位:, 各乡镇完成时限:
_GLUED = re.compile(
    rf"(?<=[{FINALS}])(?=(?:{any_of('headings', 'label.owner.stem')}|{any_of('headings', 'label.time')}|{_PERSON}))"
)
_SHORTEST = 3  # characters of a body that is none by name alone: 督办 of 督办领导 ends as one
_TIME = re.compile(rf"(?<=[{FINALS}])(?:{any_of('headings', 'label.time')}):")
_OTHER = re.compile(r"(?:^|(?<=[\s,;。、(\[【〔]))[^\s:,;。、()\[\]【】〔〕《》]{2,14}(?:\([^()\n]{1,16}\))?:")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its start, the offset where its value begins, and the role it gives to the names in the value.

    `role` is None for a label of persons or of anything else, whose value holds no owners. `sure` is false where
    the value must prove to be a list of bodies, since no colon or no noun makes the label plain.
    """

    start: int
    value: int
    role: Role | None
    sure: bool = True


def labels_in(text: str, start: int, end: int) -> list[Label]:
    """The labels in `text[start:end]` in their order, owners' and others; none where there is no label of owners.

    `牵头单位:市水务局;完成时限:2025年` gives a lead and one without role, `责任领导:张三` one without role; the wording
    `明确责任单位和整改时限` has none.
    """
    found = {label.value: label for match in _END.finditer(text, start, end) if (label := _label(text, start, match))}
    if found and all(text.startswith("成员", label.start) for label in found.values() if label.role):
        # 成员单位: alone lists who belongs to a group, beside 牵头单位: who helps.
        return []
    if found:
        for match in (*_OTHER.finditer(text, start, end), *_TIME.finditer(text, start, end)):
            begin = _behind_body(text, match.start(), match.end())
            found.setdefault(match.end(), Label(begin, match.end(), None))
    return sorted(found.values(), key=lambda label: label.value)


def _label(text: str, start: int, match: re.Match[str]) -> Label | None:
    before = _BEGINNING.search(text, max(start, match.start() - 20), match.start())
    begin = _behind_body(text, before.start() if before else match.start(), match.end())
    sign = match["sign"] if match["glued"] is None else ""
    role = role_of_label(text[begin : match.end()])
    if sign in (":", "】", None):
        opens = begin == 0 or text[begin - 1] == "\n"
        return Label(begin, match.end(), role, sure=sign is not None or (opens and role in ("lead", "cooperating")))
    preceding = text[max(start, begin - 1) : begin]
    apart = preceding in " (\t\n[【〔。" or (sign in ("", "为", "是", "—", "——") and preceding in ",;")
    return Label(begin, match.end(), role, sure=False) if apart and role else None


def _behind_body(text: str, start: int, end: int) -> int:
    """Where a label at `start:end` begins: behind the body that runs into it, or at `start` where none does."""
    for mark in _GLUED.finditer(text, start + 2, end):
        body = text[start : mark.start()]
        if is_collective(body) or is_body(body, weak=len(body) >= _SHORTEST):
            return mark.start()
    return start


@lru_cache(maxsize=4_096)
def role_of_label(wording: str) -> Role | None:
    """The role that a label, or the header of a column, gives to the names after it; None where it gives none.

    `牵头单位` and `责任单位(牵头)` lead, `责任部门` and `主体责任单位` responsible, `配合单位` cooperating,
    `市直牵头督导单位` supervising; `责任领导`, `完成时限` and `反馈问题` None.
    """
    plain = _BRACKETED.sub("", wording).strip(" :\t\n】]〕—为是")
    if _LEADING.search(wording) is not None and _IS_LABEL.search(plain):
        return "lead"
    if (added := _ADDED.fullmatch(plain)) is not None:
        plain = added["kept"]
    if not _IS_LABEL.search(plain):
        return None
    return role_named(plain)
