"""The body that issued a document: a field of the page, the head of the title, or the sign-off."""

from __future__ import annotations

import re

from nlp.header import Field
from nlp.sign_off import SignOff, is_body

_HEAD = re.compile(r"(?P<issuer>[^《》,。;]{3,40}?)(?:关于|印发)")


def find_issuer(field: Field | None, title: str | None, sign_off: SignOff | None) -> str | None:
    """The issuer as written, or None where nothing names it.

    The field 发布机构; 濮阳市人民政府办公室 of the title `濮阳市人民政府办公室关于印发…的通知`; else the body over the
    date of the sign-off. A title that begins with the plan's own name (`黔东南州…方案`) names no issuer.
    """
    if field and is_body(field.text):
        return field.text
    head = _HEAD.match(title) if title else None
    if head and is_body(head["issuer"]):
        return head["issuer"]
    return sign_off.issuer if sign_off else None
