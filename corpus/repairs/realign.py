"""Characters put together again that a glossing tool cut through: 因?yàn)檫@么 is 因為這么.

The tool that glosses pages, 環(huán), searches the bytes of GBK text. Where the second byte of one character and the
first of the next happen to spell a third one, it glosses that: 因為 is D2 F2 9E E9, F2 9E is 驗, so `(yàn)` is set into
為, 9E and the bracket are lost as `?`, and what follows, E9 DF 40 for 為這, is read in wrong pairs, 檫@, up to the next
ASCII letter. The gloss names the character that was found, so the lost byte is known and the pairs can be read anew.
Full-width marks (A3 and a byte) cut in the same way, and lose the first byte of the character they cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN
from corpus.repairs.draft import Draft, Edit
from corpus.repairs.misread import LOST, Codes, Page, Run, code_of, reading_of
from corpus.repairs.pinyin import GLOSS, SYLLABLE, find_glosses

CUT = re.compile(rf"\?(?:(?P<gloss>{SYLLABLE})\)|(?P<mark>[?!;:,.%])(?=[{HAN}?A-Za-z]))")
GLOSSED_END = re.compile(rf"\?({SYLLABLE})\)")
TAG_END = "/p>"  # of </p>, whose bracket was lost with half a character
LONGEST = 40  # characters read in wrong pairs before an ASCII letter sets them right
FULL_WIDTH = 0xFEE0  # from an ASCII sign to its full-width form


def realign(draft: Draft) -> Draft:
    """The draft with the characters restored that glosses and marks cut through, where that is certain.

    因?yàn)檫@么 becomes 因為這么, and 環(huán)?;顒? becomes 環(huán)保活動 on a page that writes 環保 and 活動.
    """
    glosses = find_glosses(draft.text) if CUT.search(draft.text) else []
    return draft.edited(_restorations(draft.text, Page(draft.text, glosses))) if glosses else draft


def _restorations(text: str, page: Page) -> Iterator[Edit]:
    """The runs of the text that can be read, each with its reading."""
    done = 0
    for cut in CUT.finditer(text):
        for run in _runs_at(text, cut, page) if cut.start() >= done else ():
            reading = reading_of(run, page)
            if reading:
                yield cut.start(), run.end, reading
                done = run.end
                break


def _runs_at(text: str, cut: re.Match[str], page: Page) -> Iterator[Run]:
    """The runs that a cut may begin, shortest first: a letter may end the run or be half of a full-width sign."""
    before = GLOSS.sub("", text[max(0, cut.start() - 9) : cut.start()])[-1:]
    codes = _first_codes(cut, before, page)
    at = cut.end()
    while codes and len(codes) < 2 * LONGEST and at < len(text):
        code = code_of(text[at])
        if len(code) != 2:
            run = _ended(text, at, codes, before, page)
            if run:
                yield run
            if not "!" <= text[at] <= "~" or text[at] == LOST:
                return
            code = code_of(chr(ord(text[at]) + FULL_WIDTH))
        codes += code
        at += 1


def _first_codes(cut: re.Match[str], before: str, page: Page) -> Codes:
    """The bytes that the cut itself stands for: the one known from the gloss, or those of a mark and a lost one."""
    if cut["mark"]:
        return [None, *code_of(chr(ord(cut["mark"]) + FULL_WIDTH))]
    lead = code_of(before)[-1:]
    seconds = {code_of(char)[1] for char in page.glossed[cut["gloss"]] if code_of(char)[:1] == lead}
    return [seconds.pop()] if len(seconds) == 1 else []


def _ended(text: str, at: int, codes: Codes, before: str, page: Page) -> Run | None:
    """The run that goes up to the sign at an offset, which sets the pairs right again, or None where it cannot."""
    gloss = GLOSSED_END.match(text, at)
    if gloss:
        return Run(gloss.end(), [*codes, None], before, text[gloss.end() : gloss.end() + 1], page.glossed[gloss[1]])
    if text[at] == LOST:
        end = at + 1 + (len(TAG_END) if text.startswith(TAG_END, at + 1) else 0)
        return Run(end, [*codes, None], before, text[end : end + 1])
    code = 0x80 if text[at] == "€" else ord(text[at])
    return Run(at + 1, [*codes, code], before, text[at + 1 : at + 2]) if 0x40 <= code <= 0x80 else None
