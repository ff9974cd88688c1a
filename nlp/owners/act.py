"""Words of doing behind the name of a body: `市水务局摸清排口底数`, but not `市水务局网站` or `县政府批复的项目`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from corpus.characters import HAN
from nlp.bodies.body import ORGAN
from nlp.owners.verb import FINALS
from nlp.wording import any_of

_AHEAD = 6  # characters behind a name that tell its first word


def _any(key: str) -> str:
    return f"(?:{any_of('roles', key)})"


_TWO = f"[{HAN}]{{2}}"
# What goes on with the name: 办公室, 街道办, 乾元分公司, 督查室, 督查考核办, 宣传部, 烧结机; not 召开会议,
# 清理处置, 办理, 会同.
_PART = (
    rf"(?:{ORGAN})|[{HAN}]{{1,4}}?{_any('unit_ends')}|(?!{_any('people_verbs')}){_TWO}{_any('people_ends')}"
    rf"|(?:(?!在){_TWO}(?!{_any('not_name_ends')}){_any('name_ends')}|(?!{_any('not_name_ends')}){_any('name_parts')})"
    rf"|{_any('supervising')}{{2}}[办局室组](?![理织])"
)
# 县发改局批复的项目 and 市住建局、市水务局联合印发的方案 speak of a thing, 市生态环境局约谈后仍不整改的 of others.
_ATTRIBUTE = rf"(?:联合|共同|所)?[{HAN}]{{2}}(?:的|后仍)"
# 县水务局在巡查中发现围垦, 市环保局检查发现偷排: what led to the task. What is to be done where something is found, the
# finder does: 县水务局在巡查中发现围垦的,立即制止; not 的,由水政执法队查处.
_FINDING = (
    r"(?:在[^,。;\n]{0,16}|[检巡排调核督][查察])(?:中|时)?发现"
    rf"(?![^,。;\n]{{1,40}}的,(?!(?:{any_of('roles', 'modals')})*(?:{any_of('roles', 'doers')})))"
)
# 县农办担负日常监管职能 says what a body is for.
_CALLING = r"(?:担负|承担|履行|具有)[^,。;\n]{0,30}(?:职能|职责)(?=[,。;\n])"
# 市政府投资2亿元 says what a thing costs.
_COST = rf"(?<=政府)[{HAN}]{{0,4}}(?:投资|出资|投入)[^,。;\n\d]{{0,6}}\d"
# 市财政局2024—2026年统筹资金: when it acts may stand between.
_WHEN = r"(?:于|在)?\d[\d年月日底末初前起至到—~-]{2,}+,?"
# 海事处、各港口企业,每年开展演练: behind a list that opens its sentence a comma may stand before what it does.
_PAUSE = ",?"
_BEHIND_NAME = re.compile(
    rf"(?<=[{FINALS}]){_PAUSE}(?:{_WHEN})?"
    rf"(?!{_any('not_acts')}|{_any('spreading')}|{_PART}|{_ATTRIBUTE}|{_FINDING}|{_CALLING}|{_COST})(?=[{HAN}])"
)
_KNOWN = re.compile(_any("acts"))
_TAGS = ("v", "d", "ad", "vd", "p", "zg")  # verbs and what stands before them: 逐一, 不定期, 将, 对


def acts_in(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a word of doing follows what may be a name in `text[start:end]`, with that word.

    The positions of 摸清 in `市水务局摸清底数`, of 逐 in `市水务局逐一建档`, of the comma in `市水务局,每年演练`;
    none in `市水务局大楼`, `市政府督查室`, `县政府批复的项目` and `市水务局已完成验收`.
    """
    for mark in _BEHIND_NAME.finditer(text, start, end):
        if word := _act(text[mark.end() : min(end, mark.end() + _AHEAD)]):
            yield mark.start(), word


@lru_cache(maxsize=20_000)
def _act(ahead: str) -> str:
    """The word of doing that a wording begins with, or nothing."""
    if (known := _KNOWN.match(ahead)) is not None:
        return known.group()
    # 加强监督检查 is cut behind 监督, 制定方案 is told as one noun: the first two characters decide as well.
    for wording in (ahead, ahead[:2]):
        word, tag = rjieba.tag(wording, False)[0]
        if tag in _TAGS:
            return word
    return ""
