// What a body, or every body of one function, carries: numbers of tasks by document, role and field of policy.
MATCH (d:Document) WHERE $place IN d.places  // with place
OPTIONAL MATCH (d)-[:HAS]->(t:Task)  // with place
OPTIONAL MATCH (t)-[o:OWNED_BY]->(b:Department)  // with place
WITH d, t, o, b  // with place
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)  // without place
WHERE d.held
  AND b.id IS NOT NULL  // with place
  AND (b.name = $department OR o.name = $department)  // with department
  AND b.id = $body  // with body
MATCH (b)-[:IS_A]->(:Function {id: $function})  // with function
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, b.name AS canonical, o.role AS role,
       t.domain AS domain, count(DISTINCT t.id) AS tasks
ORDER BY source, document, canonical, role, domain
