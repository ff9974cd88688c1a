"""Marks what is missing: characters that were lost, words that were struck out, blanks that were never filled in.

Nothing is changed here: the signs stay in the text, and the researcher is told where and what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.characters import is_han
from corpus.document import Damage
from corpus.repairs.pinyin import SYLLABLE

# Each sign begins with one of a few characters, which are told apart from all others first: most texts have none.
SIGNS = re.compile(
    r"(?=[(xX×*_?\ufffd\ue000-\uf8ff□〔年])(?:"
    r"\((?:此处|以下|下|从|内容)?略\)|[xX×*_]+(?:\.[xX×*_]+)*%?|\?+|\ufffd+|[\ue000-\uf8ff]+|□+"
    r"|〔(?:\d{4})?〕 ?号|(?:(?<=[\n ])|^)年 ?月 ?日)"
)
LOST = ("lost-characters", "characters were lost here and are not guessed")
REDACTED = ("redaction", "words were struck out")
BLANK = ("placeholder", "a blank was never filled in")

DEBRIS = ("/p>", "!", ";", ",", "。", "、", "%", ":")  # what follows a lost character, never a question
GLOSS_END = re.compile(rf"{SYLLABLE}\)")
NEAR = 60  # characters around a sign that are looked at
CLAUSE_START = re.compile("[。!?;\n]")
ASKING = re.compile("吗|呢|么|怎|哪|谁|几|何|否|吧|多少|啥|难道|岂|是不是|有没有|能不能")
# What a struck-out or blank figure stands before, and what a body's name ends with that a star can mark as lead.
COUNTED = set("年月日号时分个项家人名条座处件起次位亿万元%吨亩公里米期届县市区镇乡村省州盟旗街路局委办部厅站所会字发预")
BODIES = set("局委办部门会院厅站所司处团社府司心区镇乡村县市道")


def find_gaps(text: str) -> Iterator[Damage]:
    """The places in repaired text where something is missing, in order.

    `(略) 委市政府`, `**日`, `20xx年`, `__万元`, `环?;顿` are marked; `住建局*` (the star of a lead), `500×300`, `NOx`,
    `**加粗**` and the question of `你行动了吗?` are not.
    """
    for match in SIGNS.finditer(text):
        judge = JUDGES.get(match.group()[0], _lost)
        verdict = judge(text, match.start(), match.end())
        if verdict:
            yield Damage(verdict[0], match.start(), match.end(), verdict[1])


Verdict = tuple[str, str] | None


def _lost(text: str, start: int, end: int) -> Verdict:
    """Characters that no font has, or that stand for a failed conversion."""
    return LOST


def _bracket(text: str, start: int, end: int) -> Verdict:
    """(略) for words struck out."""
    return REDACTED


def _blank(text: str, start: int, end: int) -> Verdict:
    """A document number or a date of which only the frame stands: 〔2024〕号, 年 月 日."""
    return BLANK


def _box(text: str, start: int, end: int) -> Verdict:
    """□ within running text; a box to tick stands at the start of its words."""
    within = is_han(text[start - 1 : start]) and is_han(text[end : end + 1])
    return LOST if within and (end - start > 1 or text[start - 1] not in "是否有无男女") else None


def _question(text: str, start: int, end: int) -> Verdict:
    """A question mark where nothing is asked."""
    before, after = text[start - 1 : start], text[end : end + 1]
    clause = CLAUSE_START.split(text[max(0, start - NEAR) : start])[-1]
    if ASKING.search(clause) or (before.isascii() and before.isalnum() and after.isascii()):
        return None
    if end - start > 1 or text.startswith(DEBRIS, end) or GLOSS_END.match(text, end):
        return LOST
    return LOST if is_han(before) and (is_han(after) or after.isdigit()) else None


def _star(text: str, start: int, end: int) -> Verdict:
    """Stars in the place of words: **日, 应急队*建设; not Markdown, not the star of a lead, not a footnote."""
    around = text[max(0, start - NEAR) : start].rpartition("\n")[2] + text[start : end + NEAR].partition("\n")[0]
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start == 1:
        return REDACTED if is_han(before) and is_han(after) and before not in BODIES else None
    emphasis = re.search(rf"(?<!\*)\*{{{end - start}}}[^*\s年月日号][^*]+\*{{{end - start}}}(?![*年月日号])", around)
    return None if emphasis or not (is_han(before) or is_han(after) or before.isdigit()) else REDACTED


def _low_line(text: str, start: int, end: int) -> Verdict:
    """Low lines to write on: __万元, _月_日; not the ruler under a heading, not a name_with_one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _letter(before) or _letter(after):
        return None
    between = end - start > 1 and (before.strip() or after.strip())
    return BLANK if between or after in COUNTED else None


def _cross(text: str, start: int, end: int) -> Verdict:
    """Crosses in the place of a figure or a name: xx县, 20xx年, ×月×日; not 500×300, NOx, X射线, 得分×权重."""
    before, after, signs = text[start - 1 : start], text[end : end + 1], text[start:end]
    if _letter(before) or _letter(after):
        return None
    if text.startswith(("射线", "光"), end) or (before.isdigit() and (after.isdigit() or signs == "×")):
        return None
    return BLANK if len(signs) > 1 or after in COUNTED else None


def _letter(char: str) -> bool:
    """Whether a character is a Latin letter."""
    return char.isascii() and char.isalpha()


JUDGES: dict[str, Callable[[str, int, int], Verdict]] = {
    "(": _bracket,
    "〔": _blank,
    "年": _blank,
    "□": _box,
    "?": _question,
    "*": _star,
    "_": _low_line,
    "x": _cross,
    "X": _cross,
    "×": _cross,
}
