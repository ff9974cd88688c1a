"""Answers that are documents told by their own numbers, by their kind, by when they were issued and by whom."""

from __future__ import annotations

from graph.answers.account import accounted
from graph.answers.answer import MOST_QUOTES, Answer, in_a_row, place_of, spoken
from graph.answers.documents import documents_asked, first_words, most_about
from graph.answers.inquiry import Inquiry
from graph.answers.scope import absence
from graph.counted import counted
from graph.shapes import document_shape
from graph.store import Record
from nlp.bodies import body
from nlp.questions.asked import asks_of_documents
from nlp.questions.words import cue
from nlp.vocabulary import Entry, load, words

_SHOWN = 12
_AGES = {"newest": max, "oldest": min}


def documents_listed(inquiry: Inquiry) -> Answer:
    """The documents of the places and the time of issue asked, of the kind and by the body that the question names, on
    its topic if it has one.

    `2021年印发的文件有哪些?` asks for those whose date of issue, or else of publication, lies in 2021: a document that
    tells no date is not among them. `有哪些通知` asks for those that their title or kind calls so, `最新的方案是哪份`
    for the last of those that tell a date.
    """
    rows = [row for row in documents_asked(inquiry) if is_called(inquiry, row) and _issued_by(inquiry, row)]
    if rows and not inquiry.reading.topic.empty:
        rows = most_about(inquiry, rows)
    rows = _of_age(inquiry, rows)
    if not rows:
        return absence(inquiry, "such document", "这样的文件")
    return _listed(inquiry, rows)


def _of_age(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The documents of the last or the first day of issue, where the question asks for these."""
    furthest = next((end for age, end in _AGES.items() if cue(age).search(inquiry.reading.text)), None)
    if furthest is None:
        return rows
    days = {row["document"]: row["issued"] or row["published"] for row in rows}
    told = furthest(filter(None, days.values()), default=None)
    return [row for row in rows if told and days[row["document"]] == told]


def told_of_documents(inquiry: Inquiry) -> Answer:
    """When or by whom the documents asked were issued, by which number, for which years: `抚州方案什么时候印发的`."""
    what = asks_of_documents(inquiry.reading.text) or "issued"
    pairs = [(row, stated(row, what)) for row in _meant(inquiry)]
    told = [(row, value) for row, value in pairs if value]
    if not told:
        return absence(inquiry, "such statement of the document itself", "文件自身的这项说明")
    colon = ":" if inquiry.chinese else ": "
    said = in_a_row(inquiry, (f"{place_of(inquiry, row['document'])}{colon}{value}" for row, value in told[:_SHOWN]))
    names = list(dict.fromkeys(value for _, value in told))
    evidence = [first_words(inquiry, row["document"]) for row, _ in told[:MOST_QUOTES]]
    shapes = [document_shape(row) for row, _ in told]
    return Answer(spoken(inquiry, f"{said}。", f"{said}."), names=names, documents=shapes, evidence=evidence)


def stated(row: Record, what: str) -> str | None:
    """What a document says of itself; of its years the first and the last."""
    if what == "period":
        years = dict.fromkeys(filter(None, (row["period_start"], row["period_end"])))
        return "—".join(years) or None
    return row[what] or (row["published"] if what == "issued" else None)


def _meant(inquiry: Inquiry) -> list[Record]:
    """The documents asked, of these those whose title tells the topic if the question has one: of 垃圾分类条例哪年出台
    none, though a plan speaks of them."""
    topic, issuing = inquiry.reading.topic, "、".join(words("questions", "issuing"))
    things = topic.things if inquiry.chinese else ()
    titled = [(row, f"{row['plan']}\n{issuing}") for row in documents_asked(inquiry)]
    return [
        row
        for row, title in titled
        if topic.empty or (accounted(topic, title) and all(thing in title for thing in things))
    ]


def documents_numbered(inquiry: Inquiry) -> Answer:
    """The documents that bear one of the numbers in the question."""
    held = {document.id for document in inquiry.lexicon.documents if document.number in inquiry.reading.numbers}
    rows = [row for row in inquiry.run("documents") if row["document"] in held]
    number = "、".join(inquiry.reading.numbers)
    return _listed(inquiry, rows) if rows else absence(inquiry, f"document {number}", f"文号为{number}的文件")


def is_called(inquiry: Inquiry, row: Record) -> bool:
    """Whether a document is called what the question lists, by its title or by its kind: 通知, reports."""
    called, kind = inquiry.reading.kind, load("document_kinds").entries[row["kind"]]
    return called is None or called in (row["plan"] or "") or called in _names_of(kind)


def _names_of(kind: Entry) -> set[str]:
    """What documents of a kind are called: its label and its English name, in the singular and the plural."""
    english = {form for name in kind.english for form in (name, f"{name}s", f"{name}es", f"{name[:-1]}ies")}
    return {kind.label, *kind.more.get("generic", ()), *english}


def _issued_by(inquiry: Inquiry, row: Record) -> bool:
    """Whether one of the bodies named issued a document; none has to where the question names none."""
    departments, issuer = inquiry.reading.departments, row["issuer"] or ""
    functions = body.functions_of(issuer) if issuer else ()
    return not departments or any(d.function in functions or d.wording in issuer for d in departments)


def _listed(inquiry: Inquiry, rows: list[Record]) -> Answer:
    said = [f"《{row['plan']}》" if row["plan"] else place_of(inquiry, row["document"]) for row in rows]
    dated = [f"{name}({row['issued'] or row['published'] or '—'})" for name, row in zip(said, rows, strict=True)]
    more = "…" * (len(dated) > _SHOWN)
    zh, en = "、".join(dated[:_SHOWN]) + more, ", ".join(dated[:_SHOWN]) + more
    text = spoken(inquiry, f"文件{len(rows)}份:{zh}。", f"{counted(len(rows), 'document')}: {en}.")
    evidence = [first_words(inquiry, row["document"]) for row in rows[:MOST_QUOTES]]
    return Answer(text, documents=[document_shape(row) for row in rows], evidence=evidence)
