"""The year in which a document was written, at least: what lies before it is no deadline any more."""

from __future__ import annotations

from nlp.facts import Facts
from nlp.references.document_number import years_of_numbers


def year_of_writing(facts: Facts) -> int | None:
    """The earliest year that the document's plans can be meant for, None where nothing tells.

    The first year of its period or the year of its issue, whichever is earlier; failing these the latest year that it
    looks back on: of a document it cites (〔2021〕4号), of 截至2021年底, or the one after its baseline 比2020年下降.
    """
    known = [int(year[:4]) for year in (facts.issued, facts.period[0] if facts.period else None) if year]
    if known:
        return min(known)
    past = [int(time.ends[:4]) for time in facts.times if time.kind == "past" and time.ends]
    baselines = [int(time.ends[:4]) + 1 for time in facts.times if time.kind == "baseline" and time.ends]
    cited = years_of_numbers(facts.text)
    evidence = [*cited, *past, *([min(baselines)] if baselines else [])]
    return max(evidence, default=None)
