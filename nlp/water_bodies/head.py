"""What names of waters end with: the heads, and the official who goes by one, 河长."""

from __future__ import annotations

import re

from corpus.characters import HAN
from corpus.words import beginning
from nlp.vocabulary import words
from nlp.water_bodies.known import KNOWN
from nlp.water_bodies.name import any_of

# 沙河|河长, 龙王港|河长: the official is named after the water; 王港河长效管护 tells of a river.
CHIEF = r"[河湖]长(?=[制办名为是由履巡牵负和等及、,。:;(\s]|\Z)"
CHIEF_OF = re.compile(rf"(?<=[江河湖溪港库渠塘涌浜]){CHIEF}|(?<=[总级])[河湖]长|(?<=名河长)湖长")
_ENDS_WITH_HEAD = re.compile(rf"(?:{any_of('strong_heads', 'weak_heads')})$")
_WITHOUT_HEAD = sorted((name for name in KNOWN if not _ENDS_WITH_HEAD.search(name)), key=len, reverse=True)
_OF_A_RIVER = rf"(?:{any_of('cues_after_listed')})"
_IN_LISTS = rf"(?:{any_of('listed_heads')})(?=[、,。;和及与等]|{_OF_A_RIVER}|[{HAN}]{{2,4}}段(?!落))"
FOLLOWED_AS_A_RIVER = re.compile(_OF_A_RIVER)
_HEADS = [word for kind in ("strong_heads", "weak_heads", "listed_heads") for word in words("water_words", kind)]
HEAD = re.compile(
    beginning([*_WITHOUT_HEAD, *_HEADS])
    + f"(?:{'|'.join([*_WITHOUT_HEAD, any_of('strong_heads', 'weak_heads'), _IN_LISTS])})"
)
LISTED = frozenset(words("water_words", "listed_heads"))
STRONG = frozenset(words("water_words", "strong_heads"))
WEAK = frozenset(words("water_words", "weak_heads"))
