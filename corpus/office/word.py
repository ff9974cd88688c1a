"""Word documents: paragraphs with the numbers of their lists, tables in their place, notes below their paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corpus.formats import rows
from corpus.formats.refusal import RefusedError
from corpus.formats.rows import Cell
from corpus.office.numbering import Numbering
from corpus.office.package import Package, child, local, value, whole_number

MAIN_PART = "/officeDocument"  # ends the type of the relation to the main part, in both dialects of the format
# What a reader of the page does not see, or sees elsewhere: deletions, codes of fields, the guide above a character.
UNSEEN = frozenset({"del", "moveFrom", "instrText", "pPr", "rt", "txbxContent"})
# Wrappers that stand for what they hold.
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_of(data: bytes) -> str:
    """The text of a Word document without headers, footers and tables of contents.

    Raises RefusedError where the file is damaged, protected, or no Word document.
    """
    package = Package(data)
    name = _main_part(package)
    body = child(package.tree(name), "body")
    if body is None:
        raise RefusedError("it is an Office file but no Word document")
    return "\n".join(_Reader(package, name.rpartition("/")[0]).lines(body))


class _Reader:
    """Reads one document from beginning to end, since its lists count as they go."""

    def __init__(self, package: Package, folder: str) -> None:
        def part(name: str) -> etree._Element | None:
            return package.tree(f"{folder}/{name}.xml")

        self._numbering = Numbering(part("numbering"), part("styles"))
        self._notes = {f"{kind}Reference": _notes(part(f"{kind}s")) for kind in ("footnote", "endnote")}

    def lines(self, container: etree._Element) -> Iterator[str]:
        """The lines of a body, a cell or a text box."""
        for block in _children(container):
            if local(block) == "p":
                yield from self._paragraph(block)
            elif local(block) == "tbl":
                yield from self._table(block)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        """A paragraph with its number, then the text boxes that hang on it, then its notes."""
        number = self._numbering.number(paragraph)
        text = "".join(_words(paragraph)).strip()
        if text and not self._numbering.style_name(paragraph).startswith("toc "):
            yield from (number + text).split("\n")
        for box in _boxes(paragraph):
            yield from self.lines(box)
        for element in paragraph.iter():
            note = self._notes.get(local(element), {}).get(value(element, "id"))
            if note:
                yield f"（注：{note}）"

    def _table(self, table: etree._Element) -> Iterator[str]:
        """A table as rows; one of a single column is a frame around paragraphs and gives these."""
        content = [(row, _cells(row)) for row in _children(table) if local(row) == "tr" and not _is_deleted(row)]
        if any(len(cells) > 1 for _, cells in content):
            yield from rows.lines(rows.spread(self._row(row, cells) for row, cells in content))
        else:
            for _, cells in content:
                for cell in cells:
                    yield from self.lines(cell)

    def _row(self, row: etree._Element, cells: list[etree._Element]) -> list[Cell]:
        """The cells of a row on its grid; one that continues a cell from above is empty."""
        skipped = whole_number(child(row, "trPr", "gridBefore"))
        line = [Cell("", skipped)] if skipped else []
        for cell in cells:
            merge = child(cell, "tcPr", "vMerge")
            continues = merge is not None and value(merge) != "restart"
            text = "" if continues else rows.one_line(self.lines(cell))
            line.append(Cell(text, whole_number(child(cell, "tcPr", "gridSpan")) or 1))
        return line


def _main_part(package: Package) -> str:
    """The name of the part that holds the document itself."""
    relations = package.tree("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (value(relation, "Type") or "").endswith(MAIN_PART):
            return (value(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _notes(part: etree._Element | None) -> dict[str | None, str]:
    """The text of the notes in a part, by their ids; separators between text and notes have none."""
    notes = list(part) if part is not None else []
    texts = ((value(note, "id"), " ".join("".join(_words(note)).split())) for note in notes)
    return {name: text for name, text in texts if text}


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """The children of an element, with wrappers opened."""
    for inner in element:
        if local(inner) in WRAPPERS:
            yield from _children(inner)
        elif local(inner) == "AlternateContent":
            yield from _children(_chosen(inner))
        else:
            yield inner


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Of two renderings of the same thing, the one for today's Word, else the one for older ones."""
    return next((choice for choice in alternatives if local(choice) == "Choice"), alternatives)


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return [cell for cell in _children(row) if local(cell) == "tc"]


def _is_deleted(row: etree._Element) -> bool:
    """Whether tracked changes have struck out a row."""
    return child(row, "trPr", "del") is not None


def _words(element: etree._Element) -> Iterator[str]:
    """The visible text of a paragraph or a run, in pieces."""
    for inner in _children(element):
        name = local(inner)
        if name == "t":
            yield inner.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name not in UNSEEN and not (name == "r" and child(inner, "rPr", "vanish") is not None):
            yield from _words(inner)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on a paragraph, each once although the file holds them for two versions of Word."""
    for inner in _children(element):
        if local(inner) == "txbxContent":
            yield inner
        elif local(inner) != "pPr":
            yield from _boxes(inner)
