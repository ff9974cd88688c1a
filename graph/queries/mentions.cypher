// Every mention of waters and projects in a document, in reading order.
// A node of Neo4j has a list of labels.
MATCH (d:Document {id: $document})-[o:MENTIONS]->(w:WaterBody|`Project`)
RETURN labels(w)[0] AS kind,  // on neo4j
RETURN label(w) AS kind,  // on embedded
       w.name AS canonical, o.name AS name, o.`start` AS evidence_start, o.`end` AS evidence_end,
       o.rule AS rule
ORDER BY evidence_start, evidence_end, kind, canonical
