// The sections of a document, in reading order.
MATCH (s:Section)
WHERE s.document = $document
RETURN s.id AS section, s.number AS number, s.title AS title, s.role AS role, s.level AS level, s.path AS path,
       s.`start` AS `start`, s.body AS body, s.`end` AS `end`
ORDER BY `start`, level, section
