// Fields of policy with how many tasks belong to them, in how many documents.
MATCH (f:`Domain`)<-[:IN_DOMAIN]-(t:Task)
RETURN f.id AS domain, f.name AS name, f.english AS english, count(DISTINCT t.id) AS tasks,
       count(DISTINCT t.document) AS documents
ORDER BY tasks DESC, domain
