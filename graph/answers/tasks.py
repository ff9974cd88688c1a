"""Answers about tasks: which of them a body carries, who carries one, which of them concern something."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.answer import Answer, first_titles, in_a_row, in_marks, nothing, place_of, spoken, task_evidence
from graph.answers.carriers import ROLE_NAMES, VERBS, borne, carriers, in_role, others, with_roles, wording
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import (
    absence,
    beside_topic,
    best_tasks,
    candidates,
    numbered,
    on_topic,
    on_waters,
    told_by_nothing,
)
from graph.answers.subject import turn_to_subject
from graph.answers.table_rows import carriers_by_row, told_by_row
from graph.answers.times_set import ending_in
from graph.answers.unowned import LACKING, tasks_lacking, tasks_of_bodies, tasks_of_others, tasks_targeted
from graph.counted import counted
from graph.shapes import owner_shape, task_shape
from graph.store import Record
from nlp.questions.role import role_of
from nlp.questions.topic import is_chatter
from nlp.questions.words import cue

_SHOWN, _LONGEST_TITLE = 6, 40


def tasks_by_department(inquiry: Inquiry) -> Answer:
    """The tasks that a body or function carries in the role asked for."""
    rows, relaxed = borne(inquiry)
    held = numbered(inquiry, in_time(inquiry, rows))
    apart = on_topic(inquiry, held)
    rows = apart or beside_topic(inquiry, held)
    if not rows:
        zh, en = ("承担的这类任务", "such task of ") if held else ("承担的任务", "task of ")
        return absence(inquiry, en + wording(inquiry), wording(inquiry) + zh)
    tasks = distinct(rows, "task")
    listed = first_titles(inquiry, tasks)
    role = inquiry.reading.role
    verb, verb_en = ROLE_NAMES.get(role, "承担"), VERBS.get(role, "carries")
    said, said_en = ("承担", "carries") if relaxed else (verb, verb_en)
    text = spoken(
        inquiry,
        f"{wording(inquiry)}{said}{len(tasks)}项任务:{listed}。",
        f"{wording(inquiry)} {said_en} {counted(len(tasks), 'task')}: {listed}.",
    )
    if relaxed:
        text += spoken(
            inquiry, f"文件未写其{verb},列出其负责的。", f" No task says that it {verb_en}; listed is what it carries."
        )
    if not apart:
        text += spoken(inquiry, "没有哪项单独写明问题中的事。", " None of them tells of the matter apart.")
    text += _unread(inquiry) if rows == held else ""
    return Answer(text, tasks=[task_shape(row) for row in tasks], evidence=rows)


def _unread(inquiry: Inquiry) -> str:
    """A word on English words of the question that told nothing, as no list of ours and nothing held knows them."""
    left = [word for word in inquiry.reading.topic.unknown if not is_chatter(word) and role_of(word) == "any"]
    return f" Not read: {', '.join(left)}." if left else ""


def in_time(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows of tasks with something to do in the years asked for, else those of plans for these years; where the
    question says so (要完成的, `due in 2025`) the tasks with something that ends then, and no others."""
    if not inquiry.reading.years:
        return rows
    if cue("ends").search(inquiry.reading.text):
        ending = {row["task"] for row in ending_in(inquiry)}
        return [row for row in rows if row["task"] in ending]
    due = {row["task"] for year in inquiry.reading.years for row in inquiry.of_documents("tasks", year=year)}
    return [row for row in rows if row["task"] in due] or _in_period(inquiry, rows)


def _in_period(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows of plans whose period holds a year asked for, or that name no period."""
    years = inquiry.reading.years
    periods = {row["document"]: (row["period_start"], row["period_end"]) for row in inquiry.run("documents")}
    held = {id for id, (first, last) in periods.items() if not first or any(first <= year <= last for year in years)}
    return [row for row in rows if row["document"] in held]


def owners_of_task(inquiry: Inquiry) -> Answer:
    """Who carries the task that the topic means; of a plan that is asked for no task in particular, all its bodies."""
    if inquiry.reading.documents and told_by_nothing(inquiry.reading):
        return _bodies_of_plan(inquiry)
    if cue("of_table").search(inquiry.reading.text) and (by_row := _by_row(inquiry)):
        return by_row
    if turn_to_subject(inquiry):
        return _bodies_of_plan(inquiry)
    tasks = best_tasks(inquiry)
    if not tasks:
        return absence(inquiry, "task on this", "与此相关的任务")
    carriers = others(inquiry, inquiry.run("owners_of_task", tasks=[task["task"] for task in tasks]))
    rows, relaxed = in_role(inquiry, carriers)
    if not rows and inquiry.reading.role == "supervising":
        # 由谁监督…的建设 may ask whose duty the supervision is.
        rows, relaxed = carriers, True
    named = [row for row in rows if not row["default"]]
    if not named:
        title = in_marks(tasks[0]["title"])
        where = place_of(inquiry, tasks[0]["document"])
        role = "牵头" if inquiry.reading.role == "lead" else "承担"
        beside = [row for row in carriers if row["task"] == tasks[0]["task"] and not row["default"]]
        who = with_roles(inquiry, beside)
        named_zh, named_en = (f",写有{who}", f", but {who}") if who else ("", "")
        return nothing(
            inquiry,
            f"最接近的任务是{where}{title},其中没有写明{role}单位{named_zh}。",
            f"The nearest task is {title} ({where}); the text names nobody for it in that role{named_en}.",
        )
    parts = []
    for task in tasks:
        mine = [row for row in named if row["task"] == task["task"]]
        if mine:
            who = with_roles(inquiry, mine)
            where, title = place_of(inquiry, task["document"]), in_marks(task["title"][:_LONGEST_TITLE])
            parts.append(f"{where}{title}:{who}" if inquiry.chinese else f"{title} ({where}): {who}")
    note_zh, note_en = _beside(inquiry, carriers, rows) if inquiry.reading.role == "carrier" else ("", "")
    more = "…" * (len(parts) > _SHOWN)
    if relaxed:
        note_zh, note_en = "文件未另列这一角色。", " Nobody is named apart in that role."
    text = spoken(
        inquiry, ";".join(parts[:_SHOWN]) + more + "。" + note_zh, "; ".join(parts[:_SHOWN]) + more + "." + note_en
    )
    owned = [task for task in tasks if any(row["task"] == task["task"] for row in named)]
    return Answer(
        text, owners=[owner_shape(r) for r in rows], tasks=[task_shape(task) for task in owned], evidence=named
    )


def _by_row(inquiry: Inquiry) -> Answer | None:
    """The bodies that a table of indicators names for the topic, in the role asked for if any has it; None without."""
    rows = carriers_by_row(inquiry)
    asked = [row for row in rows if row["role"] == inquiry.reading.role]
    return told_by_row(inquiry, asked or rows) if rows else None


def _beside(inquiry: Inquiry, every: list[Record], told: list[Record]) -> tuple[str, str]:
    """A word, in both languages, on the bodies that only help or supervise, where who carries is asked (谁负责)."""
    left = [row for row in every if row not in told and row["role"] in ("cooperating", "supervising")]
    who = with_roles(inquiry, left)
    return (f"另有{who}。", f" Beside them: {who}.") if who else ("", "")


def _bodies_of_plan(inquiry: Inquiry) -> Answer:
    """All bodies that carry tasks in the documents asked, in the role asked for: 这份方案的责任单位有哪些."""
    rows = [row for row in carriers(inquiry) if not row["default"]]
    if not rows:
        return absence(inquiry, "body named", "写明的责任单位")
    names = list(dict.fromkeys(row["name"] for row in rows))
    listed = in_a_row(inquiry, names[:20]) + ("…" if len(names) > 20 else "")
    text = spoken(inquiry, f"承担单位{len(names)}家:{listed}。", f"{len(names)} bodies: {listed}.")
    once = distinct(rows, "name", "role")
    return Answer(text, owners=[owner_shape(row) for row in once], names=names, evidence=once)


def tasks_on_topic(inquiry: Inquiry) -> Answer:
    """The task or tasks that deal with the topic; those that others carry, where the question leaves bodies out, and
    those without a body or a time, where it asks for them."""
    if inquiry.reading.bodies:
        return tasks_of_bodies(inquiry, inquiry.reading.bodies)
    if inquiry.reading.without.departments:
        return tasks_of_others(inquiry)
    if any(cue(key).search(inquiry.reading.text) for key in LACKING):
        return tasks_lacking(inquiry)
    if cue("targeted").search(inquiry.reading.text):
        return tasks_targeted(inquiry)
    if inquiry.reading.topic.empty:
        tasks = _of_kind(inquiry, in_time(inquiry, candidates(inquiry))) if inquiry.reading.documents else []
    elif inquiry.reading.documents and cue("compare").search(inquiry.reading.text):
        tasks = _best_of_each(inquiry, inquiry.reading.documents)
    else:
        tasks = _speaking_of_it(inquiry) or best_tasks(inquiry, several=inquiry.reading.plural)
    if not tasks:
        return absence(inquiry, "task on this", "与此相关的任务")
    listed = first_titles(inquiry, tasks, placed=True)
    text = spoken(inquiry, f"相关任务{len(tasks)}项:{listed}。", f"{counted(len(tasks), 'task')}: {listed}.")
    return Answer(text, tasks=[task_shape(task) for task in tasks], evidence=task_evidence(tasks))


def _speaking_of_it(inquiry: Inquiry) -> list[Record]:
    """All tasks that say the topic's wording, in the order of the plans, where such are asked for (涉及农村污水)."""
    topic = inquiry.reading.topic
    if not inquiry.reading.plural or not cue("touching").search(inquiry.reading.text):
        return []
    named = [*([phrase] for phrase in topic.phrases), *(concept.names for concept in topic.concepts if concept.term)]
    rows = [
        row
        for row in candidates(inquiry)
        if named and all(any(name in f"{row['title']}\n{row['text']}" for name in names) for names in named)
    ]
    return sorted(rows, key=lambda row: (row["source"], row["document"], row["start"]))


def _of_kind(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The safeguards or the tasks of the plan proper, where the question asks for these alone (有哪些保障措施)."""
    kind = next((kind for kind in ("measure", "safeguard") if cue(kind).search(inquiry.reading.text)), None)
    return [row for row in rows if kind in (None, row["kind"])]


def _best_of_each(inquiry: Inquiry, documents: Sequence[str]) -> list[Record]:
    """The tasks of each document that deal with the topic, for a comparison: the best of all may stand in one."""
    tasks = []
    for document in documents:
        inquiry.narrow(document)
        tasks += best_tasks(inquiry, several=True)
    inquiry.narrow(*documents)
    return tasks


def _words(inquiry: Inquiry, row: Record) -> str:
    """The words that a row was read from."""
    return inquiry.text(row["document"])[row["evidence_start"] : row["evidence_end"]]


def _said_further(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows whose task says more of the question's wording around the water than its name: of 湘江 those on
    湘江源头 for 湘江源头保护; all where none does."""
    for phrase in inquiry.reading.topic.phrases:
        for name in (name for name in inquiry.reading.waters if name in phrase):
            start = phrase.index(name)
            for end in range(len(phrase), start + len(name) + 1, -1):
                said = [row for row in rows if phrase[start:end] in row["text"]]
                if said:
                    return said
    return rows


def tasks_by_water(inquiry: Inquiry) -> Answer:
    """The tasks that concern the waters named; where the question asks for the wording (出现, `mention`), those that
    say it so: 京杭大运河, not 运河."""
    names = inquiry.reading.waters
    rows = _said_further(inquiry, on_waters(inquiry))
    if cue("verbatim").search(inquiry.reading.text):
        rows = [row for row in rows if _words(inquiry, row) in names] or rows
    rows.sort(key=lambda row: (row["source"], row["document"], row["start"]))
    if not rows:
        return absence(inquiry, "task on " + ", ".join(names), "涉及" + "、".join(names) + "的任务")
    tasks = distinct(rows, "task")
    listed = first_titles(inquiry, tasks, placed=True)
    text = spoken(
        inquiry,
        f"{'、'.join(names)}写在{len(tasks)}项任务里:{listed}。",
        f"{', '.join(names)} stands in {counted(len(tasks), 'task')}: {listed}.",
    )
    return Answer(text, tasks=[task_shape(row) for row in tasks], evidence=rows)
