// The names under which documents write the bodies that carry tasks.
MATCH (t:Task)-[o:OWNED_BY]->(b:Department)
RETURN DISTINCT o.name AS name
ORDER BY name
