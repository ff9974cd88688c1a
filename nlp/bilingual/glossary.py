"""The bilingual glossary (CC-CEDICT, turned round): Chinese words for an English word or phrase.

`nlp/data/glossary.tsv` is sorted by English key; a line is a key (stems, one blank between them), a tab, and Chinese
words each with its fit from 1 to 9. It is made by `nlp/bilingual/glossary_build.py`; its notice of origin and licence
is `nlp/data/glossary.LICENSE`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from nlp.vocabulary import DATA

LONGEST = 4


@lru_cache(maxsize=1 << 13)
def translate(key: str) -> tuple[tuple[str, float], ...]:
    """Chinese words for stems joined by blanks, each with its fit above 0 up to 1, the best first; () where unknown.

    `sewag` (the stem of sewage) gives 污水 and others; `black smok` gives 黑烟.
    """
    line = _line(_table(), key.encode())
    if not line:
        return ()
    return tuple((item[:-1], int(item[-1]) / 9) for item in line.split(" "))


@cache
def _table() -> bytes:
    return b"\n" + (DATA / "glossary.tsv").read_bytes()


def _line(table: bytes, key: bytes) -> str:
    """What stands behind a key in the sorted table, found by halving; "" where the key is not there."""
    low, high = 0, len(table) - 1
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2 + 1) + 1 or low + 1
        end = table.find(b"\n", start)
        end = len(table) if end < 0 else end
        found, _, words = table[start:end].partition(b"\t")
        if found == key:
            return words.decode()
        if found < key:
            low = end
        else:
            high = start - 1
    return ""
