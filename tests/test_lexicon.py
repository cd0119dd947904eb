"""The lexicon: its files are in order, and a word in any form finds its translations."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kb.text.folding import fold
from kb.text.words import is_stop_word, stem
from kb.thesaurus.lexicon import STARTER, Lexicon, load

FAMILIES = ["families-en", "families-es"]
DIRECTIONS = [("en", "es"), ("es", "en")]
WORD = r"[^\W\d_]+"
TRANSLATION = r"[^\W\d_]+(?:[ '-][^\W\d_]+)*"
DICTIONARY_LINE = re.compile(rf"{WORD}(?: {WORD})*: {TRANSLATION}(?:; {TRANSLATION})*")
NEAR_LINE = re.compile(rf"{TRANSLATION}: {TRANSLATION}(?:; {TRANSLATION})*")
FAMILY_LINE = re.compile(rf"{WORD}: {TRANSLATION}(?:; {TRANSLATION})*")
FORMS_LINE = re.compile(rf"{WORD}: {WORD}-?(?:; {WORD}-?)*")


def lines(name: str) -> list[str]:
    text = (STARTER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def entries(name: str) -> dict[str, list[str]]:
    return {word: others.split("; ") for word, others in (line.split(": ") for line in lines(name))}


@pytest.mark.parametrize("name", ["en-es", "es-en"])
def test_every_line_of_a_dictionary_is_well_formed(name: str) -> None:
    assert [line for line in lines(name) if not DICTIONARY_LINE.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["en", "es"])
def test_every_line_of_forms_is_well_formed(name: str) -> None:
    assert [line for line in lines(name) if not FORMS_LINE.fullmatch(line)] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_every_line_of_families_is_well_formed(name: str) -> None:
    assert [line for line in lines(name) if not FAMILY_LINE.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["near-en", "near-es"])
def test_every_line_of_near_words_is_well_formed(name: str) -> None:
    assert [line for line in lines(name) if not NEAR_LINE.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["near-en", "near-es"])
def test_no_word_is_near_itself(name: str) -> None:
    language = name[-2:]

    same = [
        word
        for word, others in entries(name).items()
        if stem(fold(word), language) in {stem(fold(other), language) for other in others}
    ]

    assert same == []


@pytest.mark.parametrize("name", ["en-es", "es-en", "en", "es", "near-en", "near-es", *FAMILIES])
def test_a_file_is_sorted_and_has_each_word_once(name: str) -> None:
    words = [line.partition(":")[0] for line in lines(name)]

    assert [pair for pair in pairwise(words) if fold(pair[0]) > fold(pair[1])] == []
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("typed", "translation"),
    [
        ("mama", "mother"),
        ("papa", "father"),
        ("campana", "campaign"),
        ("secretaria", "secretariat"),
        ("cartel", "cartel"),
        ("sonar", "dream"),
        ("perdida", "loss"),
        ("hacia", "towards"),
        ("cortes", "court"),
    ],
)
def test_of_words_that_only_accents_tell_apart_the_commoner_comes_first(typed: str, translation: str) -> None:
    assert load().translations(typed, "es", "en")[0] == translation


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("primary", "primordial"),
        ("disagree", "desacuerdo"),
        ("mother", "mamá"),
        ("father", "papá"),
        ("counselling", "asesoría"),
        ("interpreter", "intérprete"),
        ("smuggling", "tráfico"),
        ("safeguard", "garantía"),
        ("advice", "asesoría"),
        ("monitoring", "monitoreo"),
        ("referral", "canalización"),
        ("overcrowding", "hacinamiento"),
        ("discharge", "egreso"),
        ("restoration", "restitución"),
        ("neglect", "negligencia"),
    ],
)
def test_words_of_the_convention_cross_both_ways(english: str, spanish: str) -> None:
    assert spanish in load().translations(english, "en", "es")
    assert english in load().translations(spanish, "es", "en")


@pytest.mark.parametrize(
    ("form", "source", "target", "wrong"),
    [
        ("interpreter", "es", "en", "perform"),
        ("contra", "es", "en", "contract"),
        ("being", "en", "es", "abeja"),
        ("toma", "es", "en", "volume"),
        ("frío", "es", "en", "fry"),
        ("río", "es", "en", "laugh"),
        ("entrevista", "es", "en", "glimpse"),
        ("revista", "es", "en", "review"),
        ("revuelta", "es", "en", "scramble"),
        ("hague", "es", "en", "make"),
    ],
)
def test_a_word_is_no_form_of_one_that_only_looks_like_it(
    form: str, source: str, target: str, wrong: str
) -> None:
    assert wrong not in load().translations(form, source, target)


@pytest.mark.parametrize(
    ("word", "source", "target", "meant", "stray"),
    [
        ("court", "en", "es", "tribunal", "cancha"),
        ("party", "en", "es", "parte", "fiesta"),
        ("actor", "en", "es", "agente", "intérprete"),
        ("huellas", "es", "en", "fingerprint", "trace"),
        ("estancia", "es", "en", "stay", "ranch"),
        ("respetar", "es", "en", "respect", "observe"),
        ("cuts", "en", "es", "recorte", "corte"),
        ("corte", "es", "en", "court", "cut"),
        ("liberar", "es", "en", "set free", "free"),
        ("amparo", "es", "en", "constitutional remedy", "shelter"),
        ("prescripción", "es", "en", "statute of limitations", "limitation"),
        ("sentencias", "es", "en", "court ruling", "ruling"),
        ("seekers", "en", "es", "solicitante", "buscador"),
        ("buscadoras", "es", "en", "searching", "seeker"),
        ("sorts", "en", "es", "clase", "ordenar"),
        ("ordenó", "es", "en", "order", "sort"),
        ("articulación", "es", "en", "coordination", "articulation"),
        ("floors", "en", "es", "suelo", "planta"),
    ],
)
def test_a_word_is_translated_as_it_is_meant_in_this_field(
    word: str, source: str, target: str, meant: str, stray: str
) -> None:
    found = load().translations(word, source, target)

    assert meant in found
    assert stray not in found


@pytest.mark.parametrize(
    ("word", "source", "target", "first"),
    [
        ("mass", "en", "es", "masivo"),
        ("desk", "en", "es", "escritorio"),
        ("trans", "en", "es", "transgénero"),
        ("trans", "es", "en", "transgender"),
        ("suelo", "es", "en", "floor"),
        ("comunicados", "es", "en", "statement"),
        ("condenó", "es", "en", "condemn"),
        ("deportadas", "es", "en", "deported"),
        ("retornados", "es", "en", "returned"),
        ("migratoria", "es", "en", "migration"),
        ("iniciaron", "es", "en", "begin"),
        ("señalaron", "es", "en", "indicate"),
        ("capsized", "en", "es", "zozobrar"),
        ("naufragaron", "es", "en", "capsize"),
        ("secuestradas", "es", "en", "kidnapped"),
    ],
)
def test_what_a_word_means_most_often_in_this_field_comes_first(
    word: str, source: str, target: str, first: str
) -> None:
    assert load().translations(word, source, target)[0] == first


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("mass grave", "fosa común"),
        ("organ trafficking", "tráfico de órganos"),
        ("press release", "comunicado de prensa"),
        ("press conference", "rueda de prensa"),
        ("joint statement", "comunicado conjunto"),
        ("human remains", "restos humanos"),
        ("budget cut", "recorte presupuestario"),
        ("hunger strike", "huelga de hambre"),
        ("state party", "estado parte"),
        ("national guard", "guardia nacional"),
        ("public defender", "defensor de oficio"),
        ("life sentence", "cadena perpetua"),
        ("mother tongue", "lengua materna"),
        ("port of entry", "puerto de entrada"),
        ("birth certificate", "acta de nacimiento"),
        ("teacher training", "formación docente"),
        ("food aid", "ayuda alimentaria"),
        ("searching mother", "madre buscadora"),
    ],
)
def test_a_phrase_of_the_courts_and_the_press_crosses_both_ways_as_one(english: str, spanish: str) -> None:
    asked = {language: fold(text).split() for language, text in (("en", english), ("es", spanish))}

    for language, words in asked.items():
        assert load().phrase(words, 0, language) == (" ".join(words), tuple(range(len(words))))
    assert spanish in load().translations(english, "en", "es")
    assert english in load().translations(spanish, "es", "en")


@pytest.mark.parametrize(
    ("typed", "language", "phrase"),
    [
        ("mass graves", "en", "mass grave"),
        ("fosas comunes", "es", "fosa comun"),
        ("States parties", "en", "state party"),
        ("Estados partes", "es", "estado parte"),
        ("madres buscadoras", "es", "madre buscadora"),
        ("budget cuts", "en", "budget cut"),
    ],
)
def test_a_phrase_of_nouns_is_met_in_the_plural(typed: str, language: str, phrase: str) -> None:
    assert load().phrase(fold(typed).split(), 0, language) == (phrase, (0, 1))


@pytest.mark.parametrize(
    ("word", "language", "near"),
    [
        ("shipwreck", "en", "boat"),
        ("capsized", "en", "drown"),
        ("cut off", "en", "cut"),
        ("naufragios", "es", "ahogado"),
        ("budget cut", "en", "cut"),
        ("organ trafficking", "en", "trafficking in persons"),
        ("tráfico de órganos", "es", "trata de personas"),
    ],
)
def test_what_few_documents_say_has_near_words(word: str, language: str, near: str) -> None:
    assert near in load().near(word, language)


@pytest.mark.parametrize("name", ["en-es", "es-en", "en", "es", *FAMILIES])
def test_nothing_is_said_twice_in_a_line(name: str) -> None:
    assert {word: said for word, said in entries(name).items() if len(set(said)) < len(said)} == {}


@pytest.mark.parametrize("name", ["en-es", "es-en"])
def test_the_common_words_are_held(name: str) -> None:
    assert len(lines(name)) >= 9500


@pytest.mark.parametrize("name", ["en-es", "es-en"])
def test_no_stop_word_is_translated_or_a_translation(name: str) -> None:
    words = {word for key, others in entries(name).items() for word in (key, *others)}

    assert [word for word in words if is_stop_word(fold(word))] == []


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_every_word_is_found_with_and_without_its_accents(source: str, target: str) -> None:
    held = entries(f"{source}-{target}")

    for word, expected in held.items():
        assert set(expected) <= set(load().translations(word, source, target)), word
        assert set(expected) <= set(load().translations(fold(word).upper(), source, target)), word


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_the_best_translation_is_held_in_the_other_direction(source: str, target: str) -> None:
    best = {others[0]: word for word, others in entries(f"{source}-{target}").items()}

    missing = {
        word: other
        for word, other in best.items()
        if " " not in word and "-" not in word and not load().translations(word, target, source)
    }

    assert missing == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_irregular_forms_belong_to_words_that_are_held(language: str) -> None:
    other = "es" if language == "en" else "en"
    held = {fold(word) for word in entries(f"{language}-{other}")}

    unknown = [word for word in entries(language) if fold(word) not in held and not is_stop_word(fold(word))]

    assert unknown == []


@pytest.mark.parametrize(
    ("form", "translation"),
    [
        ("children", "niño"),
        ("women", "mujer"),
        ("lives", "vida"),
        ("criteria", "criterio"),
        ("went", "ir"),
        ("sought", "buscar"),
        ("fled", "huir"),
        ("taught", "enseñar"),
        ("boxes", "caja"),
        ("countries", "país"),
        ("stopped", "parar"),
        ("arriving", "llegar"),
        ("planned", "planificar"),
        ("building", "edificio"),
        ("building", "construir"),
        ("missing", "desaparecido"),
        ("missing", "perder"),
        ("organised", "organizar"),
        ("colonisation", "colonización"),
        ("safer", "seguro"),
        ("happiest", "feliz"),
        ("immediately", "inmediatamente"),
        ("officially", "oficial"),
        ("officially", "oficialmente"),
        ("rapidly", "rápidamente"),
        ("unhappiness", "infeliz"),
        ("Mexican", "mexicano"),
    ],
)
def test_an_english_form_finds_its_word(form: str, translation: str) -> None:
    assert translation in load().translations(form, "en", "es")


@pytest.mark.parametrize(
    ("form", "translation"),
    [
        ("niñas", "girl"),
        ("jovenes", "young"),
        ("luces", "light"),
        ("naciones", "nation"),
        ("protegidas", "protect"),
        ("españolas", "spanish"),
        ("hizo", "make"),
        ("hicieron", "make"),
        ("tuvieron", "hold"),
        ("dijo", "say"),
        ("pusieron", "put"),
        ("vino", "come"),
        ("vino", "wine"),
        ("quisiera", "want"),
        ("murieron", "die"),
        ("encuentran", "find"),
        ("pidieron", "ask"),
        ("siguen", "follow"),
        ("puesta", "put"),
        ("escritas", "write"),
        ("encontrarlo", "find"),
        ("quejándose", "complain"),
        ("abiertos", "open"),
        ("busquemos", "seek"),
        ("lleguen", "arrive"),
        ("empiece", "begin"),
        ("exija", "demand"),
        ("conozco", "know"),
        ("huyendo", "flee"),
        ("huyeron", "flee"),
        ("trabajaban", "work"),
        ("vivirán", "live"),
        ("decida", "decide"),
        ("genera", "generate"),
        ("consulte", "consult"),
        ("acaba", "finish"),
        ("trabajadora", "worker"),
        ("alemanas", "german"),
        ("rapidamente", "quickly"),
    ],
)
def test_a_spanish_form_finds_its_word(form: str, translation: str) -> None:
    assert translation in load().translations(form, "es", "en")


@pytest.mark.parametrize(
    ("word", "form", "language"),
    [
        ("child", "children", "en"),
        ("go", "went", "en"),
        ("organize", "organised", "en"),
        ("hacer", "hicieron", "es"),
        ("hacer", "hecho", "es"),
        ("decir", "dijeron", "es"),
        ("contar", "cuentan", "es"),
        ("empezar", "empiecen", "es"),
        ("buscar", "busque", "es"),
        ("construir", "construyen", "es"),
        ("morir", "murieron", "es"),
        ("resolver", "resuelto", "es"),
        ("vencer", "venza", "es"),
    ],
)
def test_the_stems_of_a_word_meet_its_irregular_forms(word: str, form: str, language: str) -> None:
    assert stem(fold(form), language) in [stem(each, language) for each in load().forms(word, language)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_word_of_the_lexicon_is_of_one_family(language: str) -> None:
    words = [fold(word) for key, others in entries(f"families-{language}").items() for word in (key, *others)]

    assert [word for word in set(words) if words.count(word) > 1] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_two_words_of_a_family_are_joined_by_their_stem(language: str) -> None:
    families = [(key, *others) for key, others in entries(f"families-{language}").items()]

    joined = [row for row in families if len({stem(fold(word), language) for word in row}) < len(row)]

    assert joined == []


@pytest.mark.parametrize(
    ("word", "kin", "language"),
    [
        ("detained", "detention", "en"),
        ("detentions", "detain", "en"),
        ("reunited", "reunification", "en"),
        ("expelled", "expulsion", "en"),
        ("decisions", "decide", "en"),
        ("notifying", "notification", "en"),
        ("died", "death", "en"),
        ("known", "knowledge", "en"),
        ("labour", "labor", "en"),
        ("detenidas", "detención", "es"),
        ("detuvieron", "detención", "es"),
        ("protección", "proteger", "es"),
        ("devueltos", "devolución", "es"),
        ("reunificacion", "reunir", "es"),
        ("solicitantes", "solicitud", "es"),
        ("nació", "nacimiento", "es"),
        ("migratoria", "migración", "es"),
        ("murieron", "muerte", "es"),
        ("privados", "privación", "es"),
        ("trata", "tratante", "es"),
        ("casados", "matrimonio", "es"),
        ("entrevistas", "entrevistar", "es"),
        ("fronterizos", "frontera", "es"),
        ("complaints", "complain", "en"),
        ("afraid", "fear", "en"),
    ],
)
def test_a_word_in_any_form_has_its_family(word: str, kin: str, language: str) -> None:
    assert kin in load().family(word, language)


@pytest.mark.parametrize(
    ("word", "language"), [("", "en"), ("zzyzx", "en"), ("table", "en"), ("mesa", "es"), ("détention", "fr")]
)
def test_a_word_without_a_family_stands_alone(word: str, language: str) -> None:
    assert load().family(word, language) == ()


@pytest.mark.parametrize(
    "word", ["casa", "casas", "caso", "nombre", "creer", "tratados", "hábitos", "nada", "muros"]
)
def test_a_form_that_means_something_else_is_not_of_the_family(word: str) -> None:
    assert load().family(word, "es") == ()


@pytest.mark.parametrize(
    ("word", "other", "language"),
    [
        ("trata", "tratamiento", "es"),
        ("privados", "privacidad", "es"),
        ("preparatoria", "preparación", "es"),
        ("vivienda", "habitantes", "es"),
        ("including", "inclusion", "en"),
        ("commission", "commit", "en"),
    ],
)
def test_words_of_other_meaning_are_of_no_family(word: str, other: str, language: str) -> None:
    assert other not in load().family(word, language)


@pytest.mark.parametrize(
    ("form", "verb"), [("muro", "die"), ("Viena", "come"), ("vengar", "come"), ("rotar", "break")]
)
def test_what_no_form_of_a_verb_looks_like_is_none(form: str, verb: str) -> None:
    assert verb not in load().translations(form, "es", "en")


@pytest.mark.parametrize(
    ("word", "foreign"), [("born", "oso"), ("ground", "moler"), ("lay", "mentira"), ("wound", "viento")]
)
def test_a_common_word_is_not_taken_for_a_rare_form_of_another(word: str, foreign: str) -> None:
    assert foreign not in load().translations(word, "en", "es")


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("free", "en"),
        ("places", "en"),
        ("policies", "en"),
        ("related", "en"),
        ("come", "en"),
        ("called", "en"),
        ("detention", "en"),
        ("tener", "es"),
        ("mayores", "es"),
        ("redes", "es"),
        ("poder", "es"),
        ("considere", "es"),
    ],
)
def test_a_word_is_of_the_language_that_knows_it_best(word: str, language: str) -> None:
    assert load().languages(word, ["en", "es"]) == (language,)


@pytest.mark.parametrize("word", ["red", "pie", "personal", "zzyzx", ""])
def test_a_word_that_both_or_neither_know_is_of_both(word: str) -> None:
    assert load().languages(word, ["en", "es"]) == ("en", "es")


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [
        ("son", "en", "es"),
        ("sea", "en", "es"),
        ("plane", "en", "es"),
        ("date", "en", "es"),
        ("care", "en", "es"),
        ("case", "en", "es"),
        ("male", "en", "es"),
        ("exit", "en", "es"),
        ("once", "es", "en"),
        ("peste", "es", "en"),
        ("grandes", "es", "en"),
        ("pie", "es", "en"),
    ],
)
def test_a_word_may_be_another_in_texts_of_the_other_language(word: str, language: str, other: str) -> None:
    assert load().means_another(word, language, other)


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [
        ("social", "en", "es"),
        ("hospital", "es", "en"),
        ("region", "en", "es"),
        ("bestia", "es", "en"),
        ("consular", "es", "en"),
        ("asylum", "en", "es"),
    ],
)
def test_what_means_the_same_or_is_no_word_there_is_no_other(word: str, language: str, other: str) -> None:
    assert not load().means_another(word, language, other)


@pytest.mark.parametrize(
    ("noun", "word", "forms"),
    [
        ("train", "tren", ("train", "trains")),
        ("foot", "pie", ("foot", "foots", "feet")),
        ("hand", "mano", ("hand", "hands")),
        ("place", "lugar", ("place", "places")),
        ("work", "trabajo", ()),
        ("help", "ayuda", ()),
        ("train", "entrenar", ()),
        ("private", "privado", ()),
        ("child", "niño", ()),
    ],
)
def test_a_noun_that_is_a_verb_of_another_meaning_is_compared_as_it_is_written(
    noun: str, word: str, forms: tuple[str, ...]
) -> None:
    assert load().written(noun, word, "es", "en") == forms


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("papás", {"father", "dad", "daddy"}),
        ("mamás", {"mother", "mom", "mummy"}),
        ("mamá", {"mother", "mom", "mummy"}),
    ],
)
def test_a_word_typed_with_its_accent_is_that_word(word: str, meant: set[str]) -> None:
    assert set(load().translations(word, "es", "en")) == meant
    assert "potato" in load().translations("papas", "es", "en")


@pytest.mark.parametrize(
    ("word", "language", "meanings"),
    [
        ("tarda", "es", {"delay"}),
        ("avisaron", "es", {"notify", "inform"}),
        ("quitaron", "es", {"remove", "take away"}),
        ("recurrir", "es", {"appeal"}),
        ("pasaje", "es", {"ticket"}),
        ("pegarle", "es", {"hit", "beat"}),
        ("cita", "es", {"appointment"}),
        ("papeles", "es", {"paper", "document"}),
        ("mordida", "es", {"bribe"}),
        ("cateo", "es", {"raid"}),
        ("locked", "en", {"encerrar"}),
        ("notified", "en", {"notificar", "avisar"}),
        ("hotline", "en", {"línea de ayuda"}),
        ("stuck", "en", {"varado"}),
        ("feed", "en", {"alimentar"}),
    ],
)
def test_everyday_words_have_what_they_mean_in_this_field(
    word: str, language: str, meanings: set[str]
) -> None:
    assert meanings <= set(load().translations(word, language, {"en": "es", "es": "en"}[language]))


def test_feed_is_no_form_of_fee() -> None:
    assert "honorarios" not in load().translations("feed", "en", "es")


def test_a_participle_is_of_a_verb() -> None:
    assert "tren" not in load().translations("training", "en", "es")
    assert "tren" not in load().translations("trained", "en", "es")
    assert load().translations("trained", "en", "es")[0] == "formar"


def test_a_regular_word_has_one_stem() -> None:
    assert load().forms("frontera", "es") == ("frontera",)
    assert load().forms("border", "en") == ("border",)


@pytest.mark.parametrize("word", ["", "zzyzx", "42", "de", "THE", "oaxaqueñada", "-", "niño; niña", ":"])
def test_what_is_no_word_of_the_lexicon_has_no_translation(word: str) -> None:
    assert load().translations(word, "en", "es") == ()
    assert load().translations(word, "es", "en") == ()


def test_a_word_of_a_megabyte_is_only_a_word() -> None:
    assert load().translations("a" * 1_000_000, "es", "en") == ()
    assert load().translations("s" * 1_000_000, "en", "es") == ()
    assert len(load().forms("a" * 1_000_000, "es")) == 1
    assert load().family("s" * 1_000_000, "en") == load().family("a" * 1_000_000, "es") == ()


def test_a_pair_of_languages_without_a_file_has_no_translations() -> None:
    assert load().translations("casa", "es", "fr") == ()
    assert load().translations("maison", "fr", "es") == ()


def test_two_files_add_a_language(tmp_path: Path) -> None:
    (tmp_path / "en-fr.txt").write_text("# fiction\nborder: frontière\nhouse: maison\n", encoding="utf-8")
    (tmp_path / "fr-en.txt").write_text("frontière: border\nmaison: house; home\n", encoding="utf-8")
    lexicon = Lexicon(tmp_path)

    assert lexicon.translations("houses", "en", "fr") == ("maison",)
    assert lexicon.translations("FRONTIERE", "fr", "en") == ("border",)
    assert lexicon.forms("maison", "fr") == ("maison",)


@pytest.mark.parametrize("word", ["célula", "celulas"])
def test_nothing_is_near_what_only_looks_like_a_form_of_another_word(word: str) -> None:
    assert load().near("celular", "es")
    assert load().near(word, "es") == ()
