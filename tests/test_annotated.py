"""The starter documents that came without gold, annotated here before the extraction was run on them."""

from pathlib import Path

from corpus.intake import documents
from nlp.pipeline import read
from nlp.quality.gold import load_floors, load_gold
from nlp.quality.scoring import score
from nlp.record import document_record

GOLD = Path(__file__).parent / "annotated"
STARTER = Path(__file__).parent.parent / "corpus" / "starter"


def test_annotated_documents_keep_their_floors():
    golds = load_gold(GOLD)
    files = sorted({STARTER / gold["file"] for gold in golds})
    total, _ = score([document_record(facts) for facts in read(documents(files))], golds)
    floors = load_floors(None, GOLD)
    assert floors
    assert {kind: total[kind].f1 for kind, floor in floors.items() if total[kind].f1 < floor} == {}
