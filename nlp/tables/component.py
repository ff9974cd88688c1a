"""Component tables: tables of a document as rows of cells, whichever way they came into the text."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Table
from nlp.tables.flat_table import flat_tables
from nlp.tables.grid import grids
from nlp.tables.lined_rows import lined_rows
from nlp.tables.numbered_lines import numbered_lines
from nlp.tables.unheaded import run_in_rows


@Language.component("shanshui_tables")
def read_tables(doc: Doc) -> Doc:
    """Fills `facts.tables`, in reading order.

    The text of every cell is what stands at its span, line breaks included: a flattened cell of several bodies holds
    one on each line. Header and cells of a row stand in the same order; a merged cell stands in every place it
    covers.
    """
    facts: Facts = doc._.facts
    headed = sorted([*grids(facts.text), *flat_tables(facts.text)], key=lambda table: table.start)
    found = (*run_in_rows(facts.text), *lined_rows(facts.text), *numbered_lines(facts.text))
    rest = [table for table in found if _stands_apart(table, headed)]
    facts.tables = sorted([*headed, *rest], key=lambda table: table.start)
    return doc


def _stands_apart(table: Table, others: list[Table]) -> bool:
    """True where a table shares no words with others, which stand in reading order."""
    at = bisect_left(others, table.end, key=lambda other: other.start)
    return at == 0 or others[at - 1].end <= table.start
