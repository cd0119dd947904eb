"""The titles before a name, as they are printed: "Lic.", "Sr.", "Sister", "Ph.D.".

Some are abbreviations whose full stop ends no sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.sentences import sentences

_SHORT_TITLES = (
    "[Mm]rs? [Mm]s [Mm]x Drs? Dra Sres? Sras? Srta Lic Licda Lcda Lcdo Ing Arq Mtr[ao] Mgtr Prof Profa"
    " Hon Rev Revs Profs Sens Reps Govs Msgrs? Fr Cllrs? Clr Rt PC"
    " Sr Gov Sen Rep Pres Gen Col Capt Lt Sgt Maj Adm Supt Det Insp Dip Psic Abg Gral Cnel Cap"
    " Pbro Dn Dña St"
).split()
# Titles only with a full stop: without it they are words or names.
_DOTTED_TITLES = (
    "Dras Srita Srtas Lics Licdo Msc MSc Mag Mgs Mg Profra Profr Revdo Revda Rvdo Rvda Cmdr Cdr Comdr Cpl"
    " Amb Atty Psicól Abgd[ao] Abog Adv Diput Brig Crnl Tcnel Tte Tnte Tcnl Cptn Cmdte Cmte Sgto Cbo Myr"
    " Almte Phro Pdte Pdta Pte Hna Hno Hnas Hnos Mons Enf Enfra Ptr Econ Biol Quím Antrop Sociól Trab Soc"
    " Mtr Téc Tec Nutr Min Agr Agrón Civ Magdo Mgdo Mgda Cons Emb Embj Excmo Excma Ilmo Ilma Comis Subcom"
    " Diác Diac Presb Ofc Cte Br Bro Dtor Dtora Insptr Bp Abp Ph P Ab Pr Past CP Subof"
).split()
_LONG_TITLES = (
    "Miss Madam Madame Sir Lord Lady Dame Baroness Baron Viscount Viscountess Earl Countess"
    " General Major [Dd]on [Dd]oña [Ss]eñora? [Ss]eñorita [Ll]icenciad[oa]"
    " [Dd]octora? [Mm]aestr[oa] [Ii]ngenier[oa] Sister Brother Father Mother Deacon Elder Imam Rabbi"
    " [Ss]or [Ff]ray [Pp]adre Madre madre [Hh]ermana [Hh]ermano [Mm]onseñor [Mm]osén Excelencia Honou?rable"
    " Professor [Pp]rofesora? [Nn]iña [Dd]iácono Reverend [Rr]everend[oa] Captain Doctor Monsignor Msgr"
    " Chargé d['’]Affaires Affaires"
).split()
# In small letters, as Spanish prescribes; with a full stop too.
_SMALL_TITLES = "lic licda ing arq dra? mtr[ao] profa? abg psic hna hno pbro sra? srta gral dip".split()
# T.S., M.Sc., Ph.D., S.E.: degrees and offices written as letters.
_LETTERS = rf"(?:[{UPPER}][a-z]{{0,2}}\.){{2,4}}"
HONORIFIC = (
    rf"(?:{_LETTERS}|(?:{'|'.join(_SHORT_TITLES)})\.?(?!\w)"
    rf"|(?:{'|'.join(_DOTTED_TITLES)})\.|(?:{'|'.join(_LONG_TITLES)})(?!\w)"
    rf"|(?:{'|'.join(_SMALL_TITLES)})\.)"
)
_HONORIFIC = re.compile(HONORIFIC)
_INITIAL = re.compile(rf"[{UPPER}]\.")
_INTERIM = re.compile(r"(?:a\.)?i\.|a\.")  # "Director a.i.", "a. i."
_ABBREVIATED = frozenset(["ret", "vda", "jr", "sr", "ma", "st", "sta", "fco"])
_LONGEST_ABBREVIATION = 8  # characters
# Titles that say what somebody is: they are roles where nothing else is told.
TITLES_OF_OFFICE = frozenset(
    "general major professor profesor profesora maestro maestra ingeniero ingeniera".split()
)
PEERS = frozenset("Lord Lady Baroness Baron Viscount Viscountess Earl Countess".split())
# Offices that are written as titles.
OFFICES = frozenset(
    "General Major Gov Sen Rep Sens Reps Govs Pres Gen Col Capt Lt Sgt Maj Adm Supt Det Insp Dip Hon Dr Dra"
    " Mr Mrs Ms".split()
)


@lru_cache(maxsize=1 << 14)
def is_honorific(word: str) -> bool:
    """Whether a word, as printed, is a title."""
    return _HONORIFIC.fullmatch(word) is not None


def abbreviates(word: str) -> bool:
    """Whether the full stop of a word is its own: "J.", "Lic.", "Jr."."""
    known = _INITIAL.fullmatch(word) or _INTERIM.fullmatch(word) or fold(word[:-1]) in _ABBREVIATED
    return bool(known) or is_honorific(word)


def abbreviates_before(text: str, end: int) -> bool:
    """Whether the word that ends at ``end`` is such an abbreviation."""
    word = text[max(0, end - _LONGEST_ABBREVIATION) : end].split()[-1:]
    return bool(word) and abbreviates(word[0].strip("()"))


def whole_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text``, one that a title seems to end joined to the next: "la Abog. Ana Paz"."""
    joined: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if joined and abbreviates_before(text, joined[-1][1]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
