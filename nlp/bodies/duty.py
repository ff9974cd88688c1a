"""Headings that set the duties of a body: 市水务局职责, 县公安局主要工作任务."""

from __future__ import annotations

import re

from nlp.wording import any_of

_DUTIES = re.compile(rf"的?(?:主要|具体|重点)*(?:{any_of('roles', 'duty_headings')})+:?$")


def without_duties(heading: str) -> str:
    """What stands before the word for duties: 县公安局 of `县公安局主要工作任务`; `市水务局` stays as it is."""
    return _DUTIES.sub("", heading)
