"""Any sentence-transformers model as embedder (extra `transformers`): by its name on a hub or by its folder.

Models are asked as they were taught: `_PREFIXES` knows what to put before queries and passages by a part of the model's
name. Vectors are kept in a file by model and text, so that only what is new is embedded.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ShanshuiError
from nlp.embedding.static import Vector

# What stands before a query and before a passage.
_PREFIXES = {
    "e5": ("query: ", "passage: "),
    "bge": ("为这个句子生成表示以用于检索相关文章:", ""),
}
_BATCH = 64
_ASKED = 500


class ModelError(ShanshuiError):
    """A model that cannot be opened: the extra is not installed, or there is nothing under that name."""


class Transformer:
    """One model with its file of vectors; the model itself is opened when the first new text is embedded."""

    def __init__(self, name: str, kept: Path) -> None:
        """`name` is a folder or a name on a hub, `kept` the file of vectors, made where there is none."""
        self.name = name
        kept.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(kept, check_same_thread=False)
        self._kept.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID")

    def queries(self, texts: Sequence[str]) -> Vector:
        """A row of length one for each query."""
        return self._embedded([self._prefixes[0] + text for text in texts])

    def passages(self, texts: Sequence[str]) -> Vector:
        """A row of length one for each passage; those embedded before come from the file."""
        return self._embedded([self._prefixes[1] + text for text in texts])

    @property
    def _prefixes(self) -> tuple[str, str]:
        name = Path(self.name).name.lower()
        return next((both for word, both in _PREFIXES.items() if word in name), ("", ""))

    def _embedded(self, texts: Sequence[str]) -> Vector:
        keys = [hashlib.sha256(f"{self.name}\0{text}".encode()).hexdigest() for text in texts]
        held = self._held(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        listed = list(missing.items())
        for at in range(0, len(listed), _BATCH):
            part = listed[at : at + _BATCH]
            vectors = self._model.encode([text for _, text in part], batch_size=_BATCH, normalize_embeddings=True)
            rows = [(key, vector.astype(np.float16).tobytes()) for (key, _), vector in zip(part, vectors, strict=True)]
            with self._kept:
                self._kept.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            held.update(rows)
        return np.stack([np.frombuffer(held[key], np.float16) for key in keys]).astype(np.float32)

    def _held(self, keys: Sequence[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for at in range(0, len(keys), _ASKED):
            part = keys[at : at + _ASKED]
            marks = ",".join("?" * len(part))
            found.update(self._kept.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part).fetchall())
        return found

    @cached_property
    def _model(self) -> Any:
        """The model, on the graphics card where there is one."""
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError("a larger model needs: pip install 'shanshui[transformers]'") from error
        try:
            return SentenceTransformer(self.name)
        except (OSError, ValueError) as error:
            raise ModelError(f"there is no model to open under {self.name}") from error


def chosen() -> Transformer | None:
    """The model that the environment names (SHANSHUI_MODEL, a folder or a name on a hub); None where it names none.

    Vectors are kept in the folder for such things of the user (XDG_CACHE_HOME).
    """
    name = os.environ.get("SHANSHUI_MODEL", "")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Transformer(name, cache / "shanshui" / "vectors.sqlite") if name else None
