"""Keeping: what a statement becomes in the plan that makes it, a target or a result, each once."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache

from nlp.facts import Facts, Target
from nlp.targets.baseline import Baselines
from nlp.targets.clause import opening
from nlp.targets.indicator import link
from nlp.targets.passage import Passage
from nlp.targets.statement import Statement
from nlp.targets.tense import Tenses
from nlp.targets.year import Calendar
from nlp.vocabulary import words
from nlp.wording import pattern

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_OWNERS = pattern("roles", "clause_openings", before=r"[(\[]", after=r"[^()\[\]]*[)\]]?$")


class Keeper:
    """Keeps the targets of a document, with their years and baselines, in the facts and in their tasks."""

    def __init__(self, facts: Facts, calendar: Calendar, tenses: Tenses) -> None:
        self.facts, self.text = facts, facts.text
        self.calendar, self.tenses = calendar, tenses
        self.baselines = Baselines(facts.text, calendar.dates)
        self.seen: set[str] = set()

    def keep(self, statement: Statement, passage: Passage, told: bool, sentence: int, before: int) -> None:
        """Keeps a statement of the sentence that begins at `sentence` as a target, or as a result where it is `told`;
        `before` says how many of the sentence stand before it that read alike."""
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
