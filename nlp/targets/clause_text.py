"""The words of one clause around its numbers: runs of values, what stands before and behind each, and its times."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.characters import HAN
from nlp.facts import Op
from nlp.targets import beginning, counted_thing, joint, operator, subject
from nlp.targets.clause import Span, opening
from nlp.targets.description import is_manner_of_speaking
from nlp.targets.quantity import Quantity
from nlp.targets.setting import Setting
from nlp.targets.statement import Sentence
from nlp.vocabulary import words
from nlp.wording import pattern

_GAP = re.compile(r"\s*(?:[、,和及与或]|以及|合计|共计)?\s*")
_ASIDE = pattern("statements", "asides", before=r"\(", after=r"\)$")
_NOTE = pattern("statements", "notes", before=r"\(", after=r"[^()]*\)")
_OF_HIDDEN_YEAR = re.compile("(?<=[到至])的$")  # 提高到(2021年)的|0.57
_BLANK_YEAR = re.compile(r"(?:20)?\d?[*×xX]{1,4}年度?")
_BLANK = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_IN_ORDER = pattern("statements", "in_order")
_APART = 60  # characters in which years before a clause must begin to be paired with its values


class ClauseText:
    """A clause with its times, without its brackets, which are read apart.

    `hidden` are the stretches that say nothing of a value: times, brackets, where changes began. `passed_over` are the
    places of numbers that are manners of speaking.
    """

    def __init__(self, sentence: Sentence, span: Span, brackets: list[Span]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.start, self.end = opening(self.text, *span), span[1]
        self.times = [time for time in sentence.times if self.start <= time.start < self.end]
        spoken = [(time.kind, beginning.wording(self.text, time, self.start)) for time in self.times]
        self._compared = [span for kind, span in spoken if kind == "baseline"]
        self.hidden = [span for _, span in spoken] + brackets
        self.hidden += [match.span() for match in _BLANK_YEAR.finditer(self.text, self.start, self.end)]
        self.passed_over: list[int] = []
        self._brackets = brackets

    def runs(self, quantities: list[Quantity]) -> list[list[Quantity]]:
        """Values that follow one another with nothing but a comma or 和 between them: 1130吨、160吨."""
        runs: list[list[Quantity]] = []
        for quantity in quantities:
            if runs and self._picks_out(quantity, runs[-1][-1]):
                self.sentence.reject("number: a condition")
                continue
            if any(start <= quantity.start < end for start, end in self._compared):
                self.sentence.reject("number: the beginning of a change")
                continue
            in_words = not quantity.digits and not quantity.word
            if in_words and is_manner_of_speaking(self.setting(self.start, [quantity], self.end)):
                self.sentence.reject("number: a manner of speaking")
                self.passed_over.append(quantity.start)
            elif runs and quantity.start == runs[-1][-1].end and self._begins_name(quantity, runs[-1][-1]):
                # 12台65蒸吨以上锅炉: the second number belongs to the name of what the first one counts.
                self.sentence.reject("number: a condition")
            elif runs and self._goes_on(quantity, runs[-1]):
                runs[-1].append(quantity)
            elif runs and (bound := self._bound_between(runs[-1][-1], quantity)):
                runs[-1].append(replace(quantity, op=bound))
            else:
                runs.append([quantity])
        return runs

    def _picks_out(self, quantity: Quantity, before: Quantity) -> bool:
        """True for the bound by which things just counted are picked out: 45条流域面积|50平方公里以上|河流."""
        if before.kind != "count" or quantity.op not in (">=", "<=") or quantity.suffix == quantity.end:
            return False
        between = self.text[before.end : quantity.start]
        measured = between.endswith(words("statements", "measures") + words("statements", "bare"))
        return measured and between.isalnum() and bool(counted_thing.thing(self.text[quantity.end : self.end]))

    def _goes_on(self, quantity: Quantity, run: list[Quantity]) -> bool:
        """True where nothing stands between a number and the run before it: 分别达到85%|、90%.

        Not where one stands behind its thing and the other before its own: 机耕桥17座、|3座节制闸.
        """
        between = self._between(run[-1].end, quantity.start)
        if not _GAP.fullmatch(between):
            return False
        if not between.strip() or quantity.kind != "count" or _IN_ORDER.search(self.text, self.start, quantity.start):
            return True
        thing = counted_thing.thing(self.text[quantity.end : self.end])
        return not thing or self.setting(self.start, run[:1], run[0].end).subject.empty

    def _between(self, start: int, end: int) -> str:
        """The text from one number to the next, without what stands in brackets: 8%(其中工业源9%)|、|10%."""
        spoken = self.text[start:end]
        for left, right in self._brackets:
            if start <= left and right <= end:
                spoken = spoken.replace(self.text[left:right], "")
        return spoken

    def _bound_between(self, before: Quantity, quantity: Quantity) -> Op | None:
        """The bound of a further value of things in order: 分别下降8%、|不低于|9%; None where it is none such."""
        gap = self.text[before.end : quantity.start]
        said = operator.tail(gap)
        bounded = said.op in (">=", "<=", ">", "<", "~") and _GAP.fullmatch(gap[: len(gap) - said.length].strip())
        in_order = bounded and before.unit == quantity.unit and _IN_ORDER.search(self.text, self.start, before.start)
        return said.op if in_order else None

    def _begins_name(self, quantity: Quantity, before: Quantity) -> bool:
        """True for the second number of 12台65蒸吨以上锅炉, where a name follows; not for that of 沟渠9条12.6公里, nor
        where it is the extent of what is counted: 6条11公里水渠."""
        if quantity.kind in ("length", "area") and quantity.op is None and before.kind == "count":
            return False
        # 1580户6215人, 5家11条生产线
        alike = quantity.kind == before.kind and quantity.op is None and quantity.kind in ("person", "count")
        apart = quantity.unit != before.unit and not alike
        return apart and bool(counted_thing.thing(self.text[quantity.end : self.end]))

    def setting(
        self, at: int, run: list[Quantity], limit: int, verbs: tuple[str, ...] = (), where: str | None = None
    ) -> Setting:
        """What stands around a run of values from `at` to `limit`; `verbs` and `where` belong to the value before."""
        first = run[0]
        left = beginning.without_bare(_ASIDE.sub("", _NOTE.sub("", self.bare(at, first.start))))
        left = _OF_HIDDEN_YEAR.sub("", left)
        if first.kind == "share":
            left = operator.without_whole(left)
        tail = operator.tail(left)
        named = subject.before(left[: len(left) - tail.length], share=first.kind == "share" or first.word)
        if not named.verbs and tail.op is None and joint.CLAUSE.match(left):
            named = replace(named, verbs=verbs)
        if where and not named.scope:
            named = replace(named, scope=where)
        right = self.bare(run[-1].end, limit)
        repeated = any(time.kind == "recurrence" for time in self.times)
        rest = self.text[run[-1].end : self.end]
        return Setting(left, tail, named, first, right, limit < self.end, self.sentence.told, repeated, rest)

    def up_to_next_number(self, setting: Setting) -> str:
        """The words behind a number up to the next one, be it a manner of speaking: 2个园区|两轮督察."""
        begins = setting.quantity.end
        stops = [at - begins for at in self.passed_over if begins < at < begins + len(setting.right)]
        return setting.right[: stops[0]] if stops else setting.right

    def years(self, before: int, count: int) -> list[str]:
        """The years that stand in a list before `count` numbers, or before their clause: 到2024年、2025年,分别达到; or
        those of a span with as many: 2018—2020年,分别达到."""
        spoken = self.times or [time for time in self.sentence.times if self.start - _APART <= time.start < self.start]
        times = [time for time in spoken if time.end <= before and time.kind in ("point", "span") and time.ends]
        listed = all(_GAP.fullmatch(self.text, one.end, next_.start) for one, next_ in pairwise(times))
        if len(times) == 1 < count and times[0].begins:
            first, last = int(times[0].begins[:4]), int((times[0].ends or "")[:4])
            return [str(year) for year in range(first, last + 1)] if last - first + 1 == count else []
        return [(time.ends or "")[:4] for time in times] if listed else []

    def bare(self, start: int, end: int) -> str:
        """The text without its times, blanks between characters and where changes began: 到2025年优良率由90%提高到 is
        优良率提高到."""
        pieces = []
        for hidden_start, hidden_end in sorted(self.hidden):
            if start <= hidden_start < end:
                pieces.append(self.text[start:hidden_start])
                start = hidden_end
        return _BLANK.sub("", "".join(pieces) + self.text[start:end])
