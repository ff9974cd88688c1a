"""Words of Chinese text as terms of full-text search: cut once, and stored with blanks between them."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w")


def segment(text: str) -> str:
    """The terms of a text with blanks between them, long words followed or preceded by their parts.

    `市水务局牵头` gives 市 水务 水务局 牵头. Marks are left out, Latin letters come in lower case.
    """
    import rjieba  # its dictionary takes a while to load, and most commands cut no words

    return " ".join(term.lower() for term in rjieba.cut_for_search(text) if _WORD.match(term))
