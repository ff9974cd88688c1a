"""Graphs on the move: files that other programs read, and copies between stores."""
