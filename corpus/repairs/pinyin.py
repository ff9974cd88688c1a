"""Stray pinyin: pages that gloss every converted character, 生態(tài)環(huán)境, are freed of the glosses."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from corpus.characters import HAN, count_han
from corpus.repairs.draft import Draft

SYLLABLE = "[a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6}"
"""The letters of a syllable with its tone, as an expression: huán."""

# 和(hé / huò)谐: a page that cannot tell how a character is read gives every way.
GLOSS = re.compile(rf"\((?<=[{HAN}]\()({SYLLABLE}(?: ?/ ?{SYLLABLE}){{0,3}})\)")
TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}
# A gloss on one character in two hundred is a habit of the page; a plan that explains one rare name has fewer.
HABIT = 0.005

FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
SYLLABLES = frozenset(initial + final for initial, finals in FINALS.items() for final in finals.split())


@cache
def is_syllable(letters: str) -> bool:
    """Whether letters spell a syllable of Mandarin, tone marked (huán) or, from two letters on, not (huan, not a)."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", letters) if mark not in TONES)
    plain = unicodedata.normalize("NFC", plain)
    return plain in SYLLABLES and (len(plain) > 1 or plain != letters)


def drop_glosses(draft: Draft) -> Draft:
    """The draft without the pinyin in brackets behind characters, where the page has the habit.

    生態(tài)環(huán)境 becomes 生態環境. 细颗粒物(PM2.5), 生态质量指数(EQI) and a single gloss on 甪(lù)直 stay.
    """
    return draft.edited((gloss.start(), gloss.end(), "") for gloss in find_glosses(draft.text))


def find_glosses(text: str) -> list[re.Match[str]]:
    """The glosses of a page that has the habit, with their pinyin as group 1; none for a page that has not."""
    glosses = [match for match in GLOSS.finditer(text) if all(map(is_syllable, re.split(" ?/ ?", match.group(1))))]
    habit = len(glosses) > 1 and len(glosses) >= HABIT * count_han(text)
    return glosses if habit else []
