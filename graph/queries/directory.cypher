// The keys under which each held document can be cited, and how it is worded.
MATCH (d:Document)
WHERE d.held
  AND d.id IN $documents  // with documents
RETURN d.id AS id, d.title_key AS title_key, d.short_key AS short_key, d.number_key AS number_key,
       d.place_code AS place_code, d.signature AS signature, d.digest AS digest
ORDER BY id
