"""What ties the facts of a document to the names that other documents share."""
