"""Questions in one: 由哪个部门负责,目标是多少,什么时候完成."""

from __future__ import annotations

import re
from collections.abc import Callable

from nlp.questions.follow_up import follows
from nlp.questions.question import plain_text
from nlp.questions.reading import Reading
from nlp.questions.words import cue

_PARTS = re.compile(r"[,;、。?]\s*(?:and\s+)?|\s+and\s+(?=(?:by\s+)?(?:who|what|when|which|how)\b)", re.IGNORECASE)


def parts_of(
    question: str, read: Callable[[str, Reading | None], Reading], before: Reading | None = None
) -> list[Reading]:
    """The readings of the questions that one question joins, each following up the one before, the first that asked
    before it; none where it asks one thing, or the same thing twice (谁牵头,谁配合).

    `某县污水由谁负责,什么时候完成?` asks who and by when; `整治沱江、岷江由谁负责?` asks who alone.
    """
    said = [part for part in _PARTS.split(plain_text(question)) if part.strip()]
    if len(said) < 2 or not all(cue("interrogative").search(part) for part in said):
        return []
    readings: list[Reading] = []
    for part in said:
        if readings and not follows(read(part, None)):
            return []
        readings.append(read(part, readings[-1] if readings else before))
    intents = {reading.intent for reading in readings}
    return readings if len(intents) == len(said) and not intents & {"search", "summary"} else []
