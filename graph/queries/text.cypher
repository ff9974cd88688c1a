// The whole text of a held document, with what its passages are filtered by.
// parameters: document=''
MATCH (d:Document {id: $document})
WHERE d.held
RETURN d.id AS id, d.title AS title, d.text AS text, d.places AS places, d.index_digest AS index_digest
