// The targets that each of some tasks sets.
UNWIND $tasks AS given WITH DISTINCT given AS id
MATCH (t:Task {id: id})
OPTIONAL MATCH (t)-[:SETS]->(g:Target)
OPTIONAL MATCH (g)-[:MEASURES]->(i:Indicator)
WITH t, g, i
WHERE i.id IS NOT NULL
RETURN t.id AS task, t.document AS document, g.id AS target, g.indicator AS indicator, i.id AS measured, i.name AS canonical, g.scope AS scope, g.op AS op,
       g.value AS value, g.value2 AS value2, g.unit AS unit, g.year AS year, g.baseline AS baseline,
       g.status AS status, g.text AS text, g.`start` AS evidence_start, g.`end` AS evidence_end, g.rule AS rule
ORDER BY task, evidence_start, target
