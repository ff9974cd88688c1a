// The passages of a document, in reading order.
MATCH (:Document {id: $document})-[:HAS]->(p:Passage)
RETURN p.id AS id, p.kind AS kind, p.task AS task, p.section AS section, p.heading AS heading,
       p.`start` AS `start`, p.`end` AS `end`, p.`order` AS `order`
ORDER BY `start`, `end`, id
