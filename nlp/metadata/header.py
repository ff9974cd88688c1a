"""The fields in the head of a page: index number, number, issuer, dates, title, in whatever layout they were saved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.characters import HAN
from corpus.words import alternatives, beginning
from nlp.vocabulary import words
from nlp.wording import any_of

KINDS = ("title", "number", "index_number", "issuer", "issued", "published")
_HEAD = 2500
_LABELS = {label: kind for kind in (*KINDS, "other") for label in words("headers", kind)}
_SPACED = "|".join(r"\s?".join(label) for label in sorted(_LABELS, key=len, reverse=True))
# Without a colon a label shows by what follows it: a word with a figure in it, or the name of a body.
_PLAIN_VALUE = r"(?=[ ](?:[^\s:]*\d|[^\s:]{3,28}(?:政府|[局厅部委]|办公室)\s))"
# A page that lost its cells runs labels into values: 索引号01236931-5/2017-34734, 标题黎城县…的通知.
_JOINED = r"(?=\d|[A-Z]{1,6}\d)"
_JOINED_TITLE = any_of("headers", "title")
# Or a label into the value before it: 效力状态:有效发布日期:2023-05-12.
_BEHIND = re.compile(f"(?:{alternatives(label for label in _LABELS if len(label) > 3)})(?=:)")
_LABEL = re.compile(
    rf"{beginning([*_LABELS, *'【['])}(?<![{HAN}])(?:[【\[](?P<framed>{_SPACED})[】\]]"
    rf"|(?P<bare>{_SPACED})(?:[ ]?(?=[:|\t\n]|\Z)|{_PLAIN_VALUE}|{_JOINED}))"
    rf"|(?<![^\n])(?P<headed>{_JOINED_TITLE})(?=[^\n:。]{{4,80}}关于[^\n:。]{{4,80}}\n)"
)
_SEPARATOR = re.compile(r"[ \t|:]*\n?[ \t|:]*")
_VALUE = re.compile(r"[^|\t\n]*")
_CELL = re.compile(r"[ ]*[|\t][ |\t]*")


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a header field at `start:end` of the text."""

    text: str
    start: int
    end: int


def read_header(text: str) -> dict[str, Field]:
    """The fields in the head of a document by what they hold (see KINDS); a field without a value is left out.

    Reads `索引号 | 000/2023 | 成文日期 | 2023-07-18 |`, `文号:黔府办〔2023〕1号 发布日期:2023-07-13`, labels and values
    on alternating lines, `发文日期 2018-09-25` without a colon, `索引号01236931-5` without anything, a row of labels
    over a row of values. `文号 | 发布时间 | 2023-07-13` holds no number.
    """
    head = text[:_HEAD]
    found = {m.start(): (m.end(), m["framed"] or m["bare"] or m["headed"]) for m in _LABEL.finditer(head)}
    found |= {m.start(): (m.end(), m[0]) for m in _BEHIND.finditer(head)}
    starts = [*sorted(found), len(head)]
    fields = _columns(head)
    for start, following in pairwise(starts):
        end, label = found[start]
        kind = _LABELS[re.sub(r"\s", "", label)]
        field = _value(head, end, following)
        if kind != "other" and field and kind not in fields:
            fields[kind] = field
    return fields


def is_label(words: str) -> bool:
    """True for the name of a field, blanks left out: `文 号`; not for `建设成效`, with which a headline may begin."""
    return re.sub(r"\s", "", words) in _LABELS


def _value(head: str, after: int, following: int) -> Field | None:
    """What stands between a label and the next one, as far as its cell or line goes; nothing for `文号:无`."""
    separator = _SEPARATOR.match(head, after)
    start = separator.end() if separator else after
    value = _VALUE.match(head, start, max(start, following))
    text = value.group().strip(" 【[") if value else ""
    if not text or text.split()[0].lower() in words("headers", "void"):
        return None
    start = head.index(text, start)
    return Field(text, start, start + len(text))


def _columns(head: str) -> dict[str, Field]:
    """The fields of a row of labels that stands over a row of as many values."""
    fields: dict[str, Field] = {}
    at = 0
    lines = head.split("\n")
    rows = [_CELL.split(line.strip(" |\t")) for line in lines]
    for upper, (names, values) in zip(lines, pairwise(rows), strict=False):
        at += len(upper) + 1
        if len(names) < 2 or len(names) != len(values):
            continue
        kinds = [_LABELS.get(re.sub(r"[\s:]", "", name)) for name in names]
        if not all(kinds) or any(value in _LABELS for value in values):
            continue
        for kind, value in zip(kinds, values, strict=True):
            if kind in KINDS and value and kind:
                start = head.index(value, at)
                fields.setdefault(kind, Field(value, start, start + len(value)))
    return fields
