"""Channels that go by the street they run along: 渤海53路河道, 长江道河道."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from corpus.characters import HAN
from nlp.water_bodies.core import behind_place, ends_with_word
from nlp.water_bodies.known import KNOWN
from nlp.water_bodies.name import WaterName

_CHANNEL = re.compile(r"[路道街](?P<channel>河道)(?=[、,。;()\n]|和|及|清淤|疏浚|整治|治理|\Z)")
_LONGEST = 10
_STREET = re.compile(rf"[{HAN}]{{2,8}}(?:\d{{1,3}})?[路道街]\Z")
_LONGEST_NAME = 6
_PARTS = "东南西北中"  # 辽河中道 is the middle one of three
_LED = re.compile(r"[对以沿将把在和及与]")


def channels_of_streets(text: str) -> Iterator[WaterName]:
    """The channels of a text that bear the name of a street: 渤海53路河道 of `疏浚渤海53路河道、长江道河道`.

    Not the channels beside any road, `公路河道`, or of a subdistrict, `各街道河道`, nor that of a river, `清河河道`.
    """
    for found in _CHANNEL.finditer(text):
        at = found.start("channel")
        run = _STREET.search(text, max(0, at - _LONGEST), at)
        if run is None:
            continue
        street = run[0]
        street = street[next((cut for cut in range(len(street) - 1, 1, -1) if ends_with_word(street, cut)), 0) :]
        led = _LED.match(street)
        street = street[led.end() :] if led else street
        of_water = street[:-1].rstrip(_PARTS) in KNOWN
        behind = behind_place(street)
        # 兴海12路 bears the name of a county.
        street = street if of_water or behind[:1].isdigit() else behind
        core = street[:-1]
        named = of_water or not rjieba.has_word(street[-2:])
        if 1 < len(core) <= _LONGEST_NAME and named:
            start = at - len(street)
            yield WaterName(start, found.end(), street + found["channel"], False, False, "channel of a street")
