"""Notices that carry another document: 关于印发《某方案》的通知, 现将《某方案》印发给你们."""

from __future__ import annotations

import re

from nlp.wording import any_of

FORWARDED = any_of("metadata", "forwarded")
SENT = any_of("metadata", "sent_out", "forwarded")
TOLD = any_of("metadata", "sent_out", "brought_out")
DRAWN_UP = rf"(?:{any_of('metadata', 'drawn_up')})了?"
PASSED = rf"(?:已|业)[已经]?[^。《》\n]{{0,60}}(?:{any_of('metadata', 'passed')})"
NOTICES = any_of("metadata", "notices")

_CARRYING = re.compile(rf"(?:(?P<forwarded>{FORWARDED})|{SENT})《?(?P<core>.+?)》?的?(?:{NOTICES})(?:\([^()]*\))?$")


def carrying(title: str) -> re.Match[str] | None:
    """The words by which a title carries another document, named by their group `core`; None where it has none.

    治水方案 of `某市关于印发治水方案的通知` and of `转发《治水方案》的函`; none in `关于做好防汛工作的通知`.
    The group `forwarded` is there where it is the document of another body, as in the second.
    """
    return _CARRYING.search(title)
