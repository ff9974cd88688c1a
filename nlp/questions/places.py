"""Places that a question names: territories of the corpus, places inside them, and places of which nothing is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.characters import HAN
from nlp.bilingual.spelling import heard_as, spelt_as
from nlp.facts import Place
from nlp.places import place as places
from nlp.places.gazetteer import load_names
from nlp.questions.lexicon import BODY_ENDS, Lexicon
from nlp.questions.mask import Mask, bounds
from nlp.questions.water import WATER
from nlp.questions.words import plain
from nlp.vocabulary import load
from nlp.wording import pattern

# A name with a kind of water behind it is that of a water: `the Shunde waterway`.
_WATER_NAME = re.compile(rf"\b[A-Z][\w'’-]*\s{WATER}")
_ENGLISH_NAME = re.compile(r"\b[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+){0,2}\b(?!['’]?[a-z])")
# A question that begins with a short name of two or three characters, as in 义乌的PM2.5目标.
_OPENING_NAME = re.compile(rf"(?:请问|在)?([{HAN}]{{2,3}}?)(?:的|市|县|要|在|对|到|20\d\d|[,,])")
# What is called a place by its kind: 火星市 of `火星市2025年…` and of `火星市和杭州的…`.
_CALLED = re.compile(
    rf"(?:^|(?<=[,,、和与跟比在问\x00]))((?:(?![城县市省州区级哪某和与跟请查列麻])[{HAN}]){{2,4}}(?:[市县州省镇乡]|街道))"
    rf"(?=的|20\d\d|[,,、和与跟]|到|要|有|里|由|谁|在|哪|什么|\x00|[{HAN}]{{2,6}}[{BODY_ENDS}])"
)
_NO_NAME = pattern("place_words", "not_in_names")
_JOINS = tuple("和与跟、比")
_POSSESSIVE = re.compile(r"['’]s$")
_ENGLISH_KIND = re.compile(
    r"(?:['’]s\b)?(?: (?:province|city|prefecture|county(?! (?:town|seat))|district|subdistrict|village)(?:['’]s)?\b)?",
    re.IGNORECASE,
)
_CHINESE_KIND = re.compile(
    r"(?:苗族侗族自治州|自治州|全?[省市县区州村镇](?!里|级|控|场|政|民|域|容|直|委|长|人|镇|庄|以|内|水|住|发|财|公|生|农|林|自|经|城|商|审|卫|教|应|交|文|工|科|统|气|综|治|府|纪|检|法))?"
)


@dataclass(slots=True)
class Places:
    """`held` are territories that documents govern (names as the documents carry them), `inside` places in them with
    the territory around each, `absent` places that no document governs; `notes` tell of typing errors."""

    held: list[str] = field(default_factory=list)
    inside: list[tuple[str, str]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def find_places(
    mask: Mask, lexicon: Lexicon, chinese: bool, waters: Sequence[str] = (), cited: Sequence[str] = ()
) -> Places:
    """The places of a question; held ones are taken out of it. No part of the `waters` it names is a place (牡丹江流域
    asks for no city), nor of the titles `cited` in what it asks for (《四川省…方案》被谁引用 asks of all that is held).

    With 嵊州市 and 黔东南州 held: `嵊州和贵阳` gives the first as held, 贵阳市 as absent; 凯里市 lies inside 黔东南州.
    """
    found = Places()
    _take_held(mask, lexicon, found, cited)
    if chinese:
        _find_others(mask, _without(mask.rest, (*waters, *cited)), lexicon, found)
    else:
        _find_english(mask, lexicon, found)
    if chinese and not (found.held or found.inside or found.absent):
        bodies = [match.name for match in load("functions").find(mask.rest)]  # 里水 of 方案里水利局 is no 丽水
        heard = heard_as(_without(mask.rest, (*waters, *cited, *bodies)), frozenset(lexicon.place_names), range(2, 5))
        if heard and not plain("particles").search(mask.rest[heard[0] : heard[1]]):  # 河被 of 多少条河被提到 is no 河北
            start, end, name = heard
            found.notes.append((mask.take(start, end), name))
            found.held.append(lexicon.place_names[name])
    if chinese and not (found.inside or found.absent):
        found.absent += _called(mask, _without(mask.rest, (*waters, *cited)), bool(found.held))
    return found


def _called(mask: Mask, text: str, beside: bool) -> list[str]:
    """What a question calls a place that nobody knows, taken out of it: 火星市, no 示范县; `beside` held ones only what
    is joined to them (火星市和杭州)."""
    found = []
    for match in _CALLED.finditer(text):
        joined = text[match.start() - 1 : match.start()] in _JOINS or text[match.end() : match.end() + 1] in _JOINS
        if not _NO_NAME.search(match[1]) and (joined or not beside):
            found.append(mask.take(match.start(1), match.end(1)))
    return found


def _without(text: str, names: Sequence[str]) -> str:
    """A text with names blanked out."""
    for name in names:
        text = text.replace(name, "\x00" * len(name))
    return text


def _take_held(mask: Mask, lexicon: Lexicon, found: Places, cited: Sequence[str]) -> None:
    """Takes the names of held territories, longest first; English ones as whole words."""
    whole = _without(mask.rest, cited).lower()
    for small, name in lexicon.longest_places:
        if small not in whole:  # to try the pattern of each of thousands of names takes seconds
            continue
        pattern = rf"\b{name}\b" if name.isascii() else re.escape(name)
        while match := re.search(pattern, _without(mask.rest, cited), re.IGNORECASE):
            kind = (_ENGLISH_KIND if name.isascii() else _CHINESE_KIND).match(mask.rest, match.end())
            mask.take(match.start(), kind.end() if kind else match.end())
            if lexicon.place_names[name] not in found.held:
                found.held.append(lexicon.place_names[name])


def _find_others(mask: Mask, text: str, lexicon: Lexicon, found: Places) -> None:
    """Places of the gazetteer in Chinese, by full name, and by the short name of a county inside a held territory. Held
    ones are taken out, and beside them those of which nothing is held: 贵阳 of 贵阳和杭州谁的目标高."""
    seen: set[tuple[int, int]] = set()
    words = bounds(mask.text)
    opening = _OPENING_NAME.match(text)
    if opening and not found.held and opening[1] in load_names() and not load("terms").find(opening[1]):
        place = places.find(opening[1])
        if place:
            _sort_in(place, lexicon, found)
        if found.held:
            mask.take(*opening.span(1))
    for home in (None, *lexicon.homes):
        for start, end, place in places.mentions(text, home):
            if (start, end) not in seen and {start, end} <= words:
                seen.add((start, end))
                _sort_in(place, lexicon, found)
                if place.name in found.held or (found.held and place.name in found.absent):
                    mask.take(start, end)


def _find_english(mask: Mask, lexicon: Lexicon, found: Places) -> None:
    """Places in English by capitalised words, one letter amiss allowed in names of held territories."""
    text = _WATER_NAME.sub(lambda water: "\x00" * len(water.group()), mask.rest)
    for match in _ENGLISH_NAME.finditer(text):
        name = _POSSESSIVE.sub("", match.group())
        for words in (name, *map(_bare, name.split())):
            meant = spelt_as(words, lexicon.place_names)
            place = places.find(words) if len(words) > 4 else None
            if meant and (place is None or (place.level == "county" and place.name not in lexicon.territories)):
                found.notes.append((words, meant.capitalize()))
                found.held.append(lexicon.place_names[meant])
                start = match.start() + match.group().index(words)
                mask.take(start, start + len(words))
                break
            if place and place.level != "national":
                _sort_in(place, lexicon, found)
                start = match.start() + match.group().index(words)
                mask.take(start, start + len(words))
                break
            if not place and len(words) > 4 and re.sub(r"[^a-z]", "", words.lower()) in load_names():
                found.absent.append(words)
                break


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _sort_in(place: Place, lexicon: Lexicon, found: Places) -> None:
    """Puts a place among those inside a held territory, or among the absent."""
    if place.level == "national":
        return
    around = next((name for name in reversed(place.path[:-1]) if name in lexicon.territories), None)
    if place.name in lexicon.territories:
        if place.name not in found.held:
            found.held.append(place.name)
    elif around:
        found.inside += [(place.name, around)] * ((place.name, around) not in found.inside)
    elif place.name not in found.absent:
        found.absent.append(place.name)
