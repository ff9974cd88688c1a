"""What can be asked from outside."""
