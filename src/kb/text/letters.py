"""Classes of letters for regular expressions, which have none for capitals."""

UPPER = "A-ZÀ-ÖØ-Þ"
