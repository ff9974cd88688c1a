"""Names in a list that share what the last of them ends with: 东关、中街街道办事处, 东山、大成、中山三镇."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import HAN, NUMERALS
from nlp.bodies.body import is_anonymous, is_body, is_collective, is_sentence, is_stem
from nlp.bodies.listed import Listed, joined
from nlp.bodies.torn import LEVEL_ENDS, LEVELS
from nlp.number import parse
from nlp.wording import any_of

# The end of a list of places that one kind of government closes: 都昌、湖口、庐山等县(市)人民政府
_GOVERNED = re.compile(rf"[{HAN}]{{2,8}}等{LEVELS}(?:{any_of('bodies', 'governments')}|党委)")
# 西郊街道办事处: what it is called by, and what the places before it in a list may share with it
_SHARED = re.compile(rf"[{HAN}]{{2,4}}?(?<![两{NUMERALS}])(?P<tail>{any_of('bodies', 'shared_tails')})")
# 中山三镇, 中山三镇人民政府: as many places as are named share what they are.
_COUNTED = re.compile(
    rf"(?P<place>[{HAN}]{{2,4}}?)(?P<count>[两{NUMERALS}]个?|\d{{1,2}}个)"
    rf"(?P<tail>(?:乡镇|镇|乡|街道|县|区|市)(?:{any_of('bodies', 'governments')})?)"
)
_SHORT = re.compile(rf"[{HAN}]{{2,4}}")


def with_shared_ends(text: str, names: list[Listed]) -> list[Listed]:
    """The names of a list, each with what it shares with a later one.

    `都昌、湖口等县人民政府` is one name, `东关、中街街道办事处` two offices, `东山、大成、中山三镇` three towns;
    `市水利局、市林业局` stay as they are.
    """
    return _with_counted_tails(_with_shared_tails(text, _with_governed_places(text, names)))


def _with_governed_places(text: str, names: list[Listed]) -> list[Listed]:
    """The names, with the places that lean on the kind of government behind them as one name of many.

    `市水利局、都昌、湖口等县人民政府` holds 市水利局 and 都昌、湖口等县人民政府.
    """
    kept: list[Listed] = []
    for listed in names:
        if _GOVERNED.fullmatch(listed.name):
            while kept and text[kept[-1].end : listed.start] == "、" and _is_short_place(kept[-1].name):
                listed = joined(text, kept.pop(), listed)
        kept.append(listed)
    return kept


def _with_shared_tails(text: str, names: list[Listed]) -> list[Listed]:
    """The names, where the places before an office share its last words: 东关、中街街道办事处 are two such offices."""
    kept = list(names)
    for at in range(len(kept) - 1, 0, -1):
        shared = _SHARED.fullmatch(kept[at].name)
        before = kept[at - 1]
        leans = text[before.end : kept[at].start] == "、" and not before.tail and _is_short_place(before.name)
        if shared is None or not leans or before.name[-1] in LEVEL_ENDS or is_stem(before.name):
            continue
        if not (is_sentence(before.name) or is_anonymous(before.name) or is_collective(kept[at].name)):
            kept[at - 1] = replace(before, name=before.name + shared["tail"])
    return kept


def _with_counted_tails(names: list[Listed]) -> list[Listed]:
    """The names, where one counts how many of those before it are towns as well: 东山、大成、中山三镇 are three."""
    kept = list(names)
    for at, listed in enumerate(names):
        counted = _COUNTED.fullmatch(listed.name)
        first = at + 1 - int(parse(counted["count"].rstrip("个"))) if counted else at
        if counted is None or not 0 <= first < at:
            continue
        places = [*names[first:at], replace(listed, name=counted["place"])]
        if all(_is_short_place(one.name) for one in places):
            kept[first : at + 1] = [replace(one, name=one.name + counted["tail"]) for one in places]
    return kept


def _is_short_place(name: str) -> bool:
    return _SHORT.fullmatch(name) is not None and not is_body(name, weak=True)
