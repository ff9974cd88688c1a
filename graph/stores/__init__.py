"""The engines that keep a graph: the embedded one, Neo4j, and what both share."""
