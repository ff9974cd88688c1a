"""Why bytes cannot become text, said by a format that does not know the name of its file."""

from corpus.errors import ShanshuiError


class RefusedError(ShanshuiError):
    """The cause alone, as half a sentence in lower case; the reader puts the name of the file in front of it."""
