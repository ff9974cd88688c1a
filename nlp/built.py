"""Imported by the process that reading processes are forked from, so that each begins with the pipeline built.

What was built is frozen: else every full collection of garbage would walk through it again, in each of them.
"""

import gc

from nlp.pipeline import build

build()
gc.collect()
gc.freeze()
