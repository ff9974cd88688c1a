// How many nodes of each label there are.
// A node of Neo4j has a list of labels; its graph has one node more, which keeps the version of the schema.
MATCH (n)
WHERE NOT n:ShanshuiSchema  // on neo4j
RETURN labels(n)[0] AS label, count(n) AS nodes  // on neo4j
RETURN label(n) AS label, count(n) AS nodes  // on embedded
ORDER BY label
