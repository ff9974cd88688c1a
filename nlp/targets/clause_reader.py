"""The reader of clauses: which number says what of which thing."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from corpus.characters import HAN
from nlp.targets import antecedent, outcome, scope, subject, undertaking, unit
from nlp.targets.antecedent import Thing, same_kind
from nlp.targets.clause import Span
from nlp.targets.clause_text import JOIN, ClauseText
from nlp.targets.condition import acting_place, is_acted_on, refusal
from nlp.targets.quantity import Quantity
from nlp.targets.series import each, spread
from nlp.targets.setting import Setting
from nlp.targets.statement import Sentence, Statement
from nlp.vocabulary import words

_UNDERTAKEN = re.compile(r"进行|开展|实施")
_EACH = re.compile(r"均|都|分别|各")
_IN_ORDER = re.compile(r"分别|依次")
_THE_REST = ("其余", "剩余", "余下", "其他", "另有", "另外")
_PARTS = ("包括", "包含", "含")
_INSIDE = ("中", "内", "里")
_EACH_IN = re.compile(
    rf"(?P<noun>.+?)(?:分别|依次)(?:达到|达|为|是|控制在|下降到|降至|不低于|不高于)(?P<where>[{HAN}]{{2,10}})"
)
_LEVEL = re.compile(r"^(?:国家|省|市|县|区)级")
_LONGEST_TOPIC = 16  # characters of a thing that a later clause may mean
_LONGEST_SHARED = 10  # characters that several things counted share: 15个乡镇、165个行政村|生活污水治理
_LONGEST_WHICH = 4  # characters that may pick out places: 其余15个县

Pair = tuple[Thing, Quantity, str | None]


class ClauseReader:
    """Reads one clause from left to right.

    `last` is the statement before, whose thing may be meant again; `part` is true where the clause tells the parts of
    a whole said before (其中新造1500亩、修复3300亩); `brackets` are read apart and skipped here.
    """

    def __init__(self, sentence: Sentence, span: Span, last: Statement | None, brackets: list[Span]) -> None:
        self.sentence, self.text, self.last = sentence, sentence.text, last
        self.clause = ClauseText(sentence, span, brackets)
        self.start, self.end = self.clause.start, self.clause.end
        self.part = self.text.startswith("其中", self.start)
        self.verbs: tuple[str, ...] = ()
        self.where: str | None = None
        self.found: list[Statement] = []

    def read(self, quantities: list[Quantity]) -> list[Statement]:
        """The statements of the clause."""
        runs = self.clause.runs(quantities)
        if self.part:
            units = [each.unit for each in quantities]
            of_unit = (each for each in reversed(self.sentence.stated) if each.unit in units and each.at < self.start)
            self.sentence.whole = self.last = next(of_unit, self.last)
        at = self.start
        limits = [*(run[0].start for run in runs[1:]), self.end]
        for run, limit in zip(runs, limits, strict=False):
            setting = self._announcing(self.clause.setting(at, run, limit, self.verbs, self.where))
            reason = None if self._goes_on(setting) or self._adds_to_last(setting) else refusal(setting)
            if reason == "the beginning of a change":
                self._keep_beginning(setting)
                begins = max(self.text.rfind(word, self.start, run[0].start) for word in "由从自")
                self.clause.hidden.append((begins, run[-1].end))
            if reason:
                self.sentence.reject(f"number: {reason}")
                at = run[-1].end if reason == "what a rate goes by" else at
                if not setting.right.endswith(_INSIDE):
                    self.sentence.topics.insert(0, subject.behind(setting.right)[0])
                if reason == "a part of a scope" and (place := acting_place(setting)):
                    at = run[-1].end + len(place)
                    self.where = setting.left.lstrip(" 、,") + self.text[run[0].start : at]
            else:
                at = self._take(setting, run, limit)
        return self.found

    def _announcing(self, setting: Setting) -> Setting:
        """The setting of the first of several places with their values: 优良天数分别达到甲县220天、乙县210天."""
        said = _EACH_IN.fullmatch(setting.subject.noun)
        if said is None or not setting.further:
            return setting
        where, indicator = scope.split(said["noun"])
        at = setting.quantity.start
        named = "".join(filter(None, (setting.subject.scope, where))) or None
        self.last = Statement(indicator, named, "=", 0.0, None, setting.quantity.unit, at, at, at, "announced")
        return replace(setting, subject=replace(setting.subject, noun="", scope=said["where"]))

    def _goes_on(self, setting: Setting) -> bool:
        """True for a value of what has been announced with its unit: ,乙县210天."""
        last = self.last
        if last is None or last.rule != "announced" or setting.quantity.unit is None:
            return False
        # A measure announced without its unit is a share: 安装率:农业机井90%.
        share = "%" if setting.quantity.kind == "share" else None
        fits = (last.unit or share) == setting.quantity.unit
        noun = setting.subject.noun
        if antecedent.of_parallel(noun, last, setting):
            return False
        return fits and not noun.endswith(words("statements", "measures")) and bool(noun or setting.subject.scope)

    def _adds_to_last(self, setting: Setting) -> bool:
        """True for a further number of days (优良天数276天,同比增加21天; 减少2天,不超过36天), and for parts of a number
        counted before (整治125个村,包括63个省级村)."""
        last = self.last
        if last is not None and setting.left in _PARTS and last.unit == setting.quantity.unit:
            return True
        bare = setting.tail.op is not None and setting.subject.empty
        return bare and last is not None and last.unit == setting.quantity.unit == "天"

    def _take(self, setting: Setting, run: list[Quantity], limit: int) -> int:
        """Keeps the statements of one run of values; returns where the words of the next one begin."""
        self.verbs = setting.subject.verbs
        if setting.quantity.word:
            self._keep_outcome(setting)
        elif self._goes_on(setting):
            self._keep_again(setting, run)
        elif undertaking.stands_before(setting):
            return self._keep_counted(setting, run, limit)
        elif not setting.subject.empty and not antecedent.is_place_of(self.last, setting, self.part):
            self._keep_measured(setting, run)
        elif setting.subject.empty and not self._sums_up(setting) and (done := undertaking.named_by(setting)):
            self._keep_work(setting, run, done)
        else:
            self._keep_again(setting, run)
        return run[-1].end

    def _keep_measured(self, setting: Setting, run: list[Quantity]) -> None:
        """Values behind what they measure: 森林覆盖率达到68%, 森林抚育20万亩, 化肥、农药利用率达到43%."""
        noun = setting.subject.noun
        if noun in _THE_REST:
            self.sentence.reject("number: nothing is measured")
            return
        if subject.is_work(setting.right) or undertaking.does_part(setting):
            setting, noun = undertaking.on_part(setting)
        if "减排" in (*setting.tail.words, *setting.subject.verbs) and "减排" not in noun:
            noun += "减排量"
        share = noun.startswith("占") and setting.quantity.kind == "share"
        if self.last and (share or noun in words("statements", "bare")) and not self._is_of_another(self.last):
            things = [(self.last.scope, self.last.indicator + noun)]
        elif meant := antecedent.summed_up(noun, [*self.sentence.stated, *self.found]):
            things = meant
        elif other := antecedent.of_level(noun, self.last) or antecedent.of_parallel(noun, self.last, setting):
            things = [other]
        elif setting.left.endswith("各"):
            things = each(noun)
        else:
            things = spread(undertaking.with_verb(noun, setting.subject), len(run))
        for (where, indicator), quantity, year in self._paired(things, run, setting):
            where = "".join(filter(None, (setting.subject.scope, where))) or None
            self._keep(replace(setting, quantity=quantity), indicator, where, "measured", year)

    def _keep_work(self, setting: Setting, run: list[Quantity], done: str) -> None:
        """A verb that names the work itself (清淤30万立方米), or work on what was named before.

        `沙化土地治理,2024年治理6万亩` is 沙化土地治理, `对87个排口逐一建档,完成整治60个` and
        `排查排口87个,完成整治60个` 排口整治.
        """
        last, topics = self.last, [topic for topic in self.sentence.topics if topic]
        whole = self.sentence.whole
        if whole and whole.unit == setting.quantity.unit and last and last.at >= whole.at:
            noun = done + whole.indicator
        elif last and done in self.text[last.start : last.end] and same_kind(last, setting.quantity):
            noun = last.indicator
        elif last and last.start >= self.sentence.start and last.unit == setting.quantity.unit and _is_count(last):
            noun = last.indicator + done
        elif setting.quantity.kind == "count" and topics and len(topics[0]) <= _LONGEST_TOPIC:
            noun = topics[0] if topics[0].endswith(done) else topics[0] + done
        else:
            noun = next((topic for topic in topics if topic.endswith(done)), done)
        self._keep_measured(replace(setting, subject=replace(setting.subject, noun=noun)), run)

    def _paired(self, things: list[Thing], run: list[Quantity], setting: Setting) -> list[Pair]:
        """Things, values and years in the order in which 分别 or 均 joins them."""
        if _IN_ORDER.search(setting.left) and all(quantity.op is None for quantity in run[:-1]):
            # A bound behind the last of several values goes for all of them: 分别达到85%、95%以上.
            run = [replace(quantity, op=run[-1].op) for quantity in run]
        years = self.clause.years(run[0].start) if len(things) == 1 else []
        if len(years) == len(run) > 1:
            return [(things[0], quantity, year) for quantity, year in zip(run, years, strict=True)]
        if len(run) == 1 and len(years) > 1 and _EACH.search(setting.left):
            return [(things[0], run[0], year) for year in years]
        if len(things) == len(run):
            return [(thing, quantity, None) for thing, quantity in zip(things, run, strict=True)]
        return [(thing, quantity, None) for quantity in run for thing in things]

    def _keep_counted(self, setting: Setting, run: list[Quantity], limit: int) -> int:
        """A number before the thing it counts: 完成50个行政村环境整治, 4个县区被命名为示范县."""
        right, end = self.clause.up_to_next_number(setting), limit
        if setting.further and (joins := list(JOIN.finditer(right))):
            # 23条河流和巴松措等7个湖泊: names that the next number counts begin at the first joint.
            joint = joins[0 if right.endswith("等") else -1]
            end -= len(right) - joint.start()
            right = right[: joint.start()]
        thing, said = subject.behind(right)
        named = setting.subject
        place = subject.place_noun(right.removeprefix("的"))
        share = setting.quantity.kind == "share"
        acted = is_acted_on(setting)
        listed = (bool(self.found) or self._goes_on_counting(setting)) and not setting.left.strip(" 、,和及与")
        worked_on = listed or 0 < len(named.noun) <= _LONGEST_WHICH
        part = setting.left in _PARTS
        if not (setting.told or setting.doing or said or share or acted or worked_on or part):
            self.sentence.reject("number: nothing is said to be done")
        elif place and said and not acted and not named.verbs and len(named.noun) > _LONGEST_WHICH:
            self.sentence.reject("number: a part of a scope")
        elif (place or share) and said and not named.verbs:
            counted = place or thing
            around = named.scope or named.noun
            counting = self.text[setting.quantity.start : setting.quantity.end] + counted
            where = around + counting if place else around or None
            rest = _UNDERTAKEN.sub("", right.removeprefix("的")[len(counted) :])
            # 75%以上的沙化土地得到治理 measures the land itself, where no kind of place is counted.
            reached = subject.before(rest).noun or said if place else counted + rest
            self._keep(setting, reached, where, "places counted")
        else:
            # 投资13亿元实施生态修复 is an amount of 投资, not of what is done with it.
            paid = setting.quantity.kind == "money" and bool(subject.before(right).verbs)
            payment = (named.noun or "".join(named.verbs[-1:])) if paid else ""
            thing = payment or undertaking.with_verb(self._shared(thing, limit), named)
            for quantity in run:
                self._keep(replace(setting, quantity=quantity), thing, named.scope, "counted")
        return end

    def _goes_on_counting(self, setting: Setting) -> bool:
        """True for a clause that counts on where the one before ended: 创建3个低碳试点县,10个低碳示范乡镇."""
        last = self.last
        counted = last is not None and last.rule == "counted" and last.unit == setting.quantity.unit
        return last is not None and counted and not self.text[last.end : self.start].strip(",、 ")

    def _shared(self, thing: str, end: int) -> str:
        """A thing with what only the next number says of it: 1个国家级、3个省级示范区, 3条河流和7个湖泊整治."""
        level = thing in words("statements", "levels")
        if not level and thing not in _kinds():
            return thing
        for following in self.sentence.quantities:
            if end <= following.start < self.end:
                ends = next((at for at in self.clause.passed_over if at > following.end), self.end)
                further, _ = subject.behind(self.text[following.end : ends])
                if level:
                    return thing + _LEVEL.sub("", further)
                kind = next((kind for kind in _kinds() if further.startswith(kind)), further)
                said = further.removeprefix(kind)
                return thing + said if len(said) <= _LONGEST_SHARED else thing
        return thing

    def _keep_beginning(self, setting: Setting) -> None:
        """Where a change began, if that is told with its year: 由2015年的58微克/立方米降至35微克/立方米."""
        at = setting.quantity.start
        since = next((time for time in self.clause.times if time.ends and self.text[time.end : at] in ("", "的")), None)
        if setting.told and since is not None and since.ends:
            where, indicator = scope.split(setting.subject.noun.rstrip("由从自"))
            where = "".join(filter(None, (setting.subject.scope, where))) or None
            self._keep(setting, indicator, where, "beginning of a change", since.ends[:4])

    def _keep_outcome(self, setting: Setting) -> None:
        """A value without a number: 行政村全覆盖, 生活垃圾“零填埋”, 全覆盖的报告制度."""
        quantity = setting.quantity
        noun, where = setting.subject.noun, setting.subject.scope
        place = subject.place_tail(noun or where or "")
        if not noun and not where and (thing := subject.behind(setting.right)[0]):
            where, noun = scope.split(thing)
        elif setting.right.startswith("的"):
            named = subject.before(setting.left)
            where, noun = (named.scope or "") + named.noun, subject.behind(setting.right)[0]
        elif place or not noun:
            head, _, reached = setting.left[: len(setting.left) - setting.tail.length].rpartition("实现")
            before = subject.before(head, share=True).noun
            where = reached or where if before else (where or "") + place
            noun = before or noun.removesuffix(place)
        if not noun and not where and (meant := antecedent.covered([*self.sentence.stated, *self.found], self.last)):
            where, noun = meant
        inner, indicator = scope.split(noun + outcome.noun(self.text[quantity.start : quantity.end]))
        if indicator:
            self._keep(setting, indicator, "".join(filter(None, (where, inner))) or None, "outcome")
        else:
            self.sentence.reject("number: nothing is measured")

    def _is_of_another(self, last: Statement) -> bool:
        """True where a clause without values has named another thing since the last one: A管网5公里,B厂投产,规模2吨."""
        between = self.text[last.end : self.start].strip(" ,;、\n")
        return bool(between and self.sentence.topics and self.sentence.topics[0])

    def _sums_up(self, setting: Setting) -> bool:
        """True for another measure of what the clause has just counted: 锅炉21台、合计286蒸吨, 湿地8处(合计1200亩)."""
        stands_by = self.last is not None and self.last.end >= self.start
        return stands_by and antecedent.is_sum(setting)

    def _keep_again(self, setting: Setting, run: list[Quantity]) -> None:
        """A value of the thing named before: 污水处理率达到97%,县城达到95%; 2030年达到60%; 合计186蒸吨."""
        said = [*self.sentence.stated, *self.found]
        last = antecedent.nearest(self.last, self.sentence.stated, setting)
        topic = antecedent.summed_topic(setting, self.sentence.topics)
        topic = topic or antecedent.topic_measured(setting, self.sentence.topics, last)
        if topic and not (last and self._sums_up(setting)):
            self._keep_measured(replace(setting, subject=replace(setting.subject, noun=topic)), run)
            return
        stated = bool(self.found) or self._sums_up(setting)
        if last is None or not antecedent.is_meant_again(last, setting, self.clause.times, stated):
            self.sentence.reject("number: nothing is measured")
            return
        setting, named = antecedent.with_change(last, setting), setting.subject
        where = (named.scope or "") + named.noun
        things = [] if where else antecedent.in_order(setting, len(run), said)
        if not things and not where and len(run) == 1:
            things = antecedent.all_of_them(setting, said, last)
            run = run * max(len(things), 1)
        years = self.clause.years(run[0].start)
        paired = years if len(years) == len(run) > 1 and not things else [None] * len(run)
        rule = "announced" if last.rule == "announced" else "measured again"
        for (place, indicator), quantity, year in zip(
            things or [(where or last.scope, last.indicator)] * len(run), run, paired, strict=True
        ):
            if quantity.unit is None and rule == "announced":
                quantity = replace(quantity, unit=last.unit)
            self._keep(replace(setting, quantity=quantity), indicator, place, rule, year)

    def _keep(self, setting: Setting, indicator: str, where: str | None, rule: str, year: str | None = None) -> None:
        quantity = setting.quantity
        value, value2 = quantity.value, quantity.value2
        span = (self.start, self.end, quantity.start)
        self.last = Statement(indicator, where, setting.op, value, value2, quantity.unit, *span, rule, year)
        self.found.append(self.last)


def _is_count(statement: Statement) -> bool:
    return unit.kind(statement.unit) == "count" and statement.rule != "announced"


@cache
def _kinds() -> tuple[str, ...]:
    """Words for kinds of places and waters, longest first."""
    return tuple(sorted((*words("statements", "places"), *words("statements", "waters")), key=len, reverse=True))
