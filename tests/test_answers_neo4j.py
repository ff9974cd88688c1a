"""Every question of the gold answered alike by both stores, on a Neo4j server started for the purpose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Server

from graph.answers.answers import Answerer
from graph.answers.question_gold import load_questions
from graph.ingest import ingest
from graph.store import Store
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
HERE = Path(__file__).parent


def answers(store: Store) -> dict[str, dict[str, Any]]:
    """The answers to all questions, by their ids, without the time that they took."""
    ingest([HERE.parent / "corpus" / "starter"], store)
    answerer = Answerer(store)
    asked = load_questions(HERE / "gold" / "questions.jsonl")
    return {q["id"]: answerer.ask_after(q["q"], q.get("after", ())) | {"milliseconds": None} for q in asked}


def test_both_stores_answer_every_question_alike(server: Server, tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as embedded, open_store(server.uri) as shared:
        expected, found = answers(embedded), answers(shared)
    assert [id for id in expected if found[id] != expected[id]] == []
