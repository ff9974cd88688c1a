"""What a learned recogniser of waters and projects adds to the rules: `python tests/measure_recogniser.py [ROUNDS]`.

Trains spaCy's named entity recogniser (characters, small tok2vec, CPU) on `tests/plans/grown` by its gold and on the
starter corpus as the rules read it, and scores names on `tests/plans/held`: of the rules, of the model, of either, and
of both at once. `docs/recogniser.md` tells what came of it.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch

sys.path.insert(0, str(Path(__file__).parent.parent))
from corpus.document import Document
from corpus.intake import documents
from nlp.pipeline import read
from nlp.quality.gold import load_gold

TESTS = Path(__file__).parent
Span = tuple[int, int, str]
KINDS = {"WATER": "water_bodies", "PROJECT": "projects"}
LINE = re.compile(r"[^\n]{1,400}")


def recogniser(seed: int = 7) -> Language:
    """An untrained recogniser over characters: embeddings of 64, a window of two on each side, four layers."""
    spacy.util.fix_random_seed(seed)
    width = {"width": 64}
    embed = {"attrs": ["NORM", "SHAPE"], "rows": [4000, 500], "include_static_vectors": False, **width}
    encode = {"window_size": 2, "maxout_pieces": 3, "depth": 4, **width}
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", **embed},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", **encode},
    }
    parser = {"state_type": "ner", "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec}
    nlp = spacy.blank("zh")
    nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", **parser}})
    return nlp


def plans(folder: Path) -> Iterator[Document]:
    """The documents of a folder that can be read."""
    files = sorted(folder.glob("*.txt"))
    return (document for document in documents(files) if isinstance(document, Document))


def by_gold(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """Every plan of a folder with the places where the names of its gold stand."""
    golds = {gold["file"]: gold for gold in load_gold(folder)}
    for document in plans(folder):
        names = [(kind, name) for kind, key in KINDS.items() for name in golds[document.source][key]]
        spans = [
            (m.start(), m.end(), kind) for kind, name in names for m in re.finditer(re.escape(name), document.text)
        ]
        yield document.text, spans


def by_rules(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """Every document of a folder with what the rules found in it."""
    for facts in read(plans(folder)):
        yield facts.text, [(m.start, m.end, kind) for kind, key in KINDS.items() for m in getattr(facts, key)]


def examples(nlp: Language, labelled: Iterable[tuple[str, list[Span]]]) -> Iterator[Example]:
    """The lines of labelled texts as examples; of spans that overlap the longest counts."""
    for text, spans in labelled:
        for line in LINE.finditer(text):
            begin, end = line.span()
            inside = [(a - begin, b - begin, kind) for a, b, kind in spans if begin <= a and b <= end]
            yield Example.from_dict(nlp.make_doc(line[0]), {"entities": longest(inside)})


def longest(spans: list[Span]) -> list[Span]:
    """The spans without those that overlap a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return kept


def train(nlp: Language, data: list[Example], rounds: int) -> None:
    """Trains in shuffled batches of 32 lines."""
    optimizer = nlp.initialize(lambda: data)
    for _ in range(rounds):
        random.shuffle(data)
        for batch in minibatch(data, 32):
            nlp.update(batch, sgd=optimizer, drop=0.2)


def score(nlp: Language, held: Path) -> dict[tuple[str, str], list[int]]:
    """By kind and way of using the model the right, missed and invented names of the plans of a folder."""
    golds = {gold["file"]: gold for gold in load_gold(held)}
    tallies: dict[tuple[str, str], list[int]] = {}
    for facts in read(plans(held)):
        entities = [entity for doc in nlp.pipe(LINE.findall(facts.text)) for entity in doc.ents]
        for kind, key in KINDS.items():
            gold = set(golds[facts.source][key])
            rules = {mention.name for mention in getattr(facts, key)}
            model = {entity.text for entity in entities if entity.label_ == kind}
            ways = {"rules": rules, "model": model, "either": rules | model, "both": rules & model}
            for way, found in ways.items():
                tally = tallies.setdefault((kind, way), [0, 0, 0])
                for at, names in enumerate((gold & found, gold - found, found - gold)):
                    tally[at] += len(names)
    return tallies


def main() -> None:
    """Trains and prints one line for each kind and way."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    nlp = recogniser()
    data = [*examples(nlp, by_gold(TESTS / "plans" / "grown"))]
    data += examples(nlp, by_rules(TESTS.parent / "corpus" / "starter"))
    began = time.process_time()
    train(nlp, data, rounds)
    size = sum(len(example.reference) for example in data)
    print(f"{len(data)} lines, {size} characters, {rounds} rounds, {time.process_time() - began:.0f} s of one core")
    for (kind, way), (right, missed, invented) in score(nlp, TESTS / "plans" / "held").items():
        f1 = 2 * right / max(1, 2 * right + missed + invented)
        print(f"{kind:8} {way:7} right {right:3} missed {missed:3} invented {invented:3} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
