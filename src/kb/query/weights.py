"""What other words count of those that were typed, which count 1."""

TRANSLATED = 0.7  # a name in either language
HIDDEN = 0.5  # abbreviations, misspellings and outdated terms
LEXICAL = (0.6, 0.5, 0.4)  # the first, second and further translations of a word
KIN = 0.45  # another word of its family: "detained", "detention"; more than a third translation
FORM = 0.7  # another form of a typed word that no stem joins to it: "went", "go"
NEAR = 0.3  # a word of near meaning: "pick up", "collect"; less than a third translation
