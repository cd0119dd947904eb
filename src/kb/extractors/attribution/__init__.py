"""Who said the words between quotation marks.

A quotation is attributed right behind it ("...", said Ana Paz; Ana Paz said), right before it (Ana Paz
said: "..."; según Ana Paz, "..."), in a line of its own (— Ana Paz), or by the sentence before, whose
subject goes on speaking. Each place is a module whose functions return what they found and how far it
reaches, so that a second quotation behind it can be seen to go on with the first:

- `behind`: the rest of the sentence behind the closing mark, or the short sentence up to the next quote;
- `before`: the sentence that leads to the opening mark, or the one that ends before it;
- `lines`: a paragraph of its own above or below, and the signature within a block quote.

They share `verb_subjects`, which finds who does the saying in a clause, and `discourse`, which follows
"she" and "the director" to the person meant; `companions` are people who speak together, `unnamed`
speech of nobody named, and `joining` says whether a quotation goes on. `terms` tells
words that only have marks (titles, terms, campaigns) and `readings` what is read and not said (laws,
signs).

What must stay true: words that only have marks have no voice. All looks go over a bounded stretch of
text beside the marks.
"""
