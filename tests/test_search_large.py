"""What makes search quick among a million passages: shortcuts that must find what the long way finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.search.holdings import Gathering
from graph.search.leading import best_first, leading
from graph.search.postings import Postings
from graph.search.relevance import load_cases
from graph.search.search import Searcher
from graph.search.segmentation import phrase
from graph.search.semantics import signs
from graph.stores.opening import open_store

HERE = Path(__file__).parent
SCORES = st.lists(st.sampled_from([0.0, 0.0, 0.1, 0.2, 0.2, 0.7, 1.0]), max_size=60)


@pytest.fixture(scope="module")
def searcher(starter_store: str) -> Iterator[Searcher]:
    with open_store(starter_store, read_only=True) as opened:
        yield Searcher(opened)


@given(SCORES, st.integers(1, 8))
def test_leading_scores_are_all_that_reach_the_last_of_them(listed: list[float], count: int) -> None:
    scores = np.array(listed, np.float32)
    found = leading(scores, count)
    assert len(found) >= min(count, int((scores > 0).sum()))
    if len(found):
        assert found.tolist() == np.flatnonzero(scores >= scores[found].min()).tolist()
        assert scores[found].min() > 0


@given(SCORES)
def test_best_come_first_and_equal_ones_in_order(listed: list[float]) -> None:
    scores = np.array(listed * 30, np.float32)
    assert list(best_first(scores)) == [number for number in np.argsort(-scores, kind="stable") if scores[number] > 0]


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(alphabet="水污治a1 。", max_size=12), min_size=1, max_size=8), few=st.sampled_from([0, 16])
)
def test_phrase_is_found_where_each_of_its_grams_stands(texts: list[str], few: int) -> None:
    index = Postings.build((text, "", "") for text in texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.search.postings._FEW", few)
        patch.setattr("graph.search.postings._AT_ONCE", 2)
        for wanted in ("水", "治水", "水污治", "a1", "。"):
            held = [bool(phrase(wanted)) and {*phrase(wanted)} <= {*phrase(text), *text} for text in texts]
            assert index.find_phrase(wanted)[0].tolist() == list(np.flatnonzero(held))
            assert index.holds(wanted) == any(held)


def test_signs_of_vectors_differ_where_their_numbers_do() -> None:
    vectors = np.ones((3, 128), np.float32)
    vectors[1, :5] = -1
    vectors[2] = -1
    bits = signs(vectors)
    assert bits.shape == (2, 3)
    assert np.bitwise_count(bits ^ bits[:, :1]).sum(axis=0).tolist() == [0, 5, 128]


def test_first_ten_by_signs_are_the_first_ten(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a tenth of the passages compared exactly, as of a million sixty times fewer are."""
    queries = [case.query for case in load_cases(HERE / "relevance")]
    exact = [first_ten(searcher, query) for query in queries]
    monkeypatch.setattr("graph.search.semantics._ALL", 80)
    monkeypatch.setattr("graph.search.semantics._EXACT", 80)
    monkeypatch.setattr("graph.search.semantics._NEAREST", 20)
    pruned = [first_ten(searcher, query) for query in queries]
    same = sum(len({*one} & {*other}) for one, other in zip(exact, pruned, strict=True))
    assert same / sum(map(len, exact)) >= 0.99


def first_ten(searcher: Searcher, query: str) -> list[int]:
    understood = searcher.understand(query)
    return list(islice(best_first(searcher._rank(understood).scores), 10)) if understood.concepts else []


def test_column_counts_and_restricts() -> None:
    gathering = Gathering()
    for value in ("water", None, "air", "water", None):
        gathering.add(value)
    column = gathering.done()
    assert [column[number] for number in range(5)] == ["water", None, "air", "water", None]
    assert column.among({"water", "soil"}).tolist() == [True, False, False, True, False]
    assert column.counts(np.array([0, 1, 2, 3])) == {"water": 2, "air": 1}
    assert not column.among(set()).any()
