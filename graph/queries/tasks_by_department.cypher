// Tasks that a body carries, by its full name, its name as written or its function; one row for each time it is named.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place
WITH d, t, o, b  // with place
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place
WHERE d.held
  AND b.id IS NOT NULL  // with place
  AND (b.name = $department OR o.name = $department)  // with department
  AND b.id = $body  // with body
  AND o.role = $role  // with role
  AND d.id = $document  // with document
  AND d.id IN $documents  // with documents
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
