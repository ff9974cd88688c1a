"""The errors a researcher can meet: one root and few children, each message one plain sentence."""

from __future__ import annotations

import json
from typing import Self


class ShanshuiError(Exception):
    """Root of all errors raised on purpose; its message can be shown to a person as it stands."""


class UnreadableFileError(ShanshuiError):
    """A file that cannot become text.

    The message names the file and the cause, for example `plan.pdf: the file is cut short (no end-of-file mark)`.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keeps the path and the reason apart, so that reports can list them in columns."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Its parts, so that it can come from another process."""
        return type(self), (self.path, self.reason)


def refusal(error: OSError) -> str:
    """What the operating system refuses, in its own words without the number."""
    return (error.strerror or "input or output failed").lower()


def why_unread(error: OSError | ValueError) -> str:
    """Why a file cannot be read, in plain words, from what the system or a decoder says of it."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case PermissionError():
            return "no permission to read it"
        case OSError():
            return f"it cannot be read ({refusal(error)})"
        case UnicodeDecodeError():
            return "it is not text in UTF-8"
        case json.JSONDecodeError():
            return f"it is not JSON (line {error.lineno}: {error.msg.lower()})"
        case _:
            return "its name is none that a file can have"


class VocabularyError(ShanshuiError):
    """A vocabulary file that breaks its own rules: an alias used twice, a cycle, a missing field."""


class ClusterError(ShanshuiError):
    """A cluster that cannot be reached, or whose workers cannot do the work."""


class StoreError(ShanshuiError):
    """A store that cannot be opened, read or written."""
