"""From a question to its answer: the reading decides who answers, and every answer shows its words and its query.

No language model is asked: the same question over the same store gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Any

from graph.answers.annexes import annexes
from graph.answers.answer import Answer, joined
from graph.answers.catalogue import lexicon_of
from graph.answers.changes import changes, progress_of
from graph.answers.counts import counts
from graph.answers.deadlines import deadlines
from graph.answers.documents import anything, documents_described, documents_on_topic
from graph.answers.due import tasks_due
from graph.answers.glance import glance
from graph.answers.holders import documents_lacking, documents_setting
from graph.answers.inquiry import Inquiry
from graph.answers.links import links
from graph.answers.listed import documents_listed, documents_numbered, told_of_documents
from graph.answers.names import cited_names, citing_documents, project_names, water_names, waters_beside
from graph.answers.ranked import ranking
from graph.answers.readings import other_readings
from graph.answers.scope import absence, no_such_day, with_absent
from graph.answers.targets import targets_by_indicator
from graph.answers.tasks import owners_of_task, tasks_by_department, tasks_by_water, tasks_on_topic
from graph.answers.unheard import unheard
from graph.answers.water_lists import waters_lacking, waters_with_targets
from graph.store import Store
from nlp.questions.asked import asks_of_documents
from nlp.questions.question import read
from nlp.questions.reading import Reading
from nlp.questions.several import parts_of
from nlp.questions.words import cue


def _waters(inquiry: Inquiry) -> Answer:
    if lacking := waters_lacking(inquiry):
        return lacking
    if not inquiry.reading.waters:
        return waters_with_targets(inquiry) or water_names(inquiry)
    beside = waters_beside(inquiry) if cue("water_list").search(inquiry.reading.text) else None
    return beside or tasks_by_water(inquiry)


def _documents(inquiry: Inquiry) -> Answer:
    """Documents by number, or those of a place, a time, a kind, an issuer; else on a topic; of a single document asked
    those that it cites, if any, are meant."""
    reading = inquiry.reading
    if reading.lacking:
        return documents_lacking(inquiry)
    cites = cue("citing").search(reading.text)
    if reading.numbers and not cites:
        return documents_numbered(inquiry)
    if asks_of_documents(reading.text) and not cites:
        told = told_of_documents(inquiry)
        return deadlines(inquiry) if told.none and cue("issued_when").search(reading.text) else told
    about = reading.quoted or reading.waters or not reading.topic.empty
    if not cites and (reading.issue or cue("issued").search(reading.text) or not about):
        return documents_listed(inquiry)
    if cue("target_said").search(reading.text) and not cites:
        setting = documents_setting(inquiry)
        if not setting.none:
            return setting
    cited = cited_names(inquiry) if len(inquiry.documents) == 1 else None
    return cited if cited and not cited.none else documents_on_topic(inquiry)


def _citations(inquiry: Inquiry) -> Answer:
    quoted = inquiry.reading.quoted
    return (
        citing_documents(inquiry, quoted[0]) if quoted and inquiry.reading.documents is None else cited_names(inquiry)
    )


_ANSWERS: Mapping[str, Callable[[Inquiry], Answer]] = {
    "tasks_by_department": tasks_by_department,
    "owners_of_task": owners_of_task,
    "targets_by_indicator": targets_by_indicator,
    "compare": targets_by_indicator,
    "deadlines": deadlines,
    "due": tasks_due,
    "water_bodies": _waters,
    "projects": project_names,
    "citations": _citations,
    "links": links,
    "summary": glance,
    "documents": _documents,
    "counts": counts,
    "ranking": ranking,
    "tasks": tasks_on_topic,
    "changes": changes,
    "progress": progress_of,
}


class Answerer:
    """Answers questions over one store, whose names it learns once."""

    def __init__(self, store: Store) -> None:
        """Reads the names of the store; raises StoreError where it cannot be read."""
        self._store = store
        self._lexicon = lexicon_of(store)

    def read(self, question: str, before: Reading | None = None) -> Reading:
        """How a question is understood; `before` is the reading that a follow-up question continues."""
        return read(question, self._lexicon, before)

    def context(self, questions: Sequence[str]) -> Reading | None:
        """The reading of the last of some questions, each a follow-up of the one before; None where there are none."""
        before = None
        for question in questions:
            before = self.read(question, before)
        return before

    def ask(self, question: str, before: Reading | None = None) -> dict[str, Any]:
        """The answer to a question as the contract has it, with the time taken in milliseconds; of several questions
        in one (由谁负责,什么时候完成) all that they are answered with."""
        parts = parts_of(question, self.read, before)
        if not parts:
            return self.answer(question, self.read(question, before))
        return joined(question, [self.answer(question, part) for part in parts])

    def ask_after(self, question: str, earlier: Sequence[str]) -> dict[str, Any]:
        """The answer to a question that follows up earlier ones, or stands alone where there are none."""
        return self.ask(question, self.context(earlier))

    def answer(self, question: str, reading: Reading) -> dict[str, Any]:
        """The answer to a question that was read already."""
        began = perf_counter()
        inquiry = Inquiry(self._store, self._lexicon, reading)
        found = no_such_day(inquiry, reading.times.unreal) if reading.times.unreal else self._found(inquiry)
        record = found.as_record(inquiry, question) | {"others": other_readings(inquiry, found)}
        return record | {"milliseconds": round((perf_counter() - began) * 1000, 1)}

    def _found(self, inquiry: Inquiry) -> Answer:
        """What was found; of places that no document governs what documents say of them by name, if they do."""
        described = documents_described(inquiry)
        if described == []:
            said = (inquiry.reading.described or "").strip()
            return absence(inquiry, f"document on {said}", f"讲{said}的文件")
        inquiry.narrow(*described or ())
        reading = inquiry.reading
        answering = _ANSWERS.get(reading.intent, anything)
        if inquiry.documents:
            return annexes(inquiry) or unheard(inquiry) or with_absent(inquiry, answering(inquiry))
        named = inquiry.named_in_texts(reading.places.absent)
        if named:
            found = answering(named)
            if not found.none:
                inquiry.reading = named.reading
                return found
        return absence(inquiry, "", "")
