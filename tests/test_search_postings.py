"""What search keeps of passages: the postings of their words, and the windows that long ones are cut into."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.building.passages import windows
from graph.search.postings import Postings
from graph.search.ranking import rank
from graph.search.search import Searcher
from graph.search.segmentation import phrase
from graph.stores.opening import open_store
from nlp.query import understand


def test_phrase_is_pairs_of_characters_words_and_numbers() -> None:
    assert phrase("黑臭水体PM2.5") == ["黑臭", "臭水", "水体", "pm2.5"]
    assert phrase("河,28%") == ["河", "28"]


def test_index_made_in_parts_is_the_index_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    passages = [
        ("黑臭水体治理PM2.5", "水环境", "某市方案"),
        ("", "", ""),
        ("水体", "黑臭", ""),
        ("pm2.5 28", "", "水体"),
    ]
    whole = Postings.build(passages)
    monkeypatch.setattr("graph.search.occurrences._PART", 2)
    parts = Postings.build(passages)
    for name in ("codes", "bounds", "passages", "impacts"):
        assert getattr(whole, name).tolist() == getattr(parts, name).tolist()
    assert whole.size == parts.size == 4


def test_postings_find_a_phrase_where_all_of_it_stands() -> None:
    index = Postings.build([("黑臭水体治理", "", ""), ("黑臭的河", "水体", ""), ("水体", "", "")])
    assert index.find_phrase("黑臭水体")[0].tolist() == [0]
    assert index.find_phrase("水体")[0].tolist() == [0, 1, 2]
    assert index.find_phrase("没有")[0].tolist() == []


def test_rare_words_count_more_and_short_passages_more_than_long_ones() -> None:
    index = Postings.build([("秸秆", "", ""), ("秸秆" + "其他工作" * 40, "", ""), ("其他", "", ""), ("其他", "", "")])
    assert index.rarity(1) > index.rarity(3) > 0
    passages, impacts = index.find("秸秆")
    assert passages.tolist() == [0, 1]
    assert impacts[0] > impacts[1]


def _nowhere(place: str) -> npt.NDArray[np.bool_]:
    return np.zeros(4, np.bool_)


def test_passage_that_says_all_that_is_asked_outdoes_one_that_says_half() -> None:
    index = Postings.build([("工地扬尘", "", ""), ("扬尘扬尘扬尘", "", ""), ("工地工地", "", ""), ("河流", "", "")])
    scores = rank(understand("工地扬尘", lambda wording: True), index, None, _nowhere).scores
    assert int(np.argmax(scores)) == 0
    assert scores[3] == 0


def test_empty_index_finds_nothing(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as empty:
        assert Searcher(empty).search("水").hits == []


@given(st.text(alphabet="水污河湖。;\n", max_size=1500))
def test_windows_cover_a_stretch_without_gaps_or_overlaps(text: str) -> None:
    found = windows(text, 0, len(text))
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert all(end - start <= 360 + 140 for start, end in found)


def test_windows_end_with_sentences() -> None:
    text = "推进污水处理设施建设,完善管网,确保出水达标。" * 40
    assert all(text[start:end].endswith("。") for start, end in windows(text, 0, len(text)))
