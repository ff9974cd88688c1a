from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import VocabularyError
from nlp import vocabulary
from nlp.vocabulary import Entry, Vocabulary

WATER = Entry("water", "水利局", aliases=("水务局", "EPA水处"), english=("Water Bureau",))
RIVER = Entry("river", "长江", aliases=("扬子江",), negative=("长江路", "长江实业"))
LONG = Entry("long", "长江水利委员会", parent="river")


@pytest.mark.parametrize("file", sorted(vocabulary.DATA.glob("*.yaml")), ids=lambda file: file.stem)
def test_words_stand_under_no_key_twice(file):
    nodes = [yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys))
            nodes += [value for _, value in node.value]


@pytest.fixture
def known() -> Vocabulary:
    return Vocabulary("sample", {entry.id: entry for entry in (WATER, RIVER, LONG)})


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(vocabulary, "DATA", tmp_path)
    for cached in (vocabulary.load, vocabulary.words, vocabulary._parsed):
        cached.cache_clear()
    yield tmp_path
    for cached in (vocabulary.load, vocabulary.words, vocabulary._parsed):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("水利局", "water"),
        ("water bureau", "water"),
        ("WATER  BUREAU", "water"),
        ("ＥＰＡ水处", "water"),
        ("扬子江", "river"),
        ("水利", None),
        ("水利局长", None),
        ("长江路", None),
    ],
)
def test_lookup_reads_exact_names_of_any_width_and_case(known, name, entry):
    found = known.lookup(name)
    assert (found and found.id) == entry


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由水利局牵头,水务局配合", ["水利局", "水务局"]),
        ("长江水利委员会", ["长江水利委员会"]),
        ("长江路的水利局", ["水利局"]),
        ("长江与长江路", ["长江"]),
        ("the Water Bureau leads", ["Water Bureau"]),
        ("the Water Bureaus lead", []),
        ("XEPA水处", []),
        ("", []),
    ],
)
def test_find_takes_the_longest_name_and_heeds_negative_labels(known, text, names):
    assert [match.name for match in known.find(text)] == names


@given(st.text(alphabet="长江水利委员会务局路 WaterBu", max_size=60))
def test_find_quotes_the_text_and_never_overlaps(text):
    matches = Vocabulary("sample", {e.id: e for e in (WATER, RIVER, LONG)}).find(text)
    assert all(text[m.start : m.end] == m.name for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- {id: a, label: 甲}\n- {id: a, label: 乙}", "id a stands twice"),
        ("- {id: a, label: 甲}\n- {id: b, label: 乙, aliases: [甲]}", "甲 is a name of both a and b"),
        ("- {id: a, label: 甲, aliases: [甲]}", "a has a name twice"),
        ("- {id: a, label: 甲, parent: z}", "a stands under z"),
        ("- {id: a, label: 甲, parent: b}\n- {id: b, label: 乙, parent: a}", "under itself"),
        ("- {id: a}", "entry 1 has no id or no label"),
        ("- {id: a, label: 甲, aliases: [1]}", "aliases of a"),
        ("a: b", "expected a list"),
        ("- [", "not YAML"),
    ],
)
def test_load_names_file_and_entry_that_break_a_rule(folder, content, told):
    (folder / "sample.yaml").write_text(content, "utf-8")
    with pytest.raises(VocabularyError, match=told) as error:
        vocabulary.load("sample")
    assert "sample.yaml" in str(error.value)


def test_load_tells_that_a_vocabulary_is_missing(folder):
    with pytest.raises(VocabularyError, match="no such vocabulary"):
        vocabulary.load("absent")


def test_load_keeps_further_fields_under_more(folder):
    (folder / "sample.yaml").write_text("- {id: a, label: 甲, english: first, unit: 吨}", "utf-8")
    entry = vocabulary.load("sample").entries["a"]
    assert (entry.english, entry.more) == (("first",), {"unit": "吨"})


def test_words_reads_a_list_in_order(folder):
    (folder / "plain.yaml").write_text("lead: [牵头, 主办]\ntwice: [甲, 甲]", "utf-8")
    assert vocabulary.words("plain", "lead") == ("牵头", "主办")
    with pytest.raises(VocabularyError, match="no list called help"):
        vocabulary.words("plain", "help")
    with pytest.raises(VocabularyError, match="甲 stands twice"):
        vocabulary.words("plain", "twice")
