"""Records and answers in the formats that other programs read."""
