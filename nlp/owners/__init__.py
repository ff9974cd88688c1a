"""Who carries each task: in brackets, labels, prose, tables, headings, defaults and legends."""
