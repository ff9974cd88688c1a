// The whole texts of some held documents, with what their passages are filtered by.
UNWIND $documents AS wanted
MATCH (d:Document {id: wanted})
WHERE d.held
RETURN d.id AS id, d.source AS source, d.part AS part, d.title AS title, d.text AS text, d.places AS places,
       d.index_digest AS index_digest, d.rewordings AS rewordings
ORDER BY id
