"""Damage undone where that is certain and marked where it is not, with the way back to the source."""
