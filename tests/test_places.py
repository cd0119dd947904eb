"""What kb.places promises: which countries a text speaks of, in English and Spanish."""

import subprocess
import sys
import unicodedata

import pytest

from kb.places import code_of, countries, label, place_code
from kb.places.mentions import Mention, mentions


def codes(text: str) -> list[str]:
    return [mention.code for mention in mentions(text)]


def spans(text: str) -> list[tuple[str, str, str]]:
    return [(one.code, text[one.start : one.end], one.form) for one in mentions(text)]


# The table


def test_every_country_has_a_name_in_both_languages() -> None:
    assert len(countries()) >= 249
    assert all(country.name["en"] and country.name["es"] for country in countries().values())


def test_every_name_and_demonym_leads_back_to_its_country() -> None:
    for code, country in countries().items():
        groups = (country.other, country.people, country.language)
        names = [*country.name.values(), *(n for g in groups for ns in g.values() for n in ns)]
        assert {name: code_of(name) for name in names} == dict.fromkeys(names, code)


def test_every_country_is_found_by_the_name_we_print_unless_the_name_is_quiet_or_shared() -> None:
    silent = {
        name
        for code, country in countries().items()
        for name in country.name.values()
        if [(m.code, m.start, m.end) for m in mentions(name)] != [(code, 0, len(name))]
    }

    assert silent == {
        "Granada", "Guadalupe", "Jersey", "Mauricio", "Montserrat", "Reunión", "Réunion",
        "San Bartolomé", "San Martín", "Santa Elena",
    }  # fmt: skip


def test_what_is_quiet_is_a_name_of_the_same_country() -> None:
    for country in countries().values():
        places = [*country.name.values(), *country.cities]
        for names in (country.other, country.people, country.capital):
            places += [name for listed in names.values() for name in listed]
        assert set(country.quiet) <= set(places)


def test_importing_reads_no_file() -> None:
    script = "import sys, kb.places; sys.exit('tomllib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("code", "english", "spanish"),
    [
        ("ES", "Spain", "España"),
        ("US", "United States", "Estados Unidos"),
        ("PS", "Palestine", "Palestina"),
        ("TT", "Trinidad and Tobago", "Trinidad y Tobago"),
        ("XK", "Kosovo", "Kosovo"),
    ],
)
def test_a_label_is_the_name_in_the_language(code: str, english: str, spanish: str) -> None:
    assert (label(code, "en"), label(code, "es")) == (english, spanish)


def test_a_label_falls_back_to_the_code() -> None:
    assert label("QQ", "en") == "QQ"
    assert label("HN", "fr") == "HN"


# One name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("HN", "HN"), ("hn", "HN"), (" Honduras ", "HN"), ("HONDURAS", "HN"),
        ("Spain", "ES"), ("españa", "ES"), ("Espana", "ES"), ("Spanish", "ES"), ("españolas", "ES"),
        ("U.S.", "US"), ("USA", "US"), ("EE. UU.", "US"), ("EE.UU.", "US"), ("EEUU", "US"),
        ("estadounidenses", "US"), ("UK", "GB"), ("Reino Unido", "GB"),
        ("Republic of Korea", "KR"), ("República de Corea", "KR"),
        ("Côte d'Ivoire", "CI"), ("Costa de Marfil", "CI"), ("marfileño", "CI"),
        ("Congo", "CG"), ("DRC", "CD"), ("Dominica", "DM"), ("dominicano", "DO"),
        ("Iran (Islamic Republic of)", "IR"), ("Bolivarian Republic of Venezuela", "VE"),
        ("Guinea-Bissau", "GW"), ("Guinea-Bisáu", "GW"), ("Granada", "GD"), ("Holy See", "VA"),
    ],
)  # fmt: skip
def test_a_code_a_name_or_a_demonym_has_a_code(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize("name", ["", "Tegucigalpa", "Geneva", "Ginebra", "Atlantis", "American"])
def test_anything_else_has_no_code(name: str) -> None:
    assert code_of(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Geneva", "CH"), ("Ginebra", "CH"), ("GENEVA", "CH"), ("Tapachula", "MX"),
        ("San José", "CR"), ("San Jose", "CR"), ("Ciudad de México", "MX"), ("CDMX", "MX"),
        ("Mexico City", "MX"), ("Costa Rica", "CR"), ("New York", "US"), ("Nueva York", "US"),
        ("Washington, D.C.", "US"), ("Washington DC", "US"), ("Guatemala City", "GT"),
        ("Ciudad de Panamá", "PA"), ("Santiago", "CL"), ("Roma", "IT"), ("La Haya", "NL"),
        ("San Salvador", "SV"), ("San Pedro Sula", "HN"), ("Havana", "CU"),
        ("Port au Prince", "HT"),
    ],
)  # fmt: skip
def test_a_country_a_capital_or_a_city_is_a_place(name: str, code: str) -> None:
    assert place_code(name) == code


@pytest.mark.parametrize("name", ["Granada", "Trujillo", "Nogales", "Honduran", "hondureño", "LA"])
def test_a_shared_name_a_demonym_and_a_code_are_no_place(name: str) -> None:
    assert place_code(name) is None


# Running text


def test_a_mention_says_where_it_stands_and_in_which_form() -> None:
    text = "Tegucigalpa: Honduran children left San Pedro Sula, Honduras."

    found = mentions(text)

    assert found[0] == Mention(code="HN", start=0, end=11, form="capital")
    assert spans(text) == [
        ("HN", "Tegucigalpa", "capital"),
        ("HN", "Honduran", "people"),
        ("HN", "San Pedro Sula", "city"),
        ("HN", "Honduras", "name"),
    ]


def test_a_mention_in_spanish_says_the_same() -> None:
    text = "Tegucigalpa: niñas hondureñas salieron de San Pedro Sula (Honduras)."

    assert spans(text) == [
        ("HN", "Tegucigalpa", "capital"),
        ("HN", "hondureñas", "people"),
        ("HN", "San Pedro Sula", "city"),
        ("HN", "Honduras", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Equatorial Guinea", ["GQ"]), ("Guinea Ecuatorial", ["GQ"]),
        ("Papua New Guinea", ["PG"]), ("Papúa Nueva Guinea", ["PG"]),
        ("Guinea-Bissau and Guinea", ["GW", "GN"]), ("Guinea-Bisáu y Guinea", ["GW", "GN"]),
        ("Niger, Nigeria, Nigeriens and Nigerians", ["NE", "NG", "NE", "NG"]),
        ("Níger, Nigeria, nigerinos y nigerianos", ["NE", "NG", "NE", "NG"]),
        ("Dominica and the Dominican Republic", ["DM", "DO"]),
        ("Dominica, República Dominicana, dominicanos", ["DM", "DO", "DO"]),
        ("the Republic of Korea", ["KR"]), ("la República de Corea", ["KR"]),
        ("the Democratic People's Republic of Korea", ["KP"]),
        ("la República Popular Democrática de Corea", ["KP"]),
        ("the Democratic Republic of the Congo", ["CD"]), ("the Congo", ["CG"]),
        ("la República Democrática del Congo", ["CD"]), ("el Congo", ["CG"]),
        ("South Sudan and Sudan", ["SS", "SD"]), ("Sudán del Sur y Sudán", ["SS", "SD"]),
        ("Northern Ireland and Ireland", ["GB", "IE"]),
        ("Irlanda del Norte e Irlanda", ["GB", "IE"]),
        ("Estado de México", ["MX"]), ("French Guiana", ["GF"]), ("American Samoa", ["AS"]),
    ],
)  # fmt: skip
def test_the_longest_name_wins(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El Salvador and San Salvador", [("SV", "name"), ("SV", "capital")]),
        ("El Salvador y San Salvador", [("SV", "name"), ("SV", "capital")]),
        ("Guatemala City, Guatemala", [("GT", "capital"), ("GT", "name")]),
        ("Ciudad de Guatemala, Guatemala", [("GT", "capital"), ("GT", "name")]),
        ("Panama City, Panama", [("PA", "capital"), ("PA", "name")]),
        ("Ciudad de Panamá, Panamá", [("PA", "capital"), ("PA", "name")]),
        ("Mexico City", [("MX", "capital")]),
        ("Ciudad de México (CDMX)", [("MX", "capital"), ("MX", "capital")]),
        ("San José, San Jose", [("CR", "capital"), ("CR", "capital")]),
        ("Geneva / Ginebra", [("CH", "city"), ("CH", "city")]),
        ("Santiago de Chile", [("CL", "capital")]),
        ("Tunis, Tunisia", [("TN", "capital"), ("TN", "name")]),
    ],
)
def test_capitals_and_cities_are_told_from_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.code, mention.form) for mention in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico", "Nuevo México", "the Gulf of Mexico", "el Golfo de México", "Indiana",
        "Central American", "Inter-American Court", "Latin American", "America", "an American",
        "centroamericanos", "la Corte Interamericana", "latinoamericanas", "americano",
        "the Geneva Conventions", "los Convenios de Ginebra", "the Beijing Rules",
        "las Reglas de Beijing", "the Vienna Convention on Consular Relations",
        "la Convención de Viena sobre Relaciones Consulares", "the Dublin Regulation",
        "el Reglamento de Dublín", "the Cartagena Declaration", "la Declaración de Cartagena",
        "the New York Declaration", "la Declaración de Nueva York", "Pacto de San José",
        "British Columbia", "Haitian Creole", "criollo haitiano", "American Indians",
        "US$ 50 million", "US dollars", "dólares estadounidenses", "mail Honduras@example.org",
        "Reunión de expertos", "Male children", "Roma children", "Santiago Pérez", "Mauricio Gómez",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_country_is_left_alone(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "contact us", "salsa de chile", "fine china", "una niña china", "jordan", "turkey", "polo",
        "las honduras", "agua de jamaica", "granada", "el ecuador", "guinea", "hondurans", "polish",
    ],
)  # fmt: skip
def test_lower_case_names_are_everyday_words(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("costarricense", "CR"), ("hondureños", "HN"), ("Hondureños", "HN"), ("HONDUREÑOS", "HN"),
        ("salvadoreña", "SV"), ("nicaragüenses", "NI"), ("nicaraguenses", "NI"), ("cubana", "CU"),
        ("griega", "GR"), ("turca", "TR"), ("marfileños", "CI"), ("inglesa", "GB"),
        ("chinos", "CN"),
        ("guineanos", "GN"), ("maltesa", "MT"), ("polaco", "PL"), ("estadounidense", "US"),
        ("Costa Rican", "CR"), ("Salvadorans", "SV"), ("Indian", "IN"), ("Haitians", "HT"),
        ("Spaniards", "ES"), ("Swiss", "CH"), ("Filipina", "PH"), ("MEXICAN", "MX"),
    ],
)  # fmt: skip
def test_people_are_found_in_both_languages(text: str, code: str) -> None:
    assert [(mention.code, mention.form) for mention in mentions(text)] == [(code, "people")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spanish authorities", ["ES"]), ("in French territory", ["FR"]),
        ("in Spanish", []), ("RROCM in Spanish)", []), ("English, French and Spanish.", []),
        ("available in Spanish on the website", []), ("Spanish-speaking staff", []),
        ("known by its Spanish initials RROCM", []), ("las siglas en español", []),
        ("the Russian version", []), ("translated into Chinese characters", []),
        ("el gobierno español", ["ES"]), ("un niño francés", ["FR"]), ("niños alemanes", ["DE"]),
        ("en español", []), ("español, inglés y francés", []), ("Original: español", []),
        ("habla español", []), ("Ana Español", []),
    ],
)  # fmt: skip
def test_a_language_is_not_a_people(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the US", "the U.S.", "the USA", "the U.S.A.", "US-funded", "US's",
        "the United States of America", "los Estados Unidos", "EE. UU.", "EE.UU.", "EE UU", "EEUU",
        "US DHS says so", "de los Estados Unidos de América", "United\nStates",
        "Estados\u00a0Unidos",
    ],
)  # fmt: skip
def test_the_united_states_have_many_names(text: str) -> None:
    assert codes(text) == ["US"]


def test_the_last_full_stop_of_an_abbreviation_belongs_to_it() -> None:
    assert spans("in the U.S. now") == [("US", "U.S.", "name")]
    assert spans("en EE. UU. ahora") == [("US", "EE. UU.", "name")]


def test_capitals_throughout_are_read_too() -> None:
    assert codes("EL SALVADOR, PANAMÁ, MEXICO AND GUATEMALAN CHILDREN") == ["SV", "PA", "MX", "GT"]
    assert codes("NIÑOS DE LA REPÚBLICA DOMINICANA") == ["DO"]


def test_us_in_a_line_of_capitals_is_a_pronoun() -> None:
    assert codes("HELP US PROTECT CHILDREN") == []
    assert codes("CONTACT US\nThe office in Honduras") == ["HN"]


def test_accents_are_optional() -> None:
    assert codes("México, Mexico, Panamá, Panama, Haití, Haiti") == ["MX"] * 2 + ["PA"] * 2 + ["HT"] * 2


def test_positions_hold_in_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "De Panamá a México")

    assert [unicodedata.normalize("NFC", word) for _, word, _ in spans(text)] == [
        "Panamá",
        "México",
    ]


def test_a_name_may_cross_a_line_but_not_a_blank_line_or_a_full_stop() -> None:
    assert codes("Costa\nRica") == ["CR"]
    assert codes("la Costa\n\nRica en fauna") == []
    assert codes("la Costa. Rica en fauna") == []


def test_names_are_whole_words() -> None:
    assert codes("Hondurasgate, Cubas, Perugia, Omanis, Chadwick, Malia, _Peru_") == ["OM"]
    assert codes("Mexico's, Afro-Colombian, (Peru), “Chile”, #Cuba") == [
        "MX",
        "CO",
        "PE",
        "CL",
        "CU",
    ]


def test_first_names_that_are_countries_are_taken_for_countries() -> None:
    assert codes("Chad, Jordan, Israel and Georgia") == ["TD", "JO", "IL", "GE"]


def test_typographic_apostrophes_and_dashes_make_no_difference() -> None:
    assert codes("Côte d\u2019Ivoire, Cote d'Ivoire, Guinea\u2013Bissau") == ["CI", "CI", "GW"]


def test_a_press_release_names_its_countries() -> None:
    text = (
        "Costa Rica - Experts from seven countries (Costa Rica, El Salvador, Guatemala, Honduras, "
        "Mexico, Nicaragua and Panama) met in San José. The programme is financed by the US State "
        "Department. The Regional Network (RROCM in Spanish) took part."
    )

    assert set(codes(text)) == {"CR", "SV", "GT", "HN", "MX", "NI", "PA", "US"}


def test_no_text_has_no_mentions() -> None:
    assert mentions("") == []
    assert mentions(" ... ") == []


def test_a_town_that_only_shares_the_name_of_a_capital_says_nothing_of_its_country() -> None:
    assert codes("En San José de Gracia, en San Salvador Atenco y en Santo Domingo de los Colorados.") == []
    assert codes("A court in San José, California, and a clinic in Panama City, Fla., agreed.") == []
    assert codes("The office at 91 Freetown Road and the one in Managua Street are open.") == []
    assert codes("Volvieron a San José, a San Salvador y a San José de Costa Rica.") == ["CR", "SV", "CR"]
    assert codes("San Salvador, El Salvador, 3 de mayo") == ["SV", "SV"]


def test_small_words_of_a_town_may_have_capitals() -> None:
    assert codes("La casa de San Cristóbal de Las Casas") == ["MX"]
