// The ids of the tasks that a body carries, to which a search is restricted: without their wording, which no search reads.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place
WITH d, t, o, b  // with place
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place
WHERE d.held
  AND b.id IS NOT NULL  // with place
  AND (b.name = $department OR o.name = $department)  // with department
  AND o.role = $role  // with role
  AND t.domain = $domain  // with domain
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN DISTINCT t.id AS task
ORDER BY task
