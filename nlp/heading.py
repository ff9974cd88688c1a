"""Headings: the role their words give to a section, and the labels (责任单位:) that open a line or clause."""

from __future__ import annotations

import re
from functools import cache
from typing import cast, get_args

from nlp.facts import SectionRole
from nlp.vocabulary import words

# The order in which roles are tried: 保障措施 is a safeguard before it is a 措施, 目标任务 a goal before it is a 任务.
_ROLES: tuple[SectionRole, ...] = ("safeguard", "past", "background", "principle", "goal", "measure")
_SHORT = 14
_TITLE_LENGTH = 36
_IMPERATIVE = re.compile(
    "(?:全面|深入|切实|进一步|持续|大力|着力|不断|加快|积极|坚决|扎实|认真|统筹|有序|稳步|严格){0,2}"
    "(?:加强|强化|落实|完成|推进|实施|开展|健全|完善|建立|严格|加快|提升|推动|制定|压实|夯实|深化|优化|做好|构建|打造|提高|抓好)"
)


def role_of(title: str, top: bool, exact: bool = False) -> SectionRole | None:
    """The role that the words of a heading give, or None where they give none.

    `top` says that the heading stands on the highest level, where 加强组织领导,压实各方责任 already is a safeguard; below,
    only headings that are little more than the role word count: 主要目标 is a goal, 落实目标责任制 is not.
    """
    bare = title.strip("。;:,、 ")
    short = _strip(bare)
    for words_of_title in (bare, short):
        for role in _ROLES:
            if words_of_title in _words(role, "is"):
                return role
    if exact:
        return None
    if len(bare) <= _SHORT:
        for role in _ROLES:
            if bare.endswith(_words(role, "end")) and not _imperative(bare):
                return role
    return _role_within(bare) if top or len(bare) <= _SHORT else None


def _role_within(title: str) -> SectionRole | None:
    if _holds(title, "next"):
        return "measure"
    return next((role for role in _ROLES if _holds(title, role)), None)


def _holds(title: str, role: str) -> bool:
    return any(word in title for word in _words(role, "has"))


def _imperative(title: str) -> bool:
    """True for 全面完成减排目标 or 落实主体责任要求, which order work although they end with a role word."""
    return _IMPERATIVE.match(title) is not None


def _strip(title: str) -> str:
    """Takes 工作, 主要, 总体 and their like off the front, as long as something is left."""
    while cut := next((word for word in _words("front", "") if title.startswith(word) and len(title) > len(word)), None):
        title = title[len(cut) :]
    return title


@cache
def _words(role: str, part: str) -> tuple[str, ...]:
    return words("headings", f"{role}.{part}" if part else role)


def is_title(line: str) -> bool:
    """True for a line that names a document: 嵊州市生态文明建设规划(2017—2025年), not 一、制定规划 and not a sentence."""
    bare = re.sub(r"\([^()]*\)$|〔[^〕]*〕$|篇[一二三四五六七八九十]+$", "", line.strip("《》 "))
    return 8 <= len(bare) <= 60 and bare.endswith(_words("title", "end")) and not re.search("[。;:!?]", bare)


@cache
def _label_pattern() -> re.Pattern[str]:
    owner = f"(?:{'|'.join(words('headings', 'label.owner.stem'))})"
    noun = f"(?:{'|'.join(words('headings', 'label.owner.noun'))})"
    groups = [rf"(?P<owner>[\u4e00-\u9fff]{{0,6}}?{owner}[\u4e00-\u9fff、/]{{0,6}}?{noun})"]
    for kind in ("time", "goal", "problem", "measure", "progress"):
        groups.append(f"(?P<{kind}>{'|'.join(sorted(_words('label', kind), key=len, reverse=True))})")
    return re.compile(rf"[(\[【〔]?(?:{'|'.join(groups)})[】\])〕]?:")


def label_of(line: str) -> str | None:
    """What kind of label opens the line: owner, time, goal, problem, measure or progress; None where none does.

    `责任单位:市水务局` gives owner, `整改时限:2025年底` time; `各单位要落实责任` gives None.
    """
    match = _label_pattern().match(line)
    return match.lastgroup if match else None


@cache
def _owner_pattern() -> re.Pattern[str]:
    stem = f"(?:{'|'.join(words('headings', 'label.owner.stem'))})"
    noun = f"(?:{'|'.join(words('headings', 'label.owner.noun'))})"
    return re.compile(
        rf"{stem}[\u4e00-\u9fff、/]{{0,6}}?{noun}:"
        r"|[(\[【〔][^()\[\]【】〔〕。\n]{2,160}(?:牵头|负责|配合|落实)[^()\[\]【】〔〕。\n]{0,40}[)\]】〕]"
    )


def owner_clauses(text: str) -> list[tuple[int, int]]:
    """Where the text names owners in a labelled or bracketed clause: (责任单位:…), (市水务局牵头,市住建局配合)."""
    return [match.span() for match in _owner_pattern().finditer(text)]


def closes(paragraph: str) -> bool:
    """True for a paragraph that ends a document and belongs to no unit: 下一步,我市将…, 抄送:…, 联系人:…."""
    return paragraph.startswith(_words("closing", ""))


def states_no_work(text: str) -> bool:
    """True for purpose, scope, terms and entry into force: 第二条 本办法适用于…, 本方案由市生态环境局负责解释."""
    return text.startswith(_words("no_work", "start")) or (len(text) < 80 and any(w in text for w in _words("no_work", "has")))


def cut_title(text: str) -> str:
    """The heading or first clause of a unit's text: up to the first full stop, or where that is long, the first comma.

    `完善体制机制建设。强化…` gives 完善体制机制建设; `以开展专项整治为抓手,强化登记、检测、维修、报废全过程管理,…。` its first
    clause.
    """
    line = text.partition("\n")[0]
    sentence = re.split("[。;]|[!?](?!”)", line, maxsplit=1)[0].rstrip(":,、")
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    clause = re.split("[,:]", sentence, maxsplit=1)[0]
    return clause if len(clause) >= 4 else sentence[:_TITLE_LENGTH]
