"""Waters that a question names: in Chinese as documents write them, in English by known names or by their pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bilingual.spelling import sound
from nlp.questions.lexicon import Lexicon
from nlp.questions.mask import Mask
from nlp.vocabulary import load

_KIND = re.compile(r"(?:水库|运河|水道|湿地|湖|河|江|溪|湾|水|海|渠|沟|港|干沟|支沟)$")
WATER = r"(?i:river|lake|reservoir|canal|bay|wetland|creek|stream|waterway|ditch)s?\b"
_ENGLISH = re.compile(rf"\b((?:[A-Z][\w'’-]*\s){{1,3}}){WATER}")
_TITLE = re.compile(r"《[^》]*》")
_AFTER = re.compile(r"\bLake ((?:[A-Z][\w'’-]*\s?){1,2})")


def find_waters(mask: Mask, lexicon: Lexicon, chinese: bool) -> list[str]:
    """The waters of the corpus that a question names, as documents write them.

    `曹娥江` and `the Cao'e River` give 曹娥江, the latter by its pinyin; `Yellow River` gives 黄河. A name known by its
    pinyin alone is taken out of the question, since Xin'an is no county in `the Xin'an River`; others stay part of
    its topic.
    """
    text = _TITLE.sub(lambda title: "\x00" * len(title.group()), mask.rest)
    if chinese:
        found = [name for name in lexicon.longest_waters if name in text]
        return [name for i, name in enumerate(found) if not any(name in longer for longer in found[:i])]
    spans = {match.entry.label: (match.start, match.end) for match in load("water_bodies").find(text)}
    heard = {} if spans.keys() & set(lexicon.waters) else dict(_heard(text))
    if not heard:
        return [name for name in lexicon.waters if name in spans]
    sounds = {name: {sound(name), sound(_KIND.sub("", name))} & heard.keys() for name in lexicon.waters}
    found = [name for name in lexicon.waters if sounds[name]]
    for span in {heard[one] for name in found for one in sounds[name]}:
        mask.take(*span)
    return found


def _heard(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The sounds that may name a water, each with its span: of `Hangzhou's Xin'an River` hangzhousxinan and xinan."""
    for match in (*_ENGLISH.finditer(text), *_AFTER.finditer(text)):
        for word in re.finditer(r"\S+", match[1]):
            name = match[1][word.start() :]
            yield re.sub(r"[^a-z]", "", name.lower()), (match.start(1) + word.start(), match.end())
