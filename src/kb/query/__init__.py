"""What a person typed, as a frozen tree: parsed, expanded by the thesaurus, marked in a text (pure)."""
