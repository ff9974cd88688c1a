// The bodies that carry tasks together with a body, or with any body of one function, the most tasks first.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place
OPTIONAL MATCH (t)-[:OWNED_BY]->(c:Department)  // with place
WITH d, t, o, b, c  // with place
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place
MATCH (t)-[:OWNED_BY]->(c:Department)  // without place
WHERE d.held
  AND c.id <> b.id
  AND (b.name = $department OR o.name = $department)  // with department
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN c.id AS department, c.name AS canonical, c.place_code AS place_code, c.function AS function,
       count(DISTINCT t.id) AS tasks, count(DISTINCT d.id) AS documents
ORDER BY tasks DESC, canonical, department
LIMIT $limit  // with limit
