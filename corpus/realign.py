"""Characters put together again that a glossing tool cut through: 因?yàn)檫@么 is 因為這么.

The tool that glosses pages, 環(huán), searches the bytes of GBK text. Where the second byte of one character and the
first of the next happen to spell a third one, it glosses that: 因為 is D2 F2 9E E9, F2 9E is 驗, so `(yàn)` is set into
為, 9E and the bracket are lost as `?`, and what follows, E9 DF 40 for 為這, is read in wrong pairs, 檫@, up to the next
ASCII letter. The gloss names the character that was found, so the lost byte is known and the pairs can be read anew.
Full-width marks (A3 and a byte) cut in the same way, and lose the first byte of the character they cut.

A reading is taken only if it is made of characters that the page uses elsewhere. A character of which half is lost is
restored only if the page has just one like it in that place, otherwise its `?` stays and is marked as lost.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus.draft import Draft, Edit
from corpus.pinyin import GLOSS, find_glosses

SYLLABLE = r"[a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}"
CUT = re.compile(rf"\?(?:(?P<gloss>{SYLLABLE})\)|(?P<mark>[?!;:,.%])(?=[㐀-鿿?A-Za-z]))")
GLOSSED_END = re.compile(rf"\?({SYLLABLE})\)")
TAG_END = "/p>"  # of </p>, whose bracket was lost with half a character
LONGEST = 40  # characters read in wrong pairs before an ASCII letter sets them right
EVIDENCE = 300_000  # characters of a page that tell enough about the others
USUAL = 3  # occurrences of a character on a page that make it one of its own
FULL_WIDTH = 0xFEE0  # from an ASCII sign to its full-width form
LOST = "?"
Codes = list[int | None]


def realign(draft: Draft) -> Draft:
    """The draft with the characters restored that glosses and marks cut through, where that is certain.

    因?yàn)檫@么 becomes 因為這么, and 環(huán)?;顒? becomes 環(huán)保活動 on a page that writes 環保 and 活動.
    """
    glosses = find_glosses(draft.text) if CUT.search(draft.text) else []
    return draft.edited(_restorations(draft.text, Page(draft.text, glosses))) if glosses else draft


class Page:
    """What a page itself says about its characters: how it glosses them, which it uses, which stand side by side."""

    def __init__(self, text: str, glosses: list[re.Match[str]]) -> None:
        """Reads the glosses and the characters of the whole page."""
        self.glossed: dict[str, set[str]] = defaultdict(set)
        pieces: list[str] = []
        last = 0
        for gloss in glosses:
            self.glossed[gloss.group(1)].add(text[gloss.start() - 1])
            pieces.append(text[last : gloss.start()])
            last = gloss.end()
        self._plain = ("".join(pieces) + text[last:])[:EVIDENCE]
        self._followers: dict[str, set[str]] = {}
        self.usual = {char for char, count in Counter(self._plain).items() if count >= USUAL}

    def followers(self, char: str) -> set[str]:
        """The characters that stand behind a character anywhere on the page."""
        if char not in self._followers:
            self._followers[char] = set(re.findall(f"{re.escape(char)}(.)", self._plain, re.DOTALL))
        return self._followers[char]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters read in wrong pairs: its bytes, the lost ones None, and the characters around it.

    `last` holds the characters that the run can end with, where a gloss says so.
    """

    end: int
    codes: Codes
    before: str
    after: str
    last: Collection[str] | None = None


def _restorations(text: str, page: Page) -> Iterator[Edit]:
    """The runs of the text that can be read, each with its reading."""
    done = 0
    for cut in CUT.finditer(text):
        for run in _runs_at(text, cut, page) if cut.start() >= done else ():
            reading = _reading(run, page)
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
        code = _code(text[at])
        if len(code) != 2:
            run = _ended(text, at, codes, before, page)
            if run:
                yield run
            if not "!" <= text[at] <= "~" or text[at] == LOST:
                return
            code = _code(chr(ord(text[at]) + FULL_WIDTH))
        codes += code
        at += 1


def _first_codes(cut: re.Match[str], before: str, page: Page) -> Codes:
    """The bytes that the cut itself stands for: the one known from the gloss, or those of a mark and a lost one."""
    if cut["mark"]:
        return [None, *_code(chr(ord(cut["mark"]) + FULL_WIDTH))]
    lead = _code(before)[-1:]
    seconds = {_code(char)[1] for char in page.glossed[cut["gloss"]] if _code(char)[:1] == lead}
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


def _reading(run: Run, page: Page) -> str:
    """The characters of a run, `?` for one of which half is lost, or nothing where they make no sense on the page."""
    read = ""
    pairs = list(zip(run.codes[::2], run.codes[1::2], strict=True))
    for place, (lead, trail) in enumerate(pairs):
        if lead is not None and trail is not None:
            char = bytes((lead, trail)).decode("gbk", "ignore")
            if char not in page.usual:
                return ""
        else:
            last = place == len(pairs) - 1
            char = _half_lost(lead, trail, (run.before + read)[-1], run, page, last)
            if last and run.last is not None and char == LOST:
                return ""
        read += char
    return read if any(char != LOST for char in read) else ""


def _half_lost(lead: int | None, trail: int | None, before: str, run: Run, page: Page, last: bool) -> str:
    """The one character with the byte that is left which the page puts behind another, or `?`."""
    fitting = {
        char
        for char in (run.last if last and run.last is not None else page.followers(before))
        if len(code := _code(char)) == 2 and lead in (None, code[0]) and trail in (None, code[1])
    }
    if len(fitting) > 1 and last:
        fitting = {char for char in fitting if run.after in page.followers(char)}
    return fitting.pop() if len(fitting) == 1 else LOST


def _code(char: str) -> bytes:
    """The bytes of a character in GBK, none where it has none."""
    return char.encode("gbk", "ignore")
