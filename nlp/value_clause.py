"""Clauses with values: which number says what of which thing."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from nlp import operator, outcome, scope, subject
from nlp.clause import Span, clauses, opening
from nlp.condition import is_manner_of_speaking, refusal
from nlp.facts import Time
from nlp.quantity import Quantity
from nlp.series import spread
from nlp.setting import Setting
from nlp.statement import Sentence, Statement
from nlp.vocabulary import words

_GAP = re.compile(r"\s*(?:[、,和及与或]|以及)?\s*")
_JOIN = re.compile(r"[、和及与并,]|以及")
_EACH = re.compile(r"均|都|分别|各")
# Words before a number that leave the thing counted behind it: 有1个县, 不少于3个园区, 约5家企业.
_BEFORE_COUNTED = ("有", "共有", "至少", "不少于", "不低于", "约", "近", "超过", "仅有")
_LONGEST_WHICH = 4  # characters that may pick out places: 其余15个县
_NO_COUNTS = ("share", "concentration", "sound", "heat")


def read(sentence: Sentence) -> list[Statement]:
    """The statements of a sentence, in reading order.

    `到2025年,全州森林覆盖率稳定在68%左右,完成森林抚育20万亩、退化林修复40万亩` gives three;
    `对进水BOD浓度低于100mg/L的污水厂开展整治` gives none.
    """
    found: list[Statement] = []
    for start, end in clauses(sentence.text, sentence.start, sentence.end):
        inside = [q for q in sentence.quantities if start <= q.start < end]
        if inside:
            found += _Clause(sentence, (start, end), found[-1] if found else None).read(inside)
    return found


class _Clause:
    """Reads one clause from left to right. `last` is the statement before, whose thing may be meant again."""

    def __init__(self, sentence: Sentence, span: Span, last: Statement | None) -> None:
        self.sentence, self.text, self.last = sentence, sentence.text, last
        self.start, self.end = opening(self.text, *span), span[1]
        self.times = [time for time in sentence.times if self.start <= time.start < self.end]
        self.hidden = [_wording(self.text, time) for time in self.times]
        self.passed_over: list[int] = []
        self.verbs: tuple[str, ...] = ()
        self.found: list[Statement] = []

    def read(self, quantities: list[Quantity]) -> list[Statement]:
        """The statements of the clause."""
        runs = self._runs(quantities)
        at = self.start
        limits = [*(run[0].start for run in runs[1:]), self.end]
        for run, limit in zip(runs, limits, strict=False):
            setting = self._setting(at, run, limit)
            reason = refusal(setting)
            if reason == "the beginning of a change":
                begins = max(self.text.rfind(word, self.start, run[0].start) for word in "由从自")
                self.hidden.append((begins, run[-1].end))
            if reason:
                self.sentence.reject(f"number: {reason}")
            else:
                at = self._take(setting, run, limit)
        return self.found

    def _runs(self, quantities: list[Quantity]) -> list[list[Quantity]]:
        """Values that follow one another with nothing but a comma or 和 between them: 1130吨、160吨."""
        runs: list[list[Quantity]] = []
        for quantity in quantities:
            if is_manner_of_speaking(self._setting(self.start, [quantity], self.end)):
                self.sentence.reject("number: a manner of speaking")
                self.passed_over.append(quantity.start)
            elif runs and _GAP.fullmatch(self.text, runs[-1][-1].end, quantity.start):
                runs[-1].append(quantity)
            else:
                runs.append([quantity])
        return runs

    def _setting(self, at: int, run: list[Quantity], limit: int) -> Setting:
        first = run[0]
        left = self._bare(at, first.start)
        tail = operator.tail(left)
        named = subject.before(left[: len(left) - tail.length], share=first.kind == "share")
        if not named.verbs and tail.op is None and _JOIN.match(left):
            named = replace(named, verbs=self.verbs)
        right = self._bare(run[-1].end, limit)
        return Setting(left, tail, named, first, right, limit < self.end, self.sentence.told)

    def _take(self, setting: Setting, run: list[Quantity], limit: int) -> int:
        """Keeps the statements of one run of values; returns where the words of the next one begin."""
        self.verbs = setting.subject.verbs
        if setting.quantity.word:
            self._keep_outcome(setting)
        elif _names_behind(setting):
            return self._keep_counted(setting, limit)
        elif not setting.subject.empty:
            self._keep_measured(setting, run)
        else:
            self._keep_again(setting, run)
        return run[-1].end

    def _keep_measured(self, setting: Setting, run: list[Quantity]) -> None:
        """Values behind what they measure: 森林覆盖率达到68%, 森林抚育20万亩, 化肥、农药利用率达到43%."""
        noun = setting.subject.noun
        if subject.is_work(setting.right):
            noun += setting.right
        if "减排" in setting.tail.words and "减排" not in noun:
            noun += "减排量"
        things = spread(noun, len(run))
        if self.last and noun in words("statements", "bare"):
            things = [(self.last.scope, self.last.indicator + noun)]
        years = self._years(run[0].start) if len(things) == 1 else []
        pairs: list[tuple[tuple[str | None, str], Quantity, str | None]]
        if len(years) == len(run) > 1:
            pairs = [(things[0], quantity, year) for quantity, year in zip(run, years, strict=True)]
        elif len(run) == 1 and len(years) > 1 and _EACH.search(setting.left):
            pairs = [(things[0], run[0], year) for year in years]
        elif len(things) == len(run):
            pairs = [(thing, quantity, None) for thing, quantity in zip(things, run, strict=True)]
        else:
            pairs = [(thing, quantity, None) for quantity in run for thing in things]
        for (where, indicator), quantity, year in pairs:
            where = "".join(filter(None, (setting.subject.scope, where))) or None
            self._keep(replace(setting, quantity=quantity), indicator, where, "measured", year)

    def _keep_counted(self, setting: Setting, limit: int) -> int:
        """A number before the thing it counts: 完成50个行政村环境整治, 4个县区被命名为示范县."""
        right, end = self._up_to_next_number(setting), limit
        if setting.further and (joins := list(_JOIN.finditer(right))):
            end -= len(right) - joins[-1].start()
            right = right[: joins[-1].start()]
        thing, said = subject.behind(right)
        named = setting.subject
        place = subject.place_noun(right)
        share = setting.quantity.kind == "share"
        if not (setting.told or setting.doing or said or share or len(setting.left.strip()) <= 4):
            self.sentence.reject("number: nothing is said to be done")
        elif place and said and not named.verbs and len(named.noun) > _LONGEST_WHICH:
            self.sentence.reject("number: a part of a scope")
        elif (place or share) and said and not named.verbs:
            counted = place or thing
            where = (named.scope or named.noun) + self.text[setting.quantity.start : setting.quantity.end] + counted
            reached = subject.before(right.removeprefix("的")[len(counted) :]).noun or said
            self._keep(setting, reached, where, "places counted")
        else:
            if named.verbs and len(thing) < 4:
                thing = named.verbs[-1] + thing
            self._keep(setting, thing, named.scope, "counted")
        return end

    def _keep_outcome(self, setting: Setting) -> None:
        """A value without a number: 行政村全覆盖, 生活垃圾“零填埋”, 全覆盖的报告制度."""
        quantity = setting.quantity
        noun, where = setting.subject.noun, setting.subject.scope
        place = subject.place_tail(noun or where or "")
        if setting.right.startswith("的"):
            where, noun = (where or "") + noun, subject.behind(setting.right)[0]
        elif place or not noun:
            head, _, reached = setting.left[: len(setting.left) - setting.tail.length].rpartition("实现")
            before = subject.before(head, share=True).noun
            where = reached or where if before else (where or "") + place
            noun = before or noun.removesuffix(place)
        inner, indicator = scope.split(noun + outcome.noun(self.text[quantity.start : quantity.end]))
        if indicator:
            self._keep(setting, indicator, "".join(filter(None, (where, inner))) or None, "outcome")
        else:
            self.sentence.reject("number: nothing is measured")

    def _keep_again(self, setting: Setting, run: list[Quantity]) -> None:
        """A value of the thing named before: 污水处理率达到97%,县城达到95%; 2030年达到60%."""
        last, quantity = self.last, setting.quantity
        same_kind = last is not None and Quantity(0, 0, 0, last.unit).kind == quantity.kind
        if last is None or not same_kind or not (setting.tail.op or setting.subject.scope):
            self.sentence.reject("number: nothing is measured")
            return
        for quantity in run:
            where = setting.subject.scope or last.scope
            self._keep(replace(setting, quantity=quantity), last.indicator, where, "measured again")

    def _keep(self, setting: Setting, indicator: str, where: str | None, rule: str, year: str | None = None) -> None:
        quantity = setting.quantity
        value, value2 = quantity.value, quantity.value2
        span = (self.start, self.end, quantity.start)
        self.last = Statement(indicator, where, setting.op, value, value2, quantity.unit, *span, rule, year)
        self.found.append(self.last)

    def _up_to_next_number(self, setting: Setting) -> str:
        """The words behind a number up to the next one, even one that is only a manner of speaking: 2个园区|两轮督察."""
        begins = setting.quantity.end
        stops = [at - begins for at in self.passed_over if begins < at < begins + len(setting.right)]
        return setting.right[: stops[0]] if stops else setting.right

    def _years(self, before: int) -> list[str]:
        """The years that stand in a list before a number: 2024年、2025年."""
        times = [time for time in self.times if time.end <= before and time.kind == "point" and time.ends]
        listed = all(_GAP.fullmatch(self.text, one.end, next_.start) for one, next_ in pairwise(times))
        return [(time.ends or "")[:4] for time in times] if listed else []

    def _bare(self, start: int, end: int) -> str:
        """The text without its times and without where changes began."""
        pieces = []
        for hidden_start, hidden_end in sorted(self.hidden):
            if start <= hidden_start < end:
                pieces.append(self.text[start:hidden_start])
                start = hidden_end
        return "".join(pieces) + self.text[start:end]


def _names_behind(setting: Setting) -> bool:
    """True where the thing stands behind its number: 建成3个公园, 现役262万千瓦机组; not 覆盖率达到95%."""
    kind, tail = setting.quantity.kind, setting.tail
    if kind is None or not subject.behind(setting.right)[0]:
        return False
    if setting.subject.empty:
        return True
    if subject.is_work(setting.right) or kind in _NO_COUNTS or "rate" in kind:
        return False
    return all(word in _finishing() for word in tail.words)


def _wording(text: str, time: Time) -> Span:
    """The span of a time with the words that go with a baseline: 在2020年基础上."""
    behind = _baseline_tail().match(text, time.end) if time.kind == "baseline" else None
    return time.start, behind.end() if behind else time.end


@cache
def _finishing() -> frozenset[str]:
    return frozenset((*words("statements", "finishing"), *words("statements", "doing"), *_BEFORE_COUNTED))


@cache
def _baseline_tail() -> re.Pattern[str]:
    behind = sorted(map(re.escape, words("times", "baseline_after")), key=len, reverse=True)
    return re.compile(rf"度?(?:{'|'.join(behind)})?")
