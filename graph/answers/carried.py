"""The tasks that a department carries: by its name as written, else by its function, level and place."""

from __future__ import annotations

import re

from graph.answers.inquiry import Inquiry
from graph.store import Record
from nlp.bilingual.english import stems
from nlp.bilingual.thesaurus import find_english
from nlp.bodies import body
from nlp.questions.department import Department

_LEVELS = r"(?:['’]s)?(?:\s+(?:city|municipal|county|prefectural|provincial|district))*\s*"


def carried(inquiry: Inquiry, department: Department) -> list[Record]:
    """The rows of tasks that a department carries in the documents asked, of a place inside their territory only what
    a body of that place carries: 凯里市水务局 is not 州水务局."""
    rows = _of_place(inquiry, department, _carried(inquiry, department))
    inside = {place[:-1] for place, _ in inquiry.reading.places.inside if len(place) > 2}
    bodies = [name for name in inside if re.search(f"{name}.?{re.escape(department.wording)}", inquiry.reading.text)]
    return [row for row in rows if any(name in row["name"] for name in bodies)] if bodies else rows


def _of_place(inquiry: Inquiry, department: Department, rows: list[Record]) -> list[Record]:
    """The rows of bodies of the place that stands right before a department (杭州市水利局), in the plans of that place
    and where those of places inside it name a body of its level; all where none stands there."""
    text, names = inquiry.reading.text, inquiry.lexicon.place_names
    for place in inquiry.reading.places.held:
        known = [re.escape(name) for name, full in names.items() if full == place and name in text.lower()]
        if re.search(
            rf"(?:{'|'.join(known) or '(?!)'})[省市州县区]?{_LEVELS}{re.escape(department.wording)}", text, re.I
        ):
            own = {d.id for d in inquiry.lexicon.documents if d.territory == place}
            return [row for row in rows if row["document"] in own or _is_above(inquiry, row, place)]
    return rows


def _is_above(inquiry: Inquiry, row: Record, place: str) -> bool:
    """Whether a plan of a place inside another names a body of the latter: 市水利局 in the plan of a county."""
    held = inquiry.lexicon.by_id.get(row["document"])
    level = place[-1] if held and held.territory and not held.territory.endswith(place[-1]) else place
    return bool(row["name"].startswith((level, place)))


def _carried(inquiry: Inquiry, department: Department) -> list[Record]:
    """The rows of tasks that a department carries: a name as written in the documents asked goes before its function, a
    single body before the many of a collective name."""
    if department.written:
        rows = inquiry.of_documents("tasks_by_department", department=department.written)
        if rows or not department.function:
            return rows
    if not department.function:
        return inquiry.of_documents("tasks_by_department", department=department.wording)
    rows = _of_level(inquiry, department, inquiry.of_documents("tasks_by_department", function=department.function))
    if not department.collective:
        rows = [row for row in rows if not row["collective"] and not row["default"]]
    same = [row for row in rows if _same_name(row["name"], department.wording)]
    named_so = {row["document"] for row in same}
    return [row for row in rows if row["document"] not in named_so] + same


def _of_level(inquiry: Inquiry, department: Department, rows: list[Record]) -> list[Record]:
    """The rows of the places of a department's level, where the question names no place and some is held: of 州教育局
    those of a 州."""
    level = department.wording.removesuffix(body.without_level(department.wording))[:1]
    if department.wording.endswith("厅"):  # of a province; a 局 may be called so anywhere
        return [row for row in rows if not row["name"].endswith("局")]
    if department.wording.endswith("部"):  # a ministry, or what a party committee calls so
        return [row for row in rows if row["name"].endswith("部")]
    local = {d.id for d in inquiry.lexicon.documents if level and (d.territory or "").endswith(level)}
    return [row for row in rows if row["document"] in local] if local and inquiry.reading.documents is None else rows


def _same_name(name: str, asked: str) -> bool:
    """Whether a body is written as asked but for its level, or with the words meant: 州水务局 for 水务局, 防火办 for
    `forest fire office`."""
    if asked.isascii():
        return any(meaning.text in name for meaning in find_english(tuple(stems(asked)[:-1])))
    return body.without_level(name) == body.without_level(asked)
