"""Tasks as rows: the work, who carries it, until when, and in which field of policy."""

from __future__ import annotations

from graph.building.identity import owned
from graph.building.reading import Reading, Span
from graph.building.rows import Key
from graph.building.terms import english, term
from nlp.facts import Deadline, Task
from nlp.times.date import last_day


def add_task(reading: Reading, task: Task, order: int) -> None:
    """Adds a task with its owners, deadlines and domain; `order` is its place in the document."""
    facts, rows = reading.facts, reading.rows
    key = rows.node(
        *reading.task(task.id),
        document=facts.id,
        key=task.key,
        kind=task.kind,
        title=task.title,
        text=facts.text[task.start : task.end],
        domain=task.domain,
        path=reading.outline.path(task.section),
        rule=task.rule,
        start=task.start,
        end=task.end,
        order=order,
    )
    rows.state("HAS", reading.document, key, task)
    if task.section:
        rows.state("HAS", reading.section(task.section), key, task)
    for start, end in task.evidence:
        rows.state("RESTATES", reading.document, key, Span(start, end))
    reading.own(key, task.owners)
    for deadline in task.deadlines:
        _add_deadline(reading, key, task, deadline)
    domain = term("domains", task.domain)
    rows.state("IN_DOMAIN", key, rows.node("Domain", domain.id, name=domain.label, english=english(domain)), task)


def _add_deadline(reading: Reading, holder: Key, task: Task, deadline: Deadline) -> None:
    document = reading.facts.id
    times = (deadline.begins, deadline.ends, deadline.every)
    node = reading.rows.node(
        "Deadline",
        owned(document, "deadline", task.id, deadline.start, deadline.end, *times),
        document=document,
        text=deadline.text,
        begins=deadline.begins,
        ends=deadline.ends,
        every=deadline.every,
        due=last_day(deadline.ends) if deadline.ends else None,
        rule=deadline.rule,
        start=deadline.start,
        end=deadline.end,
    )
    reading.rows.state("DUE", holder, node, deadline)
