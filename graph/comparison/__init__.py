"""Plans and places side by side."""
