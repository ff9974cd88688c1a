"""The units of work of a document: which of its units are tasks, in prose, lists and tables."""
