"""Component tables: tables of a document as rows of cells, whichever way they came into the text."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts
from nlp.tables.flat_table import flat_tables
from nlp.tables.grid import grids


@Language.component("shanshui_tables")
def read_tables(doc: Doc) -> Doc:
    """Fills `facts.tables`, in reading order.

    The text of every cell is what stands at its span, line breaks included: a flattened cell of several bodies holds
    one on each line. Header and cells of a row stand in the same order; a merged cell stands in every place it
    covers.
    """
    facts: Facts = doc._.facts
    facts.tables = sorted([*grids(facts.text), *flat_tables(facts.text)], key=lambda table: table.start)
    return doc
