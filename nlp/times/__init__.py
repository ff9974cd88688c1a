"""Times in text: dates, stretches between dates, recurrences, five-year plans."""
