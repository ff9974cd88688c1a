"""Which parameters an operation takes: another is refused, since an answer in spite of a typing error misleads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant

from api.problems import RefusalError


class UnknownParameterError(RefusalError):
    """A parameter that the operation does not take."""

    status = 422


async def refuse_unknown(request: Request) -> None:
    """Raises UnknownParameterError for a parameter in the query that the operation does not take: `departement`."""
    taken = tuple(names_of(request.scope["route"].dependant))
    for name in request.query_params:
        if name not in taken:
            near = get_close_matches(name, taken, n=1)
            meant = f"; nearest: {near[0]}" if near else f"; it takes {', '.join(taken) or 'none'}"
            raise UnknownParameterError(f"there is no parameter {name} here{meant}")


def names_of(dependant: Dependant) -> Iterator[str]:
    """The names that a function takes from the query, and those that it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for other in dependant.dependencies:
        yield from names_of(other)


Understood = Depends(refuse_unknown)
