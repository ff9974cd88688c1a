"""Names of bodies: their grammar, lists of them, and the one name under which each is kept."""
