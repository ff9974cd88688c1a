"""Delimited files give rows, whichever delimiter and encoding they have."""

from __future__ import annotations

import pytest

from corpus.formats.delimited import delimiter_of, text_of

ROWS = [
    ["序号", "任务", "牵头单位"],
    ["1", "实施清河截污，新建管网12公里", "市水务局"],
    ["2", "关停“散乱污”企业", "市生态环境局"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_delimited_finds_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    source = "\r\n".join(delimiter.join(row) for row in ROWS)
    assert text_of(source.encode(encoding)) == "\n".join("\t".join(row) for row in ROWS)


def test_delimited_reads_quoted_fields_over_several_lines() -> None:
    source = '任务,责任单位\n"清淤,疏浚","市水利局\n市城管局"\n'
    assert text_of(source.encode()) == "任务\t责任单位\n清淤,疏浚\t市水利局、市城管局"


def test_delimited_reads_a_quote_that_is_never_closed() -> None:
    source = "任务,单位\n" + '"十四五规划,市发改委\n' + "推进污水处理,市水务局\n" * 20_000
    assert "推进污水处理" in text_of(source.encode())


@pytest.mark.parametrize(("text", "delimiter"), [("一列\n没有分隔", ","), ("", ","), ("a;b,c\n1;2\n3;4", ";")])
def test_delimiter_of_takes_the_most_regular(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter
