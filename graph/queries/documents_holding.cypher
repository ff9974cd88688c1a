// The held documents whose text holds a term, word by word.
MATCH (d:Document)
WHERE d.held
  AND d.text CONTAINS $term
  AND d.id = $document  // with document
  AND d.id IN $documents  // with documents
  AND $place IN d.places  // with place
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, d.kind AS kind
ORDER BY source, document
