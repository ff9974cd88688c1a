"""Spreadsheets give rows with the values that they show."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from corpus.formats.refusal import RefusedError
from corpus.office.spreadsheet import text_of


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_spreadsheet_shows_merged_cells_formats_and_dates() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["洱海保护治理重点任务清单"])
    sheet.append(["序号", "指标", "目标值", "完成时限", "牵头单位"])
    sheet.append([1, "城市生活污水集中收集率", 0.7, datetime(2025, 12, 1), "州住房城乡建设局\n州水务局"])
    sheet.append([None, "新建管网（公里）", 85.5, datetime(2024, 6, 30), "州水务局"])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A3:A4")
    sheet["C3"].number_format = "0%"
    sheet["D3"].number_format = 'yyyy"年"m"月"'
    sheet["D4"].number_format = "yyyy-mm-dd"
    assert text_of(saved(book)).splitlines() == [
        "洱海保护治理重点任务清单\t\t\t\t",
        "序号\t指标\t目标值\t完成时限\t牵头单位",
        "1\t城市生活污水集中收集率\t70%\t2025年12月\t州住房城乡建设局、州水务局",
        "\t新建管网（公里）\t85.5\t2024-06-30\t州水务局",
    ]


def test_spreadsheet_names_its_sheets_where_there_are_several_and_skips_hidden_and_empty_ones() -> None:
    book = openpyxl.Workbook()
    book.active.title = "水环境"
    book.active.append(["断面", "目标"])
    book.create_sheet("空表")
    book.create_sheet("大气环境").append(["优良天数", "310"])
    hidden = book.create_sheet("选项")
    hidden.append(["是", "否"])
    hidden.sheet_state = "hidden"
    assert text_of(saved(book)) == "水环境\n断面\t目标\n大气环境\n优良天数\t310"


def test_spreadsheet_with_a_cell_far_out_stays_small() -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = "指标"
    book.active["XFD1048576"] = "远处"
    assert text_of(saved(book)) == "指标\t\n\t远处"


def test_spreadsheet_reads_truth_values_and_errors_as_shown() -> None:
    book = openpyxl.Workbook()
    book.active.append([True, False, "#N/A", "0012"])
    assert text_of(saved(book)) == "TRUE\tFALSE\t#N/A\t0012"


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old binary"), (b"PK\x03\x04" + bytes(50), "cut short")],
)
def test_spreadsheet_refuses_with_the_cause(data: bytes, cause: str) -> None:
    with pytest.raises(RefusedError, match=cause):
        text_of(data)
