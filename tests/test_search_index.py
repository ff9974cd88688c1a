"""The index of an embedded store on disk: opened where it fits, built anew where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import water_plan
from store_suite import write

from graph.search.postings import Postings
from graph.search.search import Searcher
from graph.stores.opening import open_store
from nlp.embedding.static import Embedding


@pytest.fixture
def folder(tmp_path: Path) -> str:
    with open_store(str(tmp_path / "store")) as store:
        write(store, water_plan())
    return str(tmp_path / "store")


def found(folder: str, query: str = "污水管网") -> list[tuple[str, str, float]]:
    """The hits of a fresh searcher: what is shown of each."""
    with open_store(folder, read_only=True) as store:
        return [(hit["id"], hit["text"], hit["score"]) for hit in Searcher(store).search(query).hits]


def test_index_is_opened_as_it_was_built(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    built = found(folder)
    assert built
    monkeypatch.delattr(Postings, "build")
    assert found(folder) == built


def test_index_is_built_anew_for_another_document(folder: str) -> None:
    before = found(folder)
    with open_store(folder) as store:
        store.remove(water_plan().id)
    assert before
    assert found(folder) == []
    assert len(list((Path(folder) / "search").iterdir())) == 1


def test_document_removed_since_the_index_was_opened_is_left_out(folder: str) -> None:
    assert found(folder)
    with open_store(folder) as store:
        searcher = Searcher(store)
        assert searcher.holdings.size
        store.remove(water_plan().id)
        assert searcher.search("污水管网").hits == []


def test_index_is_built_anew_for_other_vectors(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = found(folder)
    (kept,) = (Path(folder) / "search").iterdir()
    monkeypatch.setattr(Embedding, "digest", "another")
    assert found(folder) == before
    assert [path.name for path in (Path(folder) / "search").iterdir()] != [kept.name]


@pytest.mark.parametrize("name", ["words.json", "codes.npy"])
def test_damaged_index_is_built_anew(folder: str, name: str) -> None:
    before = found(folder)
    (kept,) = (Path(folder) / "search").iterdir()
    (kept / name).write_bytes(b"\x93")
    assert found(folder) == before
    assert (kept / name).stat().st_size > 1


def test_index_that_cannot_be_kept_is_built(folder: str) -> None:
    (Path(folder) / "search").write_text("in the way")
    assert found(folder) == found(folder) != []
