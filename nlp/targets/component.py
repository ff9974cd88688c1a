"""Component targets: quantitative targets and results, from goals, tasks, reports and tables of indicators."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts
from nlp.targets import figures, value_clause
from nlp.targets import table as target_table
from nlp.targets.clause import Span, sentences
from nlp.targets.dated import Dated
from nlp.targets.keeper import Keeper
from nlp.targets.passage import Passage, passages
from nlp.targets.planned import is_still_planned
from nlp.targets.statement import Sentence, Statement
from nlp.targets.tense import Tenses
from nlp.targets.year import Calendar


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
        reader.keeper.add(row)
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
        self.keeper = Keeper(facts, self.calendar, self.tenses)

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
            self.keeper.keep(statement, passage, done, start, said.get(alike, 0))
            said[alike] = said.get(alike, 0) + 1

    def _sentences(self, passage: Passage) -> Iterator[Span]:
        """The sentences of a passage; where a table has run into a line, every cell has its own."""
        for sentence in sentences(self.text, passage.start, passage.end):
            yield from self.calendar.edges.parts(*sentence)
