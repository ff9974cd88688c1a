"""Bytes to text, where nothing says in which encoding the bytes are.

Every candidate is decoded strictly, and the one whose text looks most like Chinese is taken: running text is made of
some two thousand characters, text decoded wrongly of the other sixty thousand.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from functools import cache

from corpus.formats.refusal import RefusedError
from corpus.formats.signature import WEB_PAGE, kind_of
from corpus.words import load

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Earlier ones win a draw. GB18030 holds GBK and GB2312; the Hong Kong set holds Big5.
CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "utf-16": "utf-16-le"}

UTF8_ADVANTAGE = 1.0  # bytes of another encoding are almost never valid UTF-8 by chance
DECLARED_ADVANTAGE = 0.3  # a page's own word decides between near equals, no more: it is often wrong
ACCEPTED = -0.2  # running Chinese text scores about 1.5, a wrong decoding about -1; rare names lie between
LOST_SHARE = 0.02  # more characters lost than this, and the encoding was not the right one
SAMPLE = 20_000  # characters looked at from each of the beginning, middle and end

PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕［］—…·％～　０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩■●◆★※×≥≤℃㎡")
HARMLESS_CONTROLS = frozenset("\t\n\r\v\f\x1a\x85\ufeff\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u00ad")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`: UTF-8, UTF-16, GB18030 (GBK, GB2312) or Big5, with or without a byte order mark.

    `declared` is the encoding that the data names for itself, as a web page does; it is checked, not trusted. A few
    damaged bytes become U+FFFD. Raises RefusedError where the bytes are no text in any of these encodings.
    """
    mark = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), None)
    if mark:
        text = data[len(mark[0]) :].decode(mark[1], errors="replace")
        if plausibility(text) > -1:
            return text
    kind = kind_of(data)
    if kind not in (None, WEB_PAGE):
        raise RefusedError(f"it is not a text file but a {kind}")
    likely = _wider(declared)
    best = _best(data, likely, "strict") or _best(data, likely, "replace")
    if best is None:
        raise RefusedError("it is not a text file, or its encoding is none of UTF-8, UTF-16, GB18030 and Big5")
    return best


def plausibility(text: str) -> float:
    """How much the text looks like Chinese: 1.5 for running text, 0.5 for plain ASCII, below 0 where wrongly decoded.

    The mean weight of the characters beyond ASCII, since markup and figures look the same in every encoding.
    """
    middle = len(text) // 2
    sample = text if len(text) <= 3 * SAMPLE else text[:SAMPLE] + text[middle : middle + SAMPLE] + text[-SAMPLE:]
    counts = Counter(sample)
    telling = [(char, n) for char, n in counts.items() if not " " <= char <= "~" and char not in "\t\n\r"]
    total = sum(n for _, n in telling)
    return sum(_weight(char) * n for char, n in telling) / total if total else 0.5


def _wider(declared: str | None) -> str | None:
    """The candidate that holds a declared encoding, or None where the name means none of them."""
    try:
        name = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return None
    return WIDER.get(name, name)


def _best(data: bytes, likely: str | None, errors: str) -> str | None:
    """The most plausible decoding, or None where none is plausible enough; the likely encoding has an advantage."""
    best, best_score = None, ACCEPTED
    for name in CANDIDATES:
        try:
            text = data.decode(name, errors=errors)
        except UnicodeError:
            continue
        if text.count("\ufffd") > LOST_SHARE * len(text) + 1:
            continue
        advantage = UTF8_ADVANTAGE * (name == "utf-8") + DECLARED_ADVANTAGE * (name == likely)
        score = plausibility(text) + advantage
        if score > best_score:
            best, best_score = text, score
            if name == "utf-8" and not text.isascii() and score >= UTF8_ADVANTAGE:
                break
    return best


def _weight(char: str) -> float:
    """What one character beyond ASCII says for the text being Chinese and rightly decoded."""
    if char in frequent():
        return 2.0
    if char in PUNCTUATION:
        return 1.0
    if char in HARMLESS_CONTROLS:
        return 0.0
    if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") or char == "\ufffd":
        return -5.0
    return 0.0 if "\u2000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e" else -1.0


@cache
def frequent() -> frozenset[str]:
    """The characters that running Chinese text is made of, in both scripts."""
    lists = load("characters")
    return frozenset("".join(lists["simplified"] + lists["traditional"]))
