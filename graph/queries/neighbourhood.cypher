// What stands around a node, given by label and id: each edge with its evidence and the node at its other end.
MATCH (:LABEL {id: $id})-[r]->(m)
RETURN 'out' AS direction, label(r) AS edge, label(m) AS label, m.id AS id, coalesce(m.title, m.name, m.text) AS name,
       r.document AS document, r.`start` AS evidence_start, r.`end` AS evidence_end, r.rule AS rule
ORDER BY edge, label, id, document, evidence_start
UNION ALL
MATCH (:LABEL {id: $id})<-[r]-(m)
RETURN 'in' AS direction, label(r) AS edge, label(m) AS label, m.id AS id, coalesce(m.title, m.name, m.text) AS name,
       r.document AS document, r.`start` AS evidence_start, r.`end` AS evidence_end, r.rule AS rule
ORDER BY edge, label, id, document, evidence_start
