"""What a document promises or reports in figures: value, unit, operator, measure, scope and year."""
