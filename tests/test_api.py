"""The API over a real store of the starter corpus."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.answer_rows import Answer, Hits, Suggestion, Territory
from api.app import create_app
from api.findings import Comparison
from api.lists import LISTINGS, Listing
from api.settings import Settings


@pytest.fixture(scope="module")
def client(starter_store: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=starter_store, rate=0)), raise_server_exceptions=False) as running:
        yield running


def test_ready_counts_what_the_store_holds(client: TestClient) -> None:
    assert client.get("/ready").json()["nodes"]["Task"] > 100


def test_every_list_of_the_schema_answers_as_json_and_csv(client: TestClient) -> None:
    paths = [path for path in client.get("/openapi.json").json()["paths"] if path.endswith(".csv")]
    assert len(paths) == len(LISTINGS)
    for path in paths:
        page = client.get(path.removesuffix(".csv"), params={"limit": 1000}).json()
        table = csv.DictReader(io.StringIO(client.get(path).content.decode("utf-8-sig")))
        assert len(list(table)) == page["total"] > 0, path


def test_responsibilities_of_the_water_bureau_are_the_same_in_both_languages(client: TestClient) -> None:
    chinese, english = (
        client.get("/api/v1/responsibilities", params={"department": name, "role": "lead"}).json()["items"]
        for name in ("水务局", "water bureau")
    )
    assert chinese == english
    assert {row["key"] for row in chinese} >= {"四/(二)/7", "四/(二)/9"}


def test_responsibility_quotes_the_words_it_was_read_from(client: TestClient) -> None:
    row = client.get("/api/v1/responsibilities", params={"department": "州水务局", "limit": 1}).json()["items"][0]
    text = client.get(f"/api/v1/documents/{row['document']}/text").json()["text"]
    assert text[row["evidence_start"] : row["evidence_end"]] == "州水务局"


@pytest.mark.parametrize(
    ("name", "parameter", "id", "others"),
    [
        ("targets", "indicator", "air.pm25", ("PM2.5", "PM2.5浓度", "PM2.5 concentration")),
        ("tasks", "domain", "water", ("水环境", "Water")),
        ("deadlines", "domain", "air", ("大气",)),
    ],
)
def test_filter_takes_an_id_and_any_name(
    client: TestClient, name: str, parameter: str, id: str, others: tuple[str, ...]
) -> None:
    asked = client.get(f"/api/v1/{name}", params={parameter: id}).json()
    assert asked["total"] > 0
    for other in others:
        assert client.get(f"/api/v1/{name}", params={parameter: other}).json()["items"] == asked["items"]


def test_pages_of_a_list_join_to_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/tasks", params={"limit": 1000}).json()
    seen, offset = [], 0
    while offset is not None:
        page = client.get("/api/v1/tasks", params={"limit": 50, "offset": offset}).json()
        seen += page["items"]
        offset = page["next"]
    assert seen == whole["items"]


def test_spans_of_a_document_lie_in_its_text(client: TestClient) -> None:
    document = client.get("/api/v1/documents", params={"place": "Hangzhou"}).json()["items"][0]["document"]
    reading = client.get(f"/api/v1/documents/{document}/text").json()
    assert reading["spans"]
    assert all(0 <= span["start"] < span["end"] <= len(reading["text"]) for span in reading["spans"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/documents/none-0000", 404),
        ("/api/v1/documents/none-0000/text", 404),
        ("/api/v1/tasks?limit=0", 422),
        ("/api/v1/ask", 422),
        ("/api/v1/nothing", 404),
        ("/api/v1/responsibilities?role=boss", 422),
        ("/api/v1/targets?status=wish", 422),
        ("/api/v1/search?q=river&role=boss", 422),
        ("/api/v1/neighbourhood?label=Nobody&id=1", 422),
        ("/api/v1/neighbourhood?label=Task&id=none", 404),
        ("/api/v1/path?label=Task&id=none&to_label=Function&to_id=water", 404),
        ("/api/v1/path?label=Function&id=water&to_label=Task&to_id=none", 404),
    ],
)
def test_failure_is_a_problem_of_one_shape(client: TestClient, path: str, status: int) -> None:
    response = client.get(path)
    assert response.headers["content-type"] == "application/problem+json"
    assert set(response.json()) == {"type", "title", "status", "detail", "instance"}
    assert response.json()["status"] == response.status_code == status


def test_browsers_of_other_origins_are_not_let_in(client: TestClient) -> None:
    response = client.get("/live", headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in response.headers
    assert response.headers["x-content-type-options"] == "nosniff"


def test_app_without_a_store_fails_at_start_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="store"), TestClient(create_app(Settings(store=str(tmp_path / "none")))):
        pass


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: str(listing.path))
def test_rows_of_a_list_are_what_their_model_says(client: TestClient, listing: Listing) -> None:
    rows = client.get(f"/api/v1/{listing.path}", params={"limit": 1000}).json()["items"]
    for row in rows:
        assert set(row) == set(listing.row.model_fields)
        listing.row.model_validate(row, strict=True)


@pytest.mark.parametrize(
    "question",
    [
        "水务局牵头哪些任务",
        "谁负责秸秆禁烧",
        "杭州PM2.5的目标是多少",
        "Which rivers does Shengzhou name?",
        "黔东南2025年底前要完成什么",
        "哪个部门牵头的任务最多",
        "火星上有什么任务",
    ],
)
def test_answer_is_what_its_model_says(client: TestClient, question: str) -> None:
    Answer.model_validate(client.get("/api/v1/ask", params={"q": question}).json(), strict=True)


def test_passages_terms_and_comparisons_are_what_their_models_say(client: TestClient) -> None:
    Hits.model_validate(client.get("/api/v1/search", params={"q": "黑臭水体"}).json(), strict=True)
    Hits.model_validate(client.get("/api/v1/search", params={"q": "?!"}).json(), strict=True)
    TypeAdapter(list[Suggestion]).validate_python(client.get("/api/v1/suggest", params={"q": "sew"}).json())
    places = {"place": ["Hangzhou", "Qiandongnan", "嵊州"]}
    Comparison.model_validate(client.get("/api/v1/compare", params=places).json(), strict=True)


def test_every_neighbour_can_be_asked_for_its_own_neighbours(client: TestClient) -> None:
    row = client.get("/api/v1/responsibilities", params={"limit": 1}).json()["items"][0]
    asked = {"Document": row["document"], "Task": row["task"], "Department": row["department"]}
    for kind in ("Section", "Passage"):
        params = {"label": "Document", "id": row["document"], "kind": kind}
        asked[kind] = client.get("/api/v1/neighbourhood", params=params).json()[0]["id"]
    for label, id in asked.items():
        assert client.get("/api/v1/neighbourhood", params={"label": label, "id": id}).json(), label


def test_method_that_is_not_served_is_told_which_is(client: TestClient) -> None:
    response = client.delete("/live")
    assert (response.status_code, response.headers["allow"]) == (405, "GET")


def test_search_counts_all_that_answers_beside_what_it_shows(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "污水处理", "k": 1}).json()
    assert len(found["hits"]) == 1
    assert sum(found["counts"]["document"].values()) > 1
    assert max(found["counts"]["domain"], key=found["counts"]["domain"].get) == "water"


def test_similar_passages_are_of_other_tasks(client: TestClient) -> None:
    task = client.get("/api/v1/search", params={"q": "秸秆禁烧", "k": 1}).json()["hits"][0]["task"]
    found = client.get("/api/v1/similar", params={"task": task, "k": 5}).json()["hits"]
    assert len(found) == 5
    assert task not in {hit["task"] for hit in found}
    assert client.get("/api/v1/similar", params={"task": "none"}).status_code == 404


def test_places_have_their_english_names(client: TestClient) -> None:
    listed = TypeAdapter(list[Territory]).validate_python(client.get("/api/v1/territories").json())
    assert len(listed) > 3000
    assert {each.code: each.english for each in listed}["522600"] == "Qiandongnan"
    assert {each.name: each.english for each in listed}["中国"] == "China"


def test_suggestion_says_which_name_matched(client: TestClient) -> None:
    first = client.get("/api/v1/suggest", params={"q": "黑臭"}).json()[0]
    assert (first["label"], first["alias"]) == ("黑臭水体", "黑臭水体")
    english = client.get("/api/v1/suggest", params={"q": "sewage tr"}).json()
    assert ("污水处理", "sewage treatment") in {(each["label"], each["alias"]) for each in english}


def test_comparison_says_who_leads_and_what_changed(client: TestClient) -> None:
    found = client.get("/api/v1/compare", params={"place": ["Hangzhou", "Qiandongnan"]}).json()
    assert set(found) == set(Comparison.model_fields)
    water = [line["cells"] for line in found["leads"] if line["function"] == "water"]
    bodies = {body for cells in water for cell in cells.values() for body in cell["bodies"]}
    assert "州水务局" in bodies


def test_answer_offers_what_narrows_it(client: TestClient) -> None:
    question = "水务局负责哪些任务"
    whole = client.get("/api/v1/ask", params={"q": question}).json()
    assert "嵊州市呢?" in whole["others"]
    narrowed = client.get("/api/v1/ask", params={"q": "嵊州市呢?", "before": question}).json()
    assert 0 < len(narrowed["tasks"]) < len(whole["tasks"])
