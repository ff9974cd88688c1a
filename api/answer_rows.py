"""What questions are answered with: passages, answers with their words, and what stands around a node."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from api.rows import DOCUMENT, TASK, Row, told


class Neighbour(Row):
    """An edge of a node and the node at its other end."""

    direction: Literal["in", "out"] = told("Whether the edge arrives or leaves.", "out")
    edge: str = told("The kind of edge.", "OWNED_BY")
    label: str = told("The kind of node at its other end.", "Department")
    id: str = told("The id of that node.", "黔东南苗族侗族自治州水务局-caeea23e1afab2ef")
    name: str | None = told("Its name, title or text.", "黔东南苗族侗族自治州水务局")
    document: str | None = told("The document that states the edge; null for what follows from names.", DOCUMENT)
    evidence_start: int | None = told("Where the words begin that state it.", 6480)
    evidence_end: int | None = told("Where they end.", 6484)
    rule: str | None = told("The rule that read them.", "label")


class Step(Row):
    """A node on the way from one node to another."""

    edge: str | None = told("The kind of edge that leads here from the node before; null at the first.", "OWNED_BY")
    label: str = told("The kind of node.", "Department")
    id: str = told("Its id.", "黔东南苗族侗族自治州水务局-caeea23e1afab2ef")
    name: str | None = told("Its title, name or text.", "黔东南苗族侗族自治州水务局")


class Hit(Row):
    """A passage that fits a query."""

    document: str = told("The id of the document.", DOCUMENT)
    source: str = told("The file that it came from.", "黔东南三年行动.txt")
    part: str | None = told("The part of a compilation.", "篇八")
    title: str | None = told("The title of the document.", "“护绿、扩绿、倡绿”三年行动方案")
    task: str | None = told("The id of the task that the passage belongs to.", TASK)
    section: str | None = told("The id of the section it stands in.", f"{DOCUMENT}.s4")
    heading: str | None = told("The headings above it.", "行动任务 / 深入推进实施“扩绿”行动")
    text: str = told("The passage.", "推进生态修复系统治理。…")
    start: int = told("Where it begins in the text of the document, in characters.", 6200)
    end: int = told("Where it ends.", 6522)
    score: float = told("How well it fits; only the order means something.", 0.83)


class Hits(BaseModel):
    """Passages that fit a query, best first."""

    hits: list[Hit] = told("Each with document, section, text, start, end, score and the words to mark.")
    note: str = told("What there is to say about them: why there are none.", "no passage answers to the query")
    counts: dict[str, dict[str, int]] = told(
        "How many of all passages that answer, shown or not, are of each `document`, `domain` and `kind`.",
        {"domain": {"water": 31, "ecology": 4}},
    )


class Suggestion(BaseModel):
    """A term of the field, one of whose names begins as was typed."""

    label: str = told("The term.", "污水处理")
    alias: str = told("The name of it that matched.", "sewage treatment")
    vocabulary: str = told("The vocabulary that it is from: terms, indicators or functions.", "terms")


class Territory(BaseModel):
    """A place of the country as GB/T 2260 names it."""

    code: str = told("Its GB/T 2260 code.", "522600")
    name: str = told("Its name.", "黔东南苗族侗族自治州")
    english: str = told("Its English name.", "Qiandongnan")


class Evidence(Row):
    """Words of a document that an answer rests on."""

    document: str = told("The id of the document.", DOCUMENT)
    start: int = told("Where they begin in its text, in characters.", 6480)
    end: int = told("Where they end.", 6484)
    quote: str = told("The words.", "州水务局")


class Answer(Row):
    """The answer to a question; a list that does not belong to it is absent."""

    question: str = told("The question.", "水务局牵头哪些任务")
    intent: str = told("What was read to be asked.", "tasks_by_department")
    slots: dict[str, Any] = told("What the question was read to name.", {"department": "water", "role": "lead"})
    none: bool = told("Whether the documents hold no answer; `text` then says what is missing.", False)
    text: str = told("The answer in one or two sentences, in the language of the question.", "水务局牵头2项任务。")
    others: list[str] = told("Follow-up questions that narrow the answer.", ["嵊州市呢?", "牵头的呢?"])
    notes: list[str] = told("Wordings that were read as something else.", ["杭洲 → 杭州"])
    cypher: str = told("The query that was run.", "MATCH (b:Department)-[:IS_A]->(:Function {id: $function}) …")
    evidence: list[Evidence] = told("The words that it rests on.")
    milliseconds: float = told("The time it took.", 12.5)
