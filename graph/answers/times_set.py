"""The times that plans set: all of them, and those that end in a year, by then or by a day."""

from __future__ import annotations

import re
from datetime import date

from graph.answers.answer import Answer, in_a_row, spoken
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import absence
from graph.counted import counted
from graph.shapes import task_shape
from graph.store import Record

_SHOWN = 6
_LEAD = re.compile(r"^(?:力争|争取|确保)?(?:到|在|于|至|截至|截止)?")


def without_lead(time: str) -> str:
    """A time without the words that lead to it: 2025年底前 of 力争到2025年底前."""
    return _LEAD.sub("", time)


def timed(task: Record, time: Record) -> Record:
    """A time of a task with the task, whose wording stays the `text` of both; the words of the time are `deadline`."""
    return task | time | {"text": task["text"], "deadline": time["text"]}


def all_times(inquiry: Inquiry) -> Answer:
    """The tasks with a time by which, or an interval at which, something is to be done, in the years asked if any."""
    tasks = {task["task"]: task for task in inquiry.of_documents("tasks")}
    times = inquiry.run("deadlines_of_task", tasks=list(tasks))
    years = inquiry.reading.years
    rows = [timed(tasks[row["task"]], row) for row in times if row["ends"] or row["every"]]
    rows = [row for row in rows if not years or str(row["ends"])[:4] in years]
    if not rows:
        return absence(inquiry, "time set", "写明的时限")
    order = {task: place for place, task in enumerate(tasks)}
    rows.sort(key=lambda row: order[row["task"]])
    shown = [f"{row['title'][:20]}({without_lead(row['deadline'])})" for row in rows[:_SHOWN]]
    listed = in_a_row(inquiry, shown) + "…" * (len(rows) > len(shown))
    told = distinct(rows, "task")
    text = spoken(
        inquiry, f"写明时限的任务共{len(told)}项:{listed}。", f"{counted(len(told), 'task')} with a time: {listed}."
    )
    names = list(dict.fromkeys(without_lead(row["deadline"]) for row in rows))
    return Answer(text, names=names, tasks=[task_shape(row) for row in told], evidence=rows)


def ending_in(inquiry: Inquiry) -> list[Record]:
    """The times that end in the years or the month asked for, or by then, each with its task.

    2025年底前 takes in what is due in 2023, 2025年 does not; 十四五期间 what is set for that plan by name, if anything.
    """
    asked = inquiry.reading.times
    if asked.until:
        return up_to(inquiry, date.fromisoformat(asked.until), asked.since)
    tasks = {row["task"]: row for year in asked.years for row in inquiry.of_documents("tasks", year=year)}
    times = inquiry.run("deadlines_of_task", tasks=list(tasks))
    ordered = {id: place for place, id in enumerate(tasks)}
    found = [timed(tasks[row["task"]], row) for row in times if str(row["ends"])[:4] in asked.years]
    if asked.plans:
        found = [row for row in found if any(plan in row["deadline"] for plan in asked.plans)] or found
    return sorted(found, key=lambda row: ordered[row["task"]])


def up_to(inquiry: Inquiry, day: date, since: str | None = None) -> list[Record]:
    """The times that end by a day, and not before another, each with its task."""
    rows = inquiry.of_documents("deadlines_up_to", date=day.isoformat(), since=since)
    return sorted(rows, key=lambda row: (row["source"], row["document"], row["start"]))
