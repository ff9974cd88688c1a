// How many nodes of each label there are.
MATCH (n)
RETURN label(n) AS label, count(n) AS nodes
ORDER BY label
