// What a document cites; `held` tells whether the cited document is in the store.
MATCH (d:Document {id: $document})-[o:CITES]->(c:Document)
RETURN o.title AS title, o.number AS number, c.id AS cited, c.held AS held, c.title AS plan, o.task AS task,
       o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY evidence_start, evidence_end, title, number
