"""What comes in: files become repaired documents. Nothing here knows about policy."""
