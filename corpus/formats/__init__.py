"""Bytes to text: which files are read, in which encoding, and tables as rows."""
