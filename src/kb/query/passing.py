"""Words of a question that say nothing where they stand: *is being deported*, *in case of* (pure).

Elsewhere they are words: a human being, *contar con ayuda*, a used car.
"""

from __future__ import annotations

import re

from kb.query.only import only
from kb.text.words import folded_words

_INFINITIVE = r"\w+[aei]r(?:se|l[aeo]s?|me|te|nos)?\b"
_PASSING = re.compile(
    rf"""
    # the passive, what somebody said, what used to be, what is wanted to be known
    (?<!\bwell\s)(?<!\bhuman\s)(?<!\bliving\s)\b(being)\b
    | \b(?:i|he|she|we|they|who)\s(said|says|say|told|tells|tell)\b
    | \b(?:was|were|been|being|got)\s(told)\b
    | \b(told|tells|tell)\s(?:me|us|him|her|them|you)\b
    | \b(got|gets?|getting)\s(?=\w+(?:ed|en)\b|caught\b|lost\b|hurt\b|sent\b|shot\b|held\b)
    | (?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbe\s)(?<!\bbeen\s)\b(used)\sto\s
    | \b(wants?|wanted|needs?|needed|like)\sto\s(know)\b
    | \bhow\s(long)\b(?:(?:\s\w+){{1,4}}?\s(takes?|lasts?)\b)?
    | \bin\s(order|case|view|light|spite)\s(?:to|of|that)\b
    | \bwith\s(regard|respect|reference)\sto\b
    | \b(according|due|owing)\sto\b
    | \bin\sthe\s(event|case)\sof\b
    # what somebody said, how it ended, what has to be, could be, has just been, will be
    | \b(?:me|te|se|le|les|nos)\s
      (dij\w+|dice[ns]?|decian?|conto|contaron|contaban?|qued(?:o|e|a|an|amos|aron))\b
    | \b(tuv\w+|tenian?|tienen?|tengo|tenemos|tendran?|tendrian?|habia|habra|habria)\sque\b
    | \b(puedan?|pudo|pudieron|pudieran?|podian?|podrian?|debian?|deberian?|deberan?)\s(?={_INFINITIVE})
    | \b(acab(?:o|a|an|aba|aban|aron))\sde\s(?={_INFINITIVE})
    | \b(volvio|volvieron|vuelven?|iban?|van?|voy|vamos|empez\w+|comenz\w+)\sa\s(?={_INFINITIVE})
    | \b(?:a|con)\s(?:el\s)?(fin|objeto|proposito)\sde\b
    | \ben\s(caso|virtud|relacion|vez|lugar)\s(?:de|con)\b
    | \b(?:de|en)\s(acuerdo|conformidad)\scon\b
    | \b(?:a|por)\s(traves|medio|pesar|causa)\sde\b
    | \bpor\slo\s(menos|tanto)\b
    | \bcon\s(respecto)\sa\b
    | \bsin\s(embargo)\b
    | \b(quiero|queremos|quisiera|necesito|deseo)\s(saber|conocer)\b
    """,
    re.VERBOSE,
)


def in_passing(text: str) -> frozenset[str]:
    """The folded words of a question that stand in it so.

    >>> sorted(in_passing("my son is being deported")), sorted(in_passing("the human being"))
    (['being'], [])
    >>> sorted(in_passing("me contó que tuvo que huir")), sorted(in_passing("contar con ayuda"))
    (['conto', 'tuvo'], [])
    """
    folded = " ".join(folded_words(text))
    words = (word for match in _PASSING.finditer(folded) for word in match.groups() if word)
    return only(text).union(words)
