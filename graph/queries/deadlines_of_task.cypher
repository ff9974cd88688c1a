// The times by which each of some tasks is to be done.
UNWIND $tasks AS given WITH DISTINCT given AS id
MATCH (t:Task {id: id})
OPTIONAL MATCH (t)-[o:DUE]->(x:Deadline)
WITH t, o, x
WHERE x.id IS NOT NULL
RETURN t.id AS task, t.document AS document, x.text AS text, x.begins AS begins, x.`ends` AS `ends`, x.every AS every,
       x.due AS due, o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY task, evidence_start, evidence_end, due, text
