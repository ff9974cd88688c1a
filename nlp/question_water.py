"""Waters that a question names: in Chinese as documents write them, in English by known names or by their pinyin."""

from __future__ import annotations

import re

from nlp.lexicon import Lexicon
from nlp.spelling import sound
from nlp.vocabulary import load

_KIND = re.compile(r"(?:水库|运河|湿地|湖|河|江|溪|湾|水|海|渠|沟|港|干沟|支沟)$")
_ENGLISH = re.compile(
    r"\b((?:[A-Z][\w'’-]*\s){1,3})(?:River|Lake|Reservoir|Canal|Bay|Wetland|Creek|Stream|Waterway|Ditch)s?\b"
)
_AFTER = re.compile(r"\bLake ((?:[A-Z][\w'’-]*\s?){1,2})")


def find_waters(text: str, lexicon: Lexicon, chinese: bool) -> list[str]:
    """The waters of the corpus that a question names, as documents write them.

    `曹娥江` and `the Cao'e River` give 曹娥江, the latter by its pinyin; `Yellow River` gives 黄河.
    """
    if chinese:
        found = [name for name in sorted(lexicon.waters, key=len, reverse=True) if name in text]
        return [name for i, name in enumerate(found) if not any(name in longer for longer in found[:i])]
    known = {match.entry.label for match in load("water_bodies").find(text)}
    found = [name for name in lexicon.waters if name in known]
    names = [match[1] for match in (*_ENGLISH.finditer(text), *_AFTER.finditer(text))]
    heard = {re.sub(r"[^a-z]", "", name.lower()) for name in names}
    if heard and not found:
        found = [name for name in lexicon.waters if sound(_KIND.sub("", name)) in heard]
    return found
