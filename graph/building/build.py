"""Facts become rows: a pure function, so that the same document gives the same rows whichever store keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpus.document import Rewording
from graph.building.bodies import Bodies, add_jurisdiction, chain
from graph.building.citation import add_citation
from graph.building.citing import number_key, short_key, title_key
from graph.building.identity import digest, owned
from graph.building.passages import Outline, Passage, cut
from graph.building.reading import Reading
from graph.building.rows import Rows, Value
from graph.building.targets import add_target
from graph.building.tasks import add_task
from nlp.facts import Facts, Section


def build(facts: Facts, fingerprint: str = "", signature: str = "", rewordings: Sequence[Rewording] = ()) -> Rows:
    """The nodes and edges that one document states.

    `fingerprint` stands for the text and the program that read it (an unchanged one need not be read again),
    `signature` for the wording, by which near-identical documents are found; `rewordings` are the lines that repair
    changed, as they came in.
    """
    rows, outline = Rows(facts.id), Outline(facts)
    passages = cut(facts, outline)
    made = {"digest": fingerprint, "signature": signature, "rewordings": json.dumps(rewordings, ensure_ascii=False)}
    document = rows.node("Document", facts.id, **_described(facts, passages), **made)
    reading = Reading(facts, rows, document, Bodies(rows, facts.jurisdiction), outline)
    _add_origin(reading)
    for section in facts.sections:
        _add_section(reading, section)
    for order, task in enumerate(facts.tasks):
        add_task(reading, task, order)
    for target in facts.targets:
        add_target(reading, target)
    _add_mentions(reading)
    _add_citations(reading)
    _add_passages(reading, passages)
    return rows


def _described(facts: Facts, passages: list[Passage]) -> dict[str, Value]:
    """The properties of a held document."""
    places = chain(facts.jurisdiction) if facts.jurisdiction else []
    names = [part.name for part in places]
    return {
        "held": True,
        "source": facts.source,
        "part": facts.part,
        "title": facts.title,
        "number": facts.number,
        "index_number": facts.index_number,
        "kind": facts.kind,
        "issuer": facts.issuer,
        "issued": facts.issued,
        "published": facts.published,
        "period_start": facts.period[0] if facts.period else None,
        "period_end": facts.period[1] if facts.period else None,
        "place_code": facts.jurisdiction.code if facts.jurisdiction else None,
        "places": [*names, *(part.code for part in places if part.code)],
        "title_key": title_key(facts.title),
        "short_key": short_key(facts.title, names),
        "number_key": number_key(facts.number),
        "text": facts.text,
        "characters": len(facts.text),
        "rejected": json.dumps(facts.rejected, ensure_ascii=False, sort_keys=True),
        "index_digest": digest([[p.kind, p.start, p.end, p.heading] for p in passages], facts.text, facts.title),
    }


def _add_origin(reading: Reading) -> None:
    """Who issued the document, where it applies, and what in it is doubtful."""
    facts, rows = reading.facts, reading.rows
    if facts.jurisdiction:
        rows.state("APPLIES_TO", reading.document, add_jurisdiction(rows, facts.jurisdiction), None)
    if facts.issuer:
        rows.state("ISSUED_BY", reading.document, reading.bodies.add(facts.issuer, facts.issuer), None)
    for issue in facts.issues:
        id = owned(facts.id, "issue", issue.kind, issue.start, issue.end)
        node = rows.node(
            "Issue", id, document=facts.id, kind=issue.kind, note=issue.note, start=issue.start, end=issue.end
        )
        rows.state("HAS", reading.document, node, issue)


def _add_section(reading: Reading, section: Section) -> None:
    key = reading.rows.node(
        *reading.section(section.id),
        document=reading.facts.id,
        number=section.number,
        title=section.title,
        role=section.role,
        path=reading.outline.path(section.id),
        level=section.level,
        start=section.start,
        body=section.body,
        end=section.end,
    )
    reading.rows.state("HAS", reading.section(section.parent), key, section)


def _add_mentions(reading: Reading) -> None:
    """Rivers and projects: every mention joins the document to the thing, and the task that it stands in as well."""
    for label, mentions in (("WaterBody", reading.facts.water_bodies), ("Project", reading.facts.projects)):
        for mention in mentions:
            thing = reading.rows.node(label, digest(mention.canonical), name=mention.canonical)
            reading.rows.state("MENTIONS", reading.document, thing, mention, name=mention.name)
            if task := reading.outline.task_at(mention.start):
                reading.rows.state("CONCERNS", reading.task(task.id), thing, mention, name=mention.name)


def _add_citations(reading: Reading) -> None:
    """Each citation points at a document that is only cited; the directory turns it to a held one if there is one."""
    for citation in reading.facts.citations:
        task = reading.outline.task_at(citation.start)
        record = {
            "title": citation.title,
            "number": citation.number,
            "task": reading.task(task.id)[1] if task else None,
            "start": citation.start,
            "end": citation.end,
            "rule": citation.rule,
        }
        add_citation(reading.rows, reading.facts.id, record)


def _add_passages(reading: Reading, passages: list[Passage]) -> None:
    for order, passage in enumerate(passages):
        node = reading.rows.node(
            "Passage",
            owned(reading.facts.id, "passage", passage.kind, passage.start, passage.end),
            document=reading.facts.id,
            task=reading.task(passage.task)[1] if passage.task else None,
            section=reading.section(passage.section)[1] if passage.section else None,
            kind=passage.kind,
            heading=passage.heading,
            start=passage.start,
            end=passage.end,
            order=order,
        )
        reading.rows.state("HAS", reading.document, node, passage)
