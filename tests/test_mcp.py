"""The tools of agents, used by the official client over both transports, on a real store of the starter corpus."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, MCPError, StdioServerParameters
from ports import free_port
from waiting import until

HOUSE = Path(__file__).parent.parent
TOOLS = {"ask", "search", "tasks_of", "targets_of", "compare", "documents_of", "read_document", "neighbourhood"}


class Agent:
    """A session with the server, whose calls wait for their results."""

    def __init__(self, client: Client, portal: BlockingPortal) -> None:
        self._client = client
        self._portal = portal

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        result = self._portal.call(self._client.call_tool, tool, arguments)
        assert not result.is_error, result.content
        content: dict[str, Any] = result.structured_content
        return content

    def failure(self, tool: str, **arguments: Any) -> str:
        result = self._portal.call(self._client.call_tool, tool, arguments)
        assert result.is_error
        return str(result.content[0].text)

    def tools(self) -> list[Any]:
        return list(self._portal.call(self._client.list_tools).tools)

    def resource(self, uri: str) -> str:
        return str(self._portal.call(self._client.read_resource, uri).contents[0].text)


@pytest.fixture(scope="module")
def command(starter_store: str) -> list[str]:
    """What starts the server over the starter corpus."""
    return ["-c", "from cli import main; main()", "mcp", "--store", starter_store]


@contextmanager
def session(client: Client) -> Iterator[Agent]:
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client) as running:
        yield Agent(running, portal)


@pytest.fixture(scope="module")
def agent(command: list[str]) -> Iterator[Agent]:
    with session(Client(StdioServerParameters(command=sys.executable, args=command, cwd=HOUSE))) as running:
        yield running


@pytest.fixture(scope="module")
def agent_by_http(command: list[str]) -> Iterator[Agent]:
    port = free_port()
    server = subprocess.Popen([sys.executable, *command, "--http", "--port", str(port)], cwd=HOUSE)
    try:
        wait_for(port, server)
        with session(Client(f"http://127.0.0.1:{port}/mcp")) as running:
            yield running
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Returns once something listens on a port of this machine."""

    def listens() -> bool:
        assert server.poll() is None, "the server did not start"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        return False

    until(listens, "a server that listens")


@pytest.mark.parametrize("transport", ["agent", "agent_by_http"])
def test_session_of_an_agent_ends_in_an_answer_with_its_source(request: pytest.FixtureRequest, transport: str) -> None:
    """As an agent goes about it: a name that means nothing, the right one, and the wording around what was found."""
    agent: Agent = request.getfixturevalue(transport)
    assert {tool.name for tool in agent.tools()} >= TOOLS
    assert "names the department 火星局" in agent.failure("tasks_of", department="火星局", place="Qiandongnan")
    found = agent.call("tasks_of", department="water bureau", role="lead", place="Qiandongnan")
    assert [task["key"] for task in found["tasks"]] == ["四/(二)/7", "四/(二)/9"]
    for task in found["tasks"]:
        around = agent.call("read_document", document=task["document"], start=task["start"], length=2000)
        assert around["text"].startswith(task["text"][:20]) and task["quote"] in around["text"]
        assert task["name"] == agent.resource(task["resource"])[task["evidence_start"] : task["evidence_end"]]


def test_tools_say_what_they_do_and_what_they_return(agent: Agent) -> None:
    tools = agent.tools()
    assert {tool.name for tool in tools} >= TOOLS
    assert all(tool.description and tool.output_schema and tool.annotations.read_only_hint for tool in tools)


@pytest.mark.parametrize(("department", "place"), [("water bureau", "Qiandongnan"), ("水务局", "黔东南州")])
def test_tasks_that_the_water_bureau_leads_come_with_the_words_that_say_so(
    agent: Agent, department: str, place: str
) -> None:
    found = agent.call("tasks_of", department=department, role="lead", place=place)
    assert found["total"] == len(found["tasks"]) >= 2
    for task in found["tasks"]:
        assert task["name"] in task["quote"] and task["role"] == "lead"
        text = agent.resource(task["resource"])
        assert text[task["evidence_start"] : task["evidence_end"]] == task["name"]
        assert task["quote"] in text


def test_question_in_words_is_answered_with_evidence(agent: Agent) -> None:
    answer = agent.call("ask", question="which tasks does the water bureau lead in Qiandongnan")
    listed = agent.call("tasks_of", department="water bureau", role="lead", place="Qiandongnan")
    assert {task["id"] for task in answer["tasks"]} == {task["task"] for task in listed["tasks"]}
    assert not answer["none"] and answer["evidence"]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("tasks_of", {"department": "火星局"}, "no document that is held names the department 火星局"),
        ("tasks_of", {"department": "Ministry of Magic"}, "names the department Ministry of Magic"),
        ("tasks_of", {"department": "水务局", "place": "Atlantis"}, "there is no place called Atlantis"),
        ("tasks_of", {"department": "水务局", "place": "拉萨"}, "no document that is held governs 拉萨"),
        ("tasks_of", {"department": "水务局", "role": "boss"}, "there is no role called boss"),
        ("tasks_of", {}, "department"),
        ("targets_of", {"indicator": "幸福指数"}, "no document that is held measures 幸福指数"),
        ("compare", {"places": ["杭州", "Atlantis"]}, "there is no place called Atlantis"),
        ("compare", {"places": ["杭州", "黔东南"], "domain": "magic"}, "no field of policy called magic"),
        ("search", {"query": "河", "place": "Atlantis"}, "Atlantis is no place"),
        ("read_document", {"document": "none-0000"}, "there is no document none-0000"),
        ("neighbourhood", {"label": "Bureau", "id": "1"}, "there is no kind of node called Bureau"),
        ("neighbourhood", {"label": "Task", "id": "none"}, "there is no Task with the id none"),
    ],
)
def test_name_that_means_nothing_is_an_error_that_says_so(
    agent: Agent, tool: str, arguments: dict[str, Any], said: str
) -> None:
    assert said in agent.failure(tool, **arguments)


def test_department_without_tasks_in_a_role_is_an_empty_list_that_says_why(agent: Agent) -> None:
    found = agent.call("tasks_of", department="水务局", role="cooperating", place="Qiandongnan")
    assert found["tasks"] == [] and "is known" in found["note"]


def test_targets_of_an_indicator_are_quoted(agent: Agent) -> None:
    found = agent.call("targets_of", indicator="森林覆盖率", place="Qiandongnan")
    assert found["total"] > 0
    for target in found["targets"]:
        assert target["text"].replace("\n", "") in target["quote"].replace("\n", "")


def test_places_are_compared_by_the_indicators_they_share(agent: Agent) -> None:
    found = agent.call("compare", places=["Hangzhou", "Qiandongnan"])
    assert found["places"] == ["杭州市", "黔东南苗族侗族自治州"]
    assert [line["indicator"] for line in found["indicators"] if len(line["cells"]) == 2]


def test_excerpts_of_a_document_join_to_its_resource(agent: Agent) -> None:
    document = agent.call("documents_of", place="嵊州")["result"][0]["document"]
    whole, start = "", 0
    while start is not None:
        excerpt = agent.call("read_document", document=document, start=start, length=3000)
        whole += excerpt["text"]
        start = excerpt["next"]
    assert whole == agent.resource(f"shanshui://documents/{document}")
    assert excerpt["sections"] and excerpt["characters"] == len(whole)


def test_neighbourhood_of_a_department_holds_its_tasks(agent: Agent) -> None:
    task = agent.call("tasks_of", department="水务局", limit=1)["tasks"][0]
    around = agent.call("neighbourhood", label="Department", id=task["department"])
    assert task["task"] in {each["id"] for each in around["neighbours"] if each["edge"] == "OWNED_BY"}


def test_resource_that_is_not_held_is_an_error(agent: Agent) -> None:
    with pytest.raises(MCPError, match="there is no document none-0000"):
        agent.resource("shanshui://documents/none-0000")
    assert document_count(agent) > 20


def document_count(agent: Agent) -> int:
    return agent.resource("shanshui://documents").count('"document"')
