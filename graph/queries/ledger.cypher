// What each held document was read from, and what the index should hold of it.
MATCH (d:Document)
WHERE d.held
OPTIONAL MATCH (d)-[:HAS]->(p:Passage)
RETURN d.id AS id, d.digest AS digest, d.index_digest AS index_digest, count(p) AS passages
ORDER BY id
