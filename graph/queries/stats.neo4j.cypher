// How many nodes of each label there are.
// Neo4j has no label() of a node.
MATCH (n)
RETURN labels(n)[0] AS label, count(n) AS nodes
ORDER BY label
