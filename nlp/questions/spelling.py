"""Typing errors in a question but for places: names in Chinese by their sound, English words by one letter."""

from __future__ import annotations

import re
from functools import cache

from nlp.bilingual.english import split, stem
from nlp.bilingual.glossary import translate
from nlp.bilingual.spelling import heard_as, spelt_as, swapped
from nlp.questions.lexicon import BODY_ENDS, Lexicon
from nlp.questions.words import cue
from nlp.vocabulary import load, words

Note = tuple[str, str]

_BODY_END = re.compile(f"[{BODY_ENDS}]")
_WATER_END = re.compile(r"[江河湖溪库]")
_MEASURED_END = re.compile(r"[率例重量度积数]")
_ENGLISH = re.compile(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
_SIZES = range(3, 9)  # characters of a name that is known by its sound
_SHORTEST = 5


def correct(text: str, lexicon: Lexicon, chinese: bool) -> tuple[str, tuple[Note, ...]]:
    """The question with what was mistyped put right, and what was read as what.

    `水雾局` is read as 水务局, `曹鹅江` (where 曹娥江 is held) as that, `森林复盖率` as 森林覆盖率, `bureu` as
    bureau. Nothing is changed in a question that names a bureau, water or indicator as it should be, nor in an English
    word that any dictionary of ours knows, but where two letters of a word that asks change places: `taks` shares its
    stem with `takes`.
    """
    return _in_chinese(text, lexicon) if chinese else _in_english(text)


def _in_chinese(text: str, lexicon: Lexicon) -> tuple[str, tuple[Note, ...]]:
    known = ((_BODY_END, lexicon.bare_bodies), (_WATER_END, frozenset(lexicon.waters)), (_MEASURED_END, _indicators()))
    for ending, names in known:
        if ending.search(text) and not any(name in text for name in names):
            heard = heard_as(text, names, _SIZES)
            if heard:
                start, end, name = heard
                return text[:start] + name + text[end:], ((text[start:end], name),)
    return text, ()


def _in_english(text: str) -> tuple[str, tuple[Note, ...]]:
    notes: list[Note] = []
    for match in _ENGLISH.finditer(text):
        word = match.group()
        meant = swapped(word, words("questions", "english_asking")) or _spelt(word)
        if meant and (word, meant) not in notes:
            notes.append((word, meant))
    for word, meant in notes:
        text = re.sub(rf"\b{word}\b", meant, text)
    return text, tuple(notes)


def _spelt(word: str) -> str | None:
    """The known word that one which no dictionary knows is meant to be."""
    return None if _is_word(word) else spelt_as(word, sorted(_known_words()), _SHORTEST)


def _is_word(word: str) -> bool:
    # In the order of what it takes to know.
    return (
        bool(cue("frame").fullmatch(word))
        or bool(translate(stem(word)))
        or {word, word.removesuffix("s"), f"{word}s"} & _known_words() != set()
    )


@cache
def _indicators() -> frozenset[str]:
    """The Chinese names of indicators that are long enough to be known by their sound."""
    entries = load("indicators").entries.values()
    names = (name for entry in entries for name in (entry.label, *entry.aliases))
    return frozenset(name for name in names if len(name) >= _SHORTEST and not name.isascii())


@cache
def _known_words() -> frozenset[str]:
    """The English words of bureaus, of terms of the field, of units and of what questions are asked with."""
    keys = ("english_organ", "english_level", "english_department", "english_asking")
    names = [name for key in keys for name in words("questions", key)]
    names += [head.partition("=")[0] for head in words("questions", "english_heads")]
    for vocabulary in ("terms", "indicators", "everyday", "functions", "units"):
        names += [name for entry in load(vocabulary).entries.values() for name in entry.english]
    return frozenset(word for name in names for word in split(name) if len(word) > 4)
