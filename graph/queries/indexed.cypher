// Every passage that is held, with what search shows of it and restricts it by.
MATCH (d:Document)-[:HAS]->(p:Passage)
WHERE d.held
OPTIONAL MATCH (t:Task {id: p.task})
RETURN d.id AS document, p.id AS id, p.task AS task, t.title AS task_title, p.section AS section, p.kind AS kind,
       p.heading AS heading, t.domain AS domain, p.`start` AS `start`, p.`end` AS `end`
ORDER BY document, `start`, `end`, id
