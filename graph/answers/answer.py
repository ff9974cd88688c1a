"""The shape of an answer: what was found, in one or two sentences, with the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.answers.inquiry import Inquiry, distinct
from graph.shapes import Shape
from graph.store import Record
from nlp.places.gazetteer import in_english

_LONGEST_QUOTE = 400
MOST_QUOTES = 40
"""How many quotes an answer shows at most."""
_TITLES, _LONGEST_TITLE, _PLACES = 6, 30, 4


@dataclass(slots=True)
class Answer:
    """What was found. A list that is None does not belong to the answer; `none` says that the corpus holds nothing."""

    text: str = ""
    intent: str = ""
    tasks: list[Shape] | None = None
    owners: list[Shape] | None = None
    targets: list[Shape] | None = None
    names: list[str] | None = None
    documents: list[Shape] | None = None
    count: int | None = None
    none: bool = False
    evidence: list[Record] = field(default_factory=list)

    def as_record(self, inquiry: Inquiry, question: str) -> Shape:
        """The answer as the contract has it, with the reading, the queries and the quotes."""
        lists = {
            key: getattr(self, key)
            for key in ("tasks", "owners", "targets", "names", "documents", "count")
            if getattr(self, key) is not None
        }
        for target in self.targets or ():
            target["place"] = short_name(inquiry, target["document"])
        return {
            "question": question,
            "intent": self.intent or inquiry.reading.intent,
            "slots": slots(inquiry),
            **lists,
            "none": self.none,
            "text": self.text,
            "notes": [f"{said} → {meant}" for said, meant in inquiry.reading.notes],
            "cypher": inquiry.cypher,
            "evidence": quotes(inquiry, self.evidence),
        }


def joined(question: str, records: list[Shape]) -> Shape:
    """The answers to several questions in one as one: every list of them, their sentences one after the other."""
    whole: Shape = {}
    for record in records:
        whole = record | whole
    evidence = [quote for record in records for quote in record["evidence"]]
    return whole | {
        "question": question,
        "none": all(record["none"] for record in records),
        "text": ("" if _ends_wide(records[0]["text"]) else " ").join(record["text"] for record in records),
        "notes": list(dict.fromkeys(note for record in records for note in record["notes"])),
        "cypher": "\n\n".join(dict.fromkeys(record["cypher"] for record in records if record["cypher"])),
        "evidence": [quote for at, quote in enumerate(evidence) if quote not in evidence[:at]][:MOST_QUOTES],
        "others": [],
        "milliseconds": round(sum(record["milliseconds"] for record in records), 1),
    }


def _ends_wide(text: str) -> bool:
    """Whether a text is a Chinese sentence, which no blank follows."""
    return text.endswith("。")


def slots(inquiry: Inquiry) -> Shape:
    """What the question was read to name."""
    reading = inquiry.reading
    department = reading.departments[0] if reading.departments else None
    places = [*reading.places.held, *(name for name, _ in reading.places.inside), *reading.places.absent]
    topic = [*reading.topic.phrases, *(concept.names[0] for concept in reading.topic.concepts)]
    return {
        "department": (department.function or department.written or department.wording) if department else None,
        "place": "、".join(places) or None,
        "documents": list(reading.documents) if reading.scoped and reading.documents else None,
        "role": None if reading.role in ("any", "carrier") else reading.role,
        "year": (reading.times.after and f"{reading.times.after}—") or "、".join(reading.years) or None,
        "topic": " ".join(dict.fromkeys(topic)) or None,
    }


def quotes(inquiry: Inquiry, rows: list[Record]) -> list[Shape]:
    """The words that rows were read from: each with its span in the document."""
    shown = []
    for row in distinct(rows, "document", "evidence_start", "evidence_end")[:MOST_QUOTES]:
        start = row["evidence_start"]
        end = min(row["evidence_end"], start + _LONGEST_QUOTE)
        words = inquiry.text(row["document"])[start:end]
        shown.append({"document": row["document"], "start": start, "end": end, "quote": words})
    return shown


def spoken(inquiry: Inquiry, chinese: str, english: str) -> str:
    """The sentence in the question's language, after what a wording was read as. A list that breaks off (…) has no full
    stop behind it."""
    notes = inquiry.reading.notes
    if inquiry.chinese:
        return "".join(f"“{said}”读作“{meant}”。" for said, meant in notes) + chinese.replace("…。", "…")
    return "".join(f"“{said}” was read as {meant}. " for said, meant in notes) + english.replace("….", "…")


def in_marks(words: str) -> str:
    """Words between quotation marks, those inside them single: `“开展‘清四乱’行动”` of `开展“清四乱”行动`."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def in_a_row(inquiry: Inquiry, names: Iterable[str]) -> str:
    """Names one after the other as the language of the question joins them: `杭州市、嵊州市`, `Hangzhou, Shengzhou`."""
    return ("、" if inquiry.chinese else ", ").join(names)


def place_of(inquiry: Inquiry, document: str) -> str:
    """A short name of a document for a sentence, a place in the language of the question."""
    return in_language(inquiry, short_name(inquiry, document))


def in_language(inquiry: Inquiry, name: str) -> str:
    """The name of a place in the language of the question; one that no place goes by stays as it is."""
    return name if inquiry.chinese else in_english(name)


def short_name(inquiry: Inquiry, document: str) -> str:
    """A short name of a document: its part, its territory or its title."""
    held = inquiry.lexicon.by_id.get(document)
    if held is None:
        return document
    return held.part or held.territory or held.title or held.source


def where_asked(inquiry: Inquiry) -> str:
    """The documents asked, for a sentence: the first four by name, or the whole corpus."""
    if inquiry.reading.documents is None:
        return "文件库" if inquiry.chinese else "the corpus"
    places = list(dict.fromkeys(place_of(inquiry, document.id) for document in inquiry.documents))
    more = "等" if inquiry.chinese else " and others"
    return in_a_row(inquiry, places[:_PLACES]) + more * (len(places) > _PLACES)


def first_titles(inquiry: Inquiry, tasks: list[Record], placed: bool = False) -> str:
    """The titles of the first tasks, for a sentence; `placed`, each between quotation marks and with its place."""
    titles = [task["title"][:_LONGEST_TITLE] for task in tasks[:_TITLES]]
    if placed:
        titles = [
            f"{in_marks(title)}({place_of(inquiry, task['document'])})"
            for title, task in zip(titles, tasks, strict=False)
        ]
    return in_a_row(inquiry, titles) + "…" * (len(tasks) > _TITLES)


def task_evidence(rows: list[Record]) -> list[Record]:
    """The rows of tasks as evidence of themselves."""
    return [{"document": r["document"], "evidence_start": r["start"], "evidence_end": r["end"]} for r in rows]


def nothing(inquiry: Inquiry, chinese: str, english: str) -> Answer:
    """The answer that the corpus does not hold what was asked."""
    return Answer(none=True, text=spoken(inquiry, chinese, english))
