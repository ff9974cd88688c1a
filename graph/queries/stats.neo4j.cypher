// How many nodes of each label there are.
// Neo4j has no label() of a node, and holds one node that keeps the version of the schema.
MATCH (n)
WHERE NOT n:ShanshuiSchema
RETURN labels(n)[0] AS label, count(n) AS nodes
ORDER BY label
