"""By when each task is to be done."""
