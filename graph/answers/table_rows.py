"""Who carries an indicator by the row of a table of indicators (指标责任分解表), which is no task of its plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from graph.answers.account import accounted
from graph.answers.answer import Answer, in_marks, place_of, spoken
from graph.answers.carriers import with_roles
from graph.answers.inquiry import Inquiry
from graph.answers.topic import Weigher
from graph.shapes import owner_shape
from graph.store import Record
from nlp.bodies import body
from nlp.facts import Cell
from nlp.owners.label import role_of_label
from nlp.owners.table import owners_in
from nlp.tables.column import BODIES, kinds_of
from nlp.tables.flat_table import flat_tables
from nlp.tables.grid import grids

# Tables are read from the text, which takes time: of no more documents than these.
_FEW = 8
_ENOUGH = 0.5

Row = tuple[str, Cell, list[tuple[str, Cell]]]
"""A row of a table: its document, the cell that names the indicator, the headers and cells of its bodies."""


def carriers_by_row(inquiry: Inquiry) -> list[Record]:
    """The bodies in the row of a table of indicators that the topic means, shaped as those of tasks; none where no
    table of the documents asked has such a row.

    `指标责任分解表里县城污水处理率由谁牵头` asks for `县城污水处理率 | ≥95 | 住建局*、水投集团`.
    """
    topic = inquiry.reading.topic
    if topic.empty or len(inquiry.documents) > _FEW:
        return []
    rows = [row for row in _rows(inquiry) if accounted(topic, row[1].text)]
    weigher = Weigher(topic, [name.text for _, name, _ in rows])
    scores = [weigher.score([(name.text, 1.0)]) for _, name, _ in rows]
    if not rows or max(scores) < _ENOUGH:
        return []
    return list(_bodies(inquiry, *rows[scores.index(max(scores))]))


def _rows(inquiry: Inquiry) -> Iterator[Row]:
    """The rows of the tables that have a column for indicators and one for bodies."""
    for document in inquiry.documents:
        for name, cells in rows_of_indicators(inquiry.text(document.id)):
            if bodies := [(header, cell) for header, kind, cell in cells if kind in BODIES]:
                yield document.id, name, bodies


def rows_of_indicators(text: str) -> Iterator[tuple[Cell, list[tuple[str, str | None, Cell]]]]:
    """The rows of the tables of a text that have a column for indicators: the cell that names one, and all cells with
    their headers and the kinds of their columns."""
    for table in chain(flat_tables(text), grids(text)):
        headers = ["".join(cell.text.split()) for cell in table.header or ()]
        kinds = kinds_of(headers)
        if "indicator" in kinds:
            for row in table.rows:
                yield row[kinds.index("indicator")], list(zip(headers, kinds, row, strict=True))


def _bodies(inquiry: Inquiry, document: str, name: Cell, cells: list[tuple[str, Cell]]) -> Iterator[Record]:
    """The bodies in the cells of a row, each with the role that its header or a mark gives it."""
    known = [row["canonical"] for row in inquiry.run("departments", document=document)]
    for header, cell in cells:
        role = role_of_label(header) or "responsible"
        for owner in owners_in(inquiry.text(document), cell.start, cell.end, role):
            functions = body.functions_of(owner.name)
            yield {
                "name": owner.name,
                "canonical": next((one for one in known if one.endswith(body.without_level(owner.name))), owner.name),
                "function": functions[0] if functions else None,
                "role": owner.role,
                "collective": owner.collective,
                "default": False,
                "task": None,
                "title": name.text,
                "document": document,
                "evidence_start": owner.start,
                "evidence_end": owner.end,
            }


def told_by_row(inquiry: Inquiry, rows: list[Record]) -> Answer:
    """The answer that names the bodies of a row of a table."""
    who = with_roles(inquiry, rows)
    where, title = place_of(inquiry, rows[0]["document"]), in_marks(rows[0]["title"])
    text = spoken(inquiry, f"{where}的指标表{title}:{who}。", f"{where}, table of indicators, {title}: {who}.")
    return Answer(text, owners=[owner_shape(row) for row in rows], evidence=rows)
