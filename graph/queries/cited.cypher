// Documents that others cite, the most cited first, by a part of the title or by the number that they are cited with.
MATCH (c:Document)<-[o:CITES]-(d:Document)
WHERE c.title CONTAINS $title  // with title
WITH c, o, d  // with number
WHERE o.number_key = $number  // with number
RETURN c.id AS document, c.held AS held, c.title AS title, c.number AS number, count(DISTINCT d.id) AS documents,
       count(o) AS citations
ORDER BY documents DESC, citations DESC, document
LIMIT $limit  // with limit
