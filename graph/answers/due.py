"""What is due in a year, by then, or overdue."""

from __future__ import annotations

from datetime import date, timedelta

from graph.answers.answer import Answer, first_titles, spoken
from graph.answers.deadlines import deadlines
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import absence, candidates, on_topic
from graph.answers.times_set import ending_in, up_to
from graph.counted import counted
from graph.shapes import task_shape
from nlp.questions.words import cue


def tasks_due(inquiry: Inquiry) -> Answer:
    """The tasks with something due in the years asked for, by then, or overdue then or today, on the topic if any."""
    overdue = cue("overdue").search(inquiry.reading.text) is not None
    if not (overdue or inquiry.reading.years or inquiry.reading.times.until):
        return deadlines(inquiry)
    due = up_to(inquiry, _day_asked(inquiry) - timedelta(days=1)) if overdue else ending_in(inquiry)
    told = {task["task"] for task in candidates(inquiry)}
    rows = on_topic(inquiry, [row for row in distinct(due, "task") if row["task"] in told])
    if not rows:
        return absence(inquiry, "task due then", "那时到期的任务")
    listed = first_titles(inquiry, rows)
    kept = {row["task"] for row in rows}
    lead_zh, lead_en = ("按写明的时限已到期的", "Past their time") if overdue else ("到期的", "Due")
    text = spoken(
        inquiry, f"{lead_zh}任务共{len(rows)}项:{listed}。", f"{lead_en}, {counted(len(rows), 'task')}: {listed}."
    )
    evidence = [row for row in due if row["task"] in kept]
    return Answer(text, intent="deadlines", tasks=[task_shape(row) for row in rows], evidence=evidence)


def _day_asked(inquiry: Inquiry) -> date:
    """The day by which something may be overdue: 31 March of 截至2025年3月, else the end of the year asked or today."""
    asked = inquiry.reading.times
    if asked.until:
        return date.fromisoformat(asked.until)
    return min(date(int(max(asked.years)), 12, 31), date.today()) if asked.years else date.today()
