"""The same search over both stores: thirty queries, in whole and restricted, on a Neo4j server started for them."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Server

from graph.ingest import ingest
from graph.search.relevance import load_cases
from graph.search.search import Found, Searcher
from graph.store import Store
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
HERE = Path(__file__).parent
QUERIES = [case.query for case in load_cases(HERE / "relevance")][::13][:30]
FACETS: tuple[dict[str, str], ...] = (
    {},
    {"city": "嵊州"},
    {"department": "生态环境局"},
    {"domain": "water", "year": "2025"},
)


def test_both_stores_give_the_same_first_ten_with_the_same_counts(server: Server, tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as embedded, open_store(server.uri) as shared:
        for store in (embedded, shared):
            ingest([HERE.parent / "corpus" / "starter"], store)
        one, other = Searcher(embedded), Searcher(shared)
        for query, facets in product(QUERIES, FACETS):
            expected, found = one.search(query, facets=facets), other.search(query, facets=facets)
            assert tied(found) == tied(expected), (query, facets)
            assert found.counts == expected.counts, (query, facets)
        assert common(embedded, shared) >= 0.95


def common(embedded: Store, shared: Store) -> float:
    """The mean share of the first ten that the engines' own full text has in common; Lucene rounds lengths."""
    shares = []
    for query in QUERIES:
        expected, found = ({hit["id"] for hit in store.search(query, k=10)} for store in (embedded, shared))
        shares += [len(expected & found) / len(expected)] if expected else []
    print(f"full text of both engines: {sum(shares) / len(shares):.3f} of the first ten in common")
    return sum(shares) / len(shares)


def tied(found: Found) -> list[tuple[float, Any]]:
    """Scores and passages in order, those of one score by their ids."""
    return sorted(((hit["score"], hit["id"]) for hit in found.hits), key=lambda hit: (-hit[0], hit[1]))
