// What is doubtful or damaged in a document.
MATCH (d:Document {id: $document})-[:HAS]->(i:Issue)
RETURN i.kind AS kind, i.note AS note, i.`start` AS `start`, i.`end` AS `end`
ORDER BY `start`, `end`, kind
