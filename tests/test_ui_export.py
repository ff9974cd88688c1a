"""Files that the explorer gives out: cells that are never formulas, references that hold what is known."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ui.export import as_workbook, told
from ui.references import bibtex, gbt7714

PLAN = {
    "document": "临河三年行动-0a1b",
    "plan": "临河市碧水三年行动方案",
    "source": "临河_50%.txt",
    "number": "临环发〔2023〕4号",
    "issuer": "临河市生态环境局",
    "issued": "2023-07-18",
    "published": None,
}


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+86"])
def test_workbook_cell_is_text_and_never_a_formula(words: str) -> None:
    sheet = openpyxl.load_workbook(
        io.BytesIO(as_workbook([{"text": words, "value": 3.5, "places": ["临河市"]}]))
    ).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["text", "value", "places"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "s"]
    assert sheet["A2"].value == words


def test_reference_names_issuer_title_number_and_day() -> None:
    assert gbt7714([PLAN]) == "[1] 临河市生态环境局. 临河市碧水三年行动方案: 临环发〔2023〕4号[Z]. 2023-07-18.\n"


def test_reference_leaves_out_what_is_not_known() -> None:
    unknown = PLAN | {"issuer": None, "number": None, "issued": None}
    assert gbt7714([unknown]) == "[1] 临河市碧水三年行动方案[Z].\n"
    assert "author" not in bibtex([unknown])


def test_reference_to_what_has_no_title_names_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.references.plan_name", lambda row: "临河市 · 方案")
    assert gbt7714([PLAN | {"plan": None, "number": None}]).endswith("临河市 · 方案: 临河_50%.txt[Z]. 2023-07-18.\n")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["贵州省", "520000"], "贵州省、520000"),
        ([{"name": "州水务局", "role": "lead", "task": "t1"}, {"text": "2024年底前"}], "州水务局(lead)、2024年底前"),
        ([], ""),
        (3.5, 3.5),
    ],
)
def test_cell_holds_words_and_no_code(value: object, cell: object) -> None:
    assert told(value) == cell


def test_bibtex_escapes_what_tex_would_run() -> None:
    entry = bibtex([PLAN])
    assert entry.startswith("@misc{临河三年行动-0a1b,\n")
    assert r"note = {{临河\_50\%.txt}}" in entry
    assert "year = {{2023}}" in entry
