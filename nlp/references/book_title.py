"""Titles in book-title marks 《…》: nested, unclosed, broken over lines, and told from titles that are no policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp.wording import any_of

# A title holds at most one level of 《》 inside it; it may be broken over a line or two, over a blank line only where
# the next line ends it.
_PLAIN = r"(?:[^《》\n]|\n(?!\n)|\n\n(?=[^《》\n。;]{1,30}》)){0,150}?"
_CLOSED = rf"《(?P<closed>{_PLAIN}(?:《{_PLAIN}》{_PLAIN}){{0,3}})》"
_NOTICE = rf"《(?P<notice>[^《》\n]{{0,40}}《{_PLAIN}》的(?:通知|函|公告|批复|意见))(?!》)"
_UNCLOSED = (
    rf"《(?P<unclosed>[^《》\n、,。;:]{{3,60}}?(?:{any_of('citations', 'policy_endings')})(?:\([^()\n]{{1,20}}\))?)"
    r"(?=[、,。;\n]|$)"
)
# The marks of an inner title stand alone where the outer ones were lost: 依据〈某市水环境保护条例〉.
_INNER = (
    r"[〈<](?P<inner>[^《》〈〉<>\n、,。;:]{3,60}?"
    rf"(?:{any_of('citations', 'policy_endings')})(?:\([^()\n]{{1,20}}\))?)[〉>]"
)
_TITLE = re.compile(f"(?=[《〈<])(?:{_CLOSED}|{_NOTICE}|{_UNCLOSED}|{_INNER})")
_NO_POLICY = re.compile(rf"(?:{any_of('citations', 'foreign_endings')})(?:\([^()]*\))?$|^《?论|^[\d\sxX×*_—-]*$")
_WORK_AFTER = re.compile(rf"[”\"]?(?:等)?(?:{any_of('citations', 'foreign_after')})")
_WORK_BEFORE = re.compile(rf"(?:{any_of('citations', 'foreign_before')})[了的]?[“\"]?\Z")
# A file that a site offers, and a form that the document itself appends.
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps)(?:\([^()]*\))?$")
_FORM = re.compile(r"(?:表|清单|台账|名单)$")
_APPENDED = re.compile(r"\((?:详?见)?附[件表\d]")
# 《街道》 and 《新闻》 are brackets gone wrong; a short title ends like a policy: 《水法》, 《大气十条》.
_SHORT = 3
_ENDS_LIKE_POLICY = re.compile(rf"(?:{any_of('citations', 'policy_endings')}|条)$")
# What is left out of a title: what was blacked out, a break of the line, the mark of a footnote.
_LEFT_OUT = re.compile(r"\((?:略|隐去)\)|\s+|\\?\[\d{1,2}\\?\]")


@dataclass(frozen=True, slots=True)
class BookTitle:
    """A title in book-title marks at `start:end`, marks included; `text` is without marks, line breaks, redactions and
    marks of footnotes."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4)
def find_titles(text: str) -> tuple[BookTitle, ...]:
    """Every title in book-title marks, outermost marks only, in reading order.

    Reads `《关于印发〈方案〉的通知》` and `《关于印发《方案》的通知》` as one title each,
    `《环境保护法、《水法》` as two, `《(略)生态文明建设规划》` without the redaction, and `〈节水条例〉` where it
    stands alone; none in `COD<50`. The last ones are kept, since several components ask for those of one text.
    """
    return tuple(_titles(text))


def inside_titles(text: str) -> bytearray:
    """A mark for every character of a text that stands inside a title in book-title marks."""
    marks = bytearray(len(text))
    for title in find_titles(text):
        marks[title.start : title.end] = b"\x01" * (title.end - title.start)
    return marks


def _titles(text: str) -> Iterator[BookTitle]:
    for match in _TITLE.finditer(text):
        title = _LEFT_OUT.sub("", match["closed"] or match["notice"] or match["unclosed"] or match["inner"] or "")
        if title:
            yield BookTitle(title, match.start(), match.end())


def is_policy(title: BookTitle, text: str) -> bool:
    """Whether a title names a policy, law, standard or agreement.

    True for `《水污染防治法》` and `《中国制造2025》`; false for `《排污许可证》`, `《中国环境报》`, `拍摄《曝光台》`,
    `《问政》栏目`, `《方案.docx》` and `《问题清单》(附件2)`.
    """
    if _NO_POLICY.search(title.text) or _WORK_AFTER.match(text, title.end) or _FILE.search(title.text):
        return False
    if len(title.text) <= _SHORT and not _ENDS_LIKE_POLICY.search(title.text):
        return False
    if _FORM.search(title.text) and _APPENDED.match(text, title.end):
        return False
    return not _WORK_BEFORE.search(text, max(0, title.start - 8), title.start)
