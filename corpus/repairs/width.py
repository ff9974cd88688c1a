"""First pass of repair: one code for one character. Line ends, invisible characters, full- and half-width forms.

Digits, Latin letters and the marks that plans type in both widths become ASCII; Chinese marks without an ASCII twin
(、 。 《 》 “ ” 〔 〕) stay. Radicals and compatibility characters that PDF files put for ordinary
ones become ordinary.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.repairs.draft import Draft

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ENDING = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
INVISIBLE = (
    frozenset(
        char
        for code in (*range(0xB0), *range(0x300, 0x3000), *range(0xFE00, 0x10000))
        if unicodedata.category(char := chr(code)) in {"Cc", "Cf"} or 0xFE00 <= code <= 0xFE0F
    )
    - ENDING
    - {"\n", "\t"}
)
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0"
SPELT_OUT = re.compile("[⑴-⒛㈠-㈩]")  # (1), 1. and (一) in one character
QUOTED = re.compile('^[^"\n]*(?:"[^"\n]*"[^"\n]*)+$', re.MULTILINE)
TITLED = re.compile(r"<<([^<>\n]{2,60})>>")
KEPT_FULL_WIDTH = "\uff5f\uff60"
ONE_FOR_ONE = {
    # quotation marks of the traditional script, and typewriter pairs that close what they open
    "「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’",
    "｢": "“", "｣": "”", "｡": "。", "､": "、", "﹑": "、", "︰": ":", "∶": ":", "︐": ",", "︒": "。",
    # dots between names; dashes and signs with look-alikes
    "･": "·", "・": "·", "‧": "·", "∙": "·", "⋅": "·", "―": "—", "─": "—", "━": "—", "‒": "–",
    "‐": "-", "‑": "-", "−": "-", "﹣": "-", "﹘": "—", "∼": "~", "〜": "~", "∕": "/", "⁄": "/",
    "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "µ": "μ", "✕": "×", "✖": "×", "⨯": "×",
    # bullets that word processors take from symbol fonts, which live in the private-use area
    "\uf06c": "●", "\uf0b7": "●", "\uf09f": "●", "\uf06e": "■", "\uf0a7": "■", "\uf075": "◆", "\uf0d8": "➢",
    "\uf0fc": "√",
}  # fmt: skip


def _table() -> dict[int, str]:
    """Code point to the character it stands for, one for one."""
    ordinary = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    ordinary |= dict.fromkeys(SPACES, " ")
    for first, last in ((0xFE50, 0xFE6B), (0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            form = unicodedata.normalize("NFKC", chr(code))
            if len(form) == 1:
                ordinary[chr(code)] = form
    return {ord(odd): plain for odd, plain in (ordinary | ONE_FOR_ONE).items() if odd not in KEPT_FULL_WIDTH}


ORDINARY = _table()
ODD = frozenset(map(chr, ORDINARY))


def unify(draft: Draft) -> Draft:
    """The draft with every character in its ordinary form and lines ended by `\\n`.

    Full-width ２０２５年（含）becomes 2025年(含); 《通知》 and 〔2024〕 stay as they are.
    """
    present = set(draft.text)
    if not present.isdisjoint(ENDING):
        draft = draft.substituted(LINE_ENDS, "\n")
    unseen = present & INVISIBLE
    if unseen:
        draft = draft.substituted(re.compile(f"[{re.escape(''.join(unseen))}]+"), "")
    if not present.isdisjoint(ODD):
        draft = draft.rewritten(draft.text.translate(ORDINARY))
    return draft.substituted(SPELT_OUT, lambda match: unicodedata.normalize("NFKC", match.group()))


def pair_quotes(draft: Draft) -> Draft:
    """The draft with typewriter marks made Chinese ones: "三线一单" is “三线一单”, <<环境保护法>> is 《环境保护法》.

    Quotes are paired line by line; a line in which one is left over, such as the one on 12" pipes, stays as it is.
    """
    if "<<" in draft.text:
        draft = draft.substituted(TITLED, lambda match: f"《{match.group(1)}》")
    return draft.substituted(QUOTED, _paired) if '"' in draft.text else draft


def _paired(match: re.Match[str]) -> str | None:
    """A line with its quotes opening and closing by turns, if it is a Chinese one."""
    pieces = match.group().split('"')
    if match.group().isascii():
        return None
    return "".join(piece + "“”"[place % 2] for place, piece in enumerate(pieces[:-1])) + pieces[-1]
