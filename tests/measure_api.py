"""How many requests the API answers, and how fast: `python tests/measure_api.py` (needs `wrk`, a package of Debian).

A server of its own over a store (the starter corpus, or `--store`) is asked on loopback for lists, passages and answers
in turn, once with replies kept and once without. Prints the machine, its load, and for each round the requests a
second, the median and 95th percentile of the time to answer, the failures, the memory, and the requests for every
second of processor time that the server itself used, which does not hang on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

STARTER = Path(__file__).parent.parent / "corpus" / "starter"
PLACES = ("黔东南", "杭州", "嵊州", "Hangzhou", "Qiandongnan")
BODIES = ("水务局", "生态环境局", "water bureau", "农业农村局", "住房城乡建设局")
WORDS = (
    "黑臭水体",
    "森林覆盖率",
    "秸秆焚烧",
    "饮用水源",
    "sewage",
    "扬尘",
    "air quality",
    "垃圾分类",
    "督察整改",
    "PM2.5",
)
ASKED = ("{}牵头哪些任务", "which tasks does the {} carry", "{}负责的任务有多少", "{}2025年底前要完成什么")

SCRIPT = """
local paths = {{{paths}}}
local at = 0
request = function() at = at + 1; return wrk.format("GET", paths[at % #paths + 1]) end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def paths() -> list[str]:
    """Lists with their filters, passages and answers: a third of each."""
    lists = [f"/{name}?limit=50&place={quote(place)}" for name in ("tasks", "targets", "projects") for place in PLACES]
    lists += [f"/responsibilities?limit=50&department={quote(body)}" for body in BODIES]
    searches = [f"/search?q={quote(word)}&place={quote(place)}" for word in WORDS for place in ("", "杭州")]
    answers = [f"/ask?q={quote(form.format(body))}" for form in ASKED for body in BODIES]
    return [f"/api/v1{path}" for three in zip(lists, searches, answers, strict=True) for path in three]


@contextmanager
def server(store: str, **settings: str):
    """A server over a store, as a process of its own: its address and its process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from cli import main; main()", "serve", "--only", "api", "--store", store]
    environment = os.environ | {"SHANSHUI_RATE": "0", "SHANSHUI_LOG": "0"} | settings
    process = subprocess.Popen([*command, "--api-port", str(port)], env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/api/v1/ask?q=任务".replace("任务", quote("任务")))
                break
            except OSError:
                time.sleep(0.1)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def used(pid: int) -> tuple[float, float]:
    """Seconds of processor time that a process has used, and its memory in megabytes."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), resident


def measure(address: str, pid: int, seconds: int, callers: int) -> str:
    """One round of load, in a line."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=", ".join(f'"{path}"' for path in paths())))
        script.flush()
        before, _ = used(pid)
        command = ["wrk", "-t1", f"-c{callers}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name, address]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        after, memory = used(pid)
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", told)
    assert found, told
    requests, duration, median, high, errors = map(int, found.groups())
    rate, processor = requests / (duration / 1e6), requests / (after - before)
    return (
        f"{requests} requests, {errors} failed, {rate:.0f}/s, median {median / 1000:.0f} ms, p95 {high / 1000:.0f} ms, "
        f"{processor:.0f} requests per second of processor time, {memory:.0f} MB"
    )


def main() -> None:
    """Measures, and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", default="", help="a store that is there; the starter corpus by default")
    options.add_argument("--seconds", type=int, default=20, help="of each round")
    options.add_argument("--callers", type=int, default=8, help="that ask at the same time")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or f"{folder}/store"
        if not given.store:
            ingest = [sys.executable, "-c", "from cli import main; main()", "ingest", str(STARTER), "--store", store]
            subprocess.run(ingest, check=True, capture_output=True)
        print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for name, settings in (("replies kept", {}), ("no reply kept", {"SHANSHUI_REPLIES": "0"})):
            with server(store, **settings) as (address, pid):
                print(f"{name}: {measure(address, pid, given.seconds, given.callers)}", flush=True)


if __name__ == "__main__":
    main()
