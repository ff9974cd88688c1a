"""The reference of the API says what the API is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from api.reference import reference
from api.settings import Settings

REFERENCE = Path(__file__).parent.parent / "docs" / "api.md"


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    """The schema of an API that offers all it can."""
    return create_app(Settings(keys=("",), cypher=True)).openapi()


def test_reference_is_current() -> None:
    assert REFERENCE.read_text("utf-8") == reference(), "run `python -m api.reference > docs/api.md`"


def test_every_operation_has_an_id_of_its_own_and_a_summary_in_both_languages(described: dict[str, Any]) -> None:
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert any("一" <= character <= "鿿" for character in operation["summary"]), operation["operationId"]
        assert operation["summary"][0].isascii()


def test_every_field_and_parameter_is_told_of_with_an_example(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    fields = {f"{row}.{name}": field for row, of in schemas.items() for name, field in of.get("properties", {}).items()}
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    asked = {
        f"{operation['operationId']} {parameter['name']}": parameter | parameter["schema"]
        for operation in operations
        for parameter in operation.get("parameters", [])
    }
    assert len(fields) > 200
    assert len(asked) > 150
    told = fields | asked
    assert [name for name, field in told.items() if not field.get("description")] == []
    assert [name for name, field in told.items() if not has_example(field)] == []


def has_example(field: dict[str, Any]) -> bool:
    """Rows in rows have examples of their own; a parameter that may be left out shows by that what it takes."""
    return bool(
        field.get("examples")
        or "$ref" in field.get("items", {})
        or "default" in field
        or not field.get("required", True)
    )
