// Documents that say nearly the same as one document, the most alike first.
MATCH (:Document {id: $document})-[o:RESEMBLES]-(d:Document)
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, o.likeness AS likeness
ORDER BY likeness DESC, document
