// Every passage of some documents, with what search shows of it and restricts it by.
UNWIND $documents AS wanted
MATCH (d:Document {id: wanted})-[:HAS]->(p:Passage)
WHERE d.held
OPTIONAL MATCH (t:Task {id: p.task})
RETURN d.id AS document, p.id AS id, p.task AS task, p.section AS section, p.kind AS kind,
       p.heading AS heading, t.domain AS domain, p.`start` AS `start`, p.`end` AS `end`
ORDER BY document, `start`, `end`, id
