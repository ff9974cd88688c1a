"""What is seen: the explorer, which speaks HTTP to the API and nothing else."""
