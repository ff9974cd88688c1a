"""An index on disk: the next process opens at once what the one before had to build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Words = dict[str, Any]
_WORDS = "words.json"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of an index; it holds one at a time, under a name that tells what it was built from."""

    folder: Path
    name: str

    def open(self) -> tuple[dict[str, Array], Words] | None:
        """The arrays of the index, left on disk until they are read, and its words; None where it is not there."""
        place = self.folder / self.name
        try:
            words = json.loads((place / _WORDS).read_text("utf-8"))
            # As plain arrays: every slice of a mapped one is an object of its own class, which costs.
            return {path.stem: np.asarray(np.load(path, mmap_mode="r")) for path in place.glob("*.npy")}, words
        except (OSError, ValueError):
            return None

    def keep(self, arrays: Mapping[str, Array], words: Words) -> None:
        """Writes an index in place of the one before; where the folder cannot be written, nothing is kept."""
        try:
            self.folder.mkdir(exist_ok=True)
            made = Path(mkdtemp(dir=self.folder))
        except OSError:
            return
        try:
            for name, array in arrays.items():
                np.save(made / f"{name}.npy", array)
            (made / _WORDS).write_text(json.dumps(words, ensure_ascii=False), "utf-8")
            # Only a whole index bears the name; what bears it already could not be opened.
            shutil.rmtree(self.folder / self.name, ignore_errors=True)
            made.replace(self.folder / self.name)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            return
        for other in self.folder.iterdir():
            if other.name != self.name:
                shutil.rmtree(other, ignore_errors=True)
