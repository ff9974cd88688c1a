// The waters, projects and places that each of some tasks concerns, with every mention.
MATCH (t:Task)
WHERE t.id IN $tasks
MATCH (t)-[o:CONCERNS]->(w:WaterBody|`Project`|Place)
RETURN t.id AS task, t.document AS document, label(w) AS kind, w.name AS canonical, o.name AS name,
       o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY task, evidence_start, kind, canonical
