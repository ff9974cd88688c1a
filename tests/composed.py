"""docker-compose.yml as its engine reads it, and its containers run without an engine: the same command and
environment, with addresses on loopback in place of those between containers.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from waiting import PATIENCE

HOUSE = Path(__file__).parent.parent
COMPOSE = HOUSE / "docker-compose.yml"
_VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?P<how>:[-?])(?P<rest>[^}]*)\}")
_PROGRAM = "import cli; cli.main()"


class MissingVariableError(Exception):
    """A variable that has no default is not set."""


def composed(given: Mapping[str, str]) -> dict[str, Any]:
    """The file with its variables filled in; raises MissingVariableError for one that must be given and is not."""

    def fill(found: re.Match[str]) -> str:
        if value := given.get(found["name"]):
            return value
        if found["how"] == ":?":
            raise MissingVariableError(found["name"])
        return found["rest"]

    text = _VARIABLE.sub(fill, COMPOSE.read_text("utf-8")).replace("$$", "$")
    return dict(yaml.safe_load(text))


def variables() -> set[str]:
    """The names of all variables of the file, those that the build takes among them."""
    service = composed({"NEO4J_PASSWORD": "given"})["services"]["api"]
    named = {found["name"] for found in _VARIABLE.finditer(COMPOSE.read_text("utf-8"))}
    return named | set(service["build"]["args"])


def entry_point() -> str:
    """What the image starts, by its Dockerfile."""
    found = re.search(r"^ENTRYPOINT (\[.*\])$", (HOUSE / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert found
    (program,) = json.loads(found[1])
    return str(program)


class Container:
    """One service of the file; `addresses` maps what stands in it to what holds on this machine."""

    def __init__(self, service: Mapping[str, Any], addresses: Mapping[str, str]) -> None:
        self._addresses = addresses
        self.command = [sys.executable, "-c", _PROGRAM, *map(self._local, service["command"])]
        self.environment = {name: self._local(value) for name, value in service.get("environment", {}).items()}
        self._test = [self._local(word) for word in service.get("healthcheck", {}).get("test", [])]

    def run(self) -> subprocess.CompletedProcess[str]:
        """Runs it to its end."""
        return subprocess.run(self.command, env=self._around(), cwd=HOUSE, capture_output=True, text=True)

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        """Runs it beside the block and stops it as the engine does: told to end, then waited for."""
        process = subprocess.Popen(self.command, env=self._around(), cwd=HOUSE)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=PATIENCE)
            finally:
                process.kill()

    def healthy(self) -> bool:
        """Whether its health check, run as it stands in the file, succeeds."""
        kind, program, *rest = self._test
        assert (kind, program) == ("CMD", "python")
        return subprocess.run([sys.executable, *rest], capture_output=True).returncode == 0

    def _around(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(HOUSE)} | self.environment

    def _local(self, words: object) -> str:
        text = str(words)
        for there, here in self._addresses.items():
            text = text.replace(there, here)
        return text
