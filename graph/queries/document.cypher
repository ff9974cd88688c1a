// One document with everything that is known of it but its text.
MATCH (d:Document {id: $document})
RETURN d.id AS document, d.held AS held, d.source AS source, d.part AS part, d.title AS plan, d.number AS number,
       d.index_number AS index_number, d.kind AS kind, d.issuer AS issuer, d.places AS places,
       d.place_code AS place_code, d.period_start AS period_start, d.period_end AS period_end, d.issued AS issued,
       d.published AS published, d.characters AS characters, d.rejected AS rejected
