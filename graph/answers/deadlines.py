"""By when something is to be done."""

from __future__ import annotations

import re

from graph.answers.account import acted
from graph.answers.answer import Answer, in_a_row, place_of, spoken
from graph.answers.evidence import quote
from graph.answers.fit import score_targets, told
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import absence, candidates, quoted, says, scored_tasks, told_by_nothing
from graph.answers.times_set import all_times, timed, without_lead
from graph.answers.topic import Weigher, precision
from graph.shapes import task_shape
from graph.store import Record
from nlp.questions.words import cue
from nlp.targets.clause import Span, sentences

_ENOUGH = 0.3
_AS_GOOD = 0.97
_NEAR = 0.6
# How much the clause around a time, and a field for the time limit, add to the fit of its task (which counts twice).
# The latter counts more where the whole task is asked for than where one clause of it is.
_SAID, _LIMIT, _LIMIT_OF_ALL = 0.6, 0.2, 0.7
_WHOLE = 0.5
_SURE_TARGET = 0.6
_SURE_SENTENCE = 0.4
# What the heading of a stage gains where the topic says all of its name.
_NAMED = 0.3
# Below this fit of its clause the time of a task gives way to that of a sentence which fits so much better.
_SAID_WELL, _CLEARLY = 0.6, 0.15
_MOST_TEXTS = 40
# A number that is no year and tells no part, and how far behind a time its words go.
_NUMBER = re.compile(r"(?<![\d.])(?<!part )(?<!parts )(?!(?:19|20)\d\d\b|(?:19|20)\d\d年)\d+(?:\.\d+)?(?![\d月日号])")
_REACH = 80
_STOP = re.compile(r"[。;\n]")
_STAGE = re.compile(r"([^,。;()\n]{2,30})\([^()]*\d年[^()]*\)")
_TIME_LIMIT = re.compile(r"(?:整改|完成|工作)?(?:时限|期限)[::]?")
_LIMIT_FIELD = re.compile(r"(?:时限|期限)[::]\s*([\d年月日]+)")


def deadlines(inquiry: Inquiry) -> Answer:
    """By when what the topic means is to be done: the times of the best task, of its clause on the topic if there is
    one, or the year of a target that fits better; else the time in the sentence that fits clearly better, wherever that
    stands. Where the question tells no task, all times (这份方案有哪些时限)."""
    if told_by_nothing(inquiry.reading):
        return all_times(inquiry)
    found = _of_tasks(inquiry)
    fit = max((1.0 if row.get("limit") else row.get("said", 1.0) for row in found), default=0.0)
    elsewhere = fit < _SAID_WELL and not _asks_often(inquiry)
    found = (_of_sentences(inquiry, fit + _CLEARLY) if elsewhere else []) or found
    if not found:
        return absence(inquiry, "time set for this", "这件事的时限")
    names = list(dict.fromkeys(row["time"] for row in found))
    tasks = distinct([row for row in found if "key" in row], "task")
    where = in_a_row(inquiry, dict.fromkeys(place_of(inquiry, row["document"]) for row in found))
    said = in_a_row(inquiry, names)
    text = spoken(inquiry, f"{where}:{said}。", f"{where}: {said}.")
    return Answer(text, names=names, tasks=[task_shape(task) for task in tasks] or None, evidence=found)


def _asks_often(inquiry: Inquiry) -> bool:
    """Whether a question asks how often, not by when: 多长时间做完一轮."""
    return cue("often").search(inquiry.reading.text) is not None


def _of_tasks(inquiry: Inquiry) -> list[Record]:
    """The times that fit the topic best, each with its task; near-identical documents all count.

    A time limit that ends on the same day stands beside the time of the clause (2024年底前, 整改时限:2024年12月31日).
    Of how often something is to be done the times that come again are told, and no others.
    """
    tasks = [
        pair
        for pair in scored_tasks(inquiry, candidates(inquiry))
        if says(inquiry, pair[1])
        and (quoted(inquiry.reading, pair[1]) or acted(inquiry.reading.topic, pair[1]["text"]))
    ]
    often = _asks_often(inquiry)
    if not tasks or tasks[0][0] < _ENOUGH:
        return [] if often or inquiry.reading.projects else _of_targets(inquiry, 0.0)
    near = {task["task"]: (score, task) for score, task in tasks if score >= tasks[0][0] * _NEAR}
    every = _of_projects(inquiry, _scored_times(inquiry, near))
    scored = [pair for pair in every if pair[1]["every"]] if often else _dated(every)
    best = max((score for score, _ in scored), default=0.0)
    chosen = [row for score, row in scored if score >= best * _AS_GOOD]
    days = {(row["task"], row["due"]) for row in chosen}
    chosen += [r for _, r in scored if r["limit"] and r not in chosen and (r["task"], r["due"]) in days]
    chosen = _of_number(inquiry, chosen)
    if often or inquiry.reading.projects or any(row["limit"] for row in chosen):
        return chosen
    return _of_targets(inquiry, max((row["said"] for row in chosen), default=0.0)) or chosen


def _of_projects(inquiry: Inquiry, scored: list[tuple[float, Record]]) -> list[tuple[float, Record]]:
    """Where the question names projects, the times in the sentences that name them, or the only one of their task."""
    if not inquiry.reading.projects:
        return scored
    named = [row for row in inquiry.of_documents("mentions") if row["canonical"] in inquiry.reading.projects]
    spans = [(row["document"], *_sentence(inquiry.text(row["document"]), row["evidence_start"])) for row in named]
    beside = [
        pair
        for pair in scored
        if any(id == pair[1]["document"] and a <= pair[1]["evidence_start"] < b for id, a, b in spans)
    ]
    return beside or (scored if len({row["due"] for _, row in scored}) == 1 else [])


def _sentence(text: str, at: int) -> Span:
    """Where the part of a text up to the next semicolon or full stop around an offset begins and ends."""
    ends = [match.start() for match in _STOP.finditer(text, at)][:1]
    begins = max(text.rfind(stop, 0, at) for stop in "。;\n") + 1
    return begins, ends[0] if ends else len(text)


def _scored_times(inquiry: Inquiry, near: dict[str, tuple[float, Record]]) -> list[tuple[float, Record]]:
    """The times of tasks with how well task and clause fit the topic."""
    rows = inquiry.run("deadlines_of_task", tasks=list(near))
    clauses = [str(quote(inquiry.text(r["document"]), r["evidence_start"], r["evidence_end"])) for r in rows]
    weigher = Weigher(inquiry.reading.topic, [task["text"] for _, task in near.values()])
    asked = _TIME_LIMIT.search(inquiry.reading.text) is not None
    fits = [weigher.score([(clause, 1.0)]) for clause in clauses]
    most: dict[str, float] = {}
    for row, said in zip(rows, fits, strict=True):
        most[row["task"]] = max(said, most.get(row["task"], 0.0))
    scored = []
    for row, clause, said in zip(rows, clauses, fits, strict=True):
        score, task = near[row["task"]]
        limit = bool(_TIME_LIMIT.search(clause)) or (asked and _is_limit(row, task))
        whole = asked or weigher.score([(task["title"], 1.0)]) >= most[row["task"]] * _WHOLE
        shown = {"time": without_lead(row["text"]), "said": said, "limit": limit}
        fit = 2 * score + _SAID * said + (_LIMIT_OF_ALL if whole else _LIMIT) * limit
        scored.append((fit, timed(task, row) | shown))
    return scored


def _of_number(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """Of several times those whose own words, up to the next time, say a number of the question (60件); else all."""
    numbers = _NUMBER.findall(inquiry.reading.text)
    starts = sorted((row["document"], row["evidence_start"]) for row in rows)
    said = []
    for row in rows:
        own = (row["document"], row["evidence_start"])
        end = min([at for id, at in starts if id == own[0] and at > own[1]], default=own[1] + _REACH)
        words = inquiry.text(own[0])[row["evidence_end"] : min(end, own[1] + _REACH)]
        said += [row] * any(number in _NUMBER.findall(words) for number in numbers)
    return said or rows


def _is_limit(time: Record, task: Record) -> bool:
    """Whether a time is also that of the field for the time limit of its task (整改时限:2021年12月31日)."""
    field = _LIMIT_FIELD.search(task["text"])
    return field is not None and without_lead(time["text"]).rstrip("前") == field[1]


def _dated(scored: list[tuple[float, Record]]) -> list[tuple[float, Record]]:
    """The times that have an end, where any has: 持续推进 says nothing beside 2021年12月31日."""
    return [pair for pair in scored if pair[1]["ends"]] or scored


def _of_targets(inquiry: Inquiry, bar: float) -> list[Record]:
    """The year of the target that the topic means, where its clause fits the topic better than `bar`."""
    rows = [row for row in inquiry.of_documents("targets") if row["year"]]
    fits = score_targets(inquiry.reading, rows)
    if not fits or fits[0].score < max(_SURE_TARGET, bar) or not told(inquiry, fits[0].row):
        return []
    best = [fit.row for fit in fits if fit.score >= fits[0].score * _AS_GOOD]
    numbers = {float(number) for number in _NUMBER.findall(inquiry.reading.text)}
    best = [row for row in best if row["value"] in numbers] or best
    return [row | {"time": f"{row['year']}年"} for row in best]


def _of_sentences(inquiry: Inquiry, bar: float) -> list[Record]:
    """The time in the sentence that fits the topic best and better than `bar`, outside tasks as well; of few documents
    only. Of several times in it that one counts whose words behind it fit best."""
    reading = inquiry.reading
    if reading.topic.empty or reading.projects or len(inquiry.documents) > _MOST_TEXTS:
        return []
    # The grammar of times takes a tenth of a second to load, and few questions come so far.
    from nlp.times.time import find_times

    texts = {document.id: inquiry.text(document.id) for document in inquiry.documents}
    titles = {document.id: document.title or "" for document in inquiry.documents}
    spans = [(id, start, end) for id, text in texts.items() for start, end in sentences(text)]
    weigher = Weigher(inquiry.reading.topic, [texts[id][start:end] for id, start, end in spans])
    scored = sorted(((_told(inquiry, weigher, texts[id][a:b]), id, a, b) for id, a, b in spans), reverse=True)
    for score, id, start, end in scored[:5]:
        times = [time for time in find_times(texts[id][start:end]) if time.kind in ("point", "span") and time.ends]
        said = inquiry.accounts(f"{titles[id]}\n{texts[id][start:end]}")
        if times and said and score >= max(bar, _SURE_SENTENCE):
            ends = [time.start for time in times[1:]] + [end - start]
            parts = [texts[id][start + time.start : start + stop] for time, stop in zip(times, ends, strict=True)]
            best = max(range(len(times)), key=lambda at: (weigher.score([(parts[at], 1.0)]), -at))
            whole = {"document": id, "evidence_start": start, "evidence_end": end}
            return [whole | {"time": without_lead(times[best].text)}]
    return []


def _told(inquiry: Inquiry, weigher: Weigher, sentence: str) -> float:
    """How well a sentence fits the topic; a stage with its time in brackets better, the more of its name is asked for:
    考核验收阶段(2024年7月至12月)."""
    stage = _STAGE.match(sentence)
    return weigher.score([(sentence, 1.0)]) + (_NAMED * precision(inquiry.reading.topic, stage[1]) if stage else 0.0)
