"""Names of waters in the columns of a table that say they hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN
from nlp.facts import Facts
from nlp.water_bodies.common_noun import NO_WATER
from nlp.water_bodies.name import WaterName, any_of

_HEADER = re.compile(rf"(?:{any_of('header_kinds')})?(?:{any_of('headers')})(?:名称)?(?:\([^()]{{1,8}}\))?")
_CELL = re.compile(rf"\s*(?P<name>[{HAN}]{{1,8}}?(?:{any_of('strong_heads', 'weak_heads')}))(?:\(|\s*\Z)")


def names_in_tables(facts: Facts) -> Iterator[WaterName]:
    """The cells of columns headed 水体名称, 河流 and the like, up to a bracket: 内城河 of `内城河(上水关-下水关)`."""
    for table in facts.tables:
        for column, header in enumerate(table.header or ()):
            if not _HEADER.fullmatch(header.text.strip()):
                continue
            for row in table.rows:
                cell = _CELL.match(row[column].text)
                if cell and cell["name"] not in NO_WATER:
                    start = row[column].start + cell.start("name")
                    yield WaterName(start, start + len(cell["name"]), cell["name"], False, False, "table of waters")
