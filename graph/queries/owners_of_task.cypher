// The bodies that carry each of some tasks, in the order in which they are named.
UNWIND $tasks AS given WITH DISTINCT given AS id
MATCH (t:Task {id: id})
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)
WITH t, o, b
WHERE b.id IS NOT NULL
RETURN t.id AS task, t.document AS document, b.id AS department, b.name AS canonical, o.name AS name, o.role AS role,
       o.collective AS collective, o.`default` AS `default`, o.function AS function, o.`start` AS evidence_start,
       o.`end` AS evidence_end, o.rule AS rule
ORDER BY task, evidence_start, name, role
