"""What is seen: speaks HTTP to the API and nothing else."""
