"""The title of a document: its head line, on one line or several, or the name under which it is sent out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.document_number import find_numbers
from nlp.header import Field
from nlp.vocabulary import load

_WORDS = {name for entry in load("document_kinds").entries.values() for name in (entry.label, *entry.aliases)}
_KINDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_BRACKET = r"(?:[(〔][^()〔〕\n]{1,24}[)〕])"
_ENDS = re.compile(rf"(?:{_KINDS})[》”]?{_BRACKET}*(?:的?(?:通知|公告|报告|函))?{_BRACKET}?\Z")
_BODY_LINE = re.compile(
    r"[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十]+[章条]|[(][一二三四五六七八九十][)]|\d+[.、](?!\d)|(?:各|为)[^\n]{2,}"
)
_NO_TITLE = re.compile(
    r"[。;]|[,:]\Z|\A(?:附件|附:|来源|当前位置|您现在|首页|根据|按照|现将)|>>|篇[一二三四五六七八九十\d]+\Z|https?:"
)
_CARRIED = re.compile(
    r"(?:现将|制定了?|制订了?|印发了?|编制了?|形成了?)(?:我[省市州县区])?《(?P<title>[^《》\n]{6,60}(?:《[^《》]*》[^《》\n]{0,20})?)》"
    r"(?=印发|下发|予以|发布|公布|转发|。)"
)
_ATTACHED = re.compile(r"\n附件?[::][^\n]{0,12}\n(?P<title>[^\n。,;]{8,60})(?=\n)")
_REST = re.compile(r"\s*\n(的?(?:通知|公告|函|报告))(?=\n)")
_LONGEST = 90
_HEAD_LINES = 40


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end`, its line breaks and inner spaces removed; `explicit` where it stands as a head line."""

    text: str
    start: int
    end: int
    explicit: bool


def find_title(text: str, field: Field | None = None) -> Title | None:
    """The title of a document: its header field, its head line, or the plan that it says it carries.

    Reads the lines `濮阳市人民政府` and `关于印发…方案的通知` as one title. A text that begins `一、总体要求` has none,
    unless it says 制定《…实施方案》。 A heading of a compilation (…方案篇三) is no title.
    """
    if field and len(field.text) >= 6:
        return Title(_join(field.text), field.start, field.end, True)
    return _head_line(text) or _carried(text)


def _head_line(text: str) -> Title | None:
    """The first lines at the top that end as a title does, joined with the lines they run on from."""
    lines = _lines(text)
    for first, (start, line) in enumerate(lines):
        if _BODY_LINE.match(line) or len(line) > _LONGEST:
            return None
        joined, end = line, start + len(line)
        for next_start, next_line in [(start, ""), *lines[first + 1 : first + 4]]:
            joined, end = joined + next_line, max(end, next_start + len(next_line))
            if _NO_TITLE.search(joined) or len(joined) > _LONGEST:
                break
            if len(joined) >= 6 and _ENDS.search(joined):
                rest = _REST.match(text, end)
                return Title(_join(joined + (rest[1] if rest else "")), start, rest.end() if rest else end, True)
    return None


def _lines(text: str) -> list[tuple[int, str]]:
    """The first lines that hold something, with their offsets, without lines that are only a document number."""
    lines, at = [], 0
    for line in text[:4000].split("\n"):
        stripped = line.strip()
        if stripped and not any(number.text == stripped for number in find_numbers(stripped)):
            lines.append((at + line.index(stripped[0]), stripped))
        at += len(line) + 1
    return lines[:_HEAD_LINES]


def _carried(text: str) -> Title | None:
    """The title in 现将《…方案》印发给你们 or 制定《…方案》。, or of the annex that the whole text is."""
    match = _CARRIED.search(text, 0, 3000) or _ATTACHED.search(text, max(0, len(text) - 600))
    if match is None or not _ENDS.search(match["title"]):
        return None
    return Title(_join(match["title"]), match.start("title"), match.end("title"), False)


def _join(text: str) -> str:
    return re.sub(r"\s+", "", text)
