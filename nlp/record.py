"""Facts as plain records: the JSON shapes that other programs rely on (see docs/contract.md)."""

from __future__ import annotations

from typing import Any

from nlp.confidence import confidence
from nlp.facts import Citation, Deadline, Facts, Mention, Owner, Place, Section, Target, Task

Record = dict[str, Any]


def document_record(facts: Facts) -> Record:
    """One Document of the contract, ready for JSON."""
    return {
        "id": facts.id,
        "source": facts.source,
        "part": facts.part,
        "title": facts.title,
        "number": facts.number,
        "index_number": facts.index_number,
        "kind": facts.kind,
        "issuer": facts.issuer,
        "jurisdiction": place_record(facts.jurisdiction),
        "period": list(facts.period) if facts.period else None,
        "issued": facts.issued,
        "published": facts.published,
        "text": facts.text,
        "sections": [section_record(section) for section in facts.sections],
        "tasks": [task_record(task, facts.text) for task in facts.tasks],
        "targets": [target_record(target) for target in facts.targets],
        "water_bodies": [mention_record("water body", mention) for mention in facts.water_bodies],
        "projects": [mention_record("project", mention) for mention in facts.projects],
        "citations": [citation_record(citation) for citation in facts.citations],
        "issues": [{"kind": i.kind, "start": i.start, "end": i.end, "note": i.note} for i in facts.issues],
        "rejected": dict(facts.rejected),
    }


def reading(kind: str, fact: Task | Owner | Deadline | Target | Mention | Citation) -> Record:
    """By which rule a fact was read, and how often facts of its kind and rule are right."""
    return {"rule": fact.rule, "confidence": confidence(kind, fact.rule)}


def place_record(place: Place | None) -> Record | None:
    """A jurisdiction with its code and the names above it; None where there is none."""
    return {"name": place.name, "code": place.code, "level": place.level, "path": place.path} if place else None


def section_record(section: Section) -> Record:
    """One section: its heading, its place in the outline and its role."""
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "end": section.end,
        "parent": section.parent,
        "role": section.role,
    }


def task_record(task: Task, text: str) -> Record:
    """One task with its wording; `text` is the document's repaired text."""
    return {
        "id": task.id,
        "key": task.key,
        "kind": task.kind,
        "title": task.title,
        "text": text[task.start : task.end],
        "start": task.start,
        "end": task.end,
        "section": task.section,
        "domain": task.domain,
        "owners": [owner_record(owner) for owner in task.owners],
        "deadlines": [deadline_record(deadline) for deadline in task.deadlines],
        "targets": list(task.targets),
        "water_bodies": list(task.water_bodies),
        "projects": list(task.projects),
        "citations": list(task.citations),
        "evidence": [{"start": start, "end": end} for start, end in task.evidence],
        **reading("task", task),
    }


def owner_record(owner: Owner) -> Record:
    """One owner, as written and under its full name."""
    return {
        "name": owner.name,
        "canonical": owner.canonical,
        "function": owner.function,
        "role": owner.role,
        "collective": owner.collective,
        "default": owner.default,
        "start": owner.start,
        "end": owner.end,
        **reading("owner", owner),
    }


def deadline_record(deadline: Deadline) -> Record:
    """One deadline; `from` and `to` are its offsets, `start` and `end` its times."""
    return {
        "text": deadline.text,
        "start": deadline.begins,
        "end": deadline.ends,
        "every": deadline.every,
        "from": deadline.start,
        "to": deadline.end,
        **reading("deadline", deadline),
    }


def target_record(target: Target) -> Record:
    """One target or result, its value as a plain number."""
    return {
        "id": target.id,
        "task": target.task,
        "indicator": target.indicator,
        "canonical": target.canonical,
        "scope": target.scope,
        "op": target.op,
        "value": target.value,
        "value2": target.value2,
        "unit": target.unit,
        "year": target.year,
        "baseline": target.baseline,
        "status": target.status,
        "text": target.text,
        "start": target.start,
        "end": target.end,
        "owners": [owner_record(owner) for owner in target.owners],
        **reading("target", target),
    }


def mention_record(kind: str, mention: Mention) -> Record:
    """One occurrence of a named thing; `kind` is water body or project."""
    return {
        "name": mention.name,
        "canonical": mention.canonical,
        "start": mention.start,
        "end": mention.end,
        **reading(kind, mention),
    }


def citation_record(citation: Citation) -> Record:
    """One cited policy, law or standard."""
    return {
        "title": citation.title,
        "number": citation.number,
        "document": citation.document,
        "start": citation.start,
        "end": citation.end,
        **reading("citation", citation),
    }
