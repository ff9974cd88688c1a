"""Whether a question asks for documents or places that lack something: 哪些地方没有PM2.5目标."""

from __future__ import annotations

from nlp.questions.mask import Mask
from nlp.questions.words import cue


def find_lacking(mask: Mask) -> bool:
    """Whether documents or places without something are asked for; all of such a wording is taken out of the question
    but for what is lacking.

    Of `哪些地方没有PM2.5目标` and `没有PM2.5目标的城市有哪些` PM2.5目标 stays, of `which plans don't mention noise`
    noise; `哪些地方有PM2.5目标` and `哪些城市未达标水体最多` ask for nothing that is lacking.
    """
    match = cue("lacking").search(mask.rest)
    if match is not None:
        mask.take_around(match)
    return match is not None
