"""Labels: the 责任单位:, 整改时限:, 反馈问题: that open a line or clause, and clauses that name owners."""

from __future__ import annotations

import re

from corpus.characters import HAN, is_han
from corpus.words import beginning
from nlp.sections.heading import orders
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

OWNER_LABEL = (
    rf"(?:{any_of('headings', 'label.owner.stem')})[{HAN}、/]{{0,6}}?(?:{any_of('headings', 'label.owner.noun')})"
)
"""A label of owners without its colon: 责任单位, 牵头部门."""

_PURPOSE_LENGTH = 160
_POINTER_LENGTH = 24
_BRACKET = re.compile(r"\([^()\n]{6,80}\)。?")
# 本通告自2024年3月1日起施行,有效期5年
_IN_FORCE = pattern(
    "headings",
    "no_work.in_force",
    before=r"[^。;\n]{0,12}自\d{4}年\d{1,2}月\d{1,2}日起(?:正式)?",
    after="(?=[。,;]|$)",
)
# 禁燃区范围:东至青山路
_RANGE = re.compile(rf"[{HAN}、“”]{{0,10}}范围:")
# 时间安排 and a stretch of days below it
_WHEN = re.compile(r"(?:[^\n\d]{0,8}时间[^\n\d]{0,4}\n+)?[\d年月日即自从至起止到底前上中下旬—~,、。\s-]+")
_KINDS = ("time", "goal", "problem", "measure", "progress")
# What stands inside a bracket that names owners; it may hold short brackets of its own: 各县(市)区政府.
_INSIDE = r"(?:[^()\[\]【】〔〕\n]|\([^()\n]{1,12}\)|〔[^〔〕\n]{1,12}〕)"
# A bracket may close on the next line: (市水务局负责。 and below it 以下均需各镇落实,不再列出)
_BELOW = rf"(?:。\n{_INSIDE}{{1,60}})?"
# The labels that are a role word alone: 牵头:, 配合:.
_SHORT = any_of("roles", "short_labels")
_BODY = f"(?:{any_of('bodies', 'clause_ends')})等?"
# 。责任单位县住建局、县环保局。: without its colon a label opens a sentence that names bodies and nothing else
_BARE = rf"(?<=。){OWNER_LABEL}(?=[^。,;:\n()]{{2,60}}{_BODY}(?:[。;\n]|$))"
_LABELLED = rf"{OWNER_LABEL}:|{_BARE}|(?:^|(?<=[\s。;(\[【〔]))(?:{_SHORT}):"
_WITH_VERB = rf"[(\[【〔]{_INSIDE}{{2,200}}?(?:{any_of('roles', 'clause_verbs')}){_INSIDE}{{0,160}}{_BELOW}[)\]】〕]"
# A bracket of bodies alone, or with a time, at the end of a sentence: (市生态环境局、市水利局,2025年底)
_BODIES = (
    rf"[(\[【〔](?:(?![。,;]){_INSIDE}){{2,200}}{_BODY}(?:[,;](?:(?![。,;]){_INSIDE}){{2,100}}{_BODY}){{0,4}}"
    r"(?:[,;][^()\n,;]{0,8}(?:\d[年月日]|底)[^()\n,;]{0,6})?[)\]】〕](?:[。;]|$)"
)
_BY = (
    rf"(?:(?<=[。;,\n])|(?:^|(?<=[。;]))(?:以上|上述)[^。,;:\n()]{{1,8}}?)由[^。;:\n()]{{1,60}}?{_BODY}(?:共同|具体|按职责分工)?"
    r"(?:牵头|负责)[^。;\n]{0,60}(?=。|$)"
)
_HELPING = any_of("roles", "helping_verbs")
_LEADING = rf"(?<=[。;])[^。,;:\n()]{{1,40}}{_BODY}牵头(?:负责)?,[^。;\n]{{2,60}}(?:{_HELPING})(?=。|$)"
_OPENED_BY_WORD = beginning([*words("headings", "label.owner.stem"), *words("roles", "short_labels"), *"([【〔由以上"])
_OWNER_CLAUSE = re.compile(f"{_OPENED_BY_WORD}(?:{'|'.join((_LABELLED, _WITH_VERB, _BODIES, _BY))})|{_LEADING}", re.M)
_LABEL = re.compile(
    rf"[(\[【〔]?(?:(?P<owner>[{HAN}]{{0,6}}?{OWNER_LABEL}|(?:{_SHORT})(?=[】\])〕]?:))|"
    + "|".join(f"(?P<{kind}>{any_of('headings', f'label.{kind}')})" for kind in _KINDS)
    + r")[】\])〕]?:"
)

# What a label of owners or of a time opens, up to where the text is cut: …责任单位:市水务局、市住建局
_OPENED = re.compile(
    rf"(?:{OWNER_LABEL}|{any_of('headings', 'label.time')}):(?:[^。:()\n]|\([^()\n]{{1,12}}\)){{2,}}\Z"
)
_OPENED_REACH = 120

_NOTE = re.compile(rf"[(\[【〔]?(?:{any_of('headings', 'note')})[】\])〕]?:(?=.)")


def label_of(line: str) -> str | None:
    """What the label that opens a line names: owner, time, goal, problem, measure or progress; None without a label.

    `责任单位:市水务局` and `牵头:市水务局` give owner, `整改时限:2025年底` time; `各单位要落实责任` gives None.
    """
    match = _LABEL.match(line)
    return match.lastgroup if match else None


def is_note(line: str) -> bool:
    """True for a line that says how to read what stands below or above it: 说明:1.带*的为牵头单位;2.…"""
    return _NOTE.match(line) is not None


def closes_clause(text: str, at: int) -> bool:
    """True right behind a clause of owners, or of a time beside them, that a label opens.

    Behind `…(责任单位:市水务局) ` and `…责任单位:市水务局` an item may begin, not behind `…由市水务局负责`.
    """
    end = at - (text[at - 1] == " ")
    if text[end - 1] == ")":
        return label_of(text[max(text.rfind("(", 0, end), 0) : end]) == "owner"
    return is_han(text[end - 1]) and _OPENED.search(text[max(0, end - _OPENED_REACH) : end]) is not None


def owner_clauses(text: str) -> list[int]:
    """Where the text names owners in a labelled or bracketed clause, or in a last sentence that does nothing else.

    (责任单位:…), (市水务局牵头,市住建局配合) and `由市水务局牵头,市住建局配合。` are such clauses.

    Several labels in one bracket, or on lines one below the other, are one clause; `(下同)` and `(市、区两级)` are
    none.
    """
    starts: list[int] = []
    last: re.Match[str] | None = None
    for match in _OWNER_CLAUSE.finditer(text):
        if last is None or not _continues(text, last, match):
            starts.append(match.start())
        last = match
    return starts


def _continues(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """True for a clause in the same sentence as the last, or on the line below it where both lines open with labels."""
    between = text[last.end() : match.start()]
    if "\n" not in between:
        return "。" not in between or _is_next_label(text, last, match)
    first = text.rfind("\n", 0, last.start()) + 1
    second = last.end() + between.rfind("\n") + 1
    labelled = label_of(text[first : last.end()]) == "owner" and label_of(text[second : match.end()]) == "owner"
    return between.count("\n") == 1 and labelled


def _is_next_label(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """True where a stop alone parts two labels with their names: 牵头单位:市水务局。责任单位:市住建局."""
    named = text[last.end() : match.start()]
    labelled = label_of(text[last.start() : last.end()]) == "owner" and label_of(text[match.start() : match.end()])
    return named.endswith("。") and named.count("。") == 1 and labelled == "owner"


def states_no_work(words_of_unit: str) -> bool:
    """True for purpose, scope, terms, entry into force and a mere pointer.

    本办法适用于…, 本方案由市生态环境局负责解释, 工作任务详见附件, (列首位的为牵头单位), 2024年6月1日至9月10日,
    禁燃区范围:东至…, 本通告自2024年3月1日起施行。
    """
    if words_of_unit.startswith(words("headings", "no_work.start")) or _WHEN.fullmatch(words_of_unit):
        return True
    if _IN_FORCE.match(words_of_unit) or (_RANGE.match(words_of_unit) and not orders(words_of_unit)):
        return True
    if len(words_of_unit) < _POINTER_LENGTH and words_of_unit.rstrip("。)").endswith(words("headings", "no_work.end")):
        return True
    if _BRACKET.fullmatch(words_of_unit) and any(word in words_of_unit for word in words("headings", "no_work.legend")):
        return True
    purpose = words_of_unit[:_PURPOSE_LENGTH]
    if purpose.startswith("为") and any(word in purpose for word in words("headings", "no_work.purpose")):
        return True
    return len(words_of_unit) < 80 and any(word in words_of_unit for word in words("headings", "no_work.has"))
