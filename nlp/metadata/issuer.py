"""The body that issued a document: a field of the page, the head of the title, or the sign-off."""

from __future__ import annotations

import re

from nlp.metadata.header import Field
from nlp.metadata.sign_off import SignOff, is_body
from nlp.metadata.titled_place import is_national
from nlp.places.place import mentions
from nlp.references.notice import TOLD

_HEAD = re.compile(r"(?P<issuer>[^《》,。;]{3,40}?)(?:关于|印发)")
_RED_HEAD = re.compile(r"^(?P<issuer>[^\n。,;:《》]{4,36})文件$", re.M)
# A page of news that carries a plan tells who sent it out: 近日,宜宾市人民政府办公室印发《…规划》。, or without marks.
_TOLD = re.compile(
    r"(?:^|[,。])(?P<issuer>[^《》,。;:、\n]{4,30}?)(?:等[^《》,。\n]{0,6})?"
    rf"(?:日前|近日|联合|正式|制定){{0,2}}(?:{TOLD})了?"
    r"(?:《(?P<title>[^《》\n]{4,60})》|(?P<bare>[^《》,。;\n]{8,60}))",
    re.M,
)
_FRONT = 1500


def find_issuer(text: str, field: Field | None, title: str | None, sign_off: SignOff | None) -> str | None:
    """The issuer as written, or None where nothing names it.

    In order: 濮阳市人民政府办公室 of the title `濮阳市人民政府办公室关于印发…的通知`, the field 发文机关, the red head
    `生态环境部办公厅文件`, the body over the date of the sign-off, the one that a page of news names; of these the
    first that says whose it is, so not 市政府 where another says 苏州市人民政府. A title that opens with the name of
    the plan (`黔东南州…方案`) names none.
    """
    head = _HEAD.match(title) if title else None
    red_head = _RED_HEAD.search(text, 0, _FRONT)
    named = (head["issuer"] if head else "", field.text if field else "", red_head["issuer"] if red_head else "")
    signed = (sign_off.issuer or "") if sign_off else ""
    bodies = [name for name in (*named, signed, _told(text, title)) if is_body(name)]
    return next((name for name in bodies if is_national(name) or mentions(name)), bodies[0] if bodies else None)


def _told(text: str, title: str | None) -> str:
    """The body that a page of news says sent out the plan whose title is the document's own; else nothing."""
    told = _TOLD.search(text, 0, _FRONT)
    if told is None or title is None:
        return ""
    named = re.sub(r"\s", "", told["title"] or told["bare"])
    return told["issuer"] if named in title or title in named else ""
