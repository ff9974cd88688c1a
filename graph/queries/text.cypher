// The whole text of a held document, with what its passages are filtered by.
MATCH (d:Document {id: $document})
WHERE d.held
RETURN d.id AS id, d.source AS source, d.part AS part, d.title AS title, d.text AS text, d.places AS places,
       d.index_digest AS index_digest, d.rewordings AS rewordings
