"""Characters that a glossing tool cut through, made by the same damage and undone again."""

from __future__ import annotations

import pytest

from corpus.repairs.repair import repair

GLOSSES = {
    "環": "huán",
    "態": "tài",
    "護": "hù",
    "驗": "yàn",
    "責": "zé",
    "標": "biāo",
    "規": "guī",
    "內": "nèi",
    "聯": "lián",
}
PAGE = (
    "生態環境保護是檢驗責任落實的標準。這項工作以環境為重，去年以來聯合執法。環保工作內容規範，開展文體活動，體現成效。"
    "推進規模以上企業標準化建設，深化改革。"
) * 3


def glossed(text: str) -> bytes:
    """The bytes of a text after a tool that searches bytes has glossed it."""
    data = text.encode("gbk")
    for char, pinyin in GLOSSES.items():
        data = data.replace(char.encode("gbk"), char.encode("gbk") + f"({pinyin})".encode("gbk"))
    return data


def misread(data: bytes) -> str:
    """Bytes read as such pages read them: a byte that pairs with no other is lost with the sign behind it."""
    text, at = "", 0
    while at < len(data):
        if data[at] < 0x80:
            text, at = text + chr(data[at]), at + 1
            continue
        char = data[at : at + 2].decode("gbk", "replace")
        text, at = text + (char if len(char) == 1 else "?"), at + 2
    return text


def test_damage_is_that_of_real_pages() -> None:
    assert "因?yàn)檫@" in misread(glossed("因為這"))


@pytest.mark.parametrize("sentence", ["都是因為這些支持", "他們去聯合執法"])
def test_cut_characters_are_restored(sentence: str) -> None:
    damaged = misread(glossed(PAGE + sentence + "。"))
    assert "?" in damaged
    assert repair(damaged).text == repair(PAGE + sentence + "。").text


@pytest.mark.parametrize(
    ("damaged", "restored"),
    [("系列環(huán)?；顒?，體現", "系列环保活动,体现"), ("督促規(guī)?；瘶?biāo)準", "督促规模化标准")],
)
def test_characters_cut_by_marks_are_restored(damaged: str, restored: str) -> None:
    assert repair(misread(glossed(PAGE)) + damaged).text.endswith(restored)


def test_unread_characters_stay_and_are_marked() -> None:
    repaired = repair(misread(glossed(PAGE)) + "回收?；厥账觅Y金，")
    assert "回收?;厥账觅Y金" in repaired.text
    assert [mark.kind for mark in repaired.damage] == ["lost-characters"]


def test_question_on_a_clean_page_is_no_cut() -> None:
    assert repair("因为什么?因为这些支持。").text == "因为什么?因为这些支持。"
