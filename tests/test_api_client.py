"""The client, over a real API on a port."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import api_over

from api.client import ApiError, Client


@pytest.fixture(scope="module")
def client(starter_store: str) -> Iterator[Client]:
    with api_over(starter_store) as address, Client(address) as client:
        yield client


def test_client_counts_what_it_searches(client: Client) -> None:
    assert sum(client.counts("污水处理")["document"].values()) >= len(client.search("污水处理", k=3)) == 3


def test_client_tells_whether_it_can_write(client: Client) -> None:
    assert client.ready()["writable"] is False
    assert client.ready()["documents"] == len(list(client.rows("documents")))


def test_client_finds_tasks_like_a_task(client: Client) -> None:
    task = client.search("污水处理", k=1)[0]["task"]
    assert task not in {hit["task"] for hit in client.similar(task)}
    with pytest.raises(ApiError, match="there is no task none"):
        client.similar("none")


def test_client_warns_of_a_name_that_nothing_goes_by(client: Client) -> None:
    with pytest.warns(UserWarning, match="there is no place called Atlantis"):
        assert list(client.rows("tasks", place="Atlantis")) == []


def test_client_completes_and_compares(client: Client) -> None:
    assert client.suggest("黑臭")[0]["alias"] == "黑臭水体"
    assert len(client.compare("Hangzhou", "Qiandongnan")["places"]) == 2
