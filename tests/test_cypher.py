"""Statements of strangers: what only reads is run, whatever it quotes; what does more is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from handmade import KAILI, water_plan
from hypothesis import given
from hypothesis import strategies as st
from store_suite import contents, write

from api.app import create_app
from api.settings import Settings
from graph.store import StatementError
from graph.stores.cypher import reading, tokens
from graph.stores.opening import open_store

READS = (
    "MATCH (t:Task) RETURN count(t) AS tasks",
    "match (t:Task) where t.text contains 'DELETE' return t.title order by t.title;",
    'MATCH (t:Task) WHERE t.title = "it\'s a SET" RETURN t.title AS `set`',
    "MATCH (t:Task) // DELETE t\nRETURN t.id /* CREATE (n) */ LIMIT 1",
    "MATCH (t:Task) RETURN t.id AS create_ LIMIT 1",
    "MATCH (t:Task)-[o:OWNED_BY]->(d:Department) WHERE NOT d.name IN ['水务局'] RETURN d.name, count(*) AS n",
    "MATCH (d:Document) OPTIONAL MATCH (d)-[:HAS]->(t:Task) WITH d, count(t) AS n RETURN d.id, n",
    "UNWIND [1, 2] AS x RETURN CASE WHEN x > 1 THEN 'b' ELSE 'a' END AS y UNION ALL RETURN 'c' AS y",
    "MATCH (d:Document) WHERE EXISTS { MATCH (d)-[:HAS]->(:Task) } RETURN d.title IS NULL AS untitled",
    "RETURN 'an escaped \\' quote; CREATE (n)' AS x",
)
REFUSED = (
    "CREATE (n:Task {id: 'x'})",
    "MATCH (t:Task) DELETE t",
    "MATCH (t:Task) DETACH DELETE t RETURN 1",
    "MATCH (t:Task) SET t.title = 'x' RETURN t",
    "MATCH (t:Task) sEt t.title = 'x' RETURN t",
    "MATCH (t:Task)/**/SET/**/t.title = 'x' RETURN t",
    "MATCH (t:Task) WHERE t.title = 'a\\\\' SET t.title = 'x' //'",
    "MATCH (t:Task) REMOVE t.title RETURN t",
    "MERGE (n:Task {id: 'x'}) RETURN n",
    "MATCH (t) FOREACH (x IN [1] | CREATE (:Task))",
    "CALL show_tables() RETURN *",
    "CALL db.labels()",
    "MATCH (t:Task) CALL { WITH t DELETE t } RETURN 1",
    "MATCH (t) CALL apoc.export.csv.all('x', {}) YIELD file RETURN file",
    "RETURN apoc.util.sleep(1)",
    "RETURN apoc . util . sleep (1)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD FROM '/etc/passwd' RETURN *",
    "COPY (MATCH (t:Task) RETURN t.id) TO '/tmp/x.csv'",
    "INSTALL json",
    "MATCH (t) RETURN t INSTALL json",
    "ATTACH 'x' AS y",
    "DROP TABLE Task",
    "ALTER TABLE Task ADD x STRING",
    "BEGIN TRANSACTION",
    "COMMIT",
    "CHECKPOINT",
    "EXPORT DATABASE '/tmp/x'",
    "RETURN 1; MATCH (t) DELETE t",
    "RETURN 1 AS x; RETURN 2 AS x",
    "MATCH (t) \\u0053ET t.x = 1 RETURN t",
    "RETURN '\\u0027 SET t.x = 1",
    "RETURN 'open",
    "RETURN 1 /* open",
    "RETURN `open",
    "EXPLAIN CREATE (n)",
    "USE system MATCH (n) RETURN n",
    "SHOW DATABASES",
    "",
    ";",
    "// nothing",
    "水务局",
)


@pytest.mark.parametrize("statement", READS)
def test_statement_that_reads_is_let_through(statement: str) -> None:
    assert reading(statement) == statement.rstrip(";")


@pytest.mark.parametrize("statement", REFUSED)
def test_statement_that_does_more_is_refused(statement: str) -> None:
    with pytest.raises(StatementError):
        reading(statement)


@given(st.text(max_size=60))
def test_tokens_of_any_text_end_in_an_answer(text: str) -> None:
    try:
        assert all(token.text in text for token in tokens(text))
        reading(text)
    except StatementError as error:
        assert str(error)


@given(st.text(alphabet=st.characters(exclude_characters="\\'"), max_size=40))
def test_whatever_a_quotation_holds_it_only_reads(words: str) -> None:
    assert reading(f"RETURN '{words}' AS x")


# over HTTP --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = str(tmp_path_factory.mktemp("store"))
    with open_store(folder) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
    with TestClient(create_app(Settings(store=folder, rate=0, cypher=True, keys=("0",)))) as running:
        yield running


def asked(client: TestClient, statement: str, **more: object) -> tuple[int, dict[str, object]]:
    response = client.post("/api/v1/cypher", json={"statement": statement, **more})
    found: dict[str, object] = response.json()
    return response.status_code, found


@pytest.mark.parametrize("statement", READS)
def test_statement_that_reads_is_answered(client: TestClient, statement: str) -> None:
    status, found = asked(client, statement)
    assert status == 200, found
    assert found["columns"] and isinstance(found["rows"], list)


def test_statement_is_answered_with_rows_up_to_a_limit(client: TestClient) -> None:
    status, found = asked(client, "MATCH (t:Task) RETURN t.title AS title ORDER BY title", limit=1)
    assert (status, found["columns"], len(found["rows"]), found["more"]) == (200, ["title"], 1, True)


def test_statement_takes_parameters(client: TestClient) -> None:
    statement = "MATCH (t:Task)-[o:OWNED_BY]->(d:Department) WHERE o.role = $role RETURN DISTINCT o.role"
    assert asked(client, statement, parameters={"role": "lead"})[1]["rows"] == [["lead"]]


def test_node_is_an_object_with_its_label(client: TestClient) -> None:
    (row,) = asked(client, "MATCH (t:Task)-[o:OWNED_BY]->(d) RETURN t, o LIMIT 1")[1]["rows"]
    assert (row[0]["_label"], row[1]["_label"]) == ("Task", "OWNED_BY")
    assert row[0]["title"] and "_id" not in row[0]


MEANINGLESS = ("MATCH (t:Tisk) RETURN t", "RETURN", "RETURN 1 +", "MATCH (t:Task) RETURN nobody")


@pytest.mark.parametrize("statement", [*MEANINGLESS, *REFUSED[:9]])
def test_statement_that_is_not_run_is_a_problem(client: TestClient, statement: str) -> None:
    response = client.post("/api/v1/cypher", json={"statement": statement})
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_statement_that_takes_too_long_is_stopped(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.cypher.SECONDS", 0.2)
    status, found = asked(client, "WITH range(1, 100000) AS r UNWIND r AS x UNWIND r AS y RETURN sum(x * y)")
    assert status == 422 and "longer than 0.2 s" in str(found["detail"])
    assert client.get("/api/v1/tasks").json()["total"] == 4, "the next who asks is served"


def test_statement_changes_nothing_even_where_the_words_are_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.embedded.reading", lambda statement: statement)
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
        before = contents(store)
        with pytest.raises(StatementError):
            store.read("MATCH (t:Task) SET t.title = 'x'", {}, 1.0, 10)
        assert contents(store) == before


def test_cypher_is_off_where_nobody_turned_it_on(tmp_path: Path) -> None:
    open_store(str(tmp_path)).close()
    with TestClient(create_app(Settings(store=str(tmp_path)))) as running:
        assert running.post("/api/v1/cypher", json={"statement": "RETURN 1 AS x"}).status_code == 404
