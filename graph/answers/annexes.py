"""What an annex, a table or a box of a plan holds: 附件2有什么, 专栏1列了哪些项目."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.answers.answer import Answer, in_marks, nothing, place_of, spoken, task_evidence, where_asked
from graph.answers.inquiry import Inquiry, distinct
from graph.counted import counted
from graph.shapes import target_shape, task_shape
from graph.store import Record
from nlp.questions.annex import Annex, annex_of
from nlp.questions.numbered import Numbered
from nlp.sections.enumerator import value_of

_MOST_TEXTS, _SHOWN, _LONGEST = 100, 6, 40
_NUMBER = r"([一二三四五六七八九十]{1,3}|\d{1,2})?"
# What stands behind the text runs on to the next one, a table or box in it to the next heading.
_BEHIND = ("附件", "附表", "附录")
# Questions of these kinds ask for something in an annex, not what it holds.
_ASKING = frozenset(
    ["owners_of_task", "deadlines", "due", "counts", "ranking", "compare", "water_bodies", "citations", "documents"]
)


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where an annex stands in a document, with what it is called there."""

    document: str
    start: int
    end: int
    title: str

    def holds(self, row: Record, at: int) -> bool:
        return bool(row["document"] == self.document and self.start <= at < self.end)


def annexes(inquiry: Inquiry) -> Answer | None:
    """The tasks, targets and projects in the annex, table or box that the question names by itself (附件2有什么); None
    where it names none, or asks for something in it (附件2里水利局负责什么)."""
    reading = inquiry.reading
    annex = annex_of(reading.text)
    more = reading.departments or reading.waters or reading.quoted or reading.years or not reading.topic.empty
    if annex is None or more or reading.numbered != Numbered() or reading.intent in _ASKING:
        return None
    if len(inquiry.documents) > _MOST_TEXTS:
        return nothing(inquiry, "请写明是哪份文件。", "Please name the document.")
    found = [extent for held in inquiry.documents for extent in _extents(inquiry, held.id, annex)]
    called = annex.kind + str(annex.number or "")
    if not found:
        where = where_asked(inquiry)
        return nothing(inquiry, f"{where}中没有{called}。", f"There is no {called} in {where}.")
    return _told(inquiry, found, called)


def _extents(inquiry: Inquiry, document: str, annex: Annex) -> list[_Extent]:
    """Where the annex stands in a document: from a line of its own with its name to the next one's, or of a table or a
    box in the text to the next heading."""
    text = inquiry.text(document)
    lines = re.compile(
        rf"^[\s【]*{annex.kind}[ \t]*{_NUMBER}(?:[::】 \t]*$|[::、.】 \t]+(?!\d+[.、])(\S.*)$)", re.MULTILINE
    )
    heads = list(lines.finditer(text))
    starts = [head.start() for head in heads]
    if annex.kind not in _BEHIND:
        starts += [section["start"] for section in inquiry.run("sections", document=document)]
    found = []
    for head in heads:
        if annex.number is not None and (not head[1] or value_of(head[1]) != annex.number):
            continue
        end = min((start for start in starts if start > head.end()), default=len(text))
        below = (head[2] or text[head.end() : end].strip().partition("\n")[0]).strip()
        found.append(_Extent(document, head.start(), end, below[:_LONGEST]))
    return found


def _told(inquiry: Inquiry, found: list[_Extent], called: str) -> Answer:
    """What the extents hold, and the name of each."""
    rows = distinct([r for r in inquiry.of_documents("tasks") if any(e.holds(r, r["start"]) for e in found)], "task")
    targets = [r for r in inquiry.of_documents("targets") if any(e.holds(r, r["evidence_start"]) for e in found)]
    targets.sort(key=lambda row: (row["source"], row["document"], row["evidence_start"]))
    named = [r for r in inquiry.of_documents("mentions") if r["kind"] == "Project"]
    named = [r for r in named if any(e.holds(r, r["evidence_start"]) for e in found)]
    projects = list(dict.fromkeys(row["canonical"] for row in named))
    heads = list(dict.fromkeys(f"{place_of(inquiry, one.document)}{in_marks(one.title)}" for one in found))
    lists = (
        ("任务", "项", "task", [row["title"][:_LONGEST] for row in rows]),
        ("数值目标", "项", "target", _clauses(targets)),
        ("项目", "个", "project", projects),
    )
    sizes = (len(rows), len(targets), len(projects))
    held = [(one, size) for one, size in zip(lists, sizes, strict=True) if size]
    zh = [f"{kind}{size}{unit}:{_first(said)}" for (kind, unit, _, said), size in held]
    en = [f"{counted(size, kind)}: {_first(said)}" for (_, _, kind, said), size in held]
    text = spoken(
        inquiry,
        f"{called}:{'、'.join(heads[:_SHOWN])}。{';'.join(zh) or '没有读出任务、目标和项目'}。",
        f"{called}: {', '.join(heads[:_SHOWN])}. {'; '.join(en) or 'No task, target or project was read in it'}.",
    )
    quotes = [{"document": e.document, "evidence_start": e.start, "evidence_end": e.end} for e in found]
    return Answer(
        text,
        "tasks",
        tasks=[task_shape(row) for row in rows] or None,
        targets=[target_shape(row) for row in targets] or None,
        names=projects or None,
        evidence=[*task_evidence(rows), *targets, *named] or quotes,
    )


def _clauses(targets: list[Record]) -> list[str]:
    """The clauses of targets, each once, in one line: of the cells of a row (绿化率 40, 绿化率 40 45) the most."""
    told = list(dict.fromkeys(" ".join(row["text"].split()) for row in targets))
    return [one for one in told if not any(other != one and other.startswith(one) for other in told)]


def _first(said: list[str]) -> str:
    return "、".join(said[:_SHOWN]) + "…" * (len(said) > _SHOWN)
