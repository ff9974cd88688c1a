"""The static embedder and the pairs it is trained on: sizes, likeness, and what training must not have seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.search.relevance import load_cases
from nlp.bilingual.english import stem
from nlp.embedding.pairs import Pair, gloss_pairs, joint_questions, questions, said_words, sentences, wordings
from nlp.embedding.static import Embedding, embedding, save

HERE = Path(__file__).parent
ROOT = HERE.parent


@pytest.fixture(scope="module")
def model() -> Embedding:
    found = embedding()
    assert found
    return found


def test_model_is_small(model: Embedding) -> None:
    folder = ROOT / "nlp" / "data" / "embedding"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 20e6
    assert model.dimensions == 128


@pytest.mark.parametrize(
    ("said", "meant", "other"),
    [
        ("茅房", "厕所", "水库"),
        ("鞭炮", "爆竹", "水质"),
        ("toilet", "厕所", "水库"),
        ("manure", "粪污", "噪声"),
        ("river", "河流", "企业"),
    ],
)
def test_likeness_follows_meaning_in_both_languages(model: Embedding, said: str, meant: str, other: str) -> None:
    vectors = model.vectors([stem(said), meant, other])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_words_of_the_field_count_more_than_words_of_every_plan(model: Embedding) -> None:
    weights = dict(zip(["油烟", "岸电", "工作", "加强"], model.weights(["油烟", "岸电", "工作", "加强"]), strict=True))
    assert min(weights["油烟"], weights["岸电"]) > 1.3 * max(weights["工作"], weights["加强"])


def test_unknown_word_has_no_direction_and_counts_nothing(model: Embedding) -> None:
    assert not model.vectors(["qqqq"]).any()
    assert model.weights(["qqqq"]).tolist() == [0.0]


def test_model_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    vectors = np.array([[3.0, 4.0], [0.0, 0.5]], np.float32)
    save(tmp_path, ["河", "湖"], vectors)
    held = Embedding(tmp_path)
    assert np.allclose(held.vectors(["湖", "河"]), [[0, 1], [0.6, 0.8]], atol=0.01)
    assert np.allclose(held.weights(["河", "湖"]), [5.0, 0.5], atol=0.01)


# the pairs of training ------------------------------------------------------------------------------------------------


def test_sentences_of_queries_and_answers_are_read_in_both_languages() -> None:
    assert said_words("the smelly rivers of the city") == [stem("smelly"), "river", stem("city")]
    assert said_words("楼下饭馆的味道怎么办") == ["楼下", "饭馆", "味道"]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    texts = sentences((ROOT / "corpus" / "starter").glob("*.txt"))
    return [*questions(texts), *joint_questions(texts)]


def test_pairs_are_many_and_answers_hold_what_is_wanted(pairs: list[Pair]) -> None:
    assert len(pairs) + len(wordings()) > 15_000
    assert len(list(gloss_pairs())) > 50_000
    for pair in pairs:
        assert any(term in pair.answer for term in pair.terms)


def test_pairs_hold_no_query_by_which_search_is_judged(pairs: list[Pair]) -> None:
    asked = {pair.query for pair in pairs}
    unseen = [case.query for case in load_cases(HERE / "relevance") if case.category == "second"]
    assert not [query for query in unseen if query in asked]
