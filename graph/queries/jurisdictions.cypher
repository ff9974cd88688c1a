// Territories that documents govern, with the number of documents and the territory above.
MATCH (d:Document)-[:APPLIES_TO]->(j:Jurisdiction)
OPTIONAL MATCH (j)-[:PART_OF]->(above:Jurisdiction)
RETURN j.id AS jurisdiction, j.name AS name, j.code AS code, j.level AS level, above.name AS above,
       count(DISTINCT d.id) AS documents
ORDER BY jurisdiction
