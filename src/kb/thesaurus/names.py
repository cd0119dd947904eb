"""Names in English and Spanish of the kinds of document, the languages and the facets."""

from __future__ import annotations

from kb.text.words import terms

KINDS = {
    "press-release": ("press release", "comunicado de prensa"),
    "guideline": ("guideline", "lineamiento"),
    "treaty": ("treaty", "tratado"),
    "law": ("law", "ley"),
    "general-comment": ("general comment", "observación general"),
    "judgment": ("judgment", "sentencia"),
    "report": ("report", "informe"),
    "training-material": ("training material", "material de formación"),
    "page": ("page", "página"),
    "digest": ("digest", "síntesis"),
}
LANGUAGES = {
    "en": ("English", "inglés"),
    "es": ("Spanish", "español"),
    "fr": ("French", "francés"),
    "pt": ("Portuguese", "portugués"),
    "ht": ("Haitian Creole", "criollo haitiano"),
    "nah": ("Nahuatl", "náhuatl"),
    "yua": ("Yucatec Maya", "maya yucateco"),
    "quc": ("K'iche'", "k'iche'"),
    "kek": ("Q'eqchi'", "q'eqchi'"),
    "mam": ("Mam", "mam"),
    "cak": ("Kaqchikel", "kaqchikel"),
    "cab": ("Garifuna", "garífuna"),
    "miq": ("Miskito", "misquito"),
    "qu": ("Quechua", "quechua"),
    "de": ("German", "alemán"),
    "it": ("Italian", "italiano"),
    "nl": ("Dutch", "neerlandés"),
    "ru": ("Russian", "ruso"),
    "ar": ("Arabic", "árabe"),
    "zh": ("Chinese", "chino"),
    "ja": ("Japanese", "japonés"),
    "id": ("Indonesian", "indonesio"),
}
FACETS = {
    "topic": ("topic", "tema"),
    "group": ("group of people", "grupo de personas"),
    "kind": ("kind", "tipo"),
    "country": ("country", "país"),
    "language": ("language", "idioma"),
    "publisher": ("publisher", "editor"),
    "year": ("year", "año"),
}
# What people also write for a kind.
_OTHER_KINDS = {
    "release": "press-release", "news": "press-release", "comunicado": "press-release",
    "boletin": "press-release", "noticia": "press-release", "guia": "guideline", "directriz": "guideline",
    "guidelines": "guideline", "lineamientos": "guideline", "protocolo": "guideline",
    "nota de prensa": "press-release", "news release": "press-release", "manual": "guideline",
    "convention": "treaty", "convencion": "treaty", "convenio": "treaty", "pacto": "treaty",
    "acuerdo": "treaty", "agreement": "treaty", "covenant": "treaty", "act": "law", "legislacion": "law",
    "legislation": "law", "comment": "general-comment", "observacion": "general-comment",
    "comentario general": "general-comment", "general recommendation": "general-comment",
    "recomendacion general": "general-comment", "judgement": "judgment", "ruling": "judgment",
    "fallo": "judgment", "reporte": "report", "summary": "digest", "resumen": "digest",
    "training": "training-material", "curso": "training-material", "course": "training-material",
    "capacitacion": "training-material", "web page": "page", "pagina web": "page",
}  # fmt: skip
# What people also call a language.
_OTHER_LANGUAGES = {
    "castilian": "es", "castellano": "es", "haitiano": "ht", "haitian": "ht", "creole": "ht", "criollo": "ht",
    "kreyol": "ht", "quiche": "quc", "kekchi": "kek", "cakchiquel": "cak", "misquito": "miq",
}  # fmt: skip


def name(table: dict[str, tuple[str, str]], value: str, language: str) -> str:
    """The name of ``value`` in ``language``; a value without one is its own name.

    >>> name(KINDS, "law", "es"), name(LANGUAGES, "kek", "en"), name(LANGUAGES, "sw", "en")
    ('ley', "Q'eqchi'", 'sw')
    """
    return table[value][language == "es"] if value in table else value


def value_named(table: dict[str, tuple[str, str]], typed: str) -> str | None:
    """The value that a person means by a name in either language, singular or plural, with an article or not.

    >>> value_named(KINDS, "los comunicados"), value_named(LANGUAGES, "castellano")
    ('press-release', 'es')
    """
    names = {label: value for value, labels in table.items() for label in (value, *labels)}
    names |= _OTHER_KINDS if table is KINDS else _OTHER_LANGUAGES if table is LANGUAGES else {}
    for language in ("en", "es"):
        known = {_stems(label, language): value for label, value in names.items()}
        if found := known.get(_stems(typed, language)):
            return found
    return None


def _stems(name: str, language: str) -> tuple[str, ...]:
    """The stems without small words; a code that looks like one (*es*, *it*) is kept."""
    found = terms(name, language)
    return tuple(term.stem for term in found if term.position >= 0 or len(found) == 1)
