"""Component owners: who leads, carries, helps with and supervises each task.

A task's owners are read where they are said most plainly: clauses and columns of tables first, then a heading that is a
body, then the sentences; defaults of the document come last. A body that a clause names keeps the clause's role.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.body import any_of
from nlp.body_list import split_strictly
from nlp.facts import Facts, Owner, Task
from nlp.owner_clause import clauses_in
from nlp.owner_default import defaults_in, first_leads, give_defaults, promote_first
from nlp.owner_prose import doers_in, subjects_in
from nlp.owner_role import role_of_verbs
from nlp.owner_table import owners_by_row, owners_in
from nlp.vocabulary import words

__all__ = ["owners_in", "read_owners"]

# The rules, those that read the plainest wording first.
_RULES = (("label", "bracket", "column"), ("heading",), ("verb", "duty", "partner"), ("doer",), ("subject",))
_HEADING = re.compile(r"[^:。;\n]{2,60}(?=[:。\n])")
_DUTY = re.compile(rf"[:。\s]*(?P<verbs>(?:{any_of(words('roles', 'verbs'))})+)")
_DUTIES = re.compile(rf"的?(?:{any_of(words('roles', 'duty_headings'))})+$")


@Language.component("shanshui_owners")
def read_owners(doc: Doc) -> Doc:
    """Fills `Task.owners` from clauses, tables, headings, sentences and the defaults of the document."""
    facts: Facts = doc._.facts
    statements = defaults_in(facts.text)
    stated = [(start, end) for start, end, _ in statements]
    rows = owners_by_row(facts)
    promoted = first_leads(facts.text)
    for index, task in enumerate(facts.tasks):
        explicit, spans = clauses_in(facts.text, task.start, task.end)
        explicit += rows.get(index, [])
        found = explicit or _of_heading(facts, task)
        said = list(_said(facts.text, task, spans))
        if explicit:
            said = [owner for owner in said if owner.rule != "duty"]
        elif not found:
            said += subjects_in(facts.text, task.start, task.end)
        task.owners = _once([owner for owner in found + said if not _within(owner, stated)])
        if not task.owners:
            task.owners = _of_section(facts, task)
        if promoted:
            promote_first(task.owners)
    give_defaults(statements, facts.tasks)
    return doc


def _said(text: str, task: Task, clauses: list[tuple[int, int]]) -> list[Owner]:
    """What the sentences of a task say about owners, outside its clauses."""
    found: list[Owner] = []
    at = task.start
    for start, end in [*sorted(clauses), (task.end, task.end)]:
        if start > at:
            found += doers_in(text, at, start)
        at = max(at, end)
    return found


def _of_heading(facts: Facts, task: Task) -> list[Owner]:
    """The body that a task begins with as its heading: `森林公安局:负责林业维稳信息的接收`; `污水处理厂:…` is none."""
    heading = _HEADING.match(facts.text, task.start, task.end)
    if heading is None:
        return []
    duty = _DUTY.match(facts.text, heading.end(), task.end)
    names = split_strictly(facts.text, *heading.span(), weak=duty is not None)
    role = role_of_verbs(duty["verbs"], closing=False) if duty else "responsible"
    return [Owner(one.name, role, one.start, one.end, one.collective, rule="heading") for one in names]


def _of_section(facts: Facts, task: Task) -> list[Owner]:
    """The body that a task stands under: `(三)市水务局职责` over a list of duties."""
    sections = {section.id: section for section in facts.sections}
    at = task.section
    while at is not None and at in sections:
        section = sections[at]
        start = facts.text.find(section.title, section.start, section.body)
        end = start + len(_DUTIES.sub("", section.title))
        names = split_strictly(facts.text, start, end) if start >= 0 else []
        if names:
            return [Owner(n.name, "responsible", n.start, n.end, n.collective, rule="section") for n in names]
        at = section.parent
    return []


def _within(owner: Owner, spans: list[tuple[int, int]]) -> bool:
    return any(start <= owner.start < end for start, end in spans)


def _once(owners: list[Owner]) -> list[Owner]:
    """Each body once in each role, in reading order; a plainer rule's reading of a body leaves no room for a lesser one's."""
    rank = {rule: at for at, rules in enumerate(_RULES) for rule in rules}
    best: dict[str, int] = {}
    for owner in owners:
        best[owner.name] = min(best.get(owner.name, len(_RULES)), rank[owner.rule])
    kept: dict[tuple[str, str], Owner] = {}
    for owner in sorted(owners, key=lambda owner: owner.start):
        if rank[owner.rule] == best[owner.name]:
            kept.setdefault((owner.name, owner.role), owner)
    return list(kept.values())
