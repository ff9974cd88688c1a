"""Plans with gold keep their floors: invented ones of all kinds and levels, and starter documents annotated later.

`grown` are those on which the grammar grew, `held` those kept away from it, `blind` and `unread` those
read once before anything was mended on them.
"""

from pathlib import Path

import pytest

from corpus.intake import documents
from nlp.pipeline import read
from nlp.quality.gold import load_floors, load_gold
from nlp.quality.scoring import score
from nlp.record import document_record

HERE = Path(__file__).parent
STARTER = HERE.parent / "corpus" / "starter"


@pytest.mark.parametrize("name", ["plans/grown", "plans/held", "plans/blind", "plans/unread", "annotated"])
def test_plans_keep_their_floors(name: str) -> None:
    folder = HERE / name
    golds = load_gold(folder)
    files = sorted(folder.glob("*.txt")) or sorted({STARTER / gold["file"] for gold in golds})
    total, _ = score([document_record(facts) for facts in read(documents(files))], golds)
    floors = load_floors(None, folder)
    assert floors
    assert {kind: total[kind].f1 for kind, floor in floors.items() if total[kind].f1 < floor} == {}
