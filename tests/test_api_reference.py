"""The reference of the API says what the API is."""

from __future__ import annotations

from pathlib import Path

from api.app import create_app
from api.reference import reference
from api.settings import Settings

REFERENCE = Path(__file__).parent.parent / "docs" / "api.md"


def test_reference_is_current() -> None:
    assert REFERENCE.read_text("utf-8") == reference(), "run `python -m api.reference > docs/api.md`"


def test_every_operation_has_an_id_of_its_own_and_a_summary_in_both_languages() -> None:
    described = create_app(Settings(keys=("",))).openapi()
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert any("一" <= character <= "鿿" for character in operation["summary"]), operation["operationId"]
        assert operation["summary"][0].isascii()
