"""Component tasks: the units of work of a document, with their keys, titles and spans."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Task
from nlp.outline import outline
from nlp.role import roles_of
from nlp.work import Work, Workload, title_of


@Language.component("shanshui_tasks")
def read_tasks(doc: Doc) -> Doc:
    """Fills `facts.tasks`, without owners, deadlines and the like, which later components read."""
    facts: Facts = doc._.facts
    root = outline(facts.text, [(table.start, table.end) for table in facts.tables])
    roles = roles_of(root, facts.text, facts.kind)
    seen: Counter[str] = Counter()
    for work in Workload(facts, roles).read(root):
        key = "/".join(work.path)
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}#{seen[key]}"
        facts.tasks.append(_task(facts, work, key))
    return doc


def _task(facts: Facts, work: Work, key: str) -> Task:
    section = facts.section_at(work.start)
    return Task(
        id=f"{facts.id}#{key}",
        key=key,
        kind="safeguard" if work.role == "safeguard" else "measure",
        title=title_of(facts.text, work),
        start=work.start,
        end=work.end,
        section=section.id if section else None,
        rule=work.rule,
    )
