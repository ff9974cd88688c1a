"""What plans say of an indicator without a figure: 保持稳定或持续改善, 完成上级规定的考核任务."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from graph.answers.account import HALF
from graph.answers.answer import Answer, in_marks, place_of, spoken
from graph.answers.inquiry import Inquiry
from graph.answers.table_rows import rows_of_indicators
from graph.answers.topic import Weigher, precision
from graph.store import Record
from nlp.questions.words import cue
from nlp.wording import pattern

# Texts are looked through, which takes time: of no more documents than these.
_FEW = 8
_ENOUGH = 0.5
_CLAUSE = re.compile(r"[^,;。!?\n|]{4,60}")
_FIGURE = re.compile(r"\d")


def targets_in_words(inquiry: Inquiry, documents: Sequence[str]) -> list[Record]:
    """What each of some documents says of the indicator that the topic means where it gives no figure, with its words
    under `said`: the row of a table of indicators, else the clause that tells what is to become of it. None where a
    year is asked for that its plan is not for.

    Of `森林覆盖率 | % | 保持稳定` that is 保持稳定, of `确保水质保持稳定,…` the clause; nothing of `监测水质`.
    """
    if inquiry.reading.topic.empty or len(documents) > _FEW:
        return []
    found = []
    for document in filter(partial(_is_for, inquiry), documents):
        found += _best(inquiry, [*_of_tables(inquiry, document)]) or _best(inquiry, [*_of_clauses(inquiry, document)])
    return found


def told_in_words(inquiry: Inquiry, rows: list[Record]) -> Answer:
    """The answer that tells what documents say without a figure; it is none to a question that asks for one."""
    said = ";".join(f"{place_of(inquiry, row['document'])}{in_marks(row['said'])}" for row in rows)
    text = spoken(inquiry, f"没有数值目标,文件写的是:{said}。", f"No target in figures; what is written: {said}.")
    asks_figure = inquiry.reading.unit or cue("how_many").search(inquiry.reading.text)
    return Answer(text, names=[row["said"] for row in rows], none=bool(asks_figure), evidence=rows)


def _is_for(inquiry: Inquiry, document: str) -> bool:
    """Whether a document is for the years asked, if any."""
    first, last = inquiry.lexicon.by_id[document].period
    years = inquiry.reading.years
    return not years or any((first or "9") <= year <= (last or first or "") for year in years)


def _best(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The row whose name or clause fits the topic best, if it accounts for it."""
    weigher = Weigher(inquiry.reading.topic, [row["named"] for row in rows], strict=True)
    topic = inquiry.reading.topic
    scored = [(weigher.score([(row["named"], 1.0)]) + precision(topic, row["named"]) / 10, row) for row in rows]
    told = [(score, row) for score, row in scored if score >= _ENOUGH and inquiry.accounts(row["named"], HALF)]
    return [max(told, key=lambda pair: pair[0])[1]] if told else []


def _of_tables(inquiry: Inquiry, document: str) -> Iterator[Record]:
    """The rows of tables of indicators whose value is no figure."""
    for name, cells in rows_of_indicators(inquiry.text(document)):
        values = [cell for _, kind, cell in cells if kind == "value" and cell.text.strip(" -—/")]
        if values and not any(_FIGURE.search(cell.text) for cell in values):
            said = "".join(values[-1].text.split())
            span = {"evidence_start": name.start, "evidence_end": values[-1].end}
            named = "".join(name.text.split()).rstrip("*")
            yield {"document": document, "named": name.text, "said": f"{named}:{said}"} | span


def _of_clauses(inquiry: Inquiry, document: str) -> Iterator[Record]:
    """The clauses without a figure that tell what is to become of something."""
    for clause in _CLAUSE.finditer(inquiry.text(document)):
        if pattern("questions", "becoming").search(clause.group()) and not _FIGURE.search(clause.group()):
            span = {"evidence_start": clause.start(), "evidence_end": clause.end()}
            yield {"document": document, "named": clause.group(), "said": clause.group().strip()} | span
