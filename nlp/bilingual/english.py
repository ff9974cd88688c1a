"""English words brought to a common form, so that a question and a dictionary meet: reducing, reduces, reduced."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nlp.vocabulary import words

_WORD = re.compile(r"[a-z0-9][a-z0-9.+-]*[a-z0-9]|[a-z0-9]")
_POSSESSIVE = re.compile(r"['’]s?\b")
_ENDINGS = (
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=ss|sh|ch|.x|zz)es$"), ""),
    (re.compile(r"(?<=[^su])s$"), ""),
    (re.compile(r"(?<=[aeiouy].)ing$|(?<=[aeiouy]..)ing$|(?<=[aeiouy]...)ing$|(?<=[aeiouy]....)ing$"), ""),
    (re.compile(r"(?<=[aeiouy].)ed$|(?<=[aeiouy]..)ed$|(?<=[aeiouy]...)ed$"), ""),
)
_IRREGULAR = {
    "children": "child", "people": "person", "men": "man", "women": "woman", "feet": "foot", "mice": "mouse",
    "lives": "life", "leaves": "leaf", "built": "build", "taken": "take", "burnt": "burn", "dug": "dig", "dying": "die",
    "lorry": "truck", "lorries": "truck", "garbage": "rubbish", "trash": "rubbish", "litter": "rubbish",
}  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_SILENT = re.compile(r"(?<=..)e$")


def split(text: str) -> list[str]:
    """The words of an English text in small letters, possessive endings cut off: `The city's PM2.5` gives three."""
    return _WORD.findall(_POSSESSIVE.sub("", text.lower()).replace("'", " "))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without its endings: dumping, dumped and dumps give dump; rivers gives river; bus stays bus.

    Not a word of English but a key: what matters is that the forms of one word share it.
    """
    word = _IRREGULAR.get(word, word)
    if len(word) < 4 or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        cut = ending.sub(instead, word)
        if cut != word and len(cut) > 2:
            word = cut
            if instead == "" and len(word) > 3:
                word = _DOUBLED.sub(r"\1", word)
    return _SILENT.sub("", word)


def stems(text: str) -> list[str]:
    """The words of a text as stems, in order."""
    return [stem(word) for word in split(text)]


def says_little(word: str) -> bool:
    """Whether an English word is of grammar and not of matter: the, of, should, please."""
    return word in _little()


@cache
def _little() -> frozenset[str]:
    return frozenset(words("query_words", "english"))
