"""The starter corpus in both stores: every named query, every question of the gold and the search answered alike.

The corpus is read once and both stores are filled once, since no test here changes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Account
from store_suite import contents

from corpus.intake import documents
from graph.answers.answers import Answerer
from graph.answers.question_gold import load_questions
from graph.building.citing import number_key
from graph.ingest import keep
from graph.outcome import outcomes
from graph.queries import names, query
from graph.search.relevance import load_cases
from graph.search.search import Found, Searcher
from graph.store import Store
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
HERE = Path(__file__).parent
STARTER = HERE.parent / "corpus" / "starter"
Both = tuple[Store, Store]

QUERIES = [case.query for case in load_cases(HERE / "relevance")][::13][:30]
FACETS: tuple[dict[str, str], ...] = (
    {},
    {"city": "嵊州"},
    {"department": "生态环境局"},
    {"domain": "water", "year": "2025"},
)


@pytest.fixture(scope="module")
def both(account: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The embedded store and the one on the server."""
    account.empty()
    read = list(outcomes(documents([STARTER]), {}))
    with open_store(str(tmp_path_factory.mktemp("store"))) as embedded, open_store(account.uri) as shared:
        for store in (embedded, shared):
            keep(iter(read), store)
        yield embedded, shared


# queries ------------------------------------------------------------------------------------------------------------


def test_both_stores_answer_every_query_alike(both: Both) -> None:
    embedded, shared = both
    assert contents(shared) == contents(embedded)
    parameters = sample(embedded)
    for name in names():
        for given in variants(name, parameters):
            assert shared.run(name, **given) == embedded.run(name, **given), (name, given)


def sample(store: Store) -> dict[str, object]:
    """A value for every parameter of the named queries, taken from what the store holds."""
    row = next(row for row in store.run("tasks_by_department") if row["function"])
    (document,) = [each for each in store.run("documents") if each["document"] == row["document"]]
    held = [each["document"] for each in store.run("documents")]
    citations = (each for id in held for each in store.run("citations_out", document=id))
    return {
        "document": document["document"],
        "documents": [document["document"]],
        "place": document["places"][0],
        "year": "2025",
        "kind": "plan",
        "domain": row["domain"],
        "tasks": [task["task"] for task in store.run("tasks", document=document["document"])],
        "department": row["canonical"],
        "body": row["department"],
        "function": row["function"],
        "role": row["role"],
        "indicator": store.run("indicators", limit=1)[0]["indicator"],
        "status": "target",
        "date": "2030-12-31",
        "since": "2021-01-01",
        "title": "规划",
        "number": next(number_key(each["number"]) for each in citations if each["number"]),
        "term": "水",
        "name": store.run("water_bodies", limit=1)[0]["name"],
        "label": "Task",
        "id": row["task"],
        "other_label": "Document",
        "other": document["document"],
        "limit": 7,
    }


def variants(name: str, sample: dict[str, object]) -> Iterator[dict[str, object]]:
    """What a query needs, alone, with each of its filters, and with all of them."""
    read = query(name)
    filters = {name for line in read.lines for name in line.parameters}
    needed = {key: sample[key] for key in read.parameters - filters}
    yield needed
    for each in sorted(filters):
        yield needed | {each: sample[each]}
    yield {key: sample[key] for key in read.parameters}


# questions ----------------------------------------------------------------------------------------------------------


def test_both_stores_answer_every_question_alike(both: Both) -> None:
    expected, found = map(answers, both)
    assert [id for id in expected if found[id] != expected[id]] == []


def answers(store: Store) -> dict[str, dict[str, Any]]:
    """The answers to all questions, by their ids, without the time that they took."""
    answerer = Answerer(store)
    asked = load_questions(HERE / "gold" / "questions.jsonl")
    return {q["id"]: answerer.ask_after(q["q"], q.get("after", ())) | {"milliseconds": None} for q in asked}


# search -------------------------------------------------------------------------------------------------------------


def test_both_stores_give_the_same_first_ten_with_the_same_counts(both: Both) -> None:
    embedded, shared = both
    one, other = Searcher(embedded), Searcher(shared)
    for words, facets in product(QUERIES, FACETS):
        expected, found = one.search(words, facets=facets), other.search(words, facets=facets)
        assert tied(found) == tied(expected), (words, facets)
        assert found.counts == expected.counts, (words, facets)
    assert common(embedded, shared) >= 0.95


def common(embedded: Store, shared: Store) -> float:
    """The mean share of the first ten that the engines' own full text has in common; Lucene rounds lengths."""
    shares = []
    for words in QUERIES:
        expected, found = ({hit["id"] for hit in store.search(words, k=10)} for store in (embedded, shared))
        shares += [len(expected & found) / len(expected)] if expected else []
    print(f"full text of both engines: {sum(shares) / len(shares):.3f} of the first ten in common")
    return sum(shares) / len(shares)


def tied(found: Found) -> list[tuple[float, Any]]:
    """Scores and passages in order, those of one score by their ids."""
    return sorted(((hit["score"], hit["id"]) for hit in found.hits), key=lambda hit: (-hit[0], hit[1]))
