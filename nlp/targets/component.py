"""Component targets: quantitative targets and results, from goals, tasks, reports and tables of indicators."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Target
from nlp.targets import figures, value_clause
from nlp.targets import table as target_table
from nlp.targets.baseline import Baselines
from nlp.targets.clause import Span, opening, sentences
from nlp.targets.dated import Dated
from nlp.targets.indicator import link
from nlp.targets.passage import Passage, passages
from nlp.targets.planned import is_still_planned
from nlp.targets.statement import Sentence, Statement
from nlp.targets.tense import Tenses
from nlp.targets.year import Calendar
from nlp.vocabulary import words
from nlp.wording import pattern

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_OWNERS = pattern("roles", "clause_openings", before=r"[(\[]", after=r"[^()\[\]]*[)\]]?$")


@Language.component("shanshui_targets")
def read_targets(doc: Doc) -> Doc:
    """Fills `facts.targets`, and the ids of its targets into every task.

    Reads goals (`到2025年,森林覆盖率达到68%`), tasks (`完成森林抚育20万亩`), what reports tell
    (`累计淘汰老旧车3.3万辆`, a result) and tables of indicators. Leaves out problems described, conditions and times,
    each counted.
    """
    facts: Facts = doc._.facts
    tables = target_table.find(facts)
    reader = _Reader(facts, [(table.start, table.end) for table, _ in tables])
    for passage in passages(facts):
        reader.read(passage)
    for row in target_table.settle(facts, reader.calendar, tables):
        reader.add(row)
    return doc


class _Reader:
    """Reads passages one after the other into the facts, each target once; `tables` are read apart."""

    def __init__(self, facts: Facts, tables: list[tuple[int, int]]) -> None:
        self.facts, self.text = facts, facts.text
        self.calendar = Calendar(facts)
        self.tenses = Tenses(facts, self.calendar)
        self.quantities = [each for each in figures.find(facts.text) if not figures.holds(tables, each.start)]
        self.starts = [each.start for each in self.quantities]
        self.times = Dated(facts.times)
        self.seen: set[str] = set()
        self.baselines = Baselines(facts.text, self.calendar.dates)

    def read(self, passage: Passage) -> None:
        """Keeps the targets of a passage, sentence by sentence."""
        self.calendar.enter(passage.section)
        earlier: list[Statement] = []
        for start, end in self._sentences(passage):
            if "".join(self.text[start:end].split()) == self.facts.title:
                continue
            inside = self.quantities[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
            told = False
            stated: list[Statement] = []
            if inside:
                around = self.tenses.around(passage, start, end)
                told = self.tenses.tells(passage, start, end, around)
                times = self.times.between(start, end)
                topics = [passage.task.title] if passage.task else []
                stated = value_clause.read(
                    Sentence(self.text, start, end, inside, times, told, self.facts.reject, topics, earlier)
                )
                earlier += stated
                self._keep_all(stated, passage, (start, end), told, around)
            self.calendar.leave(start, end, max((each.at for each in stated), default=None), told)

    def _keep_all(self, stated: list[Statement], passage: Passage, sentence: Span, told: bool, around: bool) -> None:
        """Keeps what a sentence states, each by the tense of its own words, else by that of what stands before it."""
        start, end = sentence
        turn = self.tenses.turn_ahead(start, end)
        around = told if turn == end else self.tenses.tells_before(passage, start, turn, end, around)
        said: dict[tuple[object, ...], int] = {}
        for statement in stated:
            if statement.at > turn:
                around, turn = told, end
            around = self.tenses.tells(passage, statement.start, statement.end, around)
            # 新建泵站1座、扩建泵站1座 are two, though they read alike.
            alike = (statement.indicator, statement.scope, statement.op, statement.value, statement.unit)
            done = around and not is_still_planned(self.text, start, end, statement)
            self._keep(statement, passage, done, start, said.get(alike, 0))
            said[alike] = said.get(alike, 0) + 1

    def _sentences(self, passage: Passage) -> Iterator[Span]:
        """The sentences of a passage; where a table has run into a line, every cell has its own."""
        for sentence in sentences(self.text, passage.start, passage.end):
            yield from self.calendar.edges.parts(*sentence)

    def _keep(self, statement: Statement, passage: Passage, told: bool, sentence: int, before: int) -> None:
        canonical = link(statement.indicator, statement.scope)
        if reason := self._against(statement, passage, told, sentence, canonical):
            self.facts.reject(reason)
            return
        start = opening(self.text, statement.start, statement.end)
        end = statement.end
        if owners := _OWNERS.search(self.text, max(start, statement.at), end):
            end = owners.start()
        year = statement.year or self.calendar.year(sentence, statement.at, passage, told)
        target = Target(
            id="",
            task=passage.task.id if passage.task else None,
            indicator=statement.indicator,
            op=statement.op,
            value=statement.value,
            unit=statement.unit,
            text=self.text[start:end],
            start=start,
            end=end,
            scope=statement.scope,
            value2=statement.value2,
            year=year,
            baseline=self.baselines.of(statement, sentence, year),
            status="result" if told else "target",
            canonical=canonical,
            rule=statement.rule,
        )
        self.add(target, before)
        if passage.task and target.id and target.id not in passage.task.targets:
            passage.task.targets.append(target.id)

    def _against(
        self, statement: Statement, passage: Passage, told: bool, sentence: int, canonical: str | None
    ) -> str | None:
        """Why a statement is no target of the plan, if it is none."""
        if passage.told and passage.known_only and passage.task and not told:
            # 规划要求到2020年达到50%以上,目前仅39%: what the problem is measured with is no target of the plan.
            return "number: a requirement in the description of a problem"
        line = self.text.rfind("\n", 0, sentence) + 1
        aimed = not told and (self.tenses.of(sentence, statement.end) == "ahead" or _goal().match(self.text, line))
        measured = passage.task is None and statement.indicator.endswith(words("statements", "measures"))
        if canonical is None and not measured and ((passage.known_only and not aimed) or (told and not passage.told)):
            return "number: not a known indicator in a text that only describes"
        return None

    def add(self, target: Target, before: int = 0) -> None:
        """Names a target by its content, and by how many of its sentence stand `before` it that read alike, and keeps
        it, unless it is kept already."""
        key = (target.task, target.scope, target.indicator, target.op, target.value, target.value2, target.unit)
        again = [before] if before else []
        written = _ENCODER.encode([self.facts.id, *key, target.year, target.status, *again])
        target.id = hashlib.sha256(written.encode()).hexdigest()[:16]
        if target.id not in self.seen:
            self.seen.add(target.id)
            self.facts.targets.append(target)


@cache
def _goal() -> re.Pattern[str]:
    """The label of a line that sets goals: 主要目标:优良率100%."""
    return pattern("headings", "label.goal", after=":")
