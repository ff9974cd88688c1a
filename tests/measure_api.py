"""How many requests the API answers, and how fast: `python tests/measure_api.py` (needs `wrk`, a package of Debian).

A server of its own over a store (the starter corpus, or `--store`) is asked on loopback for lists, passages and answers
at the same time, a third of the callers for each. What is asked is made from the names that the store itself lists:
thousands of paths, of which the first are asked far more often than the last, as people do. Prints the machine, its
load, and for each kind the requests a second, the median, the 95th percentile and the failures; then the memory of the
server, taken every ten seconds, and by how much it grew in the last half. `--replies 0` keeps no reply.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from ports import free_port
from serving import STARTER

SHANSHUI = [sys.executable, "-c", "from cli import main; main()"]
EVERY = 10  # seconds between two looks at the memory
MOST = 3000  # paths of a kind
YEARS = ("", "2023", "2024", "2025", "2030")
WORDS = (
    "黑臭水体",
    "秸秆焚烧",
    "饮用水源",
    "sewage",
    "扬尘",
    "air quality",
    "垃圾分类",
    "督察整改",
    "PM2.5",
    "black water",
)
ASKED = (
    "{place}{body}牵头哪些任务",
    "{place}的{body}负责什么",
    "{place}{year}年底前要完成什么",
    "{place}{indicator}的目标是多少",
    "{place}哪些任务涉及{water}",
    "{place}有哪些项目",
    "{place}一共有多少项任务",
    "which tasks does the water bureau carry in {place}",
)

SCRIPT = """
local paths = {{}}
for line in io.lines("{file}") do paths[#paths + 1] = line end
math.randomseed({seed})
request = function() return wrk.format("GET", paths[math.ceil(#paths * (1 - math.random()) ^ 3)]) end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def listed(address: str, path: str, field: str) -> list[str]:
    """What a list of the server says in one field, at most two hundred."""
    with urllib.request.urlopen(f"{address}/api/v1/{path}?limit=200") as answer:
        return [row[field] for row in json.load(answer)["items"] if row[field]]


def paths(address: str) -> dict[str, list[str]]:
    """What is asked of each kind, in an order by chance that is the same at every run."""
    chance = random.Random(1)
    governed = [[name for name in row if not name.isdigit()] for row in listed(address, "documents", "places")]
    places = list(dict.fromkeys(row[-1] for row in governed if row))
    bodies = ["水务局", "生态环境局", *listed(address, "departments", "canonical")]
    waters, indicators = listed(address, "waters", "name"), listed(address, "indicators", "name")
    lists = [
        (name, {"place": place, "year": year}) for name in ("tasks", "targets") for place in places for year in YEARS
    ]
    lists += [
        (name, {"place": place}) for name in ("deadlines", "waters", "projects", "departments") for place in places
    ]
    lists += [("responsibilities", {"department": body, "year": year}) for body in bodies for year in YEARS]
    words = [*WORDS, *waters, *indicators, *listed(address, "projects", "name")]
    searches = [("search", {"q": word, "place": place}) for word in words for place in ("", *places[:4])]
    named = {"place": places, "body": bodies[:30], "year": YEARS[1:], "indicator": indicators, "water": waters}
    answers = [
        ("ask", {"q": form.format(**{name: chance.choice(each) for name, each in named.items()})})
        for form in ASKED
        for _ in range(MOST // len(ASKED))
    ]
    return {
        kind: [f"/api/v1/{path}?{urlencode(given)}" for path, given in chance.sample(all, min(MOST, len(all)))]
        for kind, all in (("lists", lists), ("search", searches), ("ask", answers))
    }


@contextmanager
def server(store: str, **settings: str) -> Iterator[tuple[str, int]]:
    """A server over a store, as a process of its own: its address and its process id."""
    environment = os.environ | {"SHANSHUI_RATE": "0", "SHANSHUI_LOG": "0"} | settings
    port = str(free_port())
    process = subprocess.Popen(
        [*SHANSHUI, "serve", "--only", "api", "--store", store, "--api-port", port], env=environment
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str) -> None:
    """Returns once a server answers a question and a search, for which it has to learn its store first."""
    for path in ("/live", "/api/v1/ask?q=PM2.5", "/api/v1/search?q=PM2.5"):
        for _ in range(1200):
            try:
                urllib.request.urlopen(address + path, timeout=60)
                break
            except OSError:
                time.sleep(0.1)


def memory(pid: int) -> float:
    """The memory of a process in megabytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def load(address: str, pid: int, seconds: int, callers: int) -> None:
    """One round of load by a `wrk` for each kind; prints what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        running = {}
        for kind, asked in paths(address).items():
            file, script = Path(folder, kind), Path(folder, f"{kind}.lua")
            file.write_text("\n".join(asked))
            script.write_text(SCRIPT.format(file=file, seed=len(asked)))
            command = ["wrk", "-t1", f"-c{callers}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script), address]
            running[kind] = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            print(f"{kind}: {len(asked)} paths, {callers} callers")
        grown = []
        while any(each.poll() is None for each in running.values()):
            grown.append(memory(pid))
            time.sleep(EVERY)
    everything = 0.0
    for kind, each in running.items():
        found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", each.stdout.read() if each.stdout else "")
        assert found, f"wrk on {kind} ended with {each.returncode}"
        requests, duration, median, high, errors = map(int, found.groups())
        everything += requests / (duration / 1e6)
        print(
            f"{kind:7} {requests} requests, {errors} failed, {requests / (duration / 1e6):.0f}/s, "
            f"median {median / 1000:.0f} ms, p95 {high / 1000:.0f} ms"
        )
    middle = grown[len(grown) // 2]
    print(f"together {everything:.0f}/s; memory in MB: {' '.join(f'{each:.0f}' for each in grown)}", end="; ")
    print(f"{100 * (grown[-1] / middle - 1):+.1f} % over the last half", flush=True)


def main() -> None:
    """Measures, and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", default="", help="a store that is there; the starter corpus by default")
    options.add_argument("--seconds", type=int, default=30)
    options.add_argument("--callers", type=int, default=2, help="of each kind, that ask at the same time")
    options.add_argument("--replies", default="64", help="megabytes of replies that are kept")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or f"{folder}/store"
        if not given.store:
            subprocess.run([*SHANSHUI, "ingest", str(STARTER), "--store", store], check=True, capture_output=True)
        machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        print(f"{machine}, {given.replies} MB of replies kept")
        with server(store, SHANSHUI_REPLIES=given.replies) as (address, pid):
            load(address, pid, given.seconds, given.callers)


if __name__ == "__main__":
    main()
