"""The reference of the API in Markdown, made from its OpenAPI description: `python -m api.reference > docs/api.md`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from api.app import create_app
from api.settings import Settings

HEAD = """# The HTTP API

Made from the description that the server gives at `/openapi.json`, by `python -m api.reference > docs/api.md`. Try it
in a browser at `/docs`, with or without the internet. Every failure has one shape, `application/problem+json`: `type`,
`title`, `status`, `detail` (one sentence), `instance`. What writes is there only where the server was given keys, and
then the embedded store belongs to the server alone.

Every answer carries `X-Request-Id` (the one that was sent, or a new one), by which the log of the server finds it.
Answers that hang on the store alone carry an `ETag`; sent back as `If-None-Match` it gives 304 until the store changes.
A list is cut into pages by `limit` and either `cursor` (which fails with 409 once the store has changed, so that no row
is missed or seen twice) or `offset`; one without rows says in `notes` which name in a filter nothing held goes by. It
comes as CSV or XLSX with `.csv` or `.xlsx` behind its path, or by `Accept`. A parameter that an operation does not take
is refused with 422, which names the nearest one. A request whose head is longer than 64 kB never reaches the service:
it gets 400 in plain text. `DELETE /api/v1/documents/ID` removes a document, as `shanshui remove` does at a terminal.

CSV holds values as they are; whoever opens it in a spreadsheet program takes XLSX, in which no words become a formula.

A server that takes files in, from whoever has the key, a list asked for, and a file sent in:

```sh
SHANSHUI_API_KEYS=$(printf %s KEY | sha256sum | cut -c1-64) shanshui serve
curl 'http://127.0.0.1:8600/api/v1/responsibilities?department=water%20bureau&role=lead&place=Qiandongnan'
curl -H 'X-API-Key: KEY' --data-binary @plan.pdf 'http://127.0.0.1:8600/api/v1/documents?name=plan.pdf'
```
"""
Node = dict[str, Any]


def reference() -> str:
    """The whole reference: every operation with its parameters, and every shape with its fields."""
    described = create_app(Settings(keys=("",), cypher=True)).openapi()
    lines = [HEAD, *setting_lines(), "## Operations\n"]
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            lines += operation_lines(method.upper(), path, operation)
    lines.append("## Shapes\n")
    for name, shape in described["components"]["schemas"].items():
        lines += shape_lines(name, shape)
    return "\n".join(lines).rstrip() + "\n"


def setting_lines() -> Iterator[str]:
    """The settings of the server."""
    yield "## Settings\n\n| variable | meaning | default |\n|---|---|---|"
    for setting in fields(Settings):
        default = ",".join(setting.default) if isinstance(setting.default, tuple) else setting.default
        yield f"| `{setting.metadata['variable']}` | {cell(setting.metadata['meaning'])} | {default} |"
    yield ""


def operation_lines(method: str, path: str, operation: Node) -> Iterator[str]:
    """An operation: what it does, what it takes and what it gives."""
    yield f"### {method} {path}\n\n{operation['summary']} (`{operation['operationId']}`)\n"
    if parameters := operation.get("parameters", []):
        yield "| parameter | meaning |\n|---|---|"
        for each in parameters:
            yield f"| `{each['name']}` | {cell(each.get('description') or kind(each['schema']))} |"
        yield ""
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        shapes = sorted({kind(each["schema"]) for each in content.values() if each.get("schema")})
        if status.startswith("2"):
            yield f"Gives {status}: {', '.join(shapes) or ', '.join(content) or 'nothing'}\n"


def shape_lines(name: str, shape: Node) -> Iterator[str]:
    """A shape: what it is, and its fields with their meaning and an example."""
    yield f"### {name}\n\n{cell(shape.get('description', ''))}\n"
    yield "| field | kind | meaning | example |\n|---|---|---|---|"
    for field, node in shape.get("properties", {}).items():
        example = cell(str(node["examples"][0])) if node.get("examples") else ""
        yield f"| `{field}` | {kind(node)} | {cell(node.get('description', ''))} | {example} |"
    yield ""


def kind(node: Node) -> str:
    """The kind of a value: `string`, `list of Task`, `number or null`."""
    if "$ref" in node:
        return str(node["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in node:
        return " or ".join(kind(each) for each in node["anyOf"])
    if node.get("type") == "array":
        return f"list of {kind(node['items'])}"
    return " or ".join(node["enum"]) if "enum" in node else str(node.get("type", "anything"))


def cell(text: str) -> str:
    """A text that can stand in a cell of a table."""
    return text.replace("\n", " ").replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
