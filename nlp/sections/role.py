"""The role of every unit of an outline: what kind of text stands in it."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.facts import SectionRole
from nlp.sections.frame import end_of_frame
from nlp.sections.heading import Named, cut_title, is_idle_annex, orders, role_of
from nlp.sections.label import owner_clauses
from nlp.sections.outline import Unit
from nlp.sections.tense import UnitTense
from nlp.vocabulary import words
from nlp.wording import any_of

# Kinds of documents that tell what was done, so that a section without telling words is judged by its tense.
_TELLING = {"report", "summary", "speech", "other"}
_REPORTING = {"report", "summary"}
# What a page that is one record has under headings of their own beside its work.
_FIELDS = ("owner", "time")
_IDLE = {"front", "background", "principle", "goal", "past", "annex"}
_FINAL = ("safeguard", "past", "background", "front", "annex")
_TITLE_LENGTH = 60
# A part headed 三、网箱清理不彻底问题 that says what is done about it is no background.
_REMEDY = re.compile(r"(?:整改|整治|治理)(?:措施|目标|时限):")
# What stands before a list of goals that has no heading: 到2027年具体目标:
_GOALS_FOLLOW = re.compile(r"目标[是为如下]{0,3}:\s*\Z")
_LONGEST_LEAD = 40
# What stands before a list of what is wrong: 但问题也不少:一是个别断面超标; not 要解决以下问题:一是个别断面超标
_PROBLEMS_FOLLOW = re.compile(
    rf"(?:^|[。;,\n])(?:(?!{any_of('headings', 'problem.met')})[^。;,:\n])*(?:{any_of('headings', 'problem.lead')})"
    r"[^。;,:\n]{0,8}[:,]\s*\Z"
)
# 建成人工湿地一处, 城北污水处理厂二期工程; not 建成区绿化覆盖率
_WORKS = re.compile(r"建成(?!区)|[^,。;:\n]{4,40}(?:工程|项目)(?=[,。:]|$)")
_BY_YEAR = re.compile(r"\s?到(?:19|20)\d\d年(?:底|末)?,")


def is_idle(role: SectionRole) -> bool:
    """True for the roles under which no task stands: background (发展现状), not measure (主要任务)."""
    return role in _IDLE


@lru_cache(maxsize=1)
def roles_of(root: Unit, text: str, kind: str) -> dict[int, SectionRole]:
    """The role of every unit, by the offset at which the unit starts.

    A unit has the role its heading names, else that of the unit above; on the highest level, measure, or in a report
    past where the text is told in the past tense. `kind` is the kind of document. The last roles are kept, as the
    last outline is.
    """
    reader = _RoleReader(text, kind, _work_to_come(root, text) if kind in _REPORTING else 0)
    frame = end_of_frame(root, text)
    counted = next((unit.start for unit in root.children if unit.style != "bullet"), 0)
    goals = False
    for unit in root.children:
        goals = unit.style == "bullet" and (_stands_under_goals(unit, text) or (goals and text[unit.start - 1] == "\n"))
        # • 来源:… above 一、 is what a page says of the plan.
        front = unit.end <= frame or unit.start < counted
        reader.assign(unit, "front" if front else "goal" if goals else None)
    return reader.roles


def _stands_under_goals(unit: Unit, text: str) -> bool:
    """True for the first line behind a bullet under 到2027年具体目标:; not under 重点任务:."""
    return _GOALS_FOLLOW.search(text, max(unit.start - _LONGEST_LEAD, 0), unit.start) is not None


class _RoleReader:
    """Gives units their roles from the top down."""

    def __init__(self, text: str, kind: str, told_until: int) -> None:
        self.roles: dict[int, SectionRole] = {}
        self._text = text
        self._telling = kind in _TELLING
        self._told_until = told_until
        self._tense = UnitTense(text)
        self._dated: dict[int, bool] = {}
        self._problems: dict[tuple[int, int], bool] = {}

    def assign(self, unit: Unit, above: SectionRole | None) -> None:
        """Sets the role of a unit and of all under it; `above` is the role of the unit above, None on the top level."""
        lost = unit.series > 1 and above in ("principle", "goal", "background")
        if unit.style == "annex":
            role: SectionRole = "annex"
        else:
            # A series that starts afresh under 指导思想 has lost the heading above it, and with it the role that gave.
            role = self._role(unit, None if lost else above, top=above is None)
        self.roles[unit.start] = role
        passed_on = None if unit.style == "annex" and not self._is_idle_annex(unit) else role
        for child in unit.children:
            self.assign(child, passed_on)

    def _role(self, unit: Unit, above: SectionRole | None, top: bool) -> SectionRole:
        if above in _FINAL:
            return above
        named = "measure" if unit.style == "next" else self._named(unit, top, within_work=above == "measure")
        if named == "goal" and (self._orders_behind_title(unit) or (top and self._holds_tasks(unit))):
            named = "measure"
        if top and self._states_problem(unit):
            named = "background"
        if named == "background" and _REMEDY.search(self._text, unit.start, unit.end):
            named = "measure"
        if named == "step":
            return "goal" if above in _IDLE else "measure"
        if above in ("principle", "goal") and named is None and self._is_given_away(unit):
            return "measure"
        if above is None and named in (None, "measure") and unit.start < self._told_until:
            return "past"
        if above is None and named in (None, "safeguard") and self._telling and self._tense.is_past(unit):
            return "past"
        if above is None and named in (None, "principle") and self._rounds_off(unit):
            return "safeguard"
        return named or above or "measure"

    def _named(self, unit: Unit, top: bool, within_work: bool) -> Named | None:
        """The role that the unit's heading names.

        Among tasks, or with its text in the same line, it must be the role word alone: 工作目标, not 巩固创建成果.
        """
        if unit.head is None or unit.style == "bullet":
            return None
        if unit.style == "first" and self._tells_problems(unit):
            return "background"
        line = self._text[unit.head.start : unit.head.end]
        title = cut_title(line)
        if role_of(title.partition(":")[0], top=False) == "goal" and ":" in line[: len(title) + 1]:
            return "goal"
        parted = line[len(title) : len(title) + 1] == " "
        run_on = not top and not parted and len(line) > len(title) + 1
        named = role_of(title, top, exact=within_work or run_on)
        return named or ("goal" if top and self._stands_among_years(unit) else None)

    def _is_given_away(self, unit: Unit) -> bool:
        """True for a unit that orders or names work and names its owners: its part has lost the heading above it.

        `(一)强化岸线管控。…(市水利局牵头)` under 工作目标 and `(1)城北污水处理厂二期工程,…。责任单位:县住建局` under
        年度目标 are work; `(一)森林覆盖率达到45%(市林业局)` stays a goal.
        """
        title = self._title(unit)
        worded = orders(title) or _WORKS.match(title)
        return bool(worded and owner_clauses(self._text[unit.start : unit.end]))

    def _orders_behind_title(self, unit: Unit) -> bool:
        """True for `(四)流域治理目标 完成4条河流整治。(责任单位:市水利局)`: what is headed as a goal is given to do."""
        if unit.head is None or unit.children:
            return False
        work = self._text[unit.head.start + len(self._title(unit)) : unit.end].lstrip(" 。:\n")
        return orders(work) and bool(owner_clauses(work))

    def _stands_among_years(self, unit: Unit) -> bool:
        """True for the units of a page that all open with a year: (一)到2018年,…(二)到2020年,… are its goals."""
        parent = unit.parent or unit
        if parent.start not in self._dated:
            opened = [not one.children and _BY_YEAR.match(self._text, one.body) for one in parent.children]
            self._dated[parent.start] = len(opened) > 1 and all(opened)
        return self._dated[parent.start]

    def _holds_tasks(self, unit: Unit) -> bool:
        """True for 目标任务 with items under it, `(一)污水治理。新建…`, where no part beside it is of measures.

        The items may stand a level further down: `(一)治理污染` above `1.工业污染。取缔…`.
        """
        beside = unit.parent.children if unit.parent else []
        # 二、责任单位: and 三、完成时限: are no parts of the plan.
        beside = [one for one in beside if not one.head or one.head.label not in _FIELDS]
        named = [self._named(one, top=True, within_work=False) for one in beside]
        if "任务" not in self._title(unit) or "measure" in named:
            return False
        # Where every other part is named for something else, the work can stand nowhere but here.
        return self._holds_worded(unit) or (None not in named and self._holds_orders(unit))

    def _holds_orders(self, unit: Unit) -> bool:
        """True where most units under a unit order work: 完成新建污水处理厂1座, not 森林覆盖率达到45%."""
        return 2 * sum(orders(self._title(one)) for one in unit.children) > len(unit.children)

    def _holds_worded(self, unit: Unit) -> bool:
        """True where most units under a unit say more than their heading, or hold such."""
        worded = [
            one
            for one in unit.children
            if one.head and (one.head.end - one.head.start > len(self._title(one)) + 1 or self._holds_worded(one))
        ]
        return 2 * len(worded) > len(unit.children)

    def _states_problem(self, unit: Unit) -> bool:
        """True for 整改任务 beside 整改措施: it quotes what was found wrong."""
        if not self._title(unit).endswith(words("headings", "problem.end")):
            return False
        beside = unit.parent.children if unit.parent else []
        return any(self._title(one).endswith(words("headings", "remedy.end")) for one in beside if one is not unit)

    def _tells_problems(self, unit: Unit) -> bool:
        """True for a list in the line that tells what is wrong: 但问题也不少:一是个别断面超标; not 一是加强巡查."""
        series = (unit.parent.start if unit.parent else 0, unit.series)
        if series not in self._problems:  # the first of its series, which the rest follow
            told = _PROBLEMS_FOLLOW.search(self._text, max(unit.start - _LONGEST_LEAD, 0), unit.start)
            self._problems[series] = told is not None and not orders(self._title(unit))
        return self._problems[series]

    def _rounds_off(self, unit: Unit) -> bool:
        """True for a last part behind the measures that is headed 要求, or begins with 加强组织领导."""
        beside = unit.parent.children if unit.parent else []
        last = next((one for one in reversed(beside) if one.style != "annex"), None)
        if unit is not last or "measure" not in self.roles.values():
            return False
        first = unit.children[0] if unit.children else unit
        led = role_of(self._title(first), top=False, exact=True) == "safeguard"
        return led or self._title(unit) in words("headings", "asks")

    def _title(self, unit: Unit) -> str:
        return cut_title(self._text[unit.head.start : unit.head.end]) if unit.head else ""

    def _is_idle_annex(self, unit: Unit) -> bool:
        titles = [self._text[block.start : block.end] for block in unit.blocks[:2]]
        return is_idle_annex("".join(title for title in titles if len(title) < _TITLE_LENGTH))


def _work_to_come(root: Unit, text: str) -> int:
    """Where the part of a report begins that says what comes next (四、下一步工作, 二、2024年工作安排); 0 for none.

    What stands before it tells what was done, also under 二、主要工作.
    """
    for unit in root.children:
        title = cut_title(text[unit.head.start : unit.head.end]) if unit.head and unit.style != "next" else ""
        if any(word in title for word in words("headings", "next.has")) or title.endswith(
            words("headings", "next.end")
        ):
            return unit.start
    return 0
