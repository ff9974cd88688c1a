// The bodies that carry tasks together with a body, or with any body of one function, the most tasks first.
// Neo4j would go through all bodies or all deadlines first: it is told to begin with the documents of the place.
MATCH (d:Document) WHERE d.held AND $place IN d.places WITH DISTINCT d  // with place on neo4j
MATCH (b:Department)-[:IS_A]->(:Function {id: $function})  // with function
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)
WHERE d.held
  AND (b.name = $department OR o.name = $department)  // with department
  AND $place IN d.places  // with place
MATCH (t)-[:OWNED_BY]->(c:Department)
WHERE c.id <> b.id
RETURN c.id AS department, c.name AS canonical, c.place_code AS place_code, c.function AS function,
       count(DISTINCT t.id) AS tasks, count(DISTINCT d.id) AS documents
ORDER BY tasks DESC, canonical, department
LIMIT $limit  // with limit
