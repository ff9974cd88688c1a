"""The bodies that carry tasks: what a department carries, in which role, alone or together with others."""

from __future__ import annotations

import re

from corpus.characters import HAN
from graph.answers.answer import in_a_row
from graph.answers.carried import carried
from graph.answers.evidence import quote
from graph.answers.inquiry import Inquiry
from graph.store import Record
from nlp.questions.role import Role, role_of
from nlp.questions.words import cue

_ROLES = {
    "lead": ("lead",),
    "responsible": ("responsible",),
    "cooperating": ("cooperating",),
    "supervising": ("supervising",),
}
ROLE_NAMES = {"lead": "牵头", "responsible": "负责", "cooperating": "配合", "supervising": "督导"}
VERBS = {"lead": "leads", "responsible": "carries", "cooperating": "supports", "supervising": "supervises"}
# What counts for a role where departments have one each: who carries a task leads it or answers for it.
_OF_ROLE: dict[str, tuple[str, ...]] = {"carrier": ("lead", "responsible")}
_SUPERVISION = {"牵头": "leads_supervision", "配合": "helps_supervision"}
_NOT = {"carrier": ("supervising", "cooperating"), "follower": ("lead",)}


def borne(inquiry: Inquiry) -> tuple[list[Record], bool]:
    """The rows of the tasks that the departments of a question carry, in the role asked for, together or alone where it
    says so; and whether the role was relaxed."""
    if apart := _roles_apart(inquiry):
        return _borne_apart(inquiry, apart), False
    groups = [in_role(inquiry, carried(inquiry, department)) for department in inquiry.reading.departments]
    rows = alone(inquiry, jointly(inquiry, [rows for rows, _ in groups]))
    return rows, any(relaxed for _, relaxed in groups)


def _roles_apart(inquiry: Inquiry) -> list[Role]:
    """The role of each of several departments where a question gives every one its own: lead and cooperating of
    水利局牵头、住建局配合的任务; none where it gives them one together."""
    text, roles = inquiry.reading.text, []
    for department in inquiry.reading.departments:
        wording = re.escape(department.wording)
        said = re.search(rf"\b(\w+) by (?:the )?{wording}|{wording}来?([{HAN}]{{2}})", text, re.IGNORECASE)
        roles.append(role_of(said[1] or said[2]) if said else "any")
    return roles if len(set(roles)) > 1 and "any" not in roles else []


def _borne_apart(inquiry: Inquiry, roles: list[Role]) -> list[Record]:
    """The rows of the tasks that every department carries in its own role."""
    groups = []
    for department, role in zip(inquiry.reading.departments, roles, strict=True):
        own = _OF_ROLE.get(role, (role,))
        groups.append([row for row in carried(inquiry, department) if row["role"] in own])
    shared = set.intersection(*({row["task"] for row in group} for group in groups))
    return [row for group in groups for row in group if row["task"] in shared]


def tasks_borne(inquiry: Inquiry) -> set[str]:
    """The tasks that the departments of a question carry, in the role that it asks for unless that is one of others
    (水利局的任务谁来配合)."""
    reading = inquiry.reading
    role = reading.own_role if reading.intent == "owners_of_task" else reading.role
    return {row["task"] for one in reading.departments for row in in_role(inquiry, carried(inquiry, one), role)[0]}


def jointly(inquiry: Inquiry, groups: list[list[Record]]) -> list[Record]:
    """The rows of several departments: of tasks that all carry where the question says `together`, else of any."""
    if len(groups) > 1 and cue("jointly").search(inquiry.reading.text):
        shared = set.intersection(*({row["task"] for row in group} for group in groups))
        groups = [[row for row in group if row["task"] in shared] for group in groups]
    return [row for group in groups for row in group]


def alone(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows of tasks that nobody else carries in the same role, where the question says alone (单独牵头)."""
    if not rows or not cue("alone").search(inquiry.reading.text):
        return rows
    carriers: dict[tuple[str, str], set[str]] = {}
    for row in inquiry.run("owners_of_task", tasks=list(dict.fromkeys(row["task"] for row in rows))):
        if not row["default"]:
            carriers.setdefault((row["task"], row["role"]), set()).add(row["name"])
    return [row for row in rows if carriers[row["task"], row["role"]] == {row["name"]}]


def with_roles(inquiry: Inquiry, rows: list[Record]) -> str:
    """Bodies with their roles, each once: 市水务局(牵头)、市财政局(配合), in English 市水务局 (lead)."""
    if inquiry.chinese:
        return in_a_row(inquiry, dict.fromkeys(f"{row['name']}({ROLE_NAMES[row['role']]})" for row in rows))
    return in_a_row(inquiry, dict.fromkeys(f"{row['name']} ({row['role']})" for row in rows))


def wording(inquiry: Inquiry) -> str:
    """The departments as the question words them."""
    return in_a_row(inquiry, (department.wording for department in inquiry.reading.departments))


def in_role(inquiry: Inquiry, rows: list[Record], role: Role | None = None) -> tuple[list[Record], bool]:
    """The rows in a role, that asked for where none is given, and whether the role was relaxed.

    A plan that names no lead at all is asked for those responsible; one that names no cooperating bodies for those
    that do not lead.
    """
    role = role or inquiry.reading.role
    if role == "any":
        return rows, False
    if role in _NOT:
        named = [row for row in rows if row["role"] not in _NOT[role]]
        return named or (rows if role == "carrier" else []), False
    if role == "responsible" and inquiry.reading.intent == "owners_of_task":
        return _all_but_leads_apart(inquiry, rows), False
    found = [row for row in rows if row["role"] in _ROLES[role]]
    if found:
        return _as_supervising(inquiry, found), False
    if role == "lead" and not _names_leads(inquiry, {row["document"] for row in rows}):
        return [row for row in rows if row["role"] == "responsible"], True
    if role == "cooperating":
        return [row for row in rows if row["role"] == "responsible"], True
    return [], False


def _all_but_leads_apart(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """All bodies of tasks, as their responsible ones are asked for, without those that stand apart from these, under a
    label of their own (牵头单位:市水务局;责任单位:市住建局) or in a column of their own.

    In `市水务局牵头,市住建局配合` and in `责任单位:市水务局(牵头)、市住建局` all are meant.
    """
    share = {row["task"] for row in rows if row["role"] == "responsible"}
    return [row for row in rows if row["role"] == "responsible" or row["task"] not in share or _among(inquiry, row)]


def _among(inquiry: Inquiry, row: Record) -> bool:
    """Whether a body stands among the responsible, not under the label of another role nor in a cell of its own."""
    said = quote(inquiry.text(row["document"]), row["evidence_start"], row["evidence_end"])
    return not (cue("other_label").search(said.before) or "\t" in str(said))


def _as_supervising(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """Of bodies that supervise those whose clause says that they lead (市直牵头督导单位), or help, where the question
    asks for one of the two."""
    asked = [word for word, key in _SUPERVISION.items() if cue(key).search(inquiry.reading.text)]
    if not asked:
        return rows
    clauses = [quote(inquiry.text(r["document"]), r["evidence_start"], r["evidence_end"]) for r in rows]
    return [row for row, clause in zip(rows, clauses, strict=True) if asked[0] in clause.before] or rows


def _names_leads(inquiry: Inquiry, documents: set[str]) -> bool:
    """Whether one of the documents names any lead."""
    return any(
        inquiry.run("tasks_by_department", document=document, role="lead", limit=1) for document in sorted(documents)
    )


def others(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows without the bodies that the question leaves out: by name as written, else by function."""
    spared = inquiry.reading.without.departments
    names = {department.written for department in spared if department.written}
    functions = {department.function for department in spared if department.function}
    return [row for row in rows if row["name"] not in names and row["function"] not in functions]


def borne_by_others(inquiry: Inquiry) -> list[Record]:
    """The bodies that carry, in the role asked for, the tasks that no department left out carries so."""
    tasks = [task["task"] for task in inquiry.of_documents("tasks")]
    rows = in_role(inquiry, inquiry.run("owners_of_task", tasks=tasks))[0]
    kept = others(inquiry, rows)
    left_out = {row["task"] for row in rows if row not in kept}
    return [row for row in kept if row["task"] not in left_out]


def carriers(inquiry: Inquiry) -> list[Record]:
    """The bodies that carry the tasks of the documents asked, in the role asked for, without those left out."""
    tasks = [task["task"] for task in inquiry.of_documents("tasks")]
    return in_role(inquiry, others(inquiry, inquiry.run("owners_of_task", tasks=tasks)))[0]
