"""Component tasks: the units of work of a document, with their keys, titles and spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Table, Task
from nlp.sections.heading import cut_title
from nlp.sections.outline_reader import outline
from nlp.sections.role import roles_of
from nlp.sections.section_index import SectionIndex
from nlp.tasks.restatement import fold
from nlp.tasks.table import task_rows
from nlp.tasks.work import Work, Workload


@Language.component("shanshui_tasks")
def read_tasks(doc: Doc) -> Doc:
    """Fills `facts.tasks`, without owners, deadlines and the like, which later components read.

    Tasks come from the outline of the text and from the rows of its tables. What an annex restates is added to the task
    in the body as evidence.
    """
    facts: Facts = doc._.facts
    root = outline(facts.text, tuple((table.start, table.end) for table in facts.tables))
    roles = roles_of(root, facts.text, facts.kind)
    sections = SectionIndex(facts.sections)
    works = [_task(facts, sections, work) for work in Workload(facts, roles).read(root)]
    rows = [task for table in facts.tables for task in _tasks_of_table(sections, table)]
    body = [task for task in works if not _is_annexed(task)]
    annexed = [*(task for task in works if _is_annexed(task)), *rows]
    facts.tasks = sorted([*body, *fold(body, annexed, facts.text)], key=lambda task: task.start)
    _name(facts)
    return doc


def _task(facts: Facts, sections: SectionIndex, work: Work) -> Task:
    section = sections.at(work.start)
    return Task(
        id="",
        key="/".join(work.path),
        kind="safeguard" if work.role == "safeguard" else "measure",
        title=work.title(facts.text),
        start=work.start,
        end=work.end,
        section=section.id if section else None,
        rule=work.rule,
    )


def _tasks_of_table(sections: SectionIndex, table: Table) -> Iterator[Task]:
    section = sections.at(table.start)
    path = sections.numbers_to(section)
    for at, row in enumerate(task_rows(table), 1):
        yield Task(
            id="",
            key="/".join([*path, row.number or f"无{at}"]),
            kind="safeguard" if section and section.role == "safeguard" else "measure",
            title=cut_title(row.name.text),
            start=row.name.start,
            end=max(row.end, row.name.end),
            section=section.id if section else None,
            rule="table row",
        )


def _is_annexed(task: Task) -> bool:
    return task.key.startswith("附")


def _name(facts: Facts) -> None:
    """Gives every task a key of its own, counting on where two have the same, and an id made from it."""
    taken = {task.key for task in facts.tasks}
    count: Counter[str] = Counter()
    for task in facts.tasks:
        key = task.key
        count[key] += 1
        if count[key] > 1:
            while f"{key}#{count[key]}" in taken:
                count[key] += 1
            task.key = f"{key}#{count[key]}"
            taken.add(task.key)
        task.id = f"{facts.id}#{task.key}"
