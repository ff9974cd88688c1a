// The waters, projects and places that each of some tasks concerns, with every mention.
// Neo4j has no label() of a node.
MATCH (t:Task)
WHERE t.id IN $tasks
MATCH (t)-[o:CONCERNS]->(w:WaterBody|`Project`|Place)
RETURN t.id AS task, t.document AS document, labels(w)[0] AS kind, w.name AS canonical, o.name AS name,
       o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY task, evidence_start, kind, canonical
