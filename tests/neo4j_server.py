"""A throw-away Neo4j community server for the tests.

Its jars come by Maven from their coordinates and stay in the user's cache; it runs on loopback, on a free port, in a
folder of its own that goes with it, and is always stopped by its process id.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from ports import free_port
from waiting import PATIENCE

from graph.stores.neo4j_schema import VERSION_LABEL

VERSION = "5.26.0"
ARTIFACTS = ("org.neo4j.app:neo4j-server", "org.neo4j:neo4j")
SHELL = ("org.neo4j:cypher-shell",)
ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
SHELL_MAIN = "org.neo4j.shell.Main"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "shanshui"
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shanshui.tests</groupId><artifactId>server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>{dependencies}</dependencies>
</project>
"""
DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"


def jars(name: str = "neo4j", artifacts: tuple[str, ...] = ARTIFACTS) -> Path:
    """The folder of a program's jars, filled by Maven the first time (half a minute with a near repository).

    Of several processes that run tests side by side, one fills it and the others wait.
    """
    kept = CACHE / f"{name}-{VERSION}"
    with (_made(CACHE) / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not kept.is_dir():
            _fetch(artifacts, kept)
    return kept


def _fetch(artifacts: tuple[str, ...], kept: Path) -> None:
    dependencies = "".join(DEPENDENCY.format(*artifact.split(":"), VERSION) for artifact in artifacts)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        Path(folder, "pom.xml").write_text(POM.format(dependencies=dependencies), "utf-8")
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder}/jars"]
        for last in (False, False, True):  # what a repository fails to send once, it may send the next time
            if not subprocess.run(["mvn", "-B", "-q", "-f", f"{folder}/pom.xml", *goal], check=last).returncode:
                break
        Path(folder, "jars").rename(kept)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _opened() -> list[str]:
    return [f"--add-opens={package}=ALL-UNNAMED" for package in OPENED]


class Account:
    """A server on which the tests may write, and as whom."""

    def __init__(self, uri: str, user: str, password: str) -> None:
        self.uri, self.user, self.password = uri, user, password

    def execute(self, statement: str) -> list[dict[str, Any]]:
        """The rows of a statement, run past the store."""
        with GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            return [record.data() for record in driver.execute_query(statement).records]

    def empty(self) -> None:
        """Takes everything out of the database but its schema, which takes seconds to make."""
        self.execute(f"MATCH (n) WHERE NOT n:{VERSION_LABEL} DETACH DELETE n")


class Server(Account):
    """A community server with a password of its own; it can be stopped, started again, and killed."""

    def __init__(self, *options: str) -> None:
        """`options` go to Java."""
        self.options = options
        self.home = Path(tempfile.mkdtemp(prefix="shanshui-neo4j-"))
        self.port = free_port()
        super().__init__(f"bolt://127.0.0.1:{self.port}", "neo4j", secrets.token_hex(8))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> float:
        """Starts the server and waits until it answers; returns the seconds that this took."""
        began = time.monotonic()
        self._configure(settings)
        command = ["java", "-Xmx1g", *self.options, *_opened()]
        command += ["-cp", f"{jars()}/*", ENTRY_POINT, f"--home-dir={self.home}", f"--config-dir={self.home}/conf"]
        with (self.home / "console.log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"Neo4j did not start:\n{(self.home / 'console.log').read_text()[-2000:]}")
            time.sleep(0.3)
        return time.monotonic() - began

    def stop(self, *, kill: bool = False) -> float:
        """Stops the server, politely or not; returns the seconds that this took."""
        began = time.monotonic()
        if self.process:
            self.process.kill() if kill else self.process.terminate()
            try:
                self.process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None
        return time.monotonic() - began

    def admin(self, *arguments: str, folder: Path | None = None) -> None:
        """Runs neo4j-admin on the server's data, in a folder; the server must not be running."""
        command = ["java", *_opened(), "-cp", f"{jars()}/*", ADMIN, *arguments]
        places = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        subprocess.run(command, env=os.environ | places, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    def shell(self, script: Path) -> None:
        """Runs a script with cypher-shell, which stops at the first statement that fails."""
        command = ["java", "-cp", f"{jars('cypher-shell', SHELL)}/*", SHELL_MAIN]
        account = ["--username", self.user, "--password", self.password, "--address", self.uri]
        subprocess.run([*command, *account, "--file", str(script)], check=True, stdout=subprocess.DEVNULL)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def _configure(self, settings: dict[str, str]) -> None:
        lines = {
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": "256m",
            "dbms.usage_report.enabled": "false",
            # A stop would wait five seconds each for connections and for threads that are gone already.
            "internal.server.bolt.connection_shutdown_wait_time": "0s",
            "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
            **settings,
        }
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        (_made(self.home / "conf") / "neo4j.conf").write_text(text, "utf-8")

    def _answers(self) -> bool:
        """Whether the server takes our password; the very first time, the one it comes with is changed to ours."""
        try:
            with GraphDatabase.driver(self.uri, auth=(self.user, self.password), connection_timeout=20) as driver:
                driver.verify_connectivity()
                return True
        except Neo4jError:
            return self._set_password()
        except DriverError:
            return False

    def _set_password(self) -> bool:
        try:
            with (
                GraphDatabase.driver(self.uri, auth=(self.user, "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=self.password).consume()
                return True
        except (DriverError, Neo4jError):
            return False


@contextmanager
def running(*options: str) -> Iterator[Server]:
    """A server for as long as the block lasts; prints the seconds that its start and its stop took."""
    server = Server(*options)
    try:
        print(f"\nNeo4j {VERSION} started in {server.start():.1f} s")
        yield server
        print(f"\nNeo4j {VERSION} stopped in {server.stop():.1f} s")
    finally:
        server.remove()
