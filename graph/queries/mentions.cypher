// Every mention of waters and projects in a document, in some or in all, document by document in reading order.
// A node of Neo4j has a list of labels.
UNWIND $documents AS given WITH DISTINCT given AS wanted MATCH (d:Document {id: wanted})  // with documents
MATCH (d:Document {id: $document})  // with document
MATCH (d:Document)-[o:MENTIONS]->(w:WaterBody|`Project`)
RETURN labels(w)[0] AS kind,  // on neo4j
RETURN label(w) AS kind,  // on embedded
       d.id AS document, d.source AS source, w.name AS canonical, o.name AS name, o.`start` AS evidence_start,
       o.`end` AS evidence_end, o.rule AS rule
ORDER BY source, document, evidence_start, evidence_end, kind, canonical
