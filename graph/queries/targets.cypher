// Targets, by indicator (its id, its name or as written), place, document, year, status; those of no task as well.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:SETS]->(g:Target)  // with place
OPTIONAL MATCH (g)-[:MEASURES]->(i:Indicator)  // with place
WITH d, g, i  // with place
MATCH (i:Indicator)<-[:MEASURES]-(g:Target)<-[:SETS]-(d:Document)  // without place
WHERE d.held
  AND i.id IS NOT NULL  // with place
  AND (i.name = $indicator OR i.id = $indicator)  // with indicator
  AND d.id = $document  // with document
  AND d.id IN $documents  // with documents
  AND g.year = $year  // with year
  AND g.status = $status  // with status
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, d.places AS places, g.task AS task,
       g.id AS target, g.indicator AS indicator, i.id AS measured, i.name AS canonical, g.scope AS scope, g.op AS op,
       g.value AS value, g.value2 AS value2, g.unit AS unit, g.year AS year, g.baseline AS baseline,
       g.status AS status, g.text AS text, g.`start` AS evidence_start, g.`end` AS evidence_end, g.rule AS rule
ORDER BY canonical, measured, source, document, evidence_start, target
LIMIT $limit  // with limit
