// Tasks that concern a river, lake or other water, by its name; one row for each mention.
MATCH (w:WaterBody {name: $name})<-[o:CONCERNS]-(t:Task)<-[:HAS]-(d:Document)
WHERE d.held
  AND d.id = $document  // with document
  AND d.id IN $documents  // with documents
  AND $place IN d.places  // with place
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, t.id AS task, t.key AS `key`,
       t.kind AS kind, t.title AS title, t.text AS text, t.domain AS domain, t.path AS path, t.`start` AS `start`,
       t.`end` AS `end`,
       w.name AS canonical, o.name AS name, o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY source, document, `start`, task, evidence_start
LIMIT $limit  // with limit
