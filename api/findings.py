"""What the tools of agents find: typed results in which every fact quotes the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from api.access import Access
from api.answer_rows import Hit, Neighbour
from api.rows import Located, Responsibility, Row, Target, told
from graph.answers.evidence import quote
from graph.comparison.compare import compare
from graph.naming import department_filter, indicator_filter, place_filter, unknown_names
from graph.neighbours import neighbours
from graph.ontology import NODES
from graph.store import Record, UnknownNameError
from nlp.facts import ROLES

SCHEME = "shanshui://documents/"


class Quoted(BaseModel):
    """The words that a fact was read from."""

    quote: str = told("The clause that states the fact, word for word.", "牵头单位:州发展改革委、州林业局、州水务局")
    resource: str = told("The resource that holds the whole text.", f"{SCHEME}黔东南三年行动-0dab4954bb6076b5")


class FoundTask(Responsibility, Quoted):
    """A task, one body that carries it, and the words that say so."""


class FoundTarget(Target, Quoted):
    """A target with the words that state it."""


class Tasks(BaseModel):
    """The tasks of a department."""

    total: int = told("How many rows there are in all; one task has a row for each time a body is named.", 2)
    note: str = told("What there is to say: why there is nothing, or that there is more.", "")
    tasks: list[FoundTask] = told("The tasks, in the order of documents.")


class Targets(BaseModel):
    """Targets and results."""

    total: int = told("How many there are in all.", 9)
    note: str = told("What there is to say: why there is nothing, or that there is more.", "")
    targets: list[FoundTarget] = told("The targets, by indicator and document.")


class Passages(BaseModel):
    """Passages that fit a query."""

    note: str = told("What there is to say: why there is nothing.", "")
    passages: list[Hit] = told("The passages, best first.")


class Heading(BaseModel):
    """A section of a document."""

    number: str | None = told("Its number as printed.", "(一)")
    title: str | None = told("Its title.", "深入推进实施“扩绿”行动")
    level: int = told("How deep it stands in the outline.", 2)
    start: int = told("Where it begins in the text, in characters.", 5200)
    end: int = told("Where it ends.", 6600)


class Excerpt(Located):
    """A stretch of a document."""

    text: str = told("The text from `start` on.", "一、总体要求…")
    start: int = told("Where this stretch begins in the whole text, in characters.", 0)
    next: int | None = told("The `start` that continues it; null at the end.", 8000)
    characters: int = told("The length of the whole text.", 9907)
    sections: list[Heading] = told("The outline of the whole document.")


class Neighbourhood(BaseModel):
    """What stands around a node."""

    total: int = told("How many edges it has.", 14)
    neighbours: list[Neighbour] = told("Its edges, those that leave it first.")


class Comparison(BaseModel):
    """Places side by side."""

    places: list[str] = told("The places, by their full names.", ["杭州市", "黔东南苗族侗族自治州"])
    indicators: list[Row] = told(
        "Indicators with `unit` and `cells`: the targets of each place, by its name; `governs` is the place of a plan."
    )
    tasks: list[Row] = told(
        "Fields of policy with `cells`: the tasks of each place, by its name, with `governs`, the place of the plan."
    )
    leads: list[Row] = told("By `function` and `domain` who leads how many tasks: `cells` by the name of the place.")
    changes: list[Row] = told("What the last plan of a place changed over the one before it.")
    progress: list[Row] = told("Targets with the results that reports of the same place tell.")
    without_counterpart: list[Row] = told("Tasks of one place that nothing in another resembles, with what is nearest.")


F = TypeVar("F", FoundTask, FoundTarget)


def find_tasks(graph: Access, department: str, role: str, place: str, limit: int) -> Tasks:
    """The tasks that a department carries, in a role and a place where these are given.

    Raises UnknownNameError for a department, role or place that nothing in the store goes by.
    """
    if role and role not in ROLES:
        raise UnknownNameError(f"there is no role called {role}; there are {', '.join(ROLES)}")
    filters = department_filter(graph, department) | place_filter(graph, place)
    rows = graph.run("tasks_by_department", **filters, role=role)
    asked = f"{department} is known, but carries no task" + (f" as {role}" if role else "")
    note = note_on(len(rows), limit, asked + (f" in {filters['place']}" if "place" in filters else ""))
    return Tasks(total=len(rows), note=note, tasks=quoted(graph, FoundTask, rows[:limit]))


def find_targets(graph: Access, indicator: str, place: str, year: str, limit: int) -> Targets:
    """Targets and results of an indicator, a place, a year, or all of them.

    Raises UnknownNameError for an indicator or place that nothing in the store goes by.
    """
    filters = indicator_filter(graph, indicator) | place_filter(graph, place)
    rows = graph.run("targets", **filters, year=year)
    note = note_on(len(rows), limit, "names are known, but no target has all that was asked for")
    return Targets(total=len(rows), note=note, targets=quoted(graph, FoundTarget, rows[:limit]))


def find_comparison(graph: Access, places: Sequence[str], indicator: str, domain: str) -> Comparison:
    """Places side by side, of one indicator or field of policy or of all.

    Raises UnknownNameError for a place, an indicator or a field of policy that is none.
    """
    names = [place_filter(graph, place)["place"] for place in places]
    indicator_filter(graph, indicator)
    return Comparison.model_validate(compare(graph.store, names, indicator, domain))


def find_passages(graph: Access, query: str, k: int, facets: dict[str, str]) -> Passages:
    """The passages that fit a query best; raises UnknownFacetError for a place, year or field that is none."""
    found = graph.search(query, k, facets)
    unknown = [] if found.hits else unknown_names(graph, facets)
    return Passages(note="; ".join(unknown) or found.note, passages=[Hit.model_validate(hit) for hit in found.hits])


def find_neighbours(graph: Access, label: str, id: str, limit: int) -> Neighbourhood:
    """The edges of a node; raises UnknownNameError where there is no such node, or one without any edge."""
    if label not in NODES:
        raise UnknownNameError(f"there is no kind of node called {label}; there are {', '.join(NODES)}")
    rows = neighbours(graph.store, label, id)
    if not rows:
        raise UnknownNameError(f"there is no {label} with the id {id}")
    return Neighbourhood(total=len(rows), neighbours=[Neighbour.model_validate(row) for row in rows[:limit]])


def read(graph: Access, document: str, start: int, length: int) -> Excerpt:
    """A stretch of a document with the outline of the whole; raises UnknownNameError where it is not held."""
    whole = whole_text(graph, document)
    end = start + length
    return Excerpt(
        document=document,
        source=whole["source"],
        part=whole["part"],
        plan=whole["title"],
        text=whole["text"][start:end],
        start=start,
        next=end if end < len(whole["text"]) else None,
        characters=len(whole["text"]),
        sections=[Heading.model_validate(row) for row in graph.run("sections", document=document)],
    )


def whole_text(graph: Access, document: str) -> Record:
    """A held document with its text; raises UnknownNameError where it is not held."""
    if rows := graph.run("text", documents=[document]):
        return rows[0]
    raise UnknownNameError(f"there is no document {document}; `{SCHEME.rstrip('/')}` lists those that are held")


def quoted(graph: Access, kind: type[F], rows: Iterable[Record]) -> list[F]:
    """Rows with the clause that states each, from texts that are read once a document."""
    texts: dict[str, str] = {}
    found = []
    for row in rows:
        document = row["document"]
        if document not in texts:
            texts[document] = whole_text(graph, document)["text"]
        clause = quote(texts[document], row["evidence_start"], row["evidence_end"])
        found.append(kind.model_validate(row | {"quote": str(clause), "resource": SCHEME + document}))
    return found


def note_on(total: int, limit: int, nothing: str) -> str:
    """What a list is to be read with: why it is empty, or that it goes on."""
    if not total:
        return nothing
    return f"the first {limit} of {total}; narrow the question or raise `limit`" if total > limit else ""
