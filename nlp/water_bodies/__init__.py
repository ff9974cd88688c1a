"""The named rivers, lakes, reservoirs, canals, bays and wetlands of a document."""
