// What a body, or every body of one function, carries: numbers of tasks by document, role and field of policy.
// Neo4j would go through all bodies or all deadlines first: it is told to begin with the documents of the place.
MATCH (d:Document) WHERE d.held AND $place IN d.places WITH DISTINCT d  // with place on neo4j
MATCH (b:Department)-[:IS_A]->(:Function {id: $function})  // with function
MATCH (b:Department)<-[o:OWNED_BY]-(t:Task)<-[:HAS]-(d:Document)
WHERE d.held
  AND (b.name = $department OR o.name = $department)  // with department
  AND b.id = $body  // with body
  AND $place IN d.places  // with place
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, b.name AS canonical, o.role AS role,
       t.domain AS domain, count(DISTINCT t.id) AS tasks
ORDER BY source, document, canonical, role, domain
