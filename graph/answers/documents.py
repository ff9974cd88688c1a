"""Answers that are documents: which hold a term, which deal with a topic; and passages where nothing else fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from corpus.words import alternatives
from graph.answers.account import accounted
from graph.answers.answer import Answer, in_a_row, in_marks, nothing, place_of, quotes, spoken
from graph.answers.fit import SURELY
from graph.answers.inquiry import Inquiry
from graph.answers.names import cited_names, citing_documents, project_names
from graph.answers.scope import absence, search_words
from graph.answers.targets import targets_by_indicator
from graph.answers.topic import Weigher, density
from graph.shapes import document_shape
from graph.store import Record
from nlp.questions.concept import Concept
from nlp.questions.reading import Reading
from nlp.questions.topic import find_topic
from nlp.questions.words import cue
from nlp.vocabulary import load, words

_MOST_TEXTS = 80
_AS_GOOD = 0.93
_ALSO_GOOD = 0.8
_ENOUGH = 0.3
_OPENING = 300
_OFTEN = 12
_NAME = 8  # characters of what may be a name


def documents_on_topic(inquiry: Inquiry) -> Answer:
    """The documents that hold the term or name in the question, or the one that its topic is mostly about."""
    reading = inquiry.reading
    titles = _titles_on_waters(reading)
    terms = [*reading.quoted, *titles, *(one for one in reading.waters if not any(one in title for title in titles))]
    # An English question gives the name of what is cited in Chinese: `the measures on wetlands (湿地保护办法)`.
    named = terms if terms or inquiry.chinese else [*reading.topic.phrases]
    if citing := _citing(inquiry, named):
        return citing
    inquiry.reading = reading = with_departments(reading)
    verbatim = list(terms)
    if cue("mention").search(reading.text):
        names = [concept.names[0] for concept in reading.topic.concepts if concept.term and concept.weight == 1]
        verbatim += reading.topic.phrases or names
    for term in verbatim:
        rows = _without_longer(inquiry, inquiry.of_documents("documents_holding", term=term), term)
        if len(rows) > 1 and not reading.plural:
            rows = most_about(inquiry, rows, term)
        if rows:
            return _documents(inquiry, rows, term)
    if terms and reading.topic.empty:
        return absence(inquiry, f"document with “{terms[0]}”", f"提到“{terms[0]}”的文件")
    rows = most_about(inquiry)
    if verbatim and inquiry.chinese and any(not _is_meant(phrase, reading) for phrase in reading.topic.phrases):
        rows = []
    return _documents(inquiry, rows, None) if rows else absence(inquiry, "document on this", "讲这件事的文件")


def _titles_on_waters(reading: Reading) -> list[str]:
    """The wordings of a topic that are the title of a law or plan on a water of the question: 黄河保护法 of
    哪些文件引用了黄河保护法, nothing of 哪些文件提到黄河治理."""
    ends = tuple({pair.partition("=")[2] for pair in words("questions", "cited_kind")})
    return [one for one in reading.topic.phrases if one.endswith(ends) and any(w in one for w in reading.waters)]


def _without_longer(inquiry: Inquiry, rows: list[Record], term: str) -> list[Record]:
    """The documents without those that say a water only in the name of another that ends with it: 宜黄河 is no 黄河."""
    water = term in inquiry.reading.waters or load("water_bodies").lookup(term)
    longer = [name for name in inquiry.lexicon.longest_waters if water and name.endswith(term) and name != term]
    if not longer:
        return rows
    others = re.compile(alternatives(longer))
    return [row for row in rows if term in others.sub("", inquiry.text(row["document"]))]


def _citing(inquiry: Inquiry, named: Sequence[str]) -> Answer | None:
    """The documents that cite what is `named` or asked about, where the question speaks of citing, or of a law by its
    title; None where it does not, or may only ask what speaks of it (`refer to`) and nothing cites it."""
    reading = inquiry.reading
    law = cue("law_named").search(reading.text)
    cites = cue("citing").search(reading.text) and (reading.numbers or named or not reading.topic.empty)
    if not (cites or law):
        return None
    answer = citing_documents(inquiry, named[0] if named and not law else "", next(iter(reading.numbers), ""))
    speaks = not reading.numbers and cue("mention").search(reading.text)
    return None if answer.none and speaks else answer


def _is_meant(phrase: str, reading: Reading) -> bool:
    """Whether a wording has a term or an everyday meaning in it, so that it may be said otherwise: not so 区块链."""
    return any(concept.said in phrase for concept in reading.topic.concepts)


def documents_described(inquiry: Inquiry) -> list[str] | None:
    """The ids of the documents that a question describes by what they are about (网格化监管那篇里), among those asked;
    None where it describes none, or where a single one or those of a place are asked anyway."""
    reading = inquiry.reading
    if reading.described is None or len(inquiry.documents) < 2:
        return None
    about = replace(reading, topic=find_topic([reading.described], inquiry.chinese), plural=False)
    found = [row["document"] for row in most_about(Inquiry(inquiry.store, inquiry.lexicon, about))]
    return found or (None if reading.documents else [])


def with_departments(reading: Reading) -> Reading:
    """The reading with the departments named as part of its topic: `哪篇是林业局的分工` is about 林业局."""
    phrases = tuple(d.wording for d in reading.departments if not d.wording.isascii())
    entries = load("functions").entries
    named = [(d.wording, entries[d.function]) for d in reading.departments if d.function and d.wording.isascii()]
    concepts = tuple(Concept(said, (entry.label, *entry.aliases)) for said, entry in named)
    topic = reading.topic
    topic = replace(topic, phrases=(*topic.phrases, *phrases), concepts=(*topic.concepts, *concepts))
    return replace(reading, topic=topic)


def _documents(inquiry: Inquiry, rows: list[Record], term: str | None) -> Answer:
    where = in_a_row(inquiry, (place_of(inquiry, row["document"]) for row in rows))
    evidence = [first_words(inquiry, row["document"], term) for row in rows]
    subject_zh, subject_en = (f"提到“{term}”的文件", f"“{term}” stands in") if term else ("最相关的是", "This is in")
    text = spoken(inquiry, f"{subject_zh}:{where}。", f"{subject_en} {where}.")
    return Answer(text, documents=[document_shape(row) for row in rows], evidence=evidence)


def first_words(inquiry: Inquiry, document: str, term: str | None = None) -> Record:
    """Where a term first stands in a document; its beginning where no term is given."""
    text = inquiry.text(document)
    start = max(0, text.find(term)) if term else 0
    end = start + len(term) if term else min(len(text), 80)
    return {"document": document, "evidence_start": start, "evidence_end": end}


def most_about(inquiry: Inquiry, rows: list[Record] | None = None, term: str = "") -> list[Record]:
    """The documents that are mostly about the topic, the best and those as good; of many documents, of those found by
    search. `rows` are the documents to choose from, all that are asked where they are not given; those that say
    `term` again and again come first."""
    rows = documents_asked(inquiry) if rows is None else rows
    phrases = inquiry.reading.topic.phrases
    said = term or (phrases[0] if len(phrases) == 1 else "")
    if len(rows) > _MOST_TEXTS:
        hits = {hit["document"] for hit in inquiry.store.search(search_words(inquiry), k=200)}
        rows = [row for row in rows if row["document"] in hits]
    texts = [inquiry.text(row["document"]) for row in rows]
    weigher = Weigher(inquiry.reading.topic, texts)
    scored = []
    for row, text in zip(rows, texts, strict=True):
        title = f"{row['plan'] or ''} {load('document_kinds').entries[row['kind']].label}"
        if not accounted(inquiry.reading.topic, f"{title}\n{text}"):
            continue
        opening = text[text.find("\n") + 1 :][:_OPENING] if row["part"] else text[:_OPENING]
        fit = weigher.score([(title, 1.0), (opening, 0.95), (text, 0.6)])
        often = min(1.0, text.count(said) / _OFTEN) if said else 0.0
        scored.append((fit + 0.5 * density(inquiry.reading.topic, text) + often, row))
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < _ENOUGH:
        return []
    if inquiry.reading.plural and not term:
        return [row for score, row in scored if score >= scored[0][0] * _ALSO_GOOD]
    bar = scored[0][0] * _AS_GOOD
    best = scored[0][1]["document"]
    alike = {row["document"] for row in inquiry.store.run("resembling", document=best)}
    return [row for score, row in scored if score >= bar and (row["document"] in {best, *alike})]


def documents_asked(inquiry: Inquiry) -> list[Record]:
    """The rows of the documents that the question is asked of."""
    asked = {document.id for document in inquiry.documents}
    return [row for row in inquiry.run("documents") if row["document"] in asked]


def anything(inquiry: Inquiry) -> Answer:
    """An answer to a question of no clear intent: things whose name fits, else passages."""
    if inquiry.reading.topic.empty:
        return nothing(
            inquiry,
            "没有读出所问的事。可以问任务、责任单位、目标、时限、河湖、项目和引用的文件。",
            "The question names nothing to look for. Ask for tasks, bodies, targets, deadlines, waters, projects or "
            "what plans cite.",
        )
    for intent, answering in _SURE.items():
        answer = answering(inquiry)
        if not answer.none:
            answer.intent = intent
            return answer
    return passages(inquiry)


# What a question of no clear intent is answered with where it fits closely, in this order.
_SURE: dict[str, Callable[[Inquiry], Answer]] = {
    "targets_by_indicator": partial(targets_by_indicator, enough=SURELY),
    "projects": partial(project_names, sure=True),
    "citations": partial(cited_names, sure=True),
}


def passages(inquiry: Inquiry) -> Answer:
    """The passages that search finds, where no other answer fits; the sentence says so."""
    facets = {"document": inquiry.documents[0].id} if len(inquiry.documents) == 1 else {}
    hits = inquiry.store.search(search_words(inquiry), k=5, **facets)
    allowed = {document.id for document in inquiry.documents}
    said = [hit for hit in hits if accounted(inquiry.reading.topic, "\n".join((hit["heading"] or "", hit["text"])))]
    hits = [hit for hit in said if hit["document"] in allowed]
    if not hits and (unheard := _unheard(inquiry)):
        return nothing(inquiry, f"文件中没有提到“{unheard}”。", f"No document speaks of “{unheard}”.")
    if not hits or inquiry.reading.topic.empty:
        return absence(inquiry, "answer to this", "这个问题的答案")
    rows = [{"document": hit["document"], "evidence_start": hit["start"], "evidence_end": hit["end"]} for hit in hits]
    shown = quotes(inquiry, rows)[0]["quote"][:80].replace("\n", " ")
    shown = in_marks(f"{shown}…")
    text = spoken(
        inquiry,
        f"没有直接的答案,检索到{len(hits)}段相关文字,第一段是:{shown}",
        f"There is no direct answer; search found {len(hits)} passages. The first: {shown}",
    )
    return Answer(text, intent="search", evidence=rows)


def _unheard(inquiry: Inquiry) -> str | None:
    """The only wording of a question where none of the documents asked says it."""
    phrases = inquiry.reading.topic.phrases
    if len(phrases) != 1 or len(phrases[0]) > _NAME or inquiry.of_documents("documents_holding", term=phrases[0]):
        return None
    return phrases[0]
