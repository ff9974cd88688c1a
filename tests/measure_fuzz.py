"""Whether anything that is no plan upsets reading: `python -m tests.measure_fuzz [INPUTS [FIRST_SEED]]`.

Every input is drawn from its seed alone, so that each can be made again (but for the time of day that a workbook
holds): bytes, and what is left of the plans of
`tests/plans` when lines are dealt out anew, characters exchanged, documents joined, tables cut or a text harmed, in
every format that is read and in four encodings. Each becomes a file, is taken in and read. Printed are the inputs that
ended in a traceback or in a component that failed, how many files were refused, and the longest times.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import openpyxl

from corpus.errors import UnreadableFileError
from corpus.harm import HARMS
from corpus.intake import documents
from corpus.reader import FORMATS
from nlp.pipeline import read
from nlp.record import document_record

PLANS = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "plans").rglob("*.txt"))]
ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5")
TEXTS = (".txt", ".md", ".html", ".htm", ".csv", ".tsv")
MARKS = [*"、，。；：（）()[]【】〔〕《》〈〉“”‘’—-–~～·…|\t\n \u3000\u200b\ufeff\x00%％≥≤<>&#*_`\"'\\/\u2028"]
MARKS += [*"𠮷０9①一〇两第条章年月日"]
LONGEST = 12_000  # characters of one input
SLOWEST = 5
DEFAULTS = (20_000, 0)  # inputs, first seed


def main() -> None:
    """Reads the inputs one after the other and prints what they came to."""
    given = [int(word) for word in sys.argv[1:]]
    inputs, first = *given, *DEFAULTS[len(given) :]
    came: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + inputs):
            path = write(Path(folder), seed)
            began = time.perf_counter()
            for outcome in outcomes(path):
                came[outcome.partition(":")[0]] += 1
                if outcome.startswith("fault"):
                    print(f"seed {seed} {path.suffix}: {outcome}", flush=True)
            times.append((time.perf_counter() - began, f"seed {seed} {path.suffix} {path.stat().st_size:,} bytes"))
            path.unlink()
    print(f"{inputs:,} inputs from seed {first}: {dict(came)}")
    for seconds, what in sorted(times, reverse=True)[:SLOWEST]:
        print(f"{seconds:7.2f} s  {what}")


def outcomes(path: Path) -> Iterator[str]:
    """What each document of a file came to: read, refused, or a fault with its cause."""
    try:
        for item in documents([path]):
            if isinstance(item, UnreadableFileError):
                yield f"fault: {item}" if "repair failed" in str(item) else "refused"
                continue
            (facts,) = read([item])
            document_record(facts)
            failed = [issue.note for issue in facts.issues if issue.kind == "fault"]
            yield f"fault: {failed}" if failed else "read"
    except Exception:
        yield f"fault: {traceback.format_exc()}"


def write(folder: Path, seed: int) -> Path:
    """The file of a seed, in a format and an encoding that the seed draws."""
    chance = Random(seed)
    make = chance.choice([_bytes, *[_text_file] * 6, _office])
    data, suffix = make(chance)
    path = folder / f"{seed}{suffix}"
    path.write_bytes(data)
    return path


def _bytes(chance: Random) -> tuple[bytes, str]:
    return chance.randbytes(chance.randrange(1, 4000)), chance.choice(sorted(FORMATS))


def _text_file(chance: Random) -> tuple[bytes, str]:
    encoding = chance.choice(ENCODINGS)
    data = bytearray(text(chance).encode(encoding, "replace"))
    if chance.random() < 0.2:
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data), chance.choice(TEXTS)


def _office(chance: Random) -> tuple[bytes, str]:
    """A Word file or a workbook of a drawn text, at times with a byte of it changed."""
    lines = ["".join(filter(str.isprintable, line)) for line in text(chance).split("\n")[:200]]
    kept = BytesIO()
    if chance.random() < 0.5:
        written = docx.Document()
        for line in lines:
            written.add_paragraph(line)
        written.save(kept)
        suffix = ".docx"
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.worksheets[0].append([cell.lstrip("=") for cell in line.split("、")[:20]])
        book.save(kept)
        suffix = ".xlsx"
    data = bytearray(kept.getvalue())
    if chance.random() < 0.3:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data), suffix


def text(chance: Random) -> str:
    """A text of a seed, of one character at least."""
    made = chance.choice(_KINDS)(chance)[:LONGEST]
    return made or "、"


def _dealt(chance: Random) -> str:
    """The lines of a plan in another order, some twice, some not at all."""
    lines = chance.choice(PLANS).split("\n")
    return "\n".join(chance.choices(lines, k=chance.randrange(1, 60)))


def _exchanged(chance: Random) -> str:
    """A plan with characters taken out, put in or exchanged for marks."""
    characters = list(chance.choice(PLANS))
    for _ in range(chance.randrange(1, 200)):
        at = chance.randrange(len(characters))
        characters[at : at + chance.randrange(3)] = chance.choices(MARKS, k=chance.randrange(3))
        characters = characters or ["。"]
    return "".join(characters)


def _joined(chance: Random) -> str:
    """Pieces of several plans one behind the other, cut anywhere."""
    pieces = []
    for _ in range(chance.randrange(2, 12)):
        plan = chance.choice(PLANS)
        at = chance.randrange(len(plan))
        pieces.append(plan[at : at + chance.randrange(400)])
    return chance.choice(["", "\n", "\t", "|"]).join(pieces)


def _table(chance: Random) -> str:
    """Rows of cells out of plans, some of them missing, as marks, tabs or markup part them."""
    rows = [
        [chance.choice(PLANS)[at : at + chance.randrange(30)] for at in chance.choices(range(800), k=width)]
        for width in chance.choices(range(1, 9), k=chance.randrange(1, 30))
    ]
    if chance.random() < 0.4:
        cells = ("".join(f"<td rowspan={chance.randrange(4)}>{cell}" for cell in row) for row in rows)
        return f"<table>{'<tr>'.join(cells)}</table>"
    parted = chance.choice(["\t", " | ", ",", "\n", "  "])
    return "\n".join(parted.join(row) for row in rows)


def _of_marks(chance: Random) -> str:
    """Marks and a word here and there, many of them over and over."""
    words = [*chance.choices(MARKS, k=6), "责任单位：", "2025年底前", "不低于", "《办法》", "长江", "市水务局、", "1."]
    run = "".join(chance.choices(words, k=chance.randrange(1, 40)))
    return run * chance.randrange(1, 60)


def _harmed(chance: Random) -> str:
    """A plan that was harmed once or twice."""
    plan = chance.choice(PLANS)
    for harm in chance.sample(sorted(HARMS), k=chance.randrange(1, 3)):
        plan = HARMS[harm](plan, chance.random() / 4)
    return plan


_KINDS: tuple[Callable[[Random], str], ...] = (_dealt, _exchanged, _joined, _table, _of_marks, _harmed)


if __name__ == "__main__":
    main()
