"""Lists as a caller sees them: pages, cursors, order, fields, and the kinds of file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from handmade import KAILI, generated, water_plan
from openpyxl import load_workbook
from store_suite import write

from api.app import create_app
from api.keys import digest
from api.listings import LISTINGS
from api.lists import preferred
from api.settings import Settings
from api.tables import CSV, JSON, XLSX, as_csv, as_xlsx
from graph.stores.opening import open_store

KEY = {"X-API-Key": "a key that only the test knows"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = str(tmp_path_factory.mktemp("store"))
    with open_store(folder) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"), *generated(3, tasks=7))
    with TestClient(create_app(Settings(store=folder, rate=0, keys=(digest(KEY["X-API-Key"]),)))) as running:
        yield running


def page(client: TestClient, name: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(f"/api/v1/{name}", params=parameters)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def test_cursors_lead_through_the_whole_list(client: TestClient) -> None:
    whole = page(client, "tasks", limit=1000)["items"]
    seen, cursor = [], ""
    while cursor is not None:
        found = page(client, "tasks", limit=4, cursor=cursor)
        assert found["total"] == len(whole)
        seen += found["items"]
        cursor = found["cursor"]
    assert seen == whole


def test_cursor_holds_for_its_own_list_only(client: TestClient) -> None:
    cursor = page(client, "tasks", limit=4)["cursor"]
    for other in ("departments", "tasks?domain=water", "tasks?sort=title"):
        path = f"/api/v1/{other}{'&' if '?' in other else '?'}cursor={cursor}"
        assert client.get(path).status_code == 409


def test_cursor_fails_once_the_store_has_changed(client: TestClient) -> None:
    cursor = page(client, "tasks", limit=4)["cursor"]
    gone = page(client, "documents")["items"][0]["document"]
    assert client.delete(f"/api/v1/documents/{gone}", headers=KEY).status_code == 204
    response = client.get("/api/v1/tasks", params={"limit": 4, "cursor": cursor})
    assert (response.status_code, response.headers["content-type"]) == (409, "application/problem+json")
    assert "begin the list again" in response.json()["detail"]


@pytest.mark.parametrize("sort", ["title", "-title", "key", "start", "-start"])
def test_list_is_sorted_as_asked(client: TestClient, sort: str) -> None:
    values = [row[sort.removeprefix("-")] for row in page(client, "tasks", sort=sort)["items"]]
    assert values == sorted(values, reverse=sort.startswith("-"))


@pytest.mark.parametrize(
    ("parameter", "value"), [("sort", "magic"), ("fields", "task,magic"), ("sort", "places"), ("cursor", "magic")]
)
def test_name_that_is_no_field_is_refused(client: TestClient, parameter: str, value: str) -> None:
    response = client.get("/api/v1/documents", params={parameter: value})
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize(
    ("name", "filters", "note"),
    [
        ("tasks", {"place": "Atlantis"}, "there is no place called Atlantis; documents govern"),
        ("tasks", {"place": "拉萨"}, "no document that is held governs 拉萨"),
        ("responsibilities", {"department": "火星局"}, "no document that is held names the department 火星局"),
        ("partners", {"department": "Martian bureau"}, "no document that is held names the department Martian bureau"),
        ("targets", {"indicator": "反重力指数"}, "no document that is held measures 反重力指数"),
        ("deadlines", {"domain": "astrology"}, "there is no field of policy called astrology; there are water, air"),
        ("waters", {"document": "plan-0000"}, "there is no document plan-0000"),
    ],
)
def test_list_without_rows_says_which_name_nothing_goes_by(
    client: TestClient, name: str, filters: dict[str, str], note: str
) -> None:
    found = page(client, name, **filters)
    assert (found["total"], found["items"], len(found["notes"])) == (0, [], 1)
    assert found["notes"][0].startswith(note)


def test_list_without_rows_has_no_note_where_every_name_is_known(client: TestClient) -> None:
    assert page(client, "tasks", domain="noise", year="1999")["notes"] == []
    assert page(client, "tasks", domain="水环境")["notes"] == []


def test_search_that_finds_nothing_says_which_department_is_unknown(client: TestClient) -> None:
    found = page(client, "search", q="河道", department="火星局")
    assert (found["hits"], found["note"][:49]) == ([], "no document that is held names the department 火星局")


@pytest.mark.parametrize(
    ("until", "status"),
    [
        ("2025", 200),
        ("2025-06", 200),
        ("2025-01-31", 200),
        ("2025-04-30", 200),
        ("2024-02-29", 200),
        ("2000-02-29", 200),
        ("2025-02-29", 422),
        ("1900-02-29", 422),
        ("2025-02-31", 422),
        ("2025-04-31", 422),
        ("2025-13", 422),
        ("2025-6", 422),
        ("soon", 422),
    ],
)
def test_time_that_does_not_exist_is_refused(client: TestClient, until: str, status: int) -> None:
    response = client.get("/api/v1/deadlines", params={"until": until})
    assert response.status_code == status
    if status == 422:
        told = "is none of what it takes: a year, month or day by which things are due: 2025, 2025-06, 2025-06-30"
        assert response.json()["detail"] == f"until: “{until}” {told}"


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("targets?status=wish", "status: “wish” is none of what it takes: target or result"),
        ("tasks?kind=wish", "kind: “wish” is none of what it takes: measure or safeguard"),
        ("documents?kind=wish", "kind: “wish” is none of what it takes: plan, report, summary, notice"),
        ("search?q=river&role=boss", "role: “boss” is none of what it takes: lead, responsible, cooperating or superv"),
        ("tasks?limit=0", "limit: Input should be greater than or equal to 1"),
    ],
)
def test_refusal_of_a_word_says_which_words_there_are(client: TestClient, path: str, taken: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.json()["detail"][: len(taken)]) == (422, taken)


def test_fields_come_in_the_order_asked(client: TestClient) -> None:
    for row in page(client, "tasks", fields="title,task")["items"]:
        assert list(row) == ["title", "task"]


def test_csv_and_xlsx_hold_the_same_as_json(client: TestClient) -> None:
    rows = page(client, "responsibilities", limit=1000, place="嵊州市")["items"]
    text = client.get("/api/v1/responsibilities.csv", params={"place": "嵊州市"}).content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get("/api/v1/responsibilities.xlsx", params={"place": "嵊州市"}).content))
    head, *lines = book["responsibilities"].iter_rows(values_only=True)
    assert list(head) == list(rows[0])
    assert [dict(zip(head, line, strict=True)) for line in lines] == [
        {name: value if value != "" else None for name, value in row.items()} for row in rows
    ]
    told = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    assert list(csv.DictReader(io.StringIO(text))) == told


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_accept_chooses_the_kind_of_file(client: TestClient, kind: str) -> None:
    response = client.get("/api/v1/tasks", headers={"Accept": kind})
    assert response.headers["content-type"].split(";")[0] == kind
    assert response.headers["content-disposition"].startswith('attachment; filename="tasks.')


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", JSON),
        ("text/csv", CSV),
        ("text/csv;q=0.5, application/json", JSON),
        (f"application/json;q=0.1, {XLSX};q=0.9", XLSX),
        ("text/csv;q=magic", CSV),
    ],
)
def test_kind_of_file_by_what_is_preferred(accept: str, kind: str) -> None:
    assert preferred(accept) == kind


def test_words_that_look_like_formulas_stay_words_in_a_spreadsheet() -> None:
    rows = [{"text": "=1+1", "places": ["嵊州市", "330683"], "value": 2.5}, {"text": "https://x", "places": None}]
    sheet = load_workbook(io.BytesIO(as_xlsx([rows[0] | {}, rows[1] | {"value": None}], "x")))["x"]
    assert [cell.value for cell in sheet[2]] == ["=1+1", "嵊州市、330683", 2.5]
    assert sheet["A2"].data_type == "s" and sheet["A3"].hyperlink is None


def test_words_longer_than_a_cell_say_that_they_go_on() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx([{"text": "水" * 40_000}], "x")))["x"]
    assert len(sheet["A2"].value) == 32_767 and sheet["A2"].value.endswith("cell)")


def test_table_without_rows_is_a_file_all_the_same() -> None:
    assert as_csv([]) == b"\xef\xbb\xbf"
    assert load_workbook(io.BytesIO(as_xlsx([], "x"))).sheetnames == ["x"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("tasks?departement=水务局", "there is no parameter departement here; it takes "),
        ("responsibilities?departement=水务局", "there is no parameter departement here; nearest: department"),
        ("responsibilities.csv?departement=水务局", "nearest: department"),
        ("responsibilities.xlsx?limit=3", "there is no parameter limit here"),
        ("functions?place=嵊州", "there is no parameter place here; it takes offset, limit, cursor, fields, sort"),
        ("ask?q=谁管噪声&befor=x", "nearest: before"),
        ("documents/x?fields=title", "there is no parameter fields here; it takes none"),
    ],
)
def test_parameter_that_is_none_is_refused_with_the_nearest(client: TestClient, asked: str, told: str) -> None:
    response = client.get(f"/api/v1/{asked}")
    assert response.status_code == 422
    assert told in response.json()["detail"]


def test_every_list_refuses_what_it_does_not_take(client: TestClient) -> None:
    for listing in LISTINGS:
        for path in (listing.path, f"{listing.path}.csv", f"{listing.path}.xlsx"):
            assert client.get(f"/api/v1/{path}", params={"colour": "green"}).status_code == 422, path


def test_probes_take_whatever_is_sent_along(client: TestClient) -> None:
    assert client.get("/live", params={"t": "1"}).status_code == 200
