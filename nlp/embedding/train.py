"""Trains the static embedder on pairs: `python -m nlp.embedding.train START TARGET TEXT...`.

START is a folder that `nlp.embedding.build` made, each TEXT a file of plans. Needs the extra `transformers`: the model
is a sentence-transformers StaticEmbedding over our own words, taught by MultipleNegativesRankingLoss, with one hard
negative a pair: the sentence nearest to the query, by the vectors it starts from, that holds none of the words wanted.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlp.embedding.pairs import Pair, gloss_pairs, joint_questions, questions, said_words, sentences, wordings
from nlp.embedding.static import Embedding, Vector, normalized, save

EPOCHS, BATCH, RATE, SCALE = 3, 512, 2e-3, 20.0
_COMMON = 1e-3
_GLOSSES = 30_000
_NEAREST = 30
_UNKNOWN = "[UNK]"


def train(start: Path, target: Path, texts: Sequence[str]) -> None:
    """Writes the trained model into a folder, with what each word counts beside its direction."""
    listed = [*questions(texts), *joint_questions(texts), *wordings()]
    glosses = random.Random(7).sample(list(gloss_pairs()), _GLOSSES)
    words, vectors = _starting(Embedding(start), [*listed, *glosses], texts)
    negatives = _negatives(listed, texts, words, vectors)
    model = _model(words, vectors)
    _teach(
        model, listed + glosses, negatives + [draw.answer for draw in random.Random(8).sample(glosses, len(glosses))]
    )
    save(target, words, model[0].embedding.weight.detach().numpy()[1:])


def _starting(embedding: Embedding, pairs: Sequence[Pair], texts: Sequence[str]) -> tuple[list[str], Vector]:
    """All words with vectors to start from, common words shorter; a word not known yet begins as its characters do."""
    counts = Counter(word for text in texts for word in said_words(text))
    counts.update(word for pair in pairs for word in said_words(pair.query))
    total = counts.total()
    words = embedding.words
    held = set(words)
    added = [word for word, count in counts.items() if count > 1 and word not in held]
    vectors = np.concatenate(
        [embedding.vectors(words), *(embedding.vectors(list(word)).sum(0)[None] for word in added)]
    )
    words = words + added
    weights = np.array([_COMMON / (_COMMON + counts[word] / total) for word in words], np.float32)
    return words, normalized(vectors) * weights[:, None]


def _negatives(pairs: Sequence[Pair], texts: Sequence[str], words: Sequence[str], vectors: Vector) -> list[str]:
    """For each pair a sentence near the query that holds none of its terms."""
    rows = {word: row for row, word in enumerate(words)}

    def embed(listed: Sequence[str]) -> Vector:
        sums = [vectors[[rows[word] for word in said_words(text) if word in rows]].sum(0) for text in listed]
        return normalized(np.stack(sums))

    draw = random.Random(9)
    near = embed(texts)
    found: list[str] = []
    for at in range(0, len(pairs), 512):
        part = pairs[at : at + 512]
        likeness = embed([pair.query for pair in part]) @ near.T
        best = np.argpartition(-likeness, _NEAREST, axis=1)[:, :_NEAREST]
        for pair, row, order in zip(part, likeness, best, strict=True):
            ranked = (texts[number] for number in order[np.argsort(-row[order])])
            found.append(
                next((text for text in ranked if not any(term in text for term in pair.terms)), draw.choice(texts))
            )
    return found


def _model(words: Sequence[str], vectors: Vector) -> Any:
    """A sentence-transformers model over our words, which come to it with blanks between them."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import WhitespaceSplit

    tokenizer = Tokenizer(WordLevel({_UNKNOWN: 0} | {word: row for row, word in enumerate(words, 1)}, _UNKNOWN))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    weights = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])
    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu")


def _teach(model: Any, pairs: Sequence[Pair], negatives: Sequence[str]) -> None:
    """Runs the training; the loss is printed as it falls."""
    from datasets import Dataset
    from sentence_transformers import SentenceTransformerTrainer, SentenceTransformerTrainingArguments
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss

    columns = {
        "query": [_spaced(pair.query) for pair in pairs],
        "answer": [_spaced(pair.answer) for pair in pairs],
        "negative": [_spaced(text) for text in negatives],
    }
    settings = SentenceTransformerTrainingArguments(
        output_dir=tempfile.mkdtemp(), save_strategy="no", report_to="none", use_cpu=True, seed=1, logging_steps=20,
        num_train_epochs=EPOCHS, per_device_train_batch_size=BATCH, learning_rate=RATE, warmup_steps=0.1,
    )  # fmt: skip
    loss = MultipleNegativesRankingLoss(model, scale=SCALE)
    SentenceTransformerTrainer(model, settings, Dataset.from_dict(columns), loss=loss).train()


def _spaced(text: str) -> str:
    return " ".join(said_words(text))


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]), sentences(map(Path, sys.argv[3:])))
