// Every mention of waters and projects in a document, in reading order.
MATCH (d:Document {id: $document})-[o:MENTIONS]->(w:WaterBody|`Project`)
RETURN label(w) AS kind, w.name AS canonical, o.name AS name, o.`start` AS evidence_start, o.`end` AS evidence_end,
       o.rule AS rule
ORDER BY evidence_start, evidence_end, kind, canonical
