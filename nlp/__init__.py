"""What a document says: a spaCy pipeline that fills the facts of one document, each with the words it was read from."""
