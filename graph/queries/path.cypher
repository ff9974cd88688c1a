// One of the shortest ways between two nodes, given by label and id: the nodes on it in order, and the edges between.
// Each engine has a word of its own for the shortest, for what may lie on the way, and for the label of what does.
MATCH (a:LABEL {id: $id}), (b:OTHER_LABEL {id: $other})  // on neo4j
MATCH p = shortestPath((a)-[:`APPLIES_TO`|`ISSUED_BY`|`CITES`|`RESEMBLES`|`HAS`|`OWNED_BY`|`SETS`|`MEASURES`|`CONCERNS`|`MENTIONS`|`IS_A`*1..6]-(b))  // on neo4j
WHERE none(node IN nodes(p) WHERE node:Place)  // on neo4j
MATCH p = (a:LABEL {id: $id})-[:`APPLIES_TO`|`ISSUED_BY`|`CITES`|`RESEMBLES`|`HAS`|`OWNED_BY`|`SETS`|`MEASURES`|`CONCERNS`|`MENTIONS`|`IS_A`* SHORTEST 1..6 (edge, node | WHERE label(node) <> 'Place')]-(b:OTHER_LABEL {id: $other})  // on embedded
RETURN [node IN nodes(p) | labels(node)[0]] AS labels, [node IN nodes(p) | node.id] AS ids,  // on neo4j
       [node IN nodes(p) | coalesce(node.title, node.name, node.number, node.part, node.source, node.text)] AS names,  // on neo4j
       [edge IN relationships(p) | type(edge)] AS edges, length(p) AS steps  // on neo4j
RETURN list_transform(nodes(p), node -> label(node)) AS labels, list_transform(nodes(p), node -> node.id) AS ids,  // on embedded
       list_transform(nodes(p), node -> coalesce(node.title, node.name, node.number, node.part, node.source, node.text)) AS names,  // on embedded
       list_transform(rels(p), edge -> label(edge)) AS edges, length(p) AS steps  // on embedded
ORDER BY steps
LIMIT 1
