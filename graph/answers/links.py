"""What ties a document to others: what cites it, what it cites, what says nearly the same."""

from __future__ import annotations

from graph.answers.answer import Answer, nothing, place_of, spoken, where_asked
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.names import citations
from graph.shapes import document_shape
from graph.store import Record
from nlp.questions.words import cue

_SHOWN = 6


def links(inquiry: Inquiry) -> Answer:
    """What is linked to the documents asked (`what links to the Hangzhou plan`), or only what cites them, where the
    question asks for no more (哪些文件引用了嵊州的方案)."""
    citing = _of_each(inquiry, "citations_in")
    every = cue("citing").search(inquiry.reading.text) is None
    cited = citations(inquiry) if every else []
    alike = _of_each(inquiry, "resembling") if every else []
    where = where_asked(inquiry)
    if not (citing or cited or alike):
        return nothing(inquiry, f"文件库中没有引用{where}的文件。", f"Nothing in the corpus cites {where}.")
    titles = dict.fromkeys(row["title"] or row["number"] for row in cited)
    told = [
        _told(inquiry, f"引用{where}的文件", f"Documents that cite {where}", _places(inquiry, citing)),
        _told(inquiry, "所引用的文件", "It cites", [*titles]),
        _told(inquiry, "内容相近的文件", "Nearly the same", _places(inquiry, alike)),
    ]
    said = told if every else told[:1]
    return Answer(
        spoken(inquiry, "。".join(said) + "。", ". ".join(said) + "."),
        names=[*titles] if every else None,
        documents=[document_shape(row) for row in distinct([*citing, *alike], "document")],
        evidence=[*citing, *cited],
    )


def _of_each(inquiry: Inquiry, query: str) -> list[Record]:
    """The rows of a query about one document, of every document asked."""
    return [row for document in inquiry.documents for row in inquiry.run(query, document=document.id)]


def _places(inquiry: Inquiry, rows: list[Record]) -> list[str]:
    return list(dict.fromkeys(place_of(inquiry, row["document"]) for row in rows))


def _told(inquiry: Inquiry, zh: str, en: str, names: list[str]) -> str:
    """A heading with its first names, or that there are none."""
    shown = [*names[:_SHOWN], "…"] if len(names) > _SHOWN else names
    if inquiry.chinese:
        return f"{zh}{len(names)}个:{'、'.join(shown)}" if names else f"没有{zh}"
    return f"{en} ({len(names)}): {', '.join(shown)}" if names else f"{en}: none"
