"""What plain words explain of a name, and what they leave over: 黄泽 of `黄泽污水管网工程`."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from corpus.characters import HAN, NUMERALS
from nlp.places.gazetteer import load_names
from nlp.projects.head import COUNTED, KINDS
from nlp.vocabulary import words

_LONGEST_PART = 8
_BARE = re.compile(rf"[{HAN}]{{2,4}}")
LYING = frozenset(words("projects", "lying"))
_PARTS = (
    frozenset(words("projects", "plain_parts"))
    | LYING
    | {word for kind in KINDS for word in words("projects", f"{kind}_heads")}
)
_JOINS = re.compile(r"[和与及]")
# 五里界 and 七里坪 are named by how far off they lie, 六门闸 and 五孔桥 by their openings.
_NUMBERED = re.compile(rf"[{NUMERALS}]+[里门孔洞拱]")
_PLAIN_TAGS = frozenset({"v", "vn", "vd", "d", "p", "c", "r", "f", "u", "a", "ad", "m", "b", "t"})
NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})


def is_plain(name: str) -> bool:
    """Whether plain words explain the whole of a name: 农村污水收集治理工程."""
    return explained_from(name)[0]


def unexplained_length(item: str) -> int:
    """Length of what stands before the words that names of works are made of: 黄泽 of `黄泽污水管网工程`.

    0 where plain words explain everything, or where the rest is itself a plain word (`推广污水处理工程`) or too long.
    闸, 坝 and 堤 go by the village they stand at, though it be a word: 店子 of 店子闸除险加固工程.
    """
    size = _before_plain(item)
    if size == len(item):
        return 0
    return size if is_bare_name(item[:size]) or (item[size] in "闸坝堤" and noun_length(item)) else 0


def noun_length(item: str) -> int:
    """Length of a noun of two or three characters before plain words: 沙井 of `沙井排涝泵站`; 0 for `雨水泵站`."""
    size = _before_plain(item)
    return size if size in (2, 3) and size < len(item) and rjieba.tag(item[:size])[-1][1][0] == "n" else 0


def name_length(text: str) -> int:
    """Length of a name that opens a text though no gazetteer holds it: 吴淞 of 吴淞扩容量替代; 0 for 湖滨带."""
    if not text or goes_on_plain(text, 0, 2):
        return 0
    opening = rjieba.tag(text)[0][0]
    return len(opening) if is_bare_name(opening) else 0


def is_bare_name(text: str) -> bool:
    """Whether a short text may be a name though nothing tells, as 石璜 is: two to four characters, no plain words."""
    if not _BARE.fullmatch(text) or is_plain(text) or _JOINS.search(text[1:-1]):
        return False
    return text in load_names() or not any(
        is_word(token) and tag not in NAME_TAGS and not _NUMBERED.fullmatch(token) for token, tag in rjieba.tag(text)
    )


def is_wordy(core: str) -> bool:
    """Whether a core is made of plain words, such as 世界级盐 or 不断加强; one noun alone may be a name, as 凤凰 is."""
    tokens = rjieba.tag(core)
    return any(is_word(token) and (tag in _PLAIN_TAGS or len(tokens) > 1) for token, tag in tokens)


def opens_with_verb(text: str) -> bool:
    """Whether a text begins with a verb and goes on: 建设哈密; not 竹园."""
    (token, tag), *others = rjieba.tag(text)
    return bool(others) and is_word(token) and tag in _PLAIN_TAGS


def is_word(token: str) -> bool:
    """Whether a token is a word of the language and no short name of a place: 农村, not 凯里."""
    return len(token) > 1 and rjieba.has_word(token) and token not in load_names()


def goes_on_plain(item: str, at: int, least: int) -> bool:
    """Whether a plain word of at least so many characters stands at `at`: 水美乡村 goes on beyond 水美乡."""
    return any(item[at : at + size] in _PARTS for size in range(least, min(_LONGEST_PART, len(item) - at) + 1))


@lru_cache(maxsize=4096)
def explained_from(item: str) -> list[bool]:
    """For every offset whether the rest of the item is a chain of plain parts."""
    reached = [False] * len(item) + [True]
    ends = [len(item)]
    for at in range(len(item) - 1, -1, -1):
        count = COUNTED.match(item, at)
        reached[at] = (count is not None and reached[count.end()]) or any(
            item[at:end] in _PARTS for end in ends if end - at <= _LONGEST_PART
        )
        if reached[at]:
            ends.append(at)
    return reached


def _before_plain(item: str) -> int:
    """Length of what stands before the longest chain of plain parts that the item ends with."""
    return explained_from(item).index(True)
