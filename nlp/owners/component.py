"""Component owners: who leads, carries, helps with and supervises each task.

A task's owners are read where they are said most plainly: in clauses and columns of tables, then in a heading that is a
body, then in sentences; defaults of the document come last.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Owner, Task
from nlp.owners.bracket import read_closing_line
from nlp.owners.clause import clauses_in
from nlp.owners.closing import give_closings
from nlp.owners.default import defaults_in, give_defaults
from nlp.owners.ditto import give_dittos
from nlp.owners.doer import doers_in
from nlp.owners.heading import SectionHeads, heads_of_task
from nlp.owners.label import role_of_label
from nlp.owners.legend import apply_legend, legend_in
from nlp.owners.subject import subjects_in, urged_in
from nlp.owners.table import owners_by_row, owners_in
from nlp.sections.field import stated_once

# The rules, those that read the plainest wording first.
_RULES = (("label", "bracket", "column"), ("heading",), ("verb", "duty", "partner"), ("doer",), ("subject",))
_RANK = {rule: rank for rank, rules in enumerate(_RULES) for rule in rules}


@Language.component("shanshui_owners")
def read_owners(doc: Doc) -> Doc:
    """Fills `Task.owners` from clauses, tables, headings, sentences and the defaults of the document.

    `(市水务局牵头,市住建局配合)` gives a lead and a cooperating owner; `各部门要密切配合` gives none and is counted
    under "body without a name", a clause such as `配合单位:xxx` under "clause of owners without a body".
    """
    facts: Facts = doc._.facts
    defaults, legend = defaults_in(facts.text), legend_in(facts.text)
    rows = _owners_of_rows(facts)
    headings = SectionHeads(facts.text, facts.sections)
    for index, task in enumerate(facts.tasks):
        found = [
            owner
            for owner in _of_task(facts, task, rows.get(index, []))
            if not any(default.start <= owner.start < default.end for default in defaults)
        ]
        if legend is not None:
            apply_legend(facts.text, legend, found)
        task.owners = _once(found)
        if all(owner.role == "cooperating" for owner in found):
            # 会同市农委编制规划, 协助单位:市交通局: who does it with their help stands in the heading.
            task.owners = headings.of_task(task) + task.owners
        named = {(owner.name, owner.role) for owner in task.owners}
        task.owners += [owner for owner in headings.leads_of(task) if (owner.name, owner.role) not in named]
    give_dittos(facts.text, facts.tasks)
    give_closings(facts.text, facts.tasks)
    _give_field(facts)
    give_defaults(defaults, facts.tasks)
    return doc


def _owners_of_rows(facts: Facts) -> dict[int, list[Owner]]:
    """The owners in tables by number of the task: those of its own row, else those of an annex that restates it."""
    own = [(task.start, task.end, index) for index, task in enumerate(facts.tasks)]
    restated = [(a, b, index) for index, task in enumerate(facts.tasks) for a, b in task.evidence]
    return owners_by_row(facts, restated) | owners_by_row(facts, own)


def _give_field(facts: Facts) -> None:
    """Gives the measures that name nobody the owners under a heading of the page: 二、责任单位 above 市水务局."""
    field = stated_once(facts.text, "owner")
    role = role_of_label(facts.text[field[0] : field[1]]) if field else None
    if field is None or role is None:
        return
    owners = owners_in(facts.text, *field[1:], role, "section")
    for task in facts.tasks:
        if task.kind == "measure" and not task.owners:
            task.owners = [replace(owner) for owner in owners]


def _of_task(facts: Facts, task: Task, row: list[Owner]) -> list[Owner]:
    """The owners by all rules; plain ones, from clauses and columns, leave no room for what bodies merely shall do.

    A row elsewhere, of an annex that restates the task, counts only where the task has no clause of its own.
    """
    clauses = clauses_in(facts.text, task.start, task.end)
    for _ in range(clauses.empty):
        facts.reject("clause of owners without a body")
    restated = not any(task.start <= owner.start < task.end for owner in row)
    # The header of a column says more of a role than the end of a line does.
    columned = {owner.start for owner in row}
    named = [owner for owner in clauses.owners if owner.start not in columned]
    plain = _led(clauses.owners, row) if clauses.owners and restated else named + row
    plain = plain or [owner for a, b in task.evidence for owner in clauses_in(facts.text, a, b).owners]
    said = _said(facts.text, task, clauses.spans)
    if plain:
        said = [owner for owner in said if owner.rule != "duty"]
    else:
        plain = heads_of_task(facts.text, task) or read_closing_line(facts.text, task.start, task.end)
        said += subjects_in(facts.text, task.start, task.end) if not plain else ()
    if not plain and not said:
        said = list(urged_in(facts.text, task.start, task.end))
    for owner in said:
        if owner.rule == "nobody":
            facts.reject("body without a name")
    return plain + [owner for owner in said if owner.rule != "nobody"]


def _led(owners: list[Owner], row: list[Owner]) -> list[Owner]:
    """The owners of a clause that tells nobody's lead, where a row elsewhere does: 市水务局 of 市水务局*、市住建局."""
    leads = {owner.name for owner in row if owner.role == "lead"}
    if any(owner.role != "responsible" for owner in owners):
        return owners
    return [replace(owner, role="lead") if owner.name in leads else owner for owner in owners]


def _said(text: str, task: Task, clauses: list[tuple[int, int]]) -> list[Owner]:
    """What the sentences of a task say about owners, outside its clauses."""
    found: list[Owner] = []
    at = task.start
    for start, end in [*sorted(clauses), (task.end, task.end)]:
        if start > at:
            found += doers_in(text, at, start)
        at = max(at, end)
    return found


def _once(owners: list[Owner]) -> list[Owner]:
    """Each body once in each role, in reading order; what a plainer rule read of a body stands against lesser rules.

    Of names that begin at one place the whole one stands: 镇村建办 of `镇村建办`, not 镇村 that 建 might follow.
    """
    best: dict[str, int] = {}
    whole: dict[int, int] = {}
    for owner in owners:
        best[owner.name] = min(best.get(owner.name, len(_RULES)), _RANK[owner.rule])
        whole[owner.start] = max(whole.get(owner.start, 0), owner.end)
    kept: dict[tuple[str, str], Owner] = {}
    for owner in sorted(owners, key=lambda owner: owner.start):
        if _RANK[owner.rule] == best[owner.name] and owner.end == whole[owner.start]:
            kept.setdefault((owner.name, owner.role), owner)
    return list(kept.values())
