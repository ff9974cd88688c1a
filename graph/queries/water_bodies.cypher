// Rivers, lakes and other waters with how often and in how many documents they are named.
MATCH (w:WaterBody)<-[o:MENTIONS]-(d:Document)
WHERE d.held
  AND d.id = $document  // with document
  AND $place IN d.places  // with place
RETURN w.name AS name, count(DISTINCT d.id) AS documents, count(o) AS mentions
ORDER BY mentions DESC, name
LIMIT $limit  // with limit
