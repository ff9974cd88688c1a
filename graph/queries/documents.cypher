// The documents that are held, with how much was read from each.
MATCH (d:Document)
WHERE d.held
  AND $place IN d.places  // with place
  AND d.kind = $kind  // with kind
  AND d.period_start <= $year AND d.period_end >= $year  // with year
OPTIONAL MATCH (d)-[:HAS]->(t:Task)
WITH d, count(t) AS tasks
OPTIONAL MATCH (d)-[:HAS]->(i:Issue)
RETURN d.id AS document, d.source AS source, d.part AS part, d.title AS plan, d.number AS number, d.kind AS kind,
       d.issuer AS issuer, d.places AS places, d.period_start AS period_start, d.period_end AS period_end,
       d.issued AS issued, d.published AS published, d.characters AS characters, tasks AS tasks, count(i) AS issues
ORDER BY source, document
