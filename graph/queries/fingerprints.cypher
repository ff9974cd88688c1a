// What each held document was read from.
MATCH (d:Document)
WHERE d.held
RETURN d.id AS id, d.digest AS digest
ORDER BY id
