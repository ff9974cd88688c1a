"""What a query means: words of grammar left out, everyday words and English words turned into the words of plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.bilingual.english import stem, stems
from nlp.bilingual.glossary import translate
from nlp.bilingual.thesaurus import find_chinese, find_english
from nlp.embedding.static import embedding, normalized
from nlp.query import LONGEST, Query, understand


def read(text: str, *held: str) -> Query:
    """The query over an index that holds some wordings, or all."""
    return understand(text, lambda wording: not held or wording in held)


def meanings(query: Query) -> dict[str, list[str]]:
    return {concept.said: [meaning.text for meaning in concept.meanings] for concept in query.concepts}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("城市内河又脏又臭", "黑臭水体"),
        ("鞭炮什么时候不能放", "烟花爆竹"),
        ("工地晚上太吵", "噪声"),
        ("剩饭怎么收", "厨余垃圾"),
        ("环保局管什么", "生态环境局"),
        ("smelly river", "黑臭水体"),
        ("illegal sand mining", "采砂"),
        ("who is the water bureau", "水利局"),
        ("noise barriers along motorways", "隔声屏障"),
        ("poaching", "偷猎偷捕"),
        ("plans of Hangzhou", "杭州市"),
    ],
)
def test_query_means_the_words_of_plans(said: str, meant: str) -> None:
    assert meant in [text for texts in meanings(read(said)).values() for text in texts]


def test_query_in_wide_letters_reads_like_any_other() -> None:
    assert meanings(read("ＰＭ２．５　ｄｕｓｔ")) == meanings(read("PM2.5 dust"))


def test_query_leaves_out_words_of_grammar() -> None:
    assert list(meanings(read("为什么要治理扬尘"))) == ["治理", "扬尘"]
    assert list(meanings(read("到底什么时候有人来治理扬尘"))) == ["治理", "扬尘"]
    assert list(meanings(read("what is being done about the dust"))) == ["dust"]


def test_query_takes_the_longest_wording() -> None:
    assert "public interest litigation" in meanings(read("public interest litigation in the city"))
    assert "非道路移动机械" in meanings(read("非道路移动机械"))


@pytest.mark.parametrize(("said", "cut"), [("环保监管网格分几级", "管网"), ("饮用水边上的餐馆", "水边")])
def test_query_cuts_no_words_for_a_wording(said: str, cut: str) -> None:
    assert cut not in meanings(read(said))


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("黔东南州的秸秆", {"黔东南苗族侗族自治州"}),
        ("嵊州秸秆综合利用率", {"嵊州市"}),
        ("noise in Hangzhou and Qinghai Province", {"杭州市", "青海省"}),
        ("which bin do peelings go into", set()),
        ("national parks", set()),
        ("全国碳市场", set()),
    ],
)
def test_query_names_places(said: str, places: set[str]) -> None:
    assert {concept.place for concept in read(said).concepts} - {""} == places


def test_short_name_of_a_county_is_a_word_where_no_passage_names_the_county() -> None:
    assert {concept.place for concept in read("盐湖资源怎么开发", "盐湖").concepts} == {""}


def test_query_keeps_words_of_the_dictionary_that_the_index_holds() -> None:
    assert meanings(read("bakery", "面包房"))["bakery"] == ["面包房"]
    assert meanings(read("bakery", "水厂"))["bakery"] == ["bakery"]


def test_query_in_two_scripts_and_of_two_languages() -> None:
    assert "钱塘江" in meanings(read("錢塘江"))
    mixed = meanings(read("VOCs 治理 targets"))
    assert "挥发性有机物" in mixed["vocs"]
    assert "治理" in mixed


@pytest.mark.parametrize("text", ["", "  ", "?!……", "😀😀", "()[]{}~^*:/\\\"'", "的了吗", "the of and"])
def test_query_that_says_nothing_has_no_concepts(text: str) -> None:
    assert read(text).concepts == ()


def test_long_query_is_read_to_a_bound() -> None:
    assert len(read("污水处理厂。" * 2000).text) <= LONGEST


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for concept in read(text).concepts:
        assert concept.meanings
        assert all(0 < meaning.weight <= 1 for meaning in concept.meanings)


def test_thesaurus_gives_places_of_what_it_knows() -> None:
    text = "河水又脏又臭怎么办"
    spans = [text[start:end] for start, end, _ in find_chinese(text)]
    assert spans == ["河水", "又脏又臭"]
    assert find_english(("no", "such", "wording")) == ()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("dumping dumped dumps", "dump"),
        ("rivers", "river"),
        ("cities city", "city"),
        ("children child", "child"),
        ("reducing reduced reduces", "reduc"),
        ("planning plans", "plan"),
        ("bus", "bus"),
        ("emissions", "emission"),
    ],
)
def test_forms_of_a_word_share_a_stem(words: str, key: str) -> None:
    assert set(stems(words)) == {key}


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_stem_is_never_empty(word: str) -> None:
    assert stem(word)


@pytest.mark.parametrize(("key", "word"), [("sewag", "污水"), ("firework", "烟花"), ("illegal min", "盗采")])
def test_glossary_turns_english_into_chinese(key: str, word: str) -> None:
    assert word in dict(translate(key))


def test_glossary_finds_its_first_and_last_lines_and_nothing_else() -> None:
    from nlp.vocabulary import DATA

    lines = (DATA / "glossary.tsv").read_text("utf-8").splitlines()
    keys = [line.partition("\t")[0] for line in lines]
    assert keys == sorted(keys, key=str.encode)
    assert all(translate(key) for key in (keys[0], keys[1], keys[len(keys) // 2], keys[-1]))
    assert translate("no such key") == ()


def test_vectors_of_like_words_lie_near_in_both_languages() -> None:
    model = embedding()
    assert model
    fireworks, crackers, dust, river = model.vectors([stem("fireworks"), "爆竹", "灰尘", "河流"])
    assert fireworks @ crackers > 0.3
    assert fireworks @ crackers > fireworks @ dust
    assert fireworks @ crackers > fireworks @ river


def test_word_without_a_vector_is_all_zeros() -> None:
    model = embedding()
    assert model
    vectors = model.vectors(["没有这样的词语", "河流"])
    assert not vectors[0].any()
    assert abs(float(vectors[1] @ vectors[1]) - 1) < 1e-5
    assert not normalized(vectors[:1]).any()
