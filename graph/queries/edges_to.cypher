// The edges that lead to a node, given by label and id, each with its evidence and the node it comes from.
// Neo4j calls the label of an edge its type, and a node of it has a list of labels.
MATCH (:LABEL {id: $id})<-[r]-(m)
RETURN 'in' AS direction, type(r) AS edge, labels(m)[0] AS label,  // on neo4j
RETURN 'in' AS direction, label(r) AS edge, label(m) AS label,  // on embedded
       m.id AS id, coalesce(m.title, m.name, m.number, m.part, m.source, m.text) AS name,
       r.document AS document, r.`start` AS evidence_start, r.`end` AS evidence_end, r.rule AS rule
ORDER BY edge, label, id, document, evidence_start
