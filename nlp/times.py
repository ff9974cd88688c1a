"""Component times: every time expression of the document, told apart by what it is used for."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts
from nlp.standpoint import Standpoint
from nlp.time import find_times


@Language.component("shanshui_times")
def read_times(doc: Doc) -> Doc:
    """Fills `facts.times` in reading order; leaves out times inside titles 《…》 and the names of editions (2020年版).

    A year that the text leaves out (今年年底, 6月30日前) is filled in from the day of issue or the plan's period.
    """
    facts: Facts = doc._.facts
    facts.times = find_times(facts.text, Standpoint(facts.issued, facts.period))
    return doc
