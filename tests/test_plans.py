"""Invented plans of all kinds and levels: `grown`, on which the grammar grew, and `held`, kept away from it."""

from pathlib import Path

import pytest

from corpus.intake import documents
from nlp.pipeline import read
from nlp.quality.gold import load_floors, load_gold
from nlp.quality.scoring import score
from nlp.record import document_record

PLANS = Path(__file__).parent / "plans"


@pytest.mark.parametrize("half", ["grown", "held"])
def test_plans_keep_their_floors(half):
    folder = PLANS / half
    floors = load_floors(None, folder)
    records = [document_record(facts) for facts in read(documents(sorted(folder.glob("*.txt"))))]
    total, _ = score(records, load_gold(folder))
    assert floors
    assert {kind: total[kind].f1 for kind, floor in floors.items() if total[kind].f1 < floor} == {}
