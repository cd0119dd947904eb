"""The words of offices in front of names: what offices are for, and who has a number."""

from __future__ import annotations

import re

from kb.extractors.roles import FIELDS_OF_WORK, QUALIFIERS

# What offices are for, and the parts of a body that have a head.
FIELDS_OF_OFFICES = (
    FIELDS_OF_WORK
    | QUALIFIERS
    | frozenset(
        """
        office offices oficina section seccion division unit unidad department departamento region services
        mobility movilidad migrants migrantes refugees refugiados asylum asilo mission delegation
        delegacion operations welfare program programs programme programmes programas
        protection immigration labor connacionales police policia staff
        nursing schools litigation advocacy research patrol law medicine pediatrics paediatrics psychiatry
        sociology anthropology economics journalism theology psychology work derecho medicina pediatria
        sociologia antropologia economia psicologia enfermeria teologia
        """.split()
    )
)
# Whose number is part of the name: "el papa León XIV", "King Charles III".
NUMBERED = re.compile(
    r"\b(?:[Pp]apa|[Pp]ope|[Pp]ont[ií]fice|[Pp]ontiff|[Ss]an|St\.|[Rr]ey|[Rr]eina|King|Queen)\s$"
)
