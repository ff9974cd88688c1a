// Which documents cite a document, by its id, whether it is held or only cited.
MATCH (c:Document {id: $document})<-[o:CITES]-(d:Document)
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, o.title AS title, o.number AS number,
       o.task AS task, o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY source, document, evidence_start, evidence_end
