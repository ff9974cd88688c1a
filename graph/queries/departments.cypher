// Bodies with the number of tasks that they carry, by function, by place of their own, or by document.
// Neo4j would go through all bodies or all deadlines first: it is told to begin with the documents of the place.
MATCH (d:Document) WHERE d.held AND $place IN d.places WITH DISTINCT d  // with place on neo4j
MATCH (b:Department)-[:IS_A]->(:Function {id: $function})  // with function
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)
WHERE d.held
  AND (b.name = $department OR o.name = $department)  // with department
  AND d.id = $document  // with document
  AND $place IN d.places  // with place
RETURN b.id AS department, b.name AS canonical, b.place_code AS place_code, b.function AS function,
       count(DISTINCT t.id) AS tasks, count(DISTINCT d.id) AS documents
ORDER BY tasks DESC, canonical, department
LIMIT $limit  // with limit
