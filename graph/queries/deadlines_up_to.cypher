// Tasks that are due by a day (2025-06-30), the earliest first; `since` leaves out those due before another day.
UNWIND $documents AS given WITH DISTINCT given AS wanted MATCH (d:Document {id: wanted})  // with documents
MATCH (d:Document {id: $document})  // with document
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place or document or documents
OPTIONAL MATCH (t)-[o:DUE]->(x:Deadline)  // with place or document or documents
WITH d, t, o, x  // with place or document or documents
MATCH (x:Deadline)<-[o:DUE]-(t:Task)<-[:HAS]-(d:Document)  // without place or document or documents
WHERE d.held AND x.due <= $date
  AND x.due >= $since  // with since
  AND t.domain = $domain  // with domain
  AND EXISTS { MATCH (t)-[:OWNED_BY]->(:Department)-[:IS_A]->(:Function {id: $function}) }  // with function
  AND EXISTS { MATCH (t)-[w:OWNED_BY]->(b:Department) WHERE b.name = $department OR w.name = $department }  // with department
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, t.id AS task, t.key AS `key`,
       t.kind AS kind, t.title AS title, t.text AS text, t.domain AS domain, t.path AS path, t.`start` AS `start`,
       t.`end` AS `end`,
       x.text AS deadline, x.begins AS begins, x.`ends` AS `ends`, x.due AS due, o.`start` AS evidence_start,
       o.`end` AS evidence_end, o.rule AS rule
ORDER BY due, source, document, `start`, task, evidence_start
LIMIT $limit  // with limit
