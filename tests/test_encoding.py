"""Text comes back from whichever encoding it was saved in, down to a handful of characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.encoding import decode, plausibility
from corpus.formats.refusal import RefusedError

SIMPLIFIED = [
    "水务局",
    "联通管网",
    "责任单位：市水务局",
    "一、总体要求",
    "到2025年，长江干流水质稳定达到Ⅱ类。",
    "（三）推进城镇污水处理提质增效。新建污水管网20公里，改造雨污合流管网15公里（市住建局牵头，市水务局配合）。",
    "索引号\t014008/2023-00012\n发文字号\t常政办发〔2023〕12号\n发布日期\t2023-07-13\n",
    "PM2.5平均浓度控制在35μg/m³以下，空气质量优良天数比率≥85%，VOCs和NOx排放总量分别下降10%、12%。\n" * 40,
]
TRADITIONAL = [
    "水務局",
    "責任單位：市水務局",
    "到2025年，長江幹流水質穩定達到二類。",
    "（三）推進城鎮污水處理提質增效。新建污水管網20公里，改造雨污合流管網15公里（市住建局牽頭，市水務局配合）。",
    "各縣（市、區）人民政府要加強組織領導，壓實整改責任，細化任務分工。\n" * 40,
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", SIMPLIFIED)
def test_decode_finds_the_encoding_of_simplified_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
@pytest.mark.parametrize("text", TRADITIONAL)
def test_decode_finds_the_encoding_of_traditional_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_decode_obeys_a_byte_order_mark(mark: bytes) -> None:
    name = {codecs.BOM_UTF16_BE: "utf-16-be", codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}[mark]
    assert decode(mark + "洞庭湖治理".encode(name)) == "洞庭湖治理"


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8", "big5", "iso-8859-1", "x-unknown", "base64", "", None])
def test_decode_checks_a_declared_encoding_instead_of_trusting_it(declared: str | None) -> None:
    text = "洱海流域水污染综合防治“十四五”规划，由大理州人民政府组织实施。"
    assert decode(text.encode("gb18030"), declared) == text
    assert decode(text.encode(), declared) == text


def test_decode_marks_a_damaged_byte_and_keeps_the_rest() -> None:
    text = "滇池外海水质达到Ⅳ类，草海稳定在Ⅲ类。" * 20
    assert decode(text.encode()[:-1]) == text[:-1] + "\ufffd"
    damaged = bytearray(text.encode("gb18030"))
    damaged[41] = 0xFF
    read = decode(bytes(damaged))
    assert "\ufffd" in read
    assert read.endswith(text[60:])


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)), "PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(200), "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Office document"),
        (bytes((i * 167 + i // 7) % 256 for i in range(4000)), "none of UTF-8"),
        (bytes(4000), "none of UTF-8"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, cause: str) -> None:
    with pytest.raises(RefusedError, match=cause):
        decode(data)


def test_plausibility_tells_a_right_decoding_from_a_wrong_one() -> None:
    text = "巩固提升农村黑臭水体治理成效，建立健全长效管护机制。"
    right, wrong = plausibility(text), plausibility(text.encode().decode("gb18030", "replace"))
    assert right > 1
    assert wrong < 0


@given(
    st.text(alphabet="水污染防治生态环境保护市县区人民政府到2025年底完成整改任务，。、；（）", min_size=6, max_size=200)
)
def test_decode_round_trips_running_text(text: str) -> None:
    if not text.isascii():
        for encoding in ("utf-8", "gb18030", "utf-16"):
            assert decode(text.encode(encoding)) == text
