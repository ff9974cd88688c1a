// Indicators with how many targets and results measure them, in how many documents.
MATCH (i:Indicator)<-[:MEASURES]-(g:Target)
RETURN i.id AS indicator, i.name AS name, i.english AS english, i.unit AS unit, i.better AS better,
       count(g) AS targets, count(DISTINCT g.document) AS documents
ORDER BY targets DESC, indicator
LIMIT $limit  // with limit
