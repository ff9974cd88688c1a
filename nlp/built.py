"""Imported by the process that reading processes are forked from, so that each begins with the pipeline built."""

from nlp.pipeline import build

build()
