// The targets that each of some tasks sets.
MATCH (t:Task)
WHERE t.id IN $tasks
MATCH (t)-[:SETS]->(g:Target)-[:MEASURES]->(i:Indicator)
RETURN t.id AS task, t.document AS document, g.id AS target, g.indicator AS indicator, i.id AS measured, i.name AS canonical, g.scope AS scope, g.op AS op,
       g.value AS value, g.value2 AS value2, g.unit AS unit, g.year AS year, g.baseline AS baseline,
       g.status AS status, g.text AS text, g.`start` AS evidence_start, g.`end` AS evidence_end, g.rule AS rule
ORDER BY task, evidence_start, target
