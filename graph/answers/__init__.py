"""Answers to questions, each with its rows and the words they were read from."""
