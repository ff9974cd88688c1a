"""Traditional script becomes simplified, paragraph by paragraph, and the words that the conversion swapped go back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import opencc

from corpus.characters import count_han
from corpus.document import Damage
from corpus.repairs.draft import Draft
from corpus.repairs.wording import wording

_converter = opencc.OpenCC("t2s")
# Simplified text uses these too, mostly in names (於潜镇, 瞭望, 乾县), so they tell nothing about the script.
AMBIGUOUS = "於瞭乾藉徵鍾昇甯麽祇夥剋阪崑菸薹甦馀迳牠"
# A quarter of the characters of a traditional text differ from the simplified ones; a stray one in a name is no sign.
LINE_SHARE, FEWEST = 0.06, 2
PAGE_SHARE = 0.15  # from which on a page is traditional throughout, lines without a telling character included
# Characters of older and regional spelling that the converter leaves as they are.
VARIANTS = str.maketrans("畧濬馀迳稭矽菸臯牠堦衞敍枱粧簷睪", "略浚余径秸硅烟皋它阶卫叙台妆檐睾")


def _characters() -> dict[int, str]:
    """Traditional characters and the simplified ones, one for one."""
    han = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simple = _converter.convert("\n".join(han)).split("\n")
    return {ord(old): new for old, new in zip(han, simple, strict=True) if old != new} | {
        code: chr(new) for code, new in VARIANTS.items()
    }


CHARACTERS = _characters()
TRADITIONAL = re.compile(f"[{''.join(chr(code) for code in CHARACTERS if chr(code) not in AMBIGUOUS)}]")
LINE = re.compile(r"[^\n]+")


def simplified(text: str) -> str:
    """A question or query, too short to tell its script, with each traditional character turned.

    嵊州經信局 becomes 嵊州经信局; 乾县 and 於潜镇 stay, as names are written in either script.
    """
    return TRADITIONAL.sub(lambda character: CHARACTERS[ord(character.group())], text)


def simplify(draft: Draft) -> Draft:
    """The draft with its traditional paragraphs in simplified script and mainland wording; others stay untouched.

    資訊公開 becomes 信息公开 and 約束性名額 约束性指标. A simplified line that names 於潜镇 stays. A simplified page
    whose words show that it was traditional once (回圈经济, 网路) gets its wording back throughout.
    """
    whole = [(0, len(draft.text))]
    if not TRADITIONAL.search(draft.text):
        spans = []
    elif is_traditional(draft.text, PAGE_SHARE):
        spans = whole
    else:
        spans = [line.span() for line in LINE.finditer(draft.text) if is_traditional(line.group())]
    # Letter by letter 計畫 is 计画 and shows that words were swapped; the converter knows the word and makes it 计划.
    swapped = bool(spans) and wording().swapped(draft.text.translate(CHARACTERS), spans)
    if spans:
        draft = draft.rewritten(_converted(draft.text, spans))
    if wording().tells(draft.text):
        spans, swapped = whole, True
    return draft.edited(wording().edits(draft.text, spans, swapped))


def is_traditional(text: str, share: float = LINE_SHARE) -> bool:
    """Whether a text is written in traditional script: two characters at least, and a fair share of all, say so."""
    seen = len(TRADITIONAL.findall(text))
    return seen >= FEWEST and seen >= share * count_han(text)


def _converted(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans in simplified script, character for character."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        line = text[start:end]
        simple = _converter.convert(line).translate(VARIANTS)
        pieces += text[last:start], (simple if len(simple) == len(line) else line.translate(CHARACTERS))
        last = end
    return "".join(pieces) + text[last:]


def find_mixed(source: str, draft: Draft) -> Iterator[Damage]:
    """The paragraphs of a draft that were in traditional script at the source, where the page as a whole was not."""
    if not TRADITIONAL.search(source) or is_traditional(source, PAGE_SHARE):
        return
    end = 0
    for match in TRADITIONAL.finditer(source):
        at = bisect_left(draft.offsets, match.start())
        if end <= at < len(draft.text) and match.group() != draft.text[at]:
            start = draft.text.rfind("\n", 0, at) + 1
            end = draft.text.find("\n", at) if draft.text.find("\n", at) >= 0 else len(draft.text)
            yield Damage("mixed-script", start, end, "this paragraph was in traditional script, the page is not")
