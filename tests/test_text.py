"""Text as kb reads it: decoding, folding, words and stems, sentences, language."""

from __future__ import annotations

import random
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text.caseless import Caseless
from kb.text.decoding import declared, decode
from kb.text.folding import fold, normalise, squeeze
from kb.text.language import language_of
from kb.text.mojibake import damaged, set_right
from kb.text.sentences import sentences
from kb.text.sounds import ALIKE, cost
from kb.text.wholes import Wholes
from kb.text.words import STOP_WORDS, WORD, is_stop_word, stem, terms
from tests.endless import ends

# Decoding ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("niñez".encode(), "niñez"),
        (b"\xef\xbb\xbf" + "niñez".encode(), "niñez"),
        ("niñez".encode("latin-1"), "niñez"),
        ("“niñez” – 5 €".encode("cp1252"), "“niñez” – 5 €"),
        (b"\xff\xfe" + "niñez".encode("utf-16-le"), "niñez"),
        (b"\xfe\xff" + "niñez".encode("utf-16-be"), "niñez"),
        (b"\xff\xfe\x00\x00" + "niñez".encode("utf-32-le"), "niñez"),
        (b'<?xml version="1.0" encoding="koi8-r"?>' + "дети".encode("koi8-r"), None),
        (b"", ""),
    ],
)
def test_text_is_decoded(content: bytes, expected: str | None) -> None:
    text, lost = decode(content)

    assert lost == 0
    assert text == expected if expected is not None else text.endswith("дети")


def test_what_a_page_declares_is_believed_when_it_is_not_utf8() -> None:
    page = '<meta charset="iso-8859-2"><p>dzieci są'.encode("iso-8859-2")

    assert declared(page) == "iso-8859-2"
    assert decode(page) == ('<meta charset="iso-8859-2"><p>dzieci są', 0)


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-16", "utf-7", "unicode_escape", "punycode", "rot13", "hex", "nonsense"]
)
def test_a_declaration_that_cannot_be_true_is_not_believed(name: str) -> None:
    page = f'<meta charset="{name}"><p>Fiction: la niñez \\u0041.'.encode("cp1252")

    assert decode(page) == (page.decode("cp1252"), 0)


def test_valid_utf8_wins_over_what_is_declared() -> None:
    page = '<meta charset="iso-8859-1"><p>niñez'.encode()

    assert decode(page)[0].endswith("niñez")


def test_latin1_that_was_declared_is_read_as_windows_1252() -> None:
    page = b"<meta charset=iso-8859-1><p>\x93ni\xf1ez\x94"

    assert decode(page)[0].endswith("“niñez”")


def test_foreign_bytes_in_utf8_spoil_only_themselves() -> None:
    mixed = "interés ".encode() + "niñez".encode("cp1252") + " superior – 5 €".encode()

    assert decode(mixed) == ("interés niñez superior – 5 €", 0)


@pytest.mark.parametrize("page", ["cp850", "cp1252", "mac_roman"])
def test_two_letters_of_a_code_page_that_make_one_of_utf8_do_not_make_the_text_utf8(page: str) -> None:
    text = "La niñez según Íñigo Núñez: «él dijo»; ¿Qué más pidió África?"

    assert decode(text.encode(page)) == (text, 0)


def test_a_name_of_utf8_keeps_its_script_beside_many_foreign_bytes() -> None:
    mixed = "Señala Дети: ".encode() + "«La niñez según Inés Núñez», ¿qué más pidió?".encode("cp1252")

    assert decode(mixed) == ("Señala Дети: «La niñez según Inés Núñez», ¿qué más pidió?", 0)


SPANISH = "«Ninguna niña ni ningún niño será detenido», señaló Inés Núñez. ¿Qué más pidió? Más albergues."
ENGLISH = "The Ombudsman’s Office said: “No child is to be held” – not one. It costs £12."


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (SPANISH, "cp1252"),
        (SPANISH, "cp850"),
        (SPANISH, "mac_roman"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        ("Held at the border—again—and in 2015–2016, at 5° and for ½ day", "cp1252"),
        ("IRMÃ” e MÃ³ são ficção, não é não, só é assim à noite", "utf-8"),
    ],
)
def test_the_code_page_is_the_one_whose_letters_make_words(text: str, page: str) -> None:
    assert decode(text.encode(page)) == (text, 0)


@pytest.mark.parametrize("name", ["macintosh", "x-mac-roman"])
def test_a_page_of_an_old_macintosh_is_read_as_it_declares(name: str) -> None:
    page = f'<meta charset="{name}"><p>niñez'.encode("mac_roman")

    assert decode(page)[0].endswith("niñez")


def test_letters_that_were_encoded_twice_are_set_right() -> None:
    for meant in (SPANISH, ENGLISH):
        latin = meant.encode().decode("latin-1")
        windows = "".join(_as_windows(byte) for byte in meant.encode())

        thrice = "".join(_as_windows(byte) for byte in windows.encode())

        assert decode(windows.encode())[0] == decode(latin.encode())[0] == meant
        assert decode(thrice.encode())[0] == meant


def _as_windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_known(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == (SPANISH, 0)


def test_nul_bytes_in_a_text_are_counted() -> None:
    assert decode(b"fiction\0 and fiction\0")[1] == 2


def test_bytes_that_mean_nothing_are_counted() -> None:
    text, lost = decode("ñ".encode() + b" \x81 \x8d")

    assert lost == text.count("�") == 2


@given(st.binary())
def test_every_file_can_be_decoded(content: bytes) -> None:
    text, lost = decode(content)

    assert lost <= len(text)


# Folding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("NIÑEZ", "ninez"),
        ("Interés", "interes"),
        ("pingüino", "pinguino"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("ﬁnal", "final"),
        ("ninõs", "ninos"),
        ("дети", "дети"),
        ("", ""),
    ],
)
def test_case_and_accents_are_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_text_that_was_taken_apart_folds_to_the_same(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nin\u0303ez", "niñez"),
        ("best\u00a0interests", "best interests"),
        ("best\u202finterests", "best interests"),
        ("un\u00adaccompanied", "unaccompanied"),
        ("\ufeffchild\u200b", "child"),
        ("child\u202egnirts", "childgnirts"),
        ("\x1b[31mred", "[31mred"),
        ("one\r\ntwo\rthree\u2028four\x0bfive\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\tb", "a\tb"),
        ("plain", "plain"),
    ],
)
def test_text_is_normalised(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_normal_text_is_nfc_without_controls_and_stays_as_it_is(text: str) -> None:
    normal = normalise(text)

    assert normalise(normal) == normal
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n" for letter in normal)


def test_white_space_is_squeezed() -> None:
    assert squeeze(" best \n\t interests ") == "best interests"


# Words and stems ---------------------------------------------------------------------------

SAME_IN_SPANISH = [
    ("interés", "interes"),
    ("interés", "intereses"),
    ("consular", "consulares"),
    ("niño", "niña"),
    ("niños", "niñas"),
    ("niño", "niños"),
    ("menor", "menores"),
    ("acompañado", "acompañadas"),
    ("protección", "protecciones"),
    ("país", "países"),
    ("ley", "leyes"),
    ("juez", "jueces"),
    ("derecho", "derechos"),
    ("frontera", "fronteras"),
    ("migrante", "migrantes"),
    ("NIÑEZ", "ninez"),
    ("deportación", "deportaciones"),
    ("albergue", "albergues"),
    ("deporte", "deportes"),
    ("solo", "solas"),
]
SAME_IN_ENGLISH = [
    ("interest", "interests"),
    ("child's", "child"),
    ("child’s", "child"),
    ("border", "borders"),
    ("protection", "protections"),
    ("guardian", "guardians"),
    ("policy", "policies"),
    ("returned", "return"),
    ("regularise", "regularize"),
    ("organisations", "organization"),
    ("criminalised", "criminalize"),
    ("prioritising", "prioritize"),
    ("criticises", "criticized"),
    ("exercising", "exercise"),
    ("supervision", "supervised"),
    ("appraisal", "appraise"),
    ("advertisement", "advertise"),
    ("promised", "promise"),
    ("raising", "raise"),
]
APART_IN_SPANISH = [
    ("costa", "costar"),
    ("calle", "callar"),
    ("debido", "deber"),
    ("cruz", "cruzar"),
    ("marco", "marcar"),
    ("retén", "reto"),
    ("comunes", "comunicación"),
    ("deportista", "deportar"),
    ("efectivo", "efecto"),
    ("afectivo", "afectar"),
    ("caso", "casado"),
    ("informe", "información"),
    ("vulnerabilidad", "vulnerar"),
    ("unidad", "unidos"),
    ("cargo", "carga"),
    ("madre", "Madrid"),
    ("menos", "mena"),
    ("mesas", "meses"),
    ("deporte", "deportación"),
    ("solo", "sólida"),
    ("no", "nos"),
    ("consular", "consultar"),
    ("género", "generar"),
    ("comunidades", "comunicación"),
    ("comunicado", "comunicación"),
    ("comunes", "comunidad"),
    ("maras", "mares"),
    ("casas", "casos"),
    ("corte", "corto"),
    ("trata", "trato"),
    ("tratados", "tratar"),
    ("restos", "resto"),
    ("muros", "murieron"),
    ("desplazamiento interno", "internamiento"),
]
APART_IN_ENGLISH = [
    ("organ", "organization"),
    ("constitution", "constitute"),
    ("commitment", "commit"),
    ("author", "authority"),
    ("accountable", "account"),
    ("majority", "major"),
    ("important", "import"),
    ("conference", "confer"),
    ("reasonable", "reason"),
    ("naturalization", "nature"),
    ("personality", "person"),
    ("relatives", "relation"),
    ("several", "severe"),
    ("minors", "minorities"),
    ("nationality", "nationals"),
    ("person", "personal"),
    ("transit", "transition"),
    ("collection", "collective"),
    ("aid", "AIDS"),
    ("response", "responsibility"),
    ("integration", "integrity"),
    ("unit", "united"),
    ("authorities", "authorization"),
    ("regular", "regularization"),
    ("criminal", "criminalisation"),
]


def stems(text: str, language: str) -> list[str]:
    return [term.stem for term in terms(text, language)]


@pytest.mark.parametrize(("one", "other"), SAME_IN_SPANISH)
def test_spanish_forms_share_a_stem(one: str, other: str) -> None:
    assert stems(one, "es") == stems(other, "es")


@pytest.mark.parametrize(("one", "other"), SAME_IN_ENGLISH)
def test_english_forms_share_a_stem(one: str, other: str) -> None:
    assert stems(one, "en") == stems(other, "en")


@pytest.mark.parametrize(("one", "other"), APART_IN_SPANISH)
def test_words_that_differ_in_meaning_are_kept_apart(one: str, other: str) -> None:
    assert stems(one, "es") != stems(other, "es")


@pytest.mark.parametrize(("one", "other"), APART_IN_ENGLISH)
def test_english_words_that_differ_in_meaning_are_kept_apart(one: str, other: str) -> None:
    assert stems(one, "en") != stems(other, "en")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("minority", "minorities", "en"),
        ("authorise", "authorization", "en"),
        ("responsible", "responsibility", "en"),
        ("género", "géneros", "es"),
        ("vulnerables", "vulnerabilidad", "es"),
        ("comunidad", "comunidades", "es"),
        ("tratado", "Tratados", "es"),
    ],
)
def test_forms_of_a_word_that_is_kept_apart_share_a_stem(one: str, other: str, language: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_a_language_without_a_stemmer_is_only_folded() -> None:
    assert stems("Crianças migrantes", "pt") == ["criancas", "migrantes"]


@given(
    st.text(st.characters(categories=["Ll"]), min_size=1, max_size=30), st.sampled_from(["en", "es", "pt"])
)
def test_a_word_has_a_stem(word: str, language: str) -> None:
    assert stem(word, language)


@given(st.text(), st.sampled_from(["en", "es", "fr", ""]))
def test_no_word_is_lost_and_every_span_is_its_word(text: str, language: str) -> None:
    found = terms(text, language)

    assert [text[term.start : term.end] for term in found] == WORD.findall(text)
    assert all(term.folded and term.stem for term in found)
    assert "".join(filter(str.isalnum, text)) == "".join(
        letter for term in found for letter in text[term.start : term.end] if letter.isalnum()
    )


@given(st.text(), st.sampled_from(["en", "es"]))
def test_positions_grow_with_the_text(text: str, language: str) -> None:
    positions = [term.position for term in terms(text, language) if term.position >= 0]

    assert positions == sorted(set(positions))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("68,000 children", ["68000", "children"]),
        ("68.000 niños", ["68000", "ninos"]),
        ("1,234,567", ["1234567"]),
        ("3.5 million", ["3", "5", "million"]),
        ("the U.S. border", ["the", "us", "border"]),
        ("CRC/C/GC/14", ["crc", "c", "gc", "14"]),
        ("snake_case", ["snake", "case"]),
        ("child's children’s niños'", ["child", "children", "ninos"]),
        ("l'enfant", ["lenfant"]),
        ("ʼ ʼs", ["ʼ", "ʼs"]),
        ("covid-19", ["covid", "19"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert [term.folded for term in terms(text, "en")] == words


def positions(text: str, language: str) -> dict[str, int]:
    return {term.folded: term.position for term in terms(text, language)}


def test_positions_pass_over_stop_words() -> None:
    assert positions("interés superior de la niñez", "es") == {
        "interes": 0,
        "superior": 1,
        "de": -1,
        "la": -1,
        "ninez": 2,
    }


@pytest.mark.parametrize("mark", [". ", "; ", ": ", "? ", "… ", ".\n", "\n\n"])
def test_a_phrase_does_not_reach_over_the_end_of_a_sentence(mark: str) -> None:
    found = positions(f"best{mark}interests", "en")

    assert found["interests"] - found["best"] == 2


@pytest.mark.parametrize("mark", [" ", ", ", "\n", "-", " “", " ("])
def test_a_phrase_reaches_over_line_ends_and_commas(mark: str) -> None:
    found = positions(f"best{mark}interests", "en")

    assert found["interests"] - found["best"] == 1


def test_no_and_sin_are_no_stop_words() -> None:
    assert not is_stop_word("no")
    assert not is_stop_word("sin")
    assert {fold(word) for word in STOP_WORDS} == STOP_WORDS


# Sentences ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected",
    [
        ["One sentence."],
        ["One.", "Two?", "Three!", "Four"],
        ["¿Quién decide?", "¡Nadie!", "Sigue."],
        ["See art. 3 of the Convention.", "It matters."],
        ["La Sra. Ejemplo habló.", "Luego calló."],
        ["See paras. 12 and 13.", "Then p. 4."],
        ["“It is fiction.”", "She left."],
        ["In the U.S. Congress nothing moved.", "So be it."],
        ["Some 3.5 million children.", "And more."],
        ["He met J. Doe.", "They spoke."],
    ],
)
def test_sentences_end_where_people_end_them(expected: list[str]) -> None:
    text = " ".join(expected)

    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text())
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentences(text)

    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_sentence_without_end_is_read_too() -> None:
    long = "a" * 200_000 + ". " + "art. Art. " * 20_000

    assert sentences(long)[-1][1] == len(long.rstrip())


def test_a_line_of_marks_ends() -> None:
    marks = "." * 500_000
    with ends():
        assert sentences(f"A line of {marks}dots. And on.") == [(0, 500_015), (500_016, 500_023)]


# Language ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The best interests of the child shall be a primary consideration.", "en"),
        ("El interés superior de la niñez será una consideración primordial.", "es"),
        ("Los menores no acompañados en la frontera", "es"),
        ("Children who travel without their parents", "en"),
        ("NIÑAS Y NIÑOS EN LA FRONTERA", "es"),
        ("12 / 2017", None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "O centro de acolhimento recebe crianças que viajam sem os pais e que não têm documentos. Uma equipe "
        "escuta cada criança em sua língua antes de tomar uma decisão sobre o seu futuro.",
        "Le centre accueille des enfants qui voyagent sans leurs parents et qui n'ont pas de papiers. Une "
        "équipe écoute chaque enfant dans sa langue avant de prendre une décision sur son avenir.",
        "Sant lan resevwa timoun ki vwayaje san paran yo epi ki pa gen papye. Yon ekip tande chak timoun nan "
        "lang li anvan yo pran yon desizyon sou lavni li, epi yo rele konsila a.",
        "Ośrodek przyjmuje dzieci, które podróżują bez rodziców i nie mają dokumentów. Zespół wysłuchuje "
        "każdego dziecka w jego języku, zanim zapadnie decyzja dotycząca jego przyszłości i powrotu.",
    ],
    ids=["Portuguese", "French", "Haitian Creole", "Polish"],
)
def test_a_text_in_another_language_is_in_neither(text: str) -> None:
    assert language_of(text) is None


def test_spanish_with_much_that_is_no_spanish_is_spanish() -> None:
    text = (
        "Instrucciones para el registro. Abra CONSULNET.EXE, menú REPORT, opción UPLOAD FILE, y envíe "
        "form-22.xlsx a intake desk; Follow-up, Case management, Best interests assessment y Handover son "
        "los módulos. Soporte: Kowalski, Nguyen, Smith, Helpdesk Tier Two, Arcadia North Annex Building."
    )

    assert language_of(text) == "es"


def test_a_long_text_is_told_by_its_beginning() -> None:
    random.seed(14)
    words = "los niños de la frontera con sus familias".split()
    text = " ".join(random.choices(words, k=50_000))

    assert language_of(text) == "es"


def test_a_run_of_marks_is_cut_where_no_word_goes_on() -> None:
    text = normalise("a" + "\u0301\u0316" * 100_000)

    assert len(text) < 40


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hasilo", "asilo"), ("bolber", "volver"), ("cosina", "cocina"), ("yave", "llave"), ("jente", "gente"),
     ("konsul", "consul"), ("acomodation", "accommodation"), ("adolecente", "adolescente")],
)  # fmt: skip
def test_what_sounds_alike_is_nearer_than_a_typing_error(typed: str, meant: str) -> None:
    assert cost(typed, meant) == ALIKE


@pytest.mark.parametrize(
    "text", ["Paid BY the Fund, paid by a fund", "PAGADO POR LA İLKE, pagado por el Fondo", ""]
)
@pytest.mark.parametrize(
    "pattern",
    [r"\b(?:paid\sby|pagado\spor)\s(?=(?:the|la|el)\s(?-i:[A-Z]))", r"(?P<who>fund|FONDO)\b", r"\W\S"],
)
def test_a_caseless_pattern_finds_what_a_pattern_finds_that_ignores_case(pattern: str, text: str) -> None:
    expected = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]

    assert [match.span() for match in Caseless(pattern).finditer(text)] == expected


# Letters that nobody wrote -------------------------------------------------------------------

MARKED = (
    "“La niñez migrante de este cuento está aquí”, dijo María; la política es pública: ¿Así? Razón no falta."
)


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp850", "cp437", "mac_roman"])
def test_letters_read_in_any_old_code_page_are_set_right(codec: str) -> None:
    damaged_text = MARKED.encode().decode(codec, errors="replace")

    assert normalise(set_right(damaged_text)) == MARKED
    assert normalise(set_right(f"{MARKED} {MARKED} {damaged_text}")) == f"{MARKED} {MARKED} {MARKED}"


@pytest.mark.parametrize(
    "text",
    [
        "Ã�frica y su Ã�ndice",  # Á or Í
        "La ni�ez de este cuento",
        MARKED.encode("ascii", errors="replace").decode(),
        MARKED.encode("latin-1", errors="replace").decode("utf-8", errors="replace"),
        MARKED.replace("ñ", "¿").replace("í", "¿"),
        "Los nios y las nias de este cuento piden informacin.",
        normalise("dijo â\x80\x9cNoâ\x80\x9d".encode("latin-1").decode("latin-1")),
    ],
)
def test_letters_that_cannot_be_set_right_are_told(text: str) -> None:
    assert damaged(set_right(text))


@pytest.mark.parametrize(
    "text",
    [
        MARKED,
        "São Paulo, IRMÃ, Ângela, château, Ñuñoa, 5º, 3ª, 20 °C",
        "https://cuento.example/buscar?tema=nino&id=4 https://cuento.example/a?b y ¿qué?",
        "The drugs were niacin and mucin.",
        "La proteccion de los ninos no lleva acentos en esta nota de teletipo.",
        "Sí o no?Nadie lo sabe.",
    ],
)
def test_letters_that_people_write_are_not_called_damaged(text: str) -> None:
    assert set_right(text) == text
    assert damaged(text) == []


@given(st.lists(st.text("ab ñ.", min_size=1, max_size=4), min_size=1, unique=True), st.text("ab ñ.-_1\n"))
def test_names_are_found_whole_where_a_pattern_of_them_all_finds_them(names: list[str], text: str) -> None:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    found = Wholes(names, "_-")

    assert found.spans(text) == [match.span() for match in pattern.finditer(text)]
    for at in range(len(text) + 1):
        match = pattern.match(text, at)
        assert found.end_at(text, at) == (match.end() if match else -1)
