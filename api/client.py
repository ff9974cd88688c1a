"""A client in three lines: `from api.client import Client`, `client = Client()`, `client.ask("水务局牵头哪些任务")`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any, Self

import httpx

Row = dict[str, Any]


class ApiError(Exception):
    """The API refused or failed: the one sentence that it gave, and the HTTP status, 0 where nothing answered."""

    def __init__(self, sentence: str, status: int = 0) -> None:
        super().__init__(sentence)
        self.status = status


class Client:
    """Asks a running API; every method raises ApiError with one sentence where the API cannot answer."""

    def __init__(self, address: str = "http://127.0.0.1:8600", timeout: float = 30.0, key: str = "") -> None:
        """`address` is where the API listens; `timeout` is in seconds; `key` is for an API that is closed without."""
        headers = {"X-API-Key": key} if key else {}
        self._http = httpx.Client(base_url=f"{address}/api/v1", timeout=timeout, headers=headers)

    def get(self, path: str, **parameters: Any) -> Any:
        """The JSON at a path below /api/v1; parameters that are None or "" are left out."""
        given = {name: value for name, value in parameters.items() if value not in (None, "")}
        return self._answer(self._http.build_request("GET", path, params=given))

    def _answer(self, request: httpx.Request) -> Any:
        """The JSON that a request is answered with."""
        try:
            response = self._http.send(request)
        except httpx.HTTPError as error:
            raise ApiError(f"the API does not answer at {self._http.base_url} ({type(error).__name__})") from error
        if response.is_error:
            raise ApiError(complaint(response), response.status_code)
        try:
            return response.json()
        except ValueError as error:
            raise ApiError(f"what answers at {self._http.base_url} is not this API") from error

    def ready(self) -> Row:
        """The state of the server and its store: whether it can be written to, how many documents it holds."""
        return dict(self._answer(self._http.build_request("GET", self._http.base_url.join("/ready"))))

    def ask(self, question: str) -> Row:
        """The answer to a question in Chinese or English."""
        return dict(self.get("/ask", q=question))

    def search(self, query: str, **facets: Any) -> list[Row]:
        """The passages that fit a query, best first."""
        return list(self.get("/search", q=query, **facets)["hits"])

    def counts(self, query: str, **facets: Any) -> dict[str, dict[str, int]]:
        """How many of all passages that fit a query are of each document, domain and kind."""
        return dict(self.get("/search", q=query, k=1, **facets)["counts"])

    def similar(self, task: str, k: int = 10) -> list[Row]:
        """The passages of other tasks that say what is nearest to a task, given by its id."""
        return list(self.get("/similar", task=task, k=k)["hits"])

    def suggest(self, typed: str) -> list[Row]:
        """The terms one of whose names begins as typed, each with the `alias` that matched."""
        return list(self.get("/suggest", q=typed))

    def compare(self, *places: str, **filters: Any) -> Row:
        """Two to six places side by side; `indicator` and `domain` narrow the comparison."""
        return dict(self.get("/compare", place=places, **filters))

    def rows(self, name: str, **filters: Any) -> Iterator[Row]:
        """All rows of a list (`tasks`, `targets`, `departments` …), page after page.

        Warns of a name in a filter that nothing held goes by, which leaves no rows.
        """
        offset: int | None = 0
        while offset is not None:
            page = self.get(f"/{name}", offset=offset, limit=1000, **filters)
            for note in page["notes"]:
                warnings.warn(note, stacklevel=2)
            yield from page["items"]
            offset = page["next"]

    def document(self, id: str, part: str = "") -> Any:
        """A document, or its `text`, `plan` or `links`."""
        return self.get(f"/documents/{id}" + (f"/{part}" if part else ""))

    def send(self, name: str, content: bytes, key: str) -> Row:
        """Sends a file in to be read; the job that reads it."""
        headers = {"X-API-Key": key}
        request = self._http.build_request(
            "POST", "/documents", params={"name": name}, content=content, headers=headers
        )
        return dict(self._answer(request))

    def job(self, id: str, key: str) -> Row:
        """How far the reading of a file is, and its report once it is done."""
        return dict(self._answer(self._http.build_request("GET", f"/jobs/{id}", headers={"X-API-Key": key})))

    def judge(self, fact: Row, verdict: str, key: str) -> Row:
        """Keeps a verdict on a fact of `/doubtful`: accept, reject, or open to take one back."""
        about = {name: fact[name] for name in ("document", "kind", "name", "start", "end")}
        headers = {"X-API-Key": key}
        judged = about | {"verdict": verdict}
        return dict(self._answer(self._http.build_request("POST", "/judgements", json=judged, headers=headers)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self._http.close()


def complaint(response: httpx.Response) -> str:
    """The one sentence of a failure, or its status where something else than this API answered."""
    try:
        return str(response.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"{response.status_code} {response.reason_phrase}"
