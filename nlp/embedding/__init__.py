"""Words and passages as vectors: the static model shipped, how it is made, and larger models."""
