"""docker-compose.yml and Dockerfile: valid, without a password of their own, and every command in them works."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import httpx
import pytest
from compose_spec import PyCompose
from composed import HOUSE, Container, MissingVariableError, composed, entry_point, variables
from neo4j_server import Server
from ports import free_port
from waiting import PATIENCE, until

GIVEN = {"NEO4J_PASSWORD": "eight-letters"}
EXAMPLE, DOCKERFILE = ((HOUSE / name).read_text("utf-8") for name in (".env.example", "Dockerfile"))


def test_compose_file_is_what_the_specification_allows() -> None:
    read = PyCompose.from_json(json.dumps(composed(GIVEN)))
    assert sorted(read.service_names()) == ["api", "ingest", "neo4j", "ui"]


def test_compose_validator_refuses_what_the_specification_does_not_know() -> None:
    wrong = composed(GIVEN)
    wrong["services"]["api"]["depends_on"]["neo4j"]["condition"] = "service_happy"
    with pytest.raises(ValueError, match="service_happy"):
        PyCompose.from_json(json.dumps(wrong))


def test_password_has_no_default() -> None:
    with pytest.raises(MissingVariableError, match="NEO4J_PASSWORD"):
        composed({})
    services = composed(GIVEN)["services"]
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/eight-letters"
    assert {services[name]["environment"]["NEO4J_PASSWORD"] for name in ("api", "ingest")} == {"eight-letters"}
    assert "NEO4J_PASSWORD" not in services["ui"]["environment"]


def test_example_names_every_variable_and_asks_for_the_password_alone() -> None:
    read = {"COMPOSE_PROFILES"}  # by the engine itself
    given_to_pip = {"PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"}
    assert set(re.findall(r"^(?:# )?([A-Z0-9_]+)=", EXAMPLE, re.MULTILINE)) - read == variables() - given_to_pip
    assert re.findall(r"^[A-Z0-9_]+=.*", EXAMPLE, re.MULTILINE) == ["NEO4J_PASSWORD=", "COMPOSE_PROFILES=ingest"]


def test_first_start_loads_the_starter_corpus_and_the_api_begins_anew_until_there_is_a_graph() -> None:
    services = composed(GIVEN)["services"]
    assert services["ingest"]["profiles"] == ["ingest"]
    assert [volume["source"] for volume in services["ingest"]["volumes"]] == ["./corpus/starter"]
    assert services["api"]["restart"] == "unless-stopped"


def test_what_the_api_keeps_beside_the_graph_outlives_its_container() -> None:
    (volume,) = composed(GIVEN)["services"]["api"]["volumes"]
    name, _, folder = volume.partition(":")
    assert name in composed(GIVEN)["volumes"]
    assert f"\nWORKDIR {folder}\n" in DOCKERFILE  # where verdicts are kept, by docs/explorer.md


def test_nothing_listens_beyond_this_machine() -> None:
    for service in composed(GIVEN)["services"].values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


def test_api_and_ingest_wait_for_a_healthy_server() -> None:
    services = composed(GIVEN)["services"]
    assert "cypher-shell" in services["neo4j"]["healthcheck"]["test"]
    for name in ("api", "ingest"):
        assert services[name]["depends_on"]["neo4j"] == {"condition": "service_healthy"}


def test_dockerfile_has_no_fault_that_its_linter_knows() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([str(linter), str(HOUSE / "Dockerfile")], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_image_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\d+)$", DOCKERFILE, re.MULTILINE)
    assert users == ["10001"]


def test_image_searches_with_the_model_that_was_built_into_it() -> None:
    """The folder ends in the name of the model, by which `nlp/embedding/transformer.py` knows its prefixes."""
    assert '"$EMBEDDING_MODEL" "/opt/embedding/$EMBEDDING_MODEL"' in DOCKERFILE
    assert "\nENV SHANSHUI_MODEL=${EMBEDDING_MODEL:+/opt/embedding/$EMBEDDING_MODEL}\n" in DOCKERFILE


def test_image_gets_every_room_and_every_file_in_it() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    rooms = [room.removesuffix("*") for room in project["tool"]["setuptools"]["packages"]["find"]["include"]]
    let_in = re.findall(r"^!(.+)$", (HOUSE / ".dockerignore").read_text("utf-8"), re.MULTILINE)
    assert set(let_in) == {"pyproject.toml", "constraints.txt", "README.md", *rooms}
    packed = project["tool"]["setuptools"]["package-data"]
    for room in rooms:
        taken = {path for pattern in packed.get(room, []) for path in (HOUSE / room).glob(pattern)}
        files = {path for path in (HOUSE / room).rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
        assert files <= taken, room


def test_image_starts_the_program_that_the_project_installs() -> None:
    assert f'{entry_point()} = "cli:main"' in (HOUSE / "pyproject.toml").read_text("utf-8")


def test_api_without_a_graph_says_so_in_a_line_and_ends(tmp_path: Path) -> None:
    api = Container(composed(GIVEN)["services"]["api"], {"bolt://neo4j:7687": str(tmp_path / "store")})
    done = api.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"shanshui: .*: there is no store here; `shanshui ingest` makes one\n", done.stderr)


def test_containers_work_on_an_embedded_store(tmp_path: Path) -> None:
    assert_containers_work({"bolt://neo4j:7687": str(tmp_path / "store")}, GIVEN)


@pytest.mark.neo4j
def test_containers_work_on_a_real_server(server: Server) -> None:
    assert_containers_work({"bolt://neo4j:7687": server.uri}, {"NEO4J_PASSWORD": server.password})


def assert_containers_work(graph: dict[str, str], given: dict[str, str]) -> None:
    """Runs ingest to its end, then API and explorer together, and asks both over HTTP."""
    api_port, ui_port = str(free_port()), str(free_port())
    places = {"api:8600": f"127.0.0.1:{api_port}", "0.0.0.0": "127.0.0.1", "/plans": str(HOUSE / "corpus" / "starter")}
    places |= graph | {"8600": api_port, "8601": ui_port}
    services = composed(given)["services"]
    ingest, api, ui = (Container(services[name], places) for name in ("ingest", "api", "ui"))
    done = ingest.run()
    assert done.returncode == 0, done.stderr
    with api.running() as serving, ui.running() as exploring:
        until(api.healthy, "the health of the API")
        until(ui.healthy, "the health of the explorer")
        with httpx.Client(timeout=PATIENCE) as client:
            ready = client.get(f"http://127.0.0.1:{api_port}/ready").json()
            assert ready["nodes"]["Document"] > 10
            answer = client.get(f"http://127.0.0.1:{api_port}/api/v1/ask", params={"q": "水务局牵头哪些任务"})
            assert answer.json()["tasks"]
            assert "<title>山水 Shanshui</title>" in client.get(f"http://127.0.0.1:{ui_port}/").text
    assert serving.returncode == 0
    assert exploring.returncode is not None
