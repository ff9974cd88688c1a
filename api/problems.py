"""Failures as RFC 9457 problem details: one JSON shape, whatever went wrong, and no trace of the inside."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from corpus.errors import ShanshuiError, StoreError
from graph.search.facets import UnknownFacetError
from graph.store import StatementError, UnknownNameError

log = logging.getLogger("shanshui.api")


class Problem(BaseModel):
    """What went wrong, in the shape of RFC 9457."""

    type: str = Field(examples=["about:blank"], description="The kind of problem: its status says all.")
    title: str = Field(examples=["Not Found"], description="The HTTP status in words.")
    status: int = Field(examples=[404], description="The HTTP status.")
    detail: str = Field(examples=["there is no document plan-0123456789abcdef"], description="One plain sentence.")
    instance: str = Field(examples=["/api/v1/documents/plan-0123456789abcdef"], description="The path that was asked.")


class RefusalError(ShanshuiError):
    """A request that is refused, with the HTTP status that says why."""

    status = 400


class NotHereError(RefusalError):
    """Something asked for by its id is not in the store."""

    status = 404


def problem(request: Request, status: int, detail: str) -> JSONResponse:
    """A response of the one shape."""
    body = Problem(
        type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail, instance=request.url.path
    )
    return JSONResponse(body.model_dump(), status, media_type="application/problem+json")


def handle(app: FastAPI) -> None:
    """Makes every failure of the app a problem: 404, 422, 503 where the store fails, and 500 without its inside."""

    @app.exception_handler(HTTPException)
    async def by_status(request: Request, error: HTTPException) -> JSONResponse:
        response = problem(request, error.status_code, str(error.detail))
        response.headers.update(error.headers or {})
        if error.status_code == 405 and (allowed := methods(request)):
            response.headers["Allow"] = ", ".join(sorted(allowed))
        return response

    @app.exception_handler(RequestValidationError)
    async def by_parameter(request: Request, error: RequestValidationError) -> JSONResponse:
        return problem(request, 422, "; ".join(complaint(request, each) for each in error.errors()))

    @app.exception_handler(RefusalError)
    async def by_refusal(request: Request, error: RefusalError) -> JSONResponse:
        return problem(request, error.status, str(error))

    @app.exception_handler(UnknownFacetError)
    @app.exception_handler(UnknownNameError)
    async def by_name(request: Request, error: ShanshuiError) -> JSONResponse:
        return problem(request, 404, str(error))

    @app.exception_handler(StatementError)
    async def by_statement(request: Request, error: StatementError) -> JSONResponse:
        return problem(request, 422, str(error))

    @app.exception_handler(StoreError)
    async def by_store(request: Request, error: StoreError) -> JSONResponse:
        return problem(request, 503, str(error))

    @app.exception_handler(Exception)
    async def by_surprise(request: Request, error: Exception) -> JSONResponse:
        log.exception("unforeseen failure of %s", request.url.path, exc_info=error)
        return problem(request, 500, "something failed that should not; the log of the server says what")


def methods(request: Request) -> set[str]:
    """The methods that the path of a request takes by the description of the API, over all operations that share it."""
    paths = request.app.openapi()["paths"].items()
    return {
        method.upper() for path, taken in paths if compile_path(path)[0].match(request.url.path) for method in taken
    }


def complaint(request: Request, error: Any) -> str:
    """One complaint about one parameter: `limit: Input should be less than or equal to 1000`.

    Of one that is none of a few words or forms it says what may stand there, which its pattern would say to few.
    """
    name = error["loc"][-1]
    if error["type"] != "string_pattern_mismatch" or not (taken := meaning(request, name)):
        return f"{name}: {error['msg']}"
    return f"{name}: “{error['input']}” is none of what it takes: {taken[0].lower() + taken[1:].rstrip('.')}"


def meaning(request: Request, name: str) -> str:
    """What a parameter of the operation that was asked takes, as the description of the API has it; "" for others."""
    asked = request.scope["route"].operation_id
    operations = (operation for path in request.app.openapi()["paths"].values() for operation in path.values())
    parameters = (
        each
        for operation in operations
        if operation["operationId"] == asked
        for each in operation.get("parameters", ())
    )
    return next((str(each.get("description", "")) for each in parameters if each["name"] == name), "")


Responses = dict[int | str, dict[str, Any]]


def described(meanings: dict[int, str]) -> Responses:
    """Failures as OpenAPI describes them, by status, each of the one shape."""
    return {
        status: {"model": Problem, "description": meaning, "content": {"application/problem+json": {}}}
        for status, meaning in meanings.items()
    }


RESPONSES = described(
    {
        404: "It is not in the store.",
        422: "A parameter is not what it should be.",
        429: "Too many requests; `Retry-After` says how long to wait.",
        503: "The store cannot be reached, or the answer takes too long.",
    }
)
