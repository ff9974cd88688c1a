// Bodies with the number of tasks that they carry, by function, by place of their own, or by document.
MATCH (d:Document {id: $document})  // with document
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place or document
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place or document
WITH d, t, o, b  // with place or document
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place or document
WHERE d.held
  AND b.id IS NOT NULL  // with place or document
  AND (b.name = $department OR o.name = $department)  // with department
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN b.id AS department, b.name AS canonical, b.place_code AS place_code, b.function AS function,
       count(DISTINCT t.id) AS tasks, count(DISTINCT d.id) AS documents
ORDER BY tasks DESC, canonical, department
LIMIT $limit  // with limit
