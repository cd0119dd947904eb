"""What says of a number or address which it is: "Tel.", "Teléfono oficina", "cell", "Correo común"."""

from __future__ import annotations

import re

from kb.extractors.contact_people import people
from kb.text.letters import UPPER

_KIND = (
    r"(?:tel[eé]fonos?|telephone|phone|telefs?|tels?|telefax|tfno|tlfs?|m[oó]vil|mobile|mob|cell?|celular|whats?app|cel|fax|pbx|facs[ií]mile?"
    r"|conmutador|(?:phone|tel[eé]phone|mobile|cell)\snumber|n[uú]mero(?:\sde\s(?:tel[eé]fono|celular|contacto))?|number"
    r"|(?:e-?)?mails?(?:\saddress)?|correos?(?:\s(?:electr[oó]nico|institucional|com[uú]n)s?)?)"
)
_WHICH = (  # which of somebody's numbers it is: "Teléfono oficina", "Tel. directo", "Office phone"
    r"(?:(?:de\s(?:la\s)?)?(?:sala\sde\s)?(?:oficina|casa|trabajo|guardia|emergencias?|contacto|prensa)|office|direct[oa]?|work"
    r"|home|main|fij[oa]|desk|m[oó]vil|mobile|personal|central|principal|press|duty)"
)
LABELS = re.compile(
    r"(?<!\w)(?:(?:(?:office|direct|work|home|main|duty|contact)\s)?"
    rf"{_KIND}(?:(?:\s|\s?[/&]\s?|\s(?:[yeo]|and|or)\s)(?:{_WHICH}|{_KIND})(?!\w)){{0,2}}"
    r"|(?:office|oficina|desk|home|work|direct[oa]?)(?=\s?:\s?(?:[+(\d|]|$))|nombre(?=:)|name(?=:)|cargo(?=:)|puesto(?=:)"
    r"|[tmce](?=\.?:|\.?\s?[+(\d]|\s?(?:$|\n)))"
    r"(?:\s?[.:]|(?=\s?[+(\d])|(?=\s?(?:$|\n)))\s?:?"
    r"|\((?:office|oficina|cell|mobile|m[oó]vil|celular|home|desk|direct|directo|whats?app|work|trabajo|day|night)\)"
    r"|(?:(?<=[\d|]\s)|(?<=[\d|],\s))(?:office|oficina|despacho|cell|mobile|m[oó]vil|celular|home|casa|work|trabajo|directo?)"
    r"(?=\s?(?:[\n,;/|]|$))",
    re.IGNORECASE,
)
_DESK = re.compile(  # before "desk:" or "office:"
    rf"(?:^|[\n;:|.])\s*[{UPPER}][^\W\d_]+(?: (?:of |de )?[{UPPER}][^\W\d_]+){{0,4}} $"
)


def without_labels(text: str, mask: str = "") -> str:
    """``text`` with each letter of its labels replaced by ``mask``.

    The last word of a desk's name is no label: "Admissions desk: +1 246 ...".
    """

    def masked(label: re.Match[str]) -> str:
        desk = label[0].lower().startswith(("desk", "office", "oficina"))
        named = _DESK.search(text[: label.start()]) if desk else None
        alone = named and " " not in named[0].strip()
        whole = alone or (named and not any(people(named[0])))  # no person's: "Ana Paz office: 2212-5300"
        return label[0] if whole else mask * len(label[0])

    return LABELS.sub(masked, text)
