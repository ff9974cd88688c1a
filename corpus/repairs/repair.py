"""Repair: the damage of scraping, scanning and conversion is undone where that is certain and marked where it is not.

The text walks through small passes, each in a file of its own: width → figures → marks → stops → markup → page edges →
layout → pieces → realign → pinyin → script → counterpart → breaks → spacing. They are repeated until none finds
anything to do, so that repairing a repaired text changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.repairs.breaks import join_sentences
from corpus.repairs.counterpart import fill_losses
from corpus.repairs.draft import Draft
from corpus.repairs.figures import mend_figures
from corpus.repairs.layout import lay_out
from corpus.repairs.marks import restore_marks
from corpus.repairs.markup import strip_markup
from corpus.repairs.page_edges import drop_page_lines
from corpus.repairs.pieces import join_pieces
from corpus.repairs.pinyin import drop_glosses
from corpus.repairs.realign import realign
from corpus.repairs.redaction import find_gaps
from corpus.repairs.repaired import Repaired
from corpus.repairs.script import find_mixed, simplify
from corpus.repairs.spacing import close_gaps
from corpus.repairs.stops import end_sentences
from corpus.repairs.width import pair_quotes, unify

PASSES: tuple[Callable[[Draft], Draft], ...] = (
    unify,
    mend_figures,
    restore_marks,
    end_sentences,
    pair_quotes,
    strip_markup,
    drop_page_lines,
    lay_out,
    join_pieces,
    realign,
    drop_glosses,
    simplify,
    fill_losses,
    join_sentences,
    close_gaps,
)
MAX_ROUNDS = 8


def repair(text: str) -> Repaired:
    """The text in simplified script and plain width, without stray pinyin, and the way back to its source.

    `生態(tài)環(huán)境　２０２５ 年` becomes `生态环境 2025年`. What is lost or struck out stays, marked as damage.
    """
    draft = Draft.of(text)
    for _ in range(MAX_ROUNDS):
        before = draft.text
        for change in PASSES:
            draft = change(draft)
        if draft.text == before:
            break
    damage = [*find_gaps(draft.text), *find_mixed(text, draft)]
    return Repaired(draft.text, draft.offsets, tuple(sorted(damage, key=lambda mark: mark.start)))
