// Bodies with the number of tasks that they carry, by function, by place of their own, or by document.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place
WITH d, t, o, b  // with place
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place
WHERE d.held
  AND b.id IS NOT NULL  // with place
  AND (b.name = $department OR o.name = $department)  // with department
  AND d.id = $document  // with document
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN b.id AS department, b.name AS canonical, b.place_code AS place_code, b.function AS function,
       count(DISTINCT t.id) AS tasks, count(DISTINCT d.id) AS documents
ORDER BY tasks DESC, canonical, department
LIMIT $limit  // with limit
