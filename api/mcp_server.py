"""The graph as tools for language-model agents, over the Model Context Protocol.

A tool that cannot answer says why in one sentence (an unknown bureau, a place without a plan): an empty list stands
only where every name is known and nothing fits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from api import findings
from api.access import Access
from api.answer_rows import Answer
from api.findings import Comparison, Excerpt, Neighbourhood, Passages, Targets, Tasks
from api.rows import DocumentRow
from corpus.errors import ShanshuiError
from graph.naming import place_filter
from graph.store import UnknownNameError

P = ParamSpec("P")
R = TypeVar("R")

INSTRUCTIONS = """
Chinese environmental policy plans as a graph: tasks, the departments that carry them, targets, deadlines, rivers,
projects and citations, each with the words it was read from. Names may be given in Chinese or English (水务局, water
bureau; 黔东南, Qiandongnan). Use `ask` for a question in words, `tasks_of` and `targets_of` for complete lists,
`compare` for places side by side, `search` for passages, `read_document` for the wording around a fact. Quote the words
(`quote`) and name the document when you report a fact. What a tool calls unknown is not in these documents: say so, do
not guess.
"""

Place = Annotated[str, Field(description="A place in Chinese or English; empty for all.", examples=["Qiandongnan"])]
Limit = Annotated[int, Field(ge=1, le=500, description="The most rows to give.")]
READING = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def honest(tool: Callable[P, R]) -> Callable[P, R]:
    """A tool whose failures on purpose reach the agent as the sentence that they are."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        except ShanshuiError as error:
            raise ToolError(str(error)) from error

    return told


def create_server(graph: Access) -> MCPServer[Any]:
    """The server with its tools and resources over an open store, ready to run on either transport."""
    server: MCPServer[Any] = MCPServer(
        "shanshui", title="Shanshui 山水", instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in (*question_tools(graph), *list_tools(graph), *reading_tools(graph)):
        server.add_tool(honest(tool), annotations=READING)
    add_resources(server, graph)
    return server


def question_tools(graph: Access) -> tuple[Callable[..., Any], ...]:
    """Tools that take words: `ask`, `search`."""

    def ask(
        question: Annotated[str, Field(min_length=1, max_length=1000, examples=["水务局牵头哪些任务"])],
    ) -> Answer:
        """Answer a question in Chinese or English from the graph, with the words the answer rests on.

        `none` is true where the documents hold no answer; `text` then says what is missing.
        """
        return Answer.model_validate(graph.ask(question))

    def search(
        query: Annotated[str, Field(min_length=1, max_length=1000, examples=["black and odorous water"])],
        k: Annotated[int, Field(ge=1, le=50, description="How many passages.")] = 10,
        place: Place = "",
        department: Annotated[str, Field(description="Only tasks of this department.")] = "",
        year: Annotated[str, Field(description="Only plans that cover this year.")] = "",
        domain: Annotated[str, Field(description="Only tasks of this field: water, air, soil, waste …")] = "",
    ) -> Passages:
        """Find the passages of plans that fit a query in Chinese or English best."""
        facets = {"city": place, "department": department, "year": year, "domain": domain}
        return findings.find_passages(graph, query, k, facets)

    return ask, search


def list_tools(graph: Access) -> tuple[Callable[..., Any], ...]:
    """Tools that take names: `tasks_of`, `targets_of`, `compare`, `documents_of`."""

    def tasks_of(
        department: Annotated[str, Field(min_length=1, max_length=200, examples=["水务局", "water bureau"])],
        role: Annotated[str, Field(description="lead, responsible, cooperating or supervising; empty for all.")] = "",
        place: Place = "",
        limit: Limit = 100,
    ) -> Tasks:
        """List the tasks that a department carries, in a role and a place, each with the clause that says so.

        A department that no document names is an error.
        """
        return findings.find_tasks(graph, department, role, place, limit)

    def targets_of(
        indicator: Annotated[str, Field(description="An indicator: PM2.5, 森林覆盖率; empty for all.")] = "",
        place: Place = "",
        year: Annotated[str, Field(max_length=4, description="The year by which they are to be reached.")] = "",
        limit: Limit = 100,
    ) -> Targets:
        """List quantitative targets and results of an indicator, a place and a year, each with its clause.

        An indicator that no document measures is an error.
        """
        return findings.find_targets(graph, indicator, place, year, limit)

    def compare(
        places: Annotated[list[str], Field(min_length=2, max_length=20, examples=[["杭州", "Qiandongnan"]])],
        indicator: Annotated[str, Field(description="Only this indicator.")] = "",
        domain: Annotated[str, Field(description="Only this field: water, air, soil, waste …")] = "",
    ) -> Comparison:
        """Set places side by side: who sets which target, who carries which kind of task, what has no counterpart."""
        return findings.find_comparison(graph, places, indicator, domain)

    def documents_of(place: Place = "") -> list[DocumentRow]:
        """List the documents that are held, of a place or all."""
        rows = graph.run("documents", **place_filter(graph, place))
        return [DocumentRow.model_validate(row) for row in rows]

    return tasks_of, targets_of, compare, documents_of


def reading_tools(graph: Access) -> tuple[Callable[..., Any], ...]:
    """Tools that take ids: `read_document`, `neighbourhood`."""

    def read_document(
        document: Annotated[str, Field(min_length=1, max_length=300, description="The id of a document.")],
        start: Annotated[int, Field(ge=0, description="Where to begin, in characters.")] = 0,
        length: Annotated[int, Field(ge=1, le=50_000, description="How many characters.")] = 8000,
    ) -> Excerpt:
        """Read a document from `start` on, with its outline; all spans of facts refer to this text."""
        return findings.read(graph, document, start, length)

    def neighbourhood(
        label: Annotated[str, Field(description="The kind of node: Document, Department, Task, Target …")],
        id: Annotated[str, Field(min_length=1, max_length=300, description="Its id.")],
        limit: Limit = 100,
    ) -> Neighbourhood:
        """Show the edges of a node of the graph, each with the document and span that state it."""
        return findings.find_neighbours(graph, label, id, limit)

    return read_document, neighbourhood


def add_resources(server: MCPServer[Any], graph: Access) -> None:
    """The list of documents and the text of each."""

    @server.resource(findings.SCHEME.rstrip("/"), name="documents", mime_type="application/json")
    def documents() -> list[dict[str, Any]]:
        """The documents that are held."""
        return graph.run("documents")

    @server.resource(findings.SCHEME + "{document}", name="document", mime_type="text/plain")
    def document(document: str) -> str:
        """The whole text of a document, to which all spans refer."""
        try:
            return str(findings.whole_text(graph, document)["text"])
        except UnknownNameError as error:
            raise ResourceNotFoundError(str(error)) from error
