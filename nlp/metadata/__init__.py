"""What a document is: title, number, issuer, dates, kind, period and place."""
