"""Keys: who may write. The server knows only the SHA-256 of each key, and compares in constant time."""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader

from api.problems import RefusalError

HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="A key whose SHA-256 the server was given.")


class KeyRefusedError(RefusalError):
    """A request that needs a key comes without one, or with one that the server does not know."""

    status = 401


def digest(key: str) -> str:
    """What the server keeps of a key: its SHA-256 in hexadecimal digits, as `printf %s KEY | sha256sum` shows it."""
    return hashlib.sha256(key.encode()).hexdigest()


def known(key: str, digests: tuple[str, ...]) -> bool:
    """Whether a key is one of those that the server was given; every one is compared, whichever fits."""
    asked = digest(key)
    return sum(hmac.compare_digest(asked, each) for each in digests) > 0


def permit(request: Request, key: Annotated[str | None, Security(HEADER)]) -> None:
    """Lets a request pass that carries a known key; raises KeyRefusedError otherwise."""
    if key is None:
        raise KeyRefusedError("this needs a key in the header X-API-Key")
    if not known(key, request.app.state.settings.keys):
        raise KeyRefusedError("the key in the header X-API-Key is not known here")


Permitted = Depends(permit)
