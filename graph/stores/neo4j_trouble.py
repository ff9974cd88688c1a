"""What can go wrong with a Neo4j server, each in one line that says what to do."""

from __future__ import annotations

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)

from corpus.errors import StoreError

OLDEST = 5
_READ_ONLY = (
    "Neo.ClientError.Security.Forbidden",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
_TOO_LONG = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.TransientError.Transaction.TransactionTimedOut",
)


def explain(error: DriverError | Neo4jError, uri: str, user: str) -> StoreError:
    """The StoreError to raise in place of an error of the driver or the server."""
    return StoreError(f"{uri}: {_reason(error, user)}")


def require(agent: str, uri: str) -> None:
    """Raises StoreError for a server that is older than Neo4j 5; `agent` is its name, such as `Neo4j/5.26.0`."""
    name, _, version = agent.partition("/")
    major = version.partition(".")[0]
    if name == "Neo4j" and major.isdigit() and int(major) < OLDEST:
        raise StoreError(f"{uri}: the server is Neo4j {version}; Shanshui needs Neo4j {OLDEST} or later")


def _reason(error: DriverError | Neo4jError, user: str) -> str:
    code = getattr(error, "code", None) or ""
    words = " ".join(str(error).split())
    if code in _READ_ONLY or code.endswith("ForbiddenOnReadOnlyDatabase"):
        return f"user {user} may only read here; writing needs another user, or a database that is not read-only"
    if code == "Neo.ClientError.Security.CredentialsExpired":
        return f"the first password of user {user} has to be changed before the server can be used"
    if isinstance(error, AuthError):
        return f"the server does not know user {user} with this password; set NEO4J_USER and NEO4J_PASSWORD"
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return "there is no such database on the server; set NEO4J_DATABASE to one that is there"
    if code in _TOO_LONG:
        return "the query took too long and was stopped; restrict it to a place, a document or a department"
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return _unreachable(words)
    if "Bolt" in words and isinstance(error, ConfigurationError | UnsupportedServerProduct):
        return f"no server that speaks the protocol of Neo4j {OLDEST} answers; an older one must be upgraded"
    if isinstance(error, ConfigurationError):
        return f"not an address of a Neo4j server ({words})"
    return words


def _unreachable(words: str) -> str:
    if "HTTP" in words:
        return "this is the port for browsers (usually 7474); programs use the Bolt port (usually 7687)"
    return "no Neo4j server answers; is it running, and is the port right (usually 7687)?"
