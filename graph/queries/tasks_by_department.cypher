// Tasks that a body carries, by its full name, its name as written or its function; one row for each time it is named.
UNWIND $documents AS given WITH DISTINCT given AS wanted MATCH (d:Document {id: wanted})  // with documents
MATCH (d:Document {id: $document})  // with document
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place or document or documents
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place or document or documents
WITH d, t, o, b  // with place or document or documents
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place or document or documents
WHERE d.held
  AND b.id IS NOT NULL  // with place or document or documents
  AND (b.name = $department OR o.name = $department)  // with department
  AND b.id = $body  // with body
  AND o.role = $role  // with role
  AND t.domain = $domain  // with domain
  AND EXISTS { MATCH (t)-[:DUE]->(x:Deadline) WHERE x.`ends` STARTS WITH $year OR (x.begins <= $year AND x.`ends` >= $year) }  // with year
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, t.id AS task, t.key AS `key`,
       t.kind AS kind, t.title AS title, t.text AS text, t.domain AS domain, t.path AS path, t.`start` AS `start`,
       t.`end` AS `end`,
       b.id AS department, b.name AS canonical, o.name AS name, o.role AS role, o.function AS function, o.collective AS collective,
       o.`default` AS `default`, o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY source, document, `start`, task, evidence_start, name, role
LIMIT $limit  // with limit
