"""Spreadsheets: each sheet as rows, values as they are displayed.

The parts are read directly, not through a spreadsheet library: those turn down files over styles that no text needs,
and lay out every cell up to the furthest one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpus.formats import rows
from corpus.formats.refusal import RefusedError
from corpus.office.display import BUILT_IN, plain, shown
from corpus.office.package import Package, child, local, value, whole_number

REFERENCE = re.compile(r"([A-Z]{1,3})\d+")
WORKBOOK = "xl/workbook.xml"

Sheet = list[dict[int, str]]  # for each row, the texts of its cells by column


def text_of(data: bytes) -> str:
    """The text of a spreadsheet: rows of the shown sheets, under the name of the sheet where there are several.

    Raises RefusedError where the file is damaged, protected, no spreadsheet, or too large.
    """
    package = Package(data)
    workbook = package.tree(WORKBOOK)
    if workbook is None:
        raise RefusedError("it is an Office file but no spreadsheet")
    reader = _Reader(package, workbook)
    sheets = [(name, _lines(reader.sheet(part))) for name, part in _shown_sheets(package, workbook)]
    sheets = [(name, lines) for name, lines in sheets if lines]
    named = len(sheets) > 1
    return "\n".join(line for name, lines in sheets for line in ([name, *lines] if named else lines))


class _Reader:
    """What the cells of all sheets share: texts, formats, and the day that dates are counted from."""

    def __init__(self, package: Package, workbook: etree._Element) -> None:
        self._package = package
        self._strings = [_text(entry) for entry in _each(package.tree("xl/sharedStrings.xml"))]
        self._formats = _formats(package.tree("xl/styles.xml"))
        self._since_1904 = value(child(workbook, "workbookPr"), "date1904") in ("1", "true")

    def sheet(self, part: str) -> Sheet:
        """The rows of a sheet that have cells."""
        sheet: Sheet = []
        for row in _each(child(self._package.tree(part), "sheetData")):
            sheet.append({})
            column = 0
            for cell in row:
                reference = REFERENCE.match(value(cell, "r") or "")
                column = _column(reference.group(1)) if reference else column + 1
                sheet[-1][column] = self._shown(cell)
        return sheet

    def _shown(self, cell: etree._Element) -> str:
        """The value of a cell as the sheet shows it, on one line."""
        kind, raw = value(cell, "t"), _content(child(cell, "v"))
        if kind == "inlineStr":
            raw = _text(child(cell, "is"))
        elif kind == "s":
            index = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 9 else len(self._strings)
            raw = self._strings[index] if index < len(self._strings) else ""
        elif kind == "b":
            raw = "TRUE" if raw == "1" else "FALSE"
        elif kind in (None, "n") and raw:
            return self._number(raw, whole_number(cell, "s") or 0)
        return rows.one_line(raw.splitlines())

    def _number(self, raw: str, style: int) -> str:
        """A number in the format of its cell."""
        try:
            number = float(raw)
            code = self._formats[style] if style < len(self._formats) else ""
            return shown(number, code, self._since_1904) if code else plain(number)
        except (ValueError, OverflowError):
            return raw


def _shown_sheets(package: Package, workbook: etree._Element) -> Iterator[tuple[str, str]]:
    """The name and the part of every sheet that is not hidden, in the order of their tabs."""
    relations = package.tree("xl/_rels/workbook.xml.rels")
    targets = {value(entry, "Id"): value(entry, "Target") or "" for entry in _each(relations)}
    for sheet in _each(child(workbook, "sheets")):
        target = targets.get(value(sheet, "id"), "")
        if target and value(sheet, "state") in (None, "visible"):
            yield value(sheet, "name") or "", target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _formats(styles: etree._Element | None) -> list[str]:
    """The format code of every cell style, empty for the general one."""
    codes = dict(BUILT_IN)
    for entry in _each(child(styles, "numFmts")):
        codes[whole_number(entry, "numFmtId") or 0] = value(entry, "formatCode") or ""
    return [codes.get(whole_number(entry, "numFmtId") or 0, "") for entry in _each(child(styles, "cellXfs"))]


def _lines(sheet: Sheet) -> list[str]:
    """The rows of a sheet as lines, on the columns that are used."""
    columns = sorted({column for row in sheet for column, text in row.items() if text})
    filled = [row for row in sheet if any(row.values())]
    if len(columns) * len(filled) > rows.MOST_FIELDS:
        raise RefusedError(f"a sheet in it has more than {rows.MOST_FIELDS} cells")
    return rows.lines([[row.get(column, "") for column in columns] for row in filled])


def _each(element: etree._Element | None) -> Iterator[etree._Element]:
    """The children of an element, none where there is no element."""
    yield from element if element is not None else ()


def _column(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _content(element: etree._Element | None) -> str:
    """The text directly inside an element, empty where there is no element."""
    return (element.text or "").strip() if element is not None else ""


def _text(element: etree._Element | None) -> str:
    """The text of a cell that is kept in runs, without the guides to its pronunciation."""
    runs = element.iter() if element is not None else ()
    return "".join(run.text or "" for run in runs if local(run) == "t" and not _is_guide(run))


def _is_guide(run: etree._Element) -> bool:
    """Whether a piece of text only tells how another is pronounced."""
    parent = run.getparent()
    return parent is not None and local(parent) == "rPh"
