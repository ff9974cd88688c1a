// Functions of bureaus with how many bodies have them and how many tasks those carry.
MATCH (f:Function)<-[:IS_A]-(b:Department)<-[:OWNED_BY]-(t:Task)
RETURN f.id AS function, f.name AS name, f.english AS english, count(DISTINCT b.id) AS departments,
       count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, function
