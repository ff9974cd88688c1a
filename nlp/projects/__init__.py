"""The named projects and works of a document."""
