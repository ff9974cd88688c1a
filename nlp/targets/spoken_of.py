"""Things spoken of in a clause without a value, whose number follows: 燃煤锅炉全部淘汰,共计|89台."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.targets import counted_thing
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement
from nlp.vocabulary import words
from nlp.wording import pattern

_DONE = pattern("statements", "come_to", before="(?:均?已)?(?:全部|基本)?")
_ALREADY = re.compile("^均?已(?:全部|基本)?")
_SHORTEST_NAME = 4  # characters of a thing that a duty named without it is about


def thing_spoken_of(setting: Setting, last: Statement | None, topics: Sequence[str], part: bool) -> str | None:
    """What a number counts, measures or finishes that names nothing itself: the thing of a clause before it.

    `topics` are those of the clauses without a value, the last one first, `last` is what was stated before, `part` is
    true in what tells the parts of a whole.
    """
    return (
        _summed_up(setting, topics)
        or _measured(setting, topics, last)
        or _part_finished(setting, last)
        or _finished(setting, topics, part)
    )


def _summed_up(setting: Setting, topics: Sequence[str]) -> str | None:
    """What a clause counts up that only says how many: the thing of the clause before it.

    `燃煤锅炉全部淘汰,共计89台` and `,涉及22台` count 燃煤锅炉; `,共计处理3次` counts nothing here.
    """
    return topics[0] or None if topics and setting.sums_up and setting.quantity.kind != "share" else None


def _measured(setting: Setting, topics: Sequence[str], last: Statement | None) -> str | None:
    """The measure named in a clause without a value, whose value follows: 综合利用率逐年提高,到2025年|达到77%; or the
    work of which a share follows: 农村黑臭水体治理:2023年|完成60%; or the funds: 统筹安排资金,三年累计|不少于20亿元."""
    ends = words("statements", "measures") + (words("statements", "works") if setting.quantity.kind == "share" else ())
    ends += words("statements", "funds") if setting.quantity.kind == "money" else ()
    named = next((topic for topic in topics[:1] if topic.endswith(ends)), None)
    return named if last is None and setting.tail.op is not None and setting.quantity.unit is not None else None


def _part_finished(setting: Setting, last: Statement | None) -> str | None:
    """What so many of the things just counted have come to: 12条支流治理项目,|5条已完成治理."""
    if last is None or last.rule != "counted" or last.unit != setting.quantity.unit or setting.left.strip(" ,"):
        return None
    return last.indicator + _ALREADY.sub("", setting.right) if _DONE.match(setting.right) else None


def _finished(setting: Setting, topics: Sequence[str], part: bool) -> str | None:
    """The work or duty spoken of in the clause before, of which so much is done: 推进建筑节能改造,完成|600万平方米,
    and with `part` 推进24项整改任务,其中|13项已完成整改; none for 完成|600万平方米造林."""
    said = setting.left.strip(" ,").removeprefix("其中")
    done = said.endswith("完成") and len(said) <= setting.tail.length
    of_part = part and not setting.subject.noun and _DONE.match(setting.right) is not None
    if not topics or not (of_part or (done and setting.quantity.unit is not None)):
        return None
    if topics[0] in words("statements", "counted_duties"):
        # 对合流管网开展摸底调查,确定改造任务,完成|2.5公里: the work is on what was spoken of before it.
        # 针对督察反馈意见,梳理出43项整改任务: the clause before says why.
        why = words("conditions", "prepositions")
        named = (thing for thing in map(counted_thing.worked_on, topics[1:]) if not thing.startswith(why))
        on = next((thing for thing in named if len(thing) >= _SHORTEST_NAME), "")
        return on + topics[0].removesuffix("任务") if on else "完成" + topics[0]
    return topics[0] if done and topics[0].endswith(words("statements", "works")) else None
