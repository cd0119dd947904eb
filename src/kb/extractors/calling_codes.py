"""Telephone numbers in E.164, and the countries of their calling codes.

A number is made E.164 only where its country is certain: it carries a calling code, or it is possible
in a country that its contact block, its office or address among it, names. Its extension follows as in
RFC 3966, ``+50622125300;ext=12``. Otherwise it stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kb.extractors.telephones import Telephone

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# As North America prints a number: its last four digits behind a hyphen or a full stop.
_NORTH_AMERICAN = re.compile(r"(?:1[ .-])?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[ .-])[2-9]\d\d[.-]\d{4}")
_KNOWN_PLANS = frozenset(("CR", "GT", "MX", "NI", "SV"))  # of which all numbers met are in use
_OF_NORTH_AMERICA = re.compile(r"[2-9]\d{2}[2-9]\d{6}")  # no area code and no exchange begins with 0 or 1
_REGION_CODES = frozenset(map(str, range(501, 508)))  # Belize to Panama; other codes are area codes too
_EIGHT = 8
_REGION = 2  # letters
_EIGHT_DIGITS = _REGION_CODES - {"501", "507"}
# A calling code and an area code in brackets: "(57-1) 437 5555", "52 (55) 5555 0161".
_CODE_AND_AREA = re.compile(
    r"^(?!1 )\(?(1|3[0-9]|4[0-9]|5[1-8]|50\d|59\d)(?:[ -]\(?|\)\s?\()(\d{1,3})\)\s?(?=\d{3,4}[ -]?\d{4}$)"
)
# What is dialled before a calling code: "00", or from North America "011".
_FROM_ABROAD = re.compile(r"^(?:\+\s?|00\s?|011[\s.-](?=[1-9]))(?=\(?\d)")
_MEXICO_CITY = re.compile(r"(?:Ciudad de México|Mexico City|CDMX|México,? D\.?\s?F|Ciudad de Mexico)")
_IN_BRACKETS = re.compile(r"\((?P<code>\d{1,3})\)\s?(?=\d)")


def country(printed: str) -> str | None:
    """The country that the printed calling code names; in the region it may stand in brackets."""
    bracket = _IN_BRACKETS.match(printed)
    if bracket and bracket["code"] in _REGION_CODES and not _is_short(bracket["code"], printed):
        printed = f"+{printed}"
    printed = _FROM_ABROAD.sub("+", _CODE_AND_AREA.sub(r"+\1 \2 ", printed))
    if not printed.startswith("+"):
        return None
    import phonenumbers  # here, because its tables are large and most documents have no contact

    try:
        number = phonenumbers.parse(printed, None)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.region_code_for_number(number)


def region(code: str) -> str | None:
    """The country of a calling code; of those that several share, the first: "1" is the United States.

    >>> region("504"), region("999")
    ('HN', None)
    """
    import phonenumbers

    found = phonenumbers.region_code_for_country_code(int(code))
    return found if len(found) == _REGION and found.isalpha() and found != "ZZ" else None


def e164(telephone: Telephone, regions: Sequence[str], around: str) -> str:
    """A number in E.164 where its country is certain, else as it is printed.

    ``regions`` are the countries it may be in, the surest first; ``around`` is the text that names them.
    """
    digits = _FROM_ABROAD.sub("+", _CODE_AND_AREA.sub(r"+\1 \2 ", telephone.printed))
    digits = _with_area(digits, around) if "MX" in regions else digits
    found = _parsed(re.sub(r"^\(?(?:\+|00)\(?(\d+)\)?", r"+\1", digits), _by_shape(digits, regions))
    number = found or _bracketed(digits, regions) or telephone.printed
    return f"{number};ext={telephone.extension}" if telephone.extension else number


def e164_in_one(telephone: Telephone, regions: Iterable[str], around: str) -> str | None:
    """A number in E.164 where it is in use in just one of ``regions``, which have towns of one name.

    For North America it must be printed as there.
    """
    import phonenumbers

    found: set[str] = set()
    for region in regions:
        number = e164(telephone, [region], around)
        if not number.startswith("+"):
            continue
        american = _NORTH_AMERICAN.fullmatch(telephone.printed) is not None
        in_use = phonenumbers.is_valid_number(phonenumbers.parse(number, None))
        if american if number.startswith("+1") else in_use:
            found.add(number)
    return next(iter(found)) if len(found) == 1 else None


def _by_shape(digits: str, regions: Sequence[str]) -> Sequence[str]:
    """``regions`` in the order in which a number of ten digits fits them as it is printed.

    In a block for both sides of the border, (915) 555-0138 is printed as in the United States and
    656 555 0172 as in Mexico.
    """
    if not {"US", "MX"} <= set(regions):
        return regions
    first = "US" if _NORTH_AMERICAN.fullmatch(digits) else "MX"
    return sorted(regions, key=lambda region: region != first)


def _parsed(digits: str, regions: Sequence[str]) -> str | None:
    import phonenumbers

    for region in [None] if digits.startswith("+") else regions:
        try:
            number = phonenumbers.parse(_national(digits, region), region)
        except phonenumbers.NumberParseException:
            continue
        if _fits(number, region, alone=len(regions) == 1):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _national(digits: str, region: str | None) -> str:
    """A number of Mexico without the 01 or 045 that was dialled before it until 2019."""
    return re.sub(r"^\(?(?:01(?=800)|(?:01|04[45])[\s(-]+)", "", digits) if region == "MX" else digits


def _with_area(digits: str, around: str) -> str:
    """A number of eight digits in Mexico City, whose area code 55 nobody printed who wrote for the city."""
    local = len(re.findall(r"\d", digits)) == 8 and not digits.startswith("+")
    return f"55 {digits}" if local and _MEXICO_CITY.search(around) else digits


def _bracketed(digits: str, regions: Sequence[str]) -> str | None:
    """The number that begins with a calling code in brackets: "(504) 2231-0204".

    In the region the code alone will do, because no area code there is written so; elsewhere one of
    ``regions`` must have it.
    """
    import phonenumbers

    bracket = _IN_BRACKETS.match(digits)
    codes = {str(phonenumbers.country_code_for_region(region)) for region in regions} | _REGION_CODES
    if bracket is None or bracket["code"] not in codes:
        return None
    return None if _is_short(bracket["code"], digits) else _parsed("+" + digits, [])


def _is_short(code: str, printed: str) -> bool:
    """Whether a number has fewer digits than its country: "(503) 555-0165" is of Oregon."""
    return code in _EIGHT_DIGITS and sum(map(str.isdigit, printed)) < len(code) + _EIGHT


def _fits(number: PhoneNumber, region: str | None, *, alone: bool) -> bool:
    """Whether a number can be one of its country.

    Where several countries are named it must be in use there; of one ``alone`` the length will do where
    plans of numbers change, as those of Panama and Honduras.
    """
    import phonenumbers
    from phonenumbers import PhoneNumberType, number_type

    if region == "US" and not _OF_NORTH_AMERICA.fullmatch(str(number.national_number)):
        return False
    if number.italian_leading_zero and number_type(number) == PhoneNumberType.TOLL_FREE:
        return False  # "0-800-123-4567" is dialled so at home alone
    if region in {None, "US"} or (alone and region not in _KNOWN_PLANS):
        possible = phonenumbers.is_possible_number_with_reason(number)
        return possible == phonenumbers.ValidationResult.IS_POSSIBLE
    return phonenumbers.is_valid_number(number)
