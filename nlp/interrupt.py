"""Imported first by the process that reading processes are forked from: Ctrl-C, which reaches it as well, ends it
without a word while it begins. The program that waits for it says what is to be said; it would tell in forty lines
where it stood."""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)
