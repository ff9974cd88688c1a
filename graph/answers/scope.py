"""What a question is about: the tasks that fit its topic best, and what to say where nothing fits."""

from __future__ import annotations

from functools import reduce

from graph.answers.account import pervades
from graph.answers.answer import Answer, in_a_row, in_language, nothing, place_of
from graph.answers.carriers import tasks_borne
from graph.answers.inquiry import Inquiry
from graph.answers.topic import Weigher, density, precision
from graph.store import Record
from nlp.questions.numbered import Numbered
from nlp.questions.reading import Reading

TITLE, PATH, TEXT = 1.0, 0.45, 0.62
_ENOUGH = 0.3
_WHOLE_TITLE = 0.12
_DENSE = 0.06
_AS_GOOD = 0.97
_ALSO_GOOD = 0.68
_MOST_TASKS = 4000
_MANY_PASSAGES = 60


def candidates(inquiry: Inquiry) -> list[Record]:
    """The tasks of the documents asked, of those the ones on the waters that the question names and those that its
    departments carry; where all of a large store are asked, those that search finds."""
    rows = numbered(inquiry, _tasks_asked(inquiry))
    if inquiry.reading.waters:
        on = {row["task"] for row in on_waters(inquiry)}
        rows = [row for row in rows if row["task"] in on]
    if inquiry.reading.projects:
        rows = _on_projects(inquiry, rows)
    if inquiry.reading.departments:
        by = tasks_borne(inquiry)
        rows = [row for row in rows if row["task"] in by]
    rows = [row for row in rows if names_places(inquiry, row, "title", "path", "text")]
    return [row for row in rows if quoted(inquiry.reading, row)] or rows


def _on_projects(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The tasks that name one of the projects of the question, marked as such; all where none does."""
    named = [row for row in inquiry.of_documents("mentions") if row["canonical"] in inquiry.reading.projects]
    places: dict[str, list[int]] = {}
    for row in named:
        places.setdefault(row["document"], []).append(row["evidence_start"])
    within = [row for row in rows if any(row["start"] <= at < row["end"] for at in places.get(row["document"], ()))]
    return [row | {"names_project": True} for row in within] or rows


def on_waters(inquiry: Inquiry) -> list[Record]:
    """The rows of the tasks on the waters that the question names: those that name one, and all of a plan whose title
    does (某市洪泽湖保护行动计划), each with the words that say so."""
    names = inquiry.reading.waters
    rows = [row for name in names for row in inquiry.of_documents("tasks_by_water_body", name=name)]
    named = {row["task"] for row in rows}
    plans = plans_on_waters(inquiry)
    tasks = inquiry.run("tasks", documents=plans) if plans else []
    whole = [row for row in tasks if row["task"] not in named]
    return rows + [row | {"evidence_start": row["start"], "evidence_end": row["end"]} for row in whole]


def plans_on_waters(inquiry: Inquiry) -> list[str]:
    """The plans whose title names a water of the question."""
    names = inquiry.reading.waters
    return [held.id for held in inquiry.documents if any(name in (held.title or "") for name in names)]


def quoted(reading: Reading, row: Record) -> bool:
    """Whether a question quotes the title of a task (“部门责任落实不力”整改时限到哪天) or names a project of it."""
    return "names_project" in row or any(said in row["title"] for said in reading.quoted)


def names_places(inquiry: Inquiry, row: Record, *fields: str) -> bool:
    """Whether one of some fields of a row names a place inside a territory that the question asks of; True where it
    asks of none inside that of the row's document.

    What a plan of 黔东南 says of the whole is no answer about 凯里; what one of 杭州 says beside it is one about 杭州.
    """
    governed = inquiry.lexicon.governed_by
    places = [
        place for place, around in inquiry.reading.places.inside if not around or row["document"] in governed(around)
    ]
    names = {name for place in places for name in (place, place[:-1]) if len(name) > 1}
    return not names or any(name in row[field] for field in fields if row[field] for name in names)


def numbered(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The tasks with the numbers that the question names (第五部分, `task 12`), else of a section so numbered within
    another; all where it names none."""
    if inquiry.reading.numbered == Numbered():
        return rows
    by_depth = ([row for row in rows if inquiry.reading.numbered.holds(row["key"], depth)] for depth in (0, 1))
    return next(filter(None, by_depth), [])


def _tasks_asked(inquiry: Inquiry) -> list[Record]:
    hits = passages_asked(inquiry)
    if hits is None:
        return inquiry.of_documents("tasks")
    return inquiry.run("tasks", tasks=[hit["task"] for hit in hits if hit["task"]])


def targets_asked(inquiry: Inquiry) -> list[Record]:
    """The targets of the documents asked; where all of a large store are asked, of those that search finds."""
    hits = passages_asked(inquiry)
    if hits is None:
        return inquiry.of_documents("targets")
    return inquiry.run("targets", documents=list(dict.fromkeys(hit["document"] for hit in hits)))


def passages_asked(inquiry: Inquiry) -> list[Record] | None:
    """What search finds of the topic where all documents of a large store are asked, which are too many to be read
    whole; None where they are not."""
    if inquiry.reading.documents is not None or not is_large(inquiry):
        return None
    return inquiry.store.search(search_words(inquiry), k=_MANY_PASSAGES)


def is_large(inquiry: Inquiry) -> bool:
    """Whether more tasks are held than are read whole for a question."""
    return bool(sum(row["tasks"] for row in inquiry.store.run("documents")) > _MOST_TASKS)


def search_words(inquiry: Inquiry) -> str:
    """The topic as words to search for: Chinese wordings and the first names of terms."""
    topic = inquiry.reading.topic
    names = [name for concept in topic.concepts for name in concept.names[:2]]
    return " ".join([*topic.phrases, *names]) or inquiry.reading.text


def told_by_nothing(reading: Reading) -> bool:
    """Whether a question tells no task: by no topic, number, water or department."""
    return reading.topic.empty and reading.numbered == Numbered() and not (reading.waters or reading.departments)


def names_no_more(reading: Reading) -> bool:
    """Whether a question has no topic beside the waters that it names: 洪泽湖的任务由谁负责, not 洪泽湖清淤由谁负责."""
    rest = [reduce(lambda left, name: left.replace(name, ""), reading.waters, one) for one in reading.topic.phrases]
    return reading.topic.empty or (bool(reading.topic.phrases) and not any(rest))


def scored_tasks(inquiry: Inquiry, rows: list[Record]) -> list[tuple[float, Record]]:
    """The tasks with how well each fits the topic, best first; all of them alike where the question tells them by their
    number, their waters or their departments alone."""
    if names_no_more(inquiry.reading) and not told_by_nothing(inquiry.reading):
        return [(1.0, row) for row in rows]
    weigher = Weigher(inquiry.reading.topic, [f"{row['title']}\n{row['text']}" for row in rows], strict=True)
    scored = []
    for row in rows:
        fit = weigher.score([(row["title"], TITLE), (row["path"] or "", PATH), (row["text"], TEXT)])
        fit += _WHOLE_TITLE * precision(inquiry.reading.topic, row["title"])
        scored.append((fit + _DENSE * density(inquiry.reading.topic, row["text"]), row))
    return sorted(scored, key=lambda pair: -pair[0])


def best_tasks(inquiry: Inquiry, several: bool = False) -> list[Record]:
    """The task that fits the topic best, with those of other documents that fit it as well.

    Near-identical documents both count. Where the question names no document, each document's best task counts that
    fits nearly as well as the best of all; with `several` every task that does. Of several places each has its own.
    """
    scored = scored_tasks(inquiry, candidates(inquiry))
    if not scored or scored[0][0] < _ENOUGH:
        return []
    bar = scored[0][0] * (_ALSO_GOOD if several or _spread(inquiry) else _AS_GOOD)
    good = [row for score, row in scored if score >= bar and says(inquiry, row)]
    if several:
        return sorted(good, key=lambda row: (row["source"], row["document"], row["start"]))
    if names_no_more(inquiry.reading):
        return good
    if _apart(inquiry):
        good = [row for score, row in scored if score >= _ENOUGH and says(inquiry, row)]
    best: dict[str, Record] = {}
    for row in good:
        best.setdefault(row["document"], row)
    return list(best.values())


def says(inquiry: Inquiry, row: Record) -> bool:
    """Whether a task accounts for the words of the topic, with the headings above it and the title of its plan."""
    around = (row["plan"] or "", row["path"] or "", row["title"])
    return quoted(inquiry.reading, row) or inquiry.accounts(
        "\n".join((*around, row["text"])), named=inquiry.reading.waters
    )


def _apart(inquiry: Inquiry) -> bool:
    """Whether a question names several places, each of which it asks the same (黔东南和嵊州各由谁负责)."""
    return len(inquiry.reading.places.held) > 1


def _spread(inquiry: Inquiry) -> bool:
    """Whether the question is asked of several documents, so that each may have its own task."""
    return len(inquiry.documents) > 1


def on_topic(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows whose task accounts for the topic; all where the topic names no thing.

    水务局牵头哪些光伏任务 asks for those on 光伏 alone: where none is, the tasks of the bureau are no answer.
    """
    topic = inquiry.reading.topic
    named = any(concept.term for concept in topic.concepts) or topic.names or topic.things
    return [row for row in rows if says(inquiry, row)] if named else rows


def beside_topic(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The rows whatever their topic, where it describes the documents that the question names.

    Of 网格化方案给水务部门派了什么任务 the tasks of the bureau, as much of that plan is on 网格化; none for 养猫任务,
    nor for 光伏任务 where a single task of others tells of 光伏.
    """
    if inquiry.reading.documents is None:
        return []
    tasks = inquiry.of_documents("tasks")
    texts = [f"{row['plan'] or ''}\n{row['path'] or ''}\n{row['title']}\n{row['text']}" for row in tasks]
    return rows if pervades(inquiry.reading.topic, texts) else []


def absence(inquiry: Inquiry, english: str, chinese: str) -> Answer:
    """Nothing is there: what is missing, where it was looked for, and what is nearest."""
    reading = inquiry.reading
    if not inquiry.documents and not reading.places.absent:
        return _no_documents(inquiry)
    if not inquiry.documents:
        missing = in_a_row(inquiry, (in_language(inquiry, name) for name in reading.places.absent))
        held = in_a_row(inquiry, (in_language(inquiry, name) for name in sorted(inquiry.lexicon.territories)[:8]))
        return nothing(
            inquiry,
            f"文件库中没有{missing}的文件。现有文件涉及:{held}。",
            f"The corpus holds no document of {missing}. It holds documents of {held}.",
        )
    if unheard := ", ".join(reading.topic.names):
        return nothing(inquiry, f"文件库中没有叫{unheard}的。", f"Nothing in the corpus is called {unheard}.")
    where = in_a_row(inquiry, dict.fromkeys(place_of(inquiry, document.id) for document in inquiry.documents[:4]))
    whole = reading.documents is None
    return nothing(
        inquiry,
        f"{'文件库' if whole else where + '的文件'}中没有{chinese}。" + _nearest(inquiry, "最接近的是:"),
        f"There is no {english} in {'the corpus' if whole else 'the documents of ' + where}. "
        + _nearest(inquiry, "Nearest: "),
    )


def no_such_day(inquiry: Inquiry, said: str) -> Answer:
    """The question names a day or a month that no calendar has."""
    return nothing(inquiry, f"日期“{said}”不存在,请改正。", f"There is no such date as {said}; please correct it.")


def with_absent(inquiry: Inquiry, found: Answer) -> Answer:
    """An answer about some places with a word on the others that it was asked of, of which no document is held."""
    absent = in_a_row(inquiry, (in_language(inquiry, name) for name in inquiry.reading.places.absent))
    if absent:
        found.text += (
            f"文件库中没有{absent}的文件。" if inquiry.chinese else f" The corpus holds no document of {absent}."
        )
    return found


def _no_documents(inquiry: Inquiry) -> Answer:
    """No document was issued then, or there is none at all."""
    issue = inquiry.reading.issue
    when, when_en = (issue.times.told(chinese=True), issue.times.told(chinese=False)) if issue else ("", "")
    years = sorted({d.issued[:4] for d in inquiry.lexicon.documents if d.issued}) if issue else []
    held, held_en = (f"现有文件的年份:{'、'.join(years)}。", f" There are documents of {', '.join(years)}.")
    return nothing(
        inquiry,
        f"文件库中没有{when + '的' if issue else ''}这样的文件。{held if years else ''}",
        f"The corpus holds no such document{' of ' + when_en if issue else ''}.{held_en if years else ''}",
    )


def _nearest(inquiry: Inquiry, lead: str) -> str:
    """The titles of the tasks that fit the topic best, or of bodies that the documents name instead."""
    if inquiry.reading.departments and inquiry.reading.documents is None:
        return ""  # of all bodies that are held none is nearer than another
    if inquiry.reading.departments and inquiry.documents:
        rows = [row for d in inquiry.documents[:4] for row in inquiry.store.run("departments", document=d.id, limit=4)]
        names = dict.fromkeys(row["canonical"] for row in rows)
    else:
        scored = scored_tasks(inquiry, candidates(inquiry))[:2]
        names = dict.fromkeys(row["title"][:30] for score, row in scored if score > 0)
    return f"{lead}{in_a_row(inquiry, list(names)[:4])}{'。' if inquiry.chinese else '.'}" if names else ""
