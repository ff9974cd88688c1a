// Tasks, by document, place, field of policy, kind or year in which they are due.
MATCH (d:Document)-[:HAS]->(t:Task)
WHERE d.held
  AND d.id = $document  // with document
  AND d.id IN $documents  // with documents
  AND $place IN d.places  // with place
  AND t.domain = $domain  // with domain
  AND t.kind = $kind  // with kind
  AND t.id IN $tasks  // with tasks
  AND EXISTS { MATCH (t)-[:DUE]->(x:Deadline) WHERE x.`ends` STARTS WITH $year OR (x.begins <= $year AND x.`ends` >= $year) }  // with year
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, t.id AS task, t.key AS `key`,
       t.kind AS kind, t.title AS title, t.text AS text, t.domain AS domain, t.path AS path, t.`start` AS `start`,
       t.`end` AS `end`
ORDER BY source, document, `start`, task
LIMIT $limit  // with limit
