"""Annexes, tables and boxes that a question names by their number: 附件2, 专栏1, `annex 2`."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.questions.words import cue
from nlp.sections.enumerator import value_of
from nlp.vocabulary import words


@dataclass(frozen=True, slots=True)
class Annex:
    """What a question calls a part behind or beside the text of a plan: its kind (附件, 附表, 专栏, 表) and its number,
    None where it gives none."""

    kind: str
    number: int | None


def annex_of(text: str) -> Annex | None:
    """The annex, table or box that a question names.

    Reads 附件2有什么, 专栏一列了哪些项目, 附表的内容, `what does annex 2 contain`; nothing in 任务分解表里 or 表现.
    """
    match = cue("annex").search(text)
    if match is None:
        return None
    said, number = (group for group in match.groups() if group is not None)
    kinds = dict(pair.split("=") for pair in words("questions", "annex_kind"))
    return Annex(kinds.get(said.lower(), said), value_of(number) if number else None)
