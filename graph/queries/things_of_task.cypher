// The waters, projects and places that each of some tasks concerns, with every mention.
// A node of Neo4j has a list of labels.
UNWIND $tasks AS given WITH DISTINCT given AS id
MATCH (t:Task {id: id})
OPTIONAL MATCH (t)-[o:CONCERNS]->(w:WaterBody|`Project`|Place)
WITH t, o, w
WHERE w.id IS NOT NULL
RETURN t.id AS task, t.document AS document, labels(w)[0] AS kind,  // on neo4j
RETURN t.id AS task, t.document AS document, label(w) AS kind,  // on embedded
       w.name AS canonical, o.name AS name,
       o.`start` AS evidence_start, o.`end` AS evidence_end, o.rule AS rule
ORDER BY task, evidence_start, kind, canonical
