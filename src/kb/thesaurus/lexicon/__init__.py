"""General words in another language: the bilingual lexicon and its look-up (pure).

The concepts of the field are in ``thesaurus.toml``; here are the other words of a question, so that
it meets documents in the other language. The data is plain text, one line a word, and may be
corrected by hand:

- ``en-es.txt``: ``shelter: albergue; refugio``, the best translation first; ``es-en.txt``: the same
  for Spanish words. Each direction is a list of its own, because the best translation of the best
  translation is often another word. Phrases are lines, too: ``give birth: dar a luz``. More files add
  other languages: ``pt-es.txt``, ``es-pt.txt``.
- ``en.txt``, ``es.txt``: forms that no rule gives, ``child: children``, ``tener: tien-; tuv-``.
- ``near-en.txt``, ``near-es.txt``: what may stand for a word that texts do not have, the nearest first,
  ``grandmother: grandparent; relative``.
- ``families-en.txt``, ``families-es.txt``: words of near meaning that no stem joins, ``detain: detention``.

A user's own files of the same names, in any order, are read beside ours, and before them.

What must stay true: our lines are sorted by the folded word, so that a look-up bisects and nothing is
parsed that was not asked for. Of words that only their accents tell apart (*mamá*, *mama*) the commoner
stands first, because questions are typed without them. A dictionary is read in 2 ms, a word found in 0.1 ms;
both directions and the lists of forms take 12 ms of a new process, import included.
"""

from kb.thesaurus.lexicon.files import STARTER
from kb.thesaurus.lexicon.lookup import Lexicon, load, load_with

__all__ = ["STARTER", "Lexicon", "load", "load_with"]
