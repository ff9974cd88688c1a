"""Waters that a question names: in Chinese as documents write them, in English by known names or by their pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.questions.lexicon import Lexicon
from nlp.questions.mask import Mask
from nlp.vocabulary import load

Span = tuple[int, int]

WATER = r"(?i:river|lake|reservoir|canal|bay|wetland|creek|stream|waterway|ditch)s?\b"
_WHOLE = re.compile(r"\b[A-Z][a-z]{4,}\b")
_ENGLISH = re.compile(rf"\b((?:[A-Z][\w'’-]*\s){{1,3}}){WATER}")
_NAMED = re.compile(
    r"\b[A-Z][\w'’-]+ (?:River|Lake|Reservoir|Canal|Bay|Wetland|Creek)\b|\b(?:Lake|River) [A-Z][\w'’-]+"
)
_NO_PLACE = "(?![市县区州镇乡])"  # 黑河市 is a city
_TITLE = re.compile(r"《[^》]*》")
_OF_A_PLACE = re.compile(
    r"\b([A-Z][a-z'’]+?)(?:['’]s)? (?:rivers|lakes|reservoirs|canals|bays|wetlands|creeks|streams|waterways)\b"
)
_AFTER = re.compile(r"\bLake ((?:[A-Z][\w'’-]*\s?){1,2})")


def water_called(text: str) -> str | None:
    """A water that an English text calls by its name: `Lake Baikal`, `West River`; None of `which Hangzhou rivers`."""
    match = _NAMED.search(text)
    return match.group() if match else None


def _blank(held: re.Match[str], lexicon: Lexicon) -> str:
    """What names a place and its waters, blanked out where the place is held; as it is where it is none."""
    return "\x00" * len(held.group()) if held[1].lower() in lexicon.place_names else held.group()


def find_waters(mask: Mask, lexicon: Lexicon, chinese: bool) -> list[str]:
    """The waters of the corpus that a question names, as documents write them.

    `曹娥江`, `the Cao'e River` and `Caoejiang` give 曹娥江, the latter two by their pinyin; `Yellow River` gives 黄河.
    Of a project named in full (曹娥江流域综合治理工程) the water is not asked for. A name known by its pinyin alone is
    taken out of the question, since Xin'an is no county in `the Xin'an River`; others stay part of its topic. The
    rivers of a place (`Hangzhou rivers`) are none that is called so.
    """
    text = _TITLE.sub(lambda title: "\x00" * len(title.group()), mask.rest)
    if chinese:
        for project in lexicon.projects:
            text = text.replace(project, "\x00" * len(project))
        found = [
            name for name in lexicon.longest_waters if name in text and re.search(re.escape(name) + _NO_PLACE, text)
        ]
        return [name for i, name in enumerate(found) if not any(name in longer for longer in found[:i])]
    spans = {match.entry.label: (match.start, match.end) for match in load("water_bodies").find(text)}
    text = _OF_A_PLACE.sub(lambda held: _blank(held, lexicon), text)
    heard = {} if spans.keys() & set(lexicon.waters) else _heard(text, lexicon)
    for span in set(heard.values()):
        mask.take(*span)
    return [name for name in lexicon.waters if name in (heard or spans)]


def _heard(text: str, lexicon: Lexicon) -> dict[str, Span]:
    """The waters whose name a question writes in pinyin, with the kind in English or not at all, each with its span."""
    called = ((one, span, lexicon.waters_called) for one, span in _called(text))
    whole = ((match.group().lower(), match.span(), lexicon.waters_heard) for match in _WHOLE.finditer(text))
    return {name: span for one, span, held in (*called, *whole) for name in held.get(one, ())}


def _called(text: str) -> Iterator[tuple[str, Span]]:
    """The sounds that may name a water, each with its span: of `Hangzhou's Xin'an River` hangzhousxinan and xinan."""
    for match in (*_ENGLISH.finditer(text), *_AFTER.finditer(text)):
        for word in re.finditer(r"\S+", match[1]):
            name = match[1][word.start() :]
            yield re.sub(r"[^a-z]", "", name.lower()), (match.start(1) + word.start(), match.end())
