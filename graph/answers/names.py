"""Answers that are names: waters, projects, cited documents."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.answers.account import accounted
from graph.answers.answer import Answer, in_a_row, place_of, spoken
from graph.answers.carriers import tasks_borne
from graph.answers.evidence import quote
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import absence, best_tasks, candidates, scored_tasks
from graph.answers.subject import is_titled
from graph.answers.topic import Weigher, precision
from graph.building.citing import number_key
from graph.counted import counted
from graph.shapes import document_shape
from graph.store import Record
from nlp.questions.topic import Topic
from nlp.questions.water import water_called
from nlp.questions.words import alone, cue, plain
from nlp.vocabulary import load, words

_TRIAL = re.compile(r"\([^()]{1,12}\)$")
_ENOUGH = 0.3
_AS_GOOD = 0.97
_NAMES_TASK = 0.5
_SURELY = 0.75
_ALSO_GOOD = 0.78
_ALSO_CITED = 0.65


def water_names(inquiry: Inquiry) -> Answer:
    """The waters that the documents, or the task that the topic means, name; none where the question names one itself
    that nothing is called by (Baikal)."""
    if unheard := water_called(inquiry.reading.text):
        return absence(inquiry, f"water called {unheard}", f"叫{unheard}的水体")
    rows = _of_task(inquiry, waters_of_kind(inquiry))
    return _listed(inquiry, rows, "canonical", ("水体", "water"))


def waters_beside(inquiry: Inquiry) -> Answer | None:
    """The waters named beside those of the question in the task that its topic means (给乌梁素海补水要经过哪几条渠);
    None where there are none."""
    tasks = best_tasks(inquiry)
    rows = [
        row
        for row in mentions(inquiry, "WaterBody")
        for task in tasks
        if row["document"] == task["document"] and task["start"] <= row["evidence_start"] < task["end"]
    ]
    rows = [row for row in rows if row["canonical"] not in inquiry.reading.waters]
    return _listed(inquiry, rows, "canonical", ("水体", "water")) if rows else None


def waters_of_kind(inquiry: Inquiry) -> list[Record]:
    """Every mention of waters in the documents asked, of the kinds that the question names, if any: 水库, lakes."""
    rows = mentions(inquiry, "WaterBody")
    wide = plain("any_water").search(inquiry.reading.text)
    listed = (pair.split("=") for pair in words("questions", "water_kind"))
    kinds = {kind for word, kind in listed if alone(word).search(inquiry.reading.text)}
    return [row for row in rows if _is_of(kinds, row["canonical"])] if kinds and not wide else rows


def _is_of(kinds: set[str], name: str) -> bool:
    """Whether a water is of one of some kinds, by its entry (乌梁素海 is a lake) or by the end of its name."""
    entry = load("water_bodies").lookup(name)
    ends = dict(pair.split("=") for pair in words("questions", "water_end"))
    return entry.more["kind"] in kinds if entry else name.endswith(tuple(ends[kind] for kind in kinds))


def _of_task(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The mentions in the task whose title the topic names; all where it names none."""
    topic = without_kinds(inquiry.reading.topic, "any_water", "water_kind")
    tasks = [] if topic.empty else candidates(inquiry)
    weigher = Weigher(topic, [task["title"] for task in tasks])
    scored = sorted(((weigher.score([(task["title"], 1.0)]), i) for i, task in enumerate(tasks)), reverse=True)
    if not scored or scored[0][0] < _NAMES_TASK:
        return rows
    task = tasks[scored[0][1]]
    own = [r for r in rows if r["document"] == task["document"] and task["start"] <= r["evidence_start"] < task["end"]]
    return own or rows


def project_names(inquiry: Inquiry, sure: bool = False) -> Answer:
    """The projects that fit the topic: the best, or all where many are asked for; `sure` asks for a close fit."""
    held = mentions(inquiry, "Project")
    topic = without_kinds(inquiry.reading.topic, "counted_project")
    enough = _SURELY if sure else _ENOUGH
    wordings = [] if topic.empty else [topic, inquiry.reading.topic]
    fits = (_fitting(inquiry, held, wording, _ALSO_GOOD, enough) for wording in wordings)
    fitting: list[Record] = next(filter(None, fits), [])
    every = topic.empty or (not sure and _is_title(inquiry, topic))
    rows = fitting or (held if every else [])
    return _listed(inquiry, rows, "canonical", ("项目", "project"))


def cited_names(inquiry: Inquiry, sure: bool = False) -> Answer:
    """The documents that the documents asked cite: all, or those that fit the topic, by their numbers where these are
    asked for; `sure` asks for a close fit."""
    cited = citations(inquiry)
    rows = [row | {"canonical": row["title"] or row["number"], "shown": _with_number(row)} for row in cited]
    if cue("document_number").search(inquiry.reading.text):
        rows = [row | {"canonical": row["number"]} for row in rows if row["number"]]
    if inquiry.reading.scoped:  # beside a document named, a place is that of what it cites
        places = [place[:-1] for place in inquiry.reading.places.held]
        rows = [row for row in rows if any(place in row["canonical"] for place in places)] or rows
    rows = _of_kind(inquiry.reading.text, rows)
    topic = inquiry.reading.topic
    if not topic.empty:
        fitting = _fitting(inquiry, rows, topic, _ALSO_CITED, _SURELY if sure else _ENOUGH)
        whole = rows if _is_title(inquiry, topic) else []
        rows = fitting or ([] if sure else _fitting_tasks(inquiry, rows) or whole)
    return _listed(inquiry, rows, "canonical", ("引用的文件", "cited document"))


def _of_kind(text: str, rows: list[Record]) -> list[Record]:
    """The cited documents of the kind that a question asks for (哪个决定, `which law`); all where none is called so."""
    ends = dict(pair.split("=") for pair in words("questions", "cited_kind"))
    asked = (re.search(rf"(?:哪|什么|which |what )[^?,。]{{0,24}}?{alone(word).pattern}", text, re.I) for word in ends)
    ending = tuple(end for match, end in zip(asked, ends.values(), strict=True) if match)
    return [row for row in rows if _TRIAL.sub("", row["title"] or "").endswith(ending)] or rows if ending else rows


def _with_number(row: Record) -> str:
    """A cited document as an answer says it: by its title and, where one stands beside it, its number."""
    return f"{row['title']}({row['number']})" if row["title"] and row["number"] else row["title"] or row["number"]


def citing_documents(inquiry: Inquiry, title: str, number: str = "") -> Answer:
    """The documents that cite a document by a number, or one whose title holds the words given, or without either says
    those of the topic: `which plans cite the Wetland Protection Law` asks for 湿地保护法."""
    found = inquiry.run("cited", title=title, number=number_key(number))
    if not (title or number):
        ending = _law_ending(inquiry.reading.text)
        titled = [row for row in found if is_titled(inquiry.reading.topic, row["title"] or "")]
        found = [row for row in titled if _TRIAL.sub("", row["title"] or "").endswith(ending)]
        topic = inquiry.reading.topic
        meant = "、".join(dict.fromkeys(topic.phrases or [concept.names[0] for concept in topic.concepts]))
        title = next((row["title"] for row in found), meant)
    rows = [row for one in found for row in inquiry.run("citations_in", document=one["document"])]
    allowed = {document.id for document in inquiry.documents}
    rows = [row for row in rows if row["document"] in allowed]
    called = number or f"《{title}》"
    if not rows:
        return absence(inquiry, f"document citing {called}", f"引用{called}的文件")
    shapes = [document_shape(row) for row in distinct(rows, "document")]
    where = in_a_row(inquiry, (place_of(inquiry, shape["id"]) for shape in shapes))
    text = spoken(inquiry, f"引用{called}的有:{where}。", f"{called} is cited by {where}.")
    return Answer(text, documents=shapes, evidence=rows)


def _law_ending(text: str) -> str:
    """What the title of a law named in English ends with: 法 of `the Water Pollution Law`; '' where none is named."""
    law = cue("law_named").search(text)
    ends = dict(pair.split("=") for pair in words("questions", "cited_kind"))
    return ends.get(law.group().split()[-1].lower(), "") if law else ""


def citations(inquiry: Inquiry) -> list[Record]:
    """Every citation in the documents asked."""
    return [row | {"document": d.id} for d in inquiry.documents for row in inquiry.run("citations_out", document=d.id)]


def mentions(inquiry: Inquiry, kind: str) -> list[Record]:
    """Every mention of waters or projects in the documents asked, where the question names bodies of those in the tasks
    that they carry (水利局负责哪些河流)."""
    rows = [row for row in inquiry.of_documents("mentions") if row["kind"] == kind]
    if not inquiry.reading.departments:
        return rows
    tasks = inquiry.run("tasks", tasks=sorted(tasks_borne(inquiry)))
    return [
        row
        for row in rows
        if any(t["document"] == row["document"] and t["start"] <= row["evidence_start"] < t["end"] for t in tasks)
    ]


def without_kinds(topic: Topic, *keys: str) -> Topic:
    """A topic without the words for the things themselves: 哪些工程项目 asks for all, whatever they are called."""
    kinds = {word.partition("=")[0] for key in keys for word in words("questions", key)}
    phrases = tuple(phrase for phrase in topic.phrases if phrase not in kinds)
    concepts = (concept for concept in topic.concepts if concept.said.lower() not in kinds)
    return replace(topic, phrases=phrases, concepts=tuple(concepts))


def _is_title(inquiry: Inquiry, topic: Topic) -> bool:
    """Whether a topic only calls the single plan asked by words of its title, and so asks for all that it names."""
    titles = [document.title for document in inquiry.documents if document.title]
    return len(titles) == 1 and not topic.empty and is_titled(topic, titles[0])


def _fitting(inquiry: Inquiry, rows: list[Record], topic: Topic, also: float, enough: float) -> list[Record]:
    """The named things that fit a topic by name and by the clause around: the best, or all where many are asked."""
    around = [str(quote(inquiry.text(row["document"]), row["evidence_start"], row["evidence_end"])) for row in rows]
    weigher = Weigher(topic, around)
    scored = []
    for row, clause in zip(rows, around, strict=True):
        name = row["canonical"] or ""
        fit = weigher.score([(name, 1.0), (clause, 0.7)])
        scored.append((fit + 0.2 * precision(topic, name), f"{name}\n{clause}", row))
    best = max((score for score, _, _ in scored), default=0)
    if best < enough:
        return []
    bar = best * (also if inquiry.reading.plural else _AS_GOOD)
    return [row for score, said, row in scored if score >= bar and accounted(topic, said)]


def _fitting_tasks(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The cited documents of the task that fits the topic best."""
    tasks = [task for score, task in scored_tasks(inquiry, candidates(inquiry))[:1] if score >= _ENOUGH]
    return [
        row
        for row in rows
        for task in tasks
        if row["document"] == task["document"] and task["start"] <= row["evidence_start"] < task["end"]
    ]


def _listed(inquiry: Inquiry, rows: list[Record], field: str, what: tuple[str, str]) -> Answer:
    """The names of rows as an answer; an absence where there are none."""
    if not rows:
        return absence(inquiry, what[1] + " of that kind", "这样的" + what[0])
    names = list(dict.fromkeys(row[field] for row in rows))
    shown = {row[field]: row[field] for row in rows} | {row[field]: row["shown"] for row in rows if row.get("number")}
    listed = in_a_row(inquiry, (shown[name] for name in names[:12])) + ("…" if len(names) > 12 else "")
    text = spoken(inquiry, f"{what[0]}{len(names)}个:{listed}。", f"{counted(len(names), what[1])}: {listed}.")
    return Answer(text, names=names, evidence=rows)
