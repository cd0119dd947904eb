"""Who said what: quotations in every position and set of marks, and the people behind them.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import re

import pytest

from kb.extractors import extract, organisations, people, quotes
from kb.extractors.speech import speeches
from kb.parsers import parse
from kb.records import Document, Passage, Person, Quote, Source
from tests.endless import ends


def document(*paragraphs: str, language: str = "en", quoted: tuple[int, ...] = ()) -> Document:
    """The paragraphs as passages p0, p1 ...; those numbered in ``quoted`` are block quotes."""
    passages = tuple(
        Passage(address=f"p{index}", text=text, kind="quote" if index in quoted else "paragraph")
        for index, text in enumerate(paragraphs)
    )
    found = organisations.fill(Document(language=language, passages=passages))
    return people.fill(quotes.fill(found))


def said(
    *paragraphs: str, language: str = "en", quoted: tuple[int, ...] = ()
) -> list[tuple[str, str | None]]:
    """The words and the speakers of all quotes."""
    found = document(*paragraphs, language=language, quoted=quoted)
    return [(quote.text, quote.speaker) for quote in found.quotes]


def only(*paragraphs: str, language: str = "en") -> Quote:
    """The one quote of the paragraphs."""
    (quote,) = document(*paragraphs, language=language).quotes
    return quote


@pytest.mark.parametrize("mark", ["“", "«", '"', "”"])
def test_a_paragraph_that_is_a_mark_of_quotation_alone_is_read(mark: str) -> None:
    first = "Ana Paz said: “We listened to all of them"

    assert any("We listened" in words for words, _ in said(first, mark, "“and we stay,” she said."))


# -- Positions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We listened to them,” said Ana Paz.", "We listened to them"),
        ("“We listened to them,” Ana Paz said.", "We listened to them"),
        ("Ana Paz said: “We listened to them.”", "We listened to them."),
        ("Ana Paz told reporters that “we listened to them all”.", "we listened to them all"),
        ("According to Ana Paz, “we listened to them”.", "we listened to them"),
        ("“We listened to them,” according to Ana Paz.", "We listened to them"),
        ("“We listened,” said Ana Paz, “and we acted.”", "We listened, and we acted."),
        ("“We listened,” said Ana Paz. “We acted.”", "We listened. We acted."),
        ("“Will they listen?” asked Ana Paz. “I doubt it.”", "Will they listen? I doubt it."),
        (
            "For nurse Ana Paz, much is left to do. “We have only begun to listen.”",
            "We have only begun to listen.",
        ),
        ("Ana Paz: “We listened to them.”", "We listened to them."),
        ("“We listened to them” (Ana Paz, 15)", "We listened to them"),
        ("“We listened to them,” smiles Ana Paz.", "We listened to them"),
    ],
)
def test_english_words_are_found_in_every_position(text: str, words: str) -> None:
    assert said(text) == [(words, "Ana Paz")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Los escuchamos a todos”, dijo Ana Paz.", "Los escuchamos a todos"),
        ("«Los escuchamos a todos», ha señalado Ana Paz.", "Los escuchamos a todos"),
        ('"Los escuchamos a todos", sostuvo por su parte Ana Paz.', "Los escuchamos a todos"),
        ("Ana Paz puntualizó: “Los escuchamos a todos”.", "Los escuchamos a todos"),
        ("Al cierre, manifestó Ana Paz: “Los escuchamos a todos”.", "Los escuchamos a todos"),
        ("Ana Paz subrayó que “los escuchamos a todos”.", "los escuchamos a todos"),
        ("En palabras de Ana Paz, “los escuchamos a todos”.", "los escuchamos a todos"),
        ("A decir de Ana Paz, “los escuchamos a todos”.", "los escuchamos a todos"),
        ("“Los escuchamos”, dice Ana Paz, “y actuamos”.", "Los escuchamos y actuamos"),
        ("—Los escuchamos a todos —dijo Ana Paz.", "Los escuchamos a todos"),
        ("—Los escuchamos —dijo Ana Paz—, y actuamos.", "Los escuchamos, y actuamos."),
        ("«Los escuchamos —dijo Ana Paz— y actuamos».", "Los escuchamos y actuamos"),
    ],
)
def test_spanish_words_are_found_in_every_position(text: str, words: str) -> None:
    assert said(text, language="es") == [(words, "Ana Paz")]


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    assert said("Ana Paz said: “First we listen.", "“Then we ask.", "“Then we act.”") == [
        ("First we listen. Then we ask. Then we act.", "Ana Paz")
    ]


def test_a_quotation_goes_on_in_paragraphs_behind_its_attribution() -> None:
    assert said("“First we listen,” said Ana Paz.", "“Then we ask and wait.", "“Then we act.”") == [
        ("First we listen. Then we ask and wait. Then we act.", "Ana Paz")
    ]


def test_a_verb_of_its_own_begins_another_quote() -> None:
    text = "“Los escuchamos”, dijo Ana Paz. “Vamos a volver”, agregó."

    assert said(text, language="es") == [("Los escuchamos", "Ana Paz"), ("Vamos a volver", "Ana Paz")]


def test_a_paragraph_of_its_own_belongs_to_the_person_of_the_sentence_before() -> None:
    paragraphs = ("The director, Ana Paz, opened the door herself.", "“We listen to every child who comes.”")

    assert said(*paragraphs) == [("We listen to every child who comes.", "Ana Paz")]


def test_a_block_quote_without_marks_is_signed_below() -> None:
    assert said("We do not ask for better cells.", "— Ana Paz, director", quoted=(0, 1)) == [
        ("We do not ask for better cells.", "Ana Paz")
    ]


def test_a_pull_quote_is_there_once() -> None:
    paragraphs = ("“We listen to every child who comes here,” said Ana Paz.", "“We listen to every child”")

    assert said(*paragraphs) == [("We listen to every child who comes here", "Ana Paz")]


# -- Marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We listen", she said', ["We listen"]),
        ('“We listen" and “wait”', ["We listen", "wait"]),
        ("«We say “yes” to it»", ["We say “yes” to it"]),
        ('"We say "yes" to it"', ['We say "yes" to it']),
        ("„We listen“ it says", ["We listen"]),
        ("‘They don’t listen,’ he said", ["They don’t listen,"]),
        ("'The girls' rights,' he said", ["The girls' rights,"]),
        ("“We listen,’’ he said", ["We listen,"]),
        ("“We never close", ["We never close"]),
        ("the children's house in the '90s and the boys' room", []),
        ("“A home. “A school” too", ["A home. “A school"]),
    ],
)
def test_marks_are_read_as_they_are_typed(text: str, words: list[str]) -> None:
    found = [
        text[span.start : span.end]
        for spans in speeches([Passage(address="p1", text=text)])
        for span in spans
    ]

    assert found == words


# -- Speakers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("“We are many,” said IOM specialist Ana Paz.", "specialist", "IOM"),
        (
            "“We are many,” said Ana Paz, a participant from the Universidad Técnica in Lima.",
            "participant",
            "Universidad Técnica",
        ),
        (
            "“We are many,” said UNICEF's representative in Honduras, Ana Paz.",
            "representative in Honduras",
            "UNICEF",
        ),
        (
            "“We are many,” said Ana Paz, head of child protection at UNICEF Guatemala.",
            "head of child protection",
            "UNICEF Guatemala",
        ),
        ("“We are many,” said UNICEF Executive Director Ana Paz.", "Executive Director", "UNICEF"),
        ("“Somos muchos”, dijo la directora del DIF Chiapas, Ana Paz.", "directora", "DIF Chiapas"),
        (
            "La Mtra. Ana Paz, alcaldesa de Tapachula, dijo: “Somos muchos aquí”.",
            "alcaldesa de Tapachula",
            None,
        ),
        ("“We are many,” said Dr. Ana Paz.", None, None),
    ],
)
def test_role_and_organisation_are_taken_as_printed(
    text: str, role: str | None, organisation: str | None
) -> None:
    quote = only(text, language="es" if "dijo" in text else "en")

    assert (quote.speaker, quote.role, quote.organisation) == ("Ana Paz", role, organisation)


@pytest.mark.parametrize(
    "reference",
    ["Paz added", "she added", "Ms. Paz added", "the director added", "added Paz"],
)
def test_a_reference_leads_to_the_full_name(reference: str) -> None:
    found = said("Ana Paz Solís, director of the house, came in.", f"“We are many here,” {reference}.")

    assert found == [("We are many here", "Ana Paz Solís")]


@pytest.mark.parametrize(
    "reference",
    ["agregó", "agregó Paz", "añadió la doctora Paz", "señaló la procuradora", "concluyó la funcionaria"],
)
def test_a_spanish_reference_leads_to_the_full_name(reference: str) -> None:
    text = f"La procuradora Ana Paz Solís visitó la casa. “Somos muchos aquí”, {reference}."

    assert said(text, language="es") == [("Somos muchos aquí", "Ana Paz Solís")]


def test_somebody_without_a_name_has_only_a_role() -> None:
    quote = only("“We are many,” said a spokesperson for the Ministry of Health.")

    assert (quote.speaker, quote.role, quote.organisation) == (None, "spokesperson", "Ministry of Health")


def test_a_body_that_speaks_is_no_person() -> None:
    quote = only("“We are many,” UNICEF said in a statement.")

    assert (quote.speaker, quote.organisation) == (None, "UNICEF")


@pytest.mark.parametrize(
    "name",
    ["María de los Ángeles de la Cruz", "J. M. O’Neill-Smith", "Óscar Ñáñez", "ANA PAZ", "Eulalio Cruz"],
)
def test_names_of_every_kind_are_whole(name: str) -> None:
    assert said(f"“We are many here,” said {name}.") == [("We are many here", name)]


@pytest.mark.parametrize("owner", ["ABC", "Eva", "Lantern"])
def test_whose_colleague_a_speaker_is_is_no_part_of_the_name(owner: str) -> None:
    assert said(f"Beside her sat Luz Mora, {owner}’s Ana Paz. “We are many here,” said Paz.") == [
        ("We are many here", "Ana Paz")
    ]


# -- What is no quote -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The term “unaccompanied child” is used by the law, said nobody.",
        "The campaign “Not One Child Less” began in May.",
        "Ana Paz presented the report “Sign Here and Go Home” in Lima.",
        "She said that the so-called “voluntary return” of children is wrong.",
        "The judge noted that the “best interests of the child” come first.",
        "He works at the shelter “Casa Norte” on the river.",
        "The flyer says “bring your own water and a hat for the sun”.",
        "The law calls them “children on the move”.",
        "“No child is illegal” is the motto of the network.",
        "The Committee recommends that States define “best interests of the child” in their law.",
    ],
)
def test_titles_terms_and_irony_are_no_quotes(text: str) -> None:
    assert said(text) == []


def test_spanish_titles_are_no_quotes() -> None:
    text = "La llamada “ley del silencio” y el informe “Volver a casa”, dijo nadie, son de Ana Paz."

    assert said(text, language="es") == []


# -- Wordings of many press offices ------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Abog.",
        "Hna.",
        "Pbro.",
        "Cnel.",
        "T.S.",
        "Mtro.",
        "Psic.",
        "Mons.",
        "Ing. Agr.",
        "Lic.",
        "M.Sc.",
        "Gral.",
    ],
)
def test_a_title_written_short_neither_ends_the_sentence_nor_is_the_name(title: str) -> None:
    assert said(f"“Somos muchos aquí”, dijo la {title} Ana Paz.", language="es") == [
        ("Somos muchos aquí", "Ana Paz")
    ]


@pytest.mark.parametrize(
    "verb",
    "escribió recordó contó relató lamentó resumió bromeó respondió preguntó insistió remató dice cuenta"
    " recuerda sintetizó rememora zanjó acota evocó sopló".split(),
)
def test_spanish_has_many_verbs_of_saying(verb: str) -> None:
    assert said(f"“Somos muchos aquí”, {verb} Ana Paz.", language="es") == [("Somos muchos aquí", "Ana Paz")]


@pytest.mark.parametrize(
    "verb",
    "wrote recalled joked whispered reckons warns shrugs recounts reminisced quipped blurted mused".split(),
)
def test_english_has_many_verbs_of_saying(verb: str) -> None:
    assert said(f"“We are many here,” {verb} Ana Paz.") == [("We are many here", "Ana Paz")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“SOMOS MUCHOS AQUÍ”, AFIRMÓ LA DIRECTORA DE LA CASA, LIC. ANA PAZ.", "SOMOS MUCHOS AQUÍ"),
        ("EL DIRECTOR, HERMANO JULIO PAZ, PIDIÓ RESPETO: “SOMOS MUCHOS AQUÍ”.", "SOMOS MUCHOS AQUÍ"),
        ("LA DIRECTORA ANA PAZ INFORMÓ QUE “SOMOS MUCHOS AQUÍ” A LA PRENSA.", "SOMOS MUCHOS AQUÍ"),
    ],
)
def test_a_text_in_capitals_has_its_speakers_in_ordinary_letters(text: str, words: str) -> None:
    ((found, speaker),) = said(text, language="es")

    assert (found, speaker) in [(words, "Ana Paz"), (words, "Julio Paz")]


@pytest.mark.parametrize(
    "lead",
    [
        "La respuesta de Ana Paz:",
        "El balance de la coordinadora, Ana Paz:",
        "Ana Paz lo resume así:",
        "Ana Paz sonríe cuando le preguntan:",
        "Ana Paz, mecánica, abrió la puerta. Cuando le preguntan por qué, contesta siempre lo mismo:",
        "El taller lo dirige Ana Paz, mecánica. Ella lo explica de esta manera:",
        "El trabajo fue de Ana Paz, maestra. No todo fue fácil:",
        "¿Por qué? Responde Ana Paz, directora de la casa:",
        "Ana Paz no duda.",
    ],
)
def test_spanish_words_are_led_to_without_a_verb_beside_them(lead: str) -> None:
    assert said(f"{lead} “Somos muchos aquí desde hoy.”", language="es") == [
        ("Somos muchos aquí desde hoy.", "Ana Paz")
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "In Ana Paz’s words:",
        "The verdict from Ana Paz:",
        "Ana Paz puts it this way:",
        "Ana Paz, a nurse, came in. Her reply:",
        "Asked about it, deputy warden Ana Paz did not wait:",
        "Ana Paz has no doubt.",
        "In her concurring opinion Judge Ana Paz observed:",
    ],
)
def test_english_words_are_led_to_without_a_verb_beside_them(lead: str) -> None:
    assert said(f"{lead} “We are many here from today.”") == [("We are many here from today.", "Ana Paz")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Somos muchos», ataja Ana Paz, maestra. «Hay sitio».", "Somos muchos. Hay sitio"),
        ("«Somos muchos aquí». Ana Paz hace una pausa. «Hay sitio».", "Somos muchos aquí. Hay sitio"),
        ("—¿Y quién los espera? —preguntó Ana Paz—. Nadie.", "¿Y quién los espera? Nadie."),
        ("Ana Paz hace cuentas en voz alta: —Comen veinte. Cabemos todos.", "Comen veinte. Cabemos todos."),
        ("“Me dijo: ‘no tengo a nadie’, y lloré”, contó Ana Paz.", "Me dijo: ‘no tengo a nadie’, y lloré"),
    ],
)
def test_an_interrupted_quote_is_one_and_marks_inside_stay(text: str, words: str) -> None:
    assert said(text, language="es") == [(words, "Ana Paz")]


@pytest.mark.parametrize(
    "text",
    [
        "“Somos muchos aquí”, dijo la Red Puente en voz de su directora, Ana Paz.",
        "La Red Puente, por medio de su vocera Ana Paz, señaló que “somos muchos aquí”.",
        "“Somos muchos aquí”, afirmó ayer en Tapachula Ana Paz.",
    ],
)
def test_the_person_speaks_who_is_the_voice_of_an_organisation(text: str) -> None:
    ((_, speaker),) = said(text, language="es")

    assert speaker == "Ana Paz"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“I want to see my brother,” a girl of 14 told the team.", "girl"),
        ("“I want to see my brother,” whispered a teenager who gave no name.", "teenager"),
        ("“Quiero ver a mi hermano”, dijo entre lágrimas un adolescente hondureño.", "adolescente hondureño"),
        ("Una usuaria de catorce años, que al irse escribió en el cuaderno: “Quiero volver”.", "usuaria"),
    ],
)
def test_somebody_unnamed_is_quoted_with_a_role(text: str, role: str) -> None:
    quote = only(text, language="es" if "Q" in text else "en")

    assert (quote.speaker, quote.role) == (None, role)


@pytest.mark.parametrize(
    "name", ["Julio César Obando", "Abril Soto", "Domingo Ixcot de León", "María del Rosario Tzoc"]
)
def test_months_and_days_are_given_names_too(name: str) -> None:
    assert said(f"“Somos muchos aquí”, dijo {name}.", language="es") == [("Somos muchos aquí", name)]


def test_a_surname_that_is_a_place_is_the_person_named_in_full() -> None:
    paragraphs = ("The warden, Eva Villanueva, came in.", "“We are many here,” Villanueva told a seminar.")

    assert said(*paragraphs) == [("We are many here", "Eva Villanueva")]


def test_a_name_that_ends_a_block_quote_is_its_speaker() -> None:
    assert said("We do not ask for better cells. Ana Paz", quoted=(0,)) == [
        ("We do not ask for better cells.", "Ana Paz")
    ]


def test_a_name_below_a_block_quote_is_its_speaker() -> None:
    assert said("We do not ask for better cells.", "Ana Paz", quoted=(0,)) == [
        ("We do not ask for better cells.", "Ana Paz")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Paz visited the house. A note on the door reads: “Ring twice, then wait.”",
        "Ana Paz, author of “The Long Way North”, spoke at the meeting.",
        "El cartel, que Ana Paz pintó, dice: “Ningún niño duerme aquí con candado”.",
        "Como dice el letrero de la entrada, «Nadie es ilegal en esta mesa».",
        "Ana Paz visitó la casa. En la pared se lee: “Aquí se duerme sin miedo”.",
        "Ana Paz firmó el convenio. El nombre del proyecto: “Puentes que caminan juntos”.",
        "La directora Ana Paz recibió el premio a la “mejor historia contada por jóvenes”.",
    ],
)
def test_what_is_written_or_named_beside_a_person_is_no_quote(text: str) -> None:
    assert said(text, language="es") == []


# -- Records ----------------------------------------------------------------------------------


def test_the_evidence_holds_the_words_without_marks() -> None:
    found = document("A line.", "“We listened,” said Ana Paz, “and we acted.”")

    (quote,) = found.quotes

    assert quote.evidence.passage == "p1"
    assert quote.evidence.span is not None
    assert found.passages[1].text[slice(*quote.evidence.span)] == "We listened"
    assert 0 < quote.evidence.confidence < 1


def test_what_is_known_stays() -> None:
    known = Document(
        quotes=(Quote(text="Known"),),
        people=(Person(name="Ana Paz"),),
        passages=(Passage(address="p1", text="“We are many,” said Eva Blum."),),
    )

    assert people.fill(quotes.fill(known)) == known


def test_people_are_those_who_speak_or_have_a_role() -> None:
    found = document(
        "Judge Rosa Lima met Marlon Mejía of Calle Norte.",
        "“We are many,” said Eva Blum. Lima, the judge, agreed. The Universidad Central applauded.",
    )

    assert [(person.name, person.role) for person in found.people] == [
        ("Rosa Lima", "Judge"),
        ("Eva Blum", None),
    ]
    first = found.people[0].evidence
    assert first.passage == "p0"
    assert first.span is not None
    assert found.passages[0].text[slice(*first.span)] == "Rosa Lima"


# -- Offices, bodies and references -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("«Ya no hay camas», dijo el ministro de Gobernación Ana Paz.", "es", "Ana Paz"),
        ("El Ministro de Gobernación Ana Paz aseguró: «Ya no hay camas».", "es", "Ana Paz"),
        ("«Ya no hay camas», dijo la viceministra de Salud Ana Paz.", "es", "Ana Paz"),
        ("«Ya no hay camas», dijo el embajador de El Salvador Ana Paz Luz.", "es", "Ana Paz Luz"),
        ("“We have no beds,” said Minister of Foreign Affairs Ana Paz Luz.", "en", "Ana Paz Luz"),
        ("“We have no beds,” said the Representative for Honduras and Belize Ana Paz.", "en", "Ana Paz"),
        ("“We have no beds,” said Lanternfield executive director Ana Paz.", "en", "Ana Paz"),
        ("“We have no beds,” said Fr Ana Paz SJ, superior of the house.", "en", "Ana Paz"),
        ("A su lado estaba Ana Paz. A su juicio, «contar bien es cuidar bien».", "es", "Ana Paz"),
        (
            "El jefe para El Salvador, Guatemala y Honduras, Ana Paz, calló. «No hay camas aquí», dijo.",
            "es",
            "Ana Paz",
        ),
    ],
)
def test_an_office_is_no_part_of_a_name(text: str, language: str, speaker: str) -> None:
    assert only(text, language=language).speaker == speaker


def test_the_agency_of_a_dateline_is_not_part_of_the_name_behind_it() -> None:
    paragraphs = (
        "Peñas Blancas, 3 may (Meridiano).- Veintiséis mujeres cruzaron la frontera.",
        "«Vengo a que me den razón», dijo a Meridiano Socorro Paz.",
    )

    assert said(*paragraphs, language="es") == [("Vengo a que me den razón", "Socorro Paz")]


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        (
            "Ana Paz llegó tarde. «Que se quede quien quiera quedarse», concluyeron los obispos.",
            "es",
            "obispos",
        ),
        ("Ana Paz came late. “Let those stay who want to stay,” said the bishops.", "en", "bishops"),
        (
            "Uno de los agraviados manifestó «tengo miedo de volver», según el acta.",
            "es",
            "agraviados",
        ),
    ],
)
def test_several_who_speak_have_no_name(text: str, language: str, role: str) -> None:
    quote = only(text, language=language)

    assert (quote.speaker, quote.role) == (None, role)


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        (
            "La Corte Centroamericana de la Niñez, en su opinión, sostuvo que «no pueden hacerlo».",
            "es",
            "Corte Centroamericana de la Niñez",
        ),
        (
            "The Secretariat for Social Welfare (SSW) wrote: “The method is serious.”",
            "en",
            "Secretariat for Social Welfare",
        ),
    ],
)
def test_a_body_speaks_with_what_is_told_of_it_between(text: str, language: str, body: str) -> None:
    quote = only(text, language=language)

    assert (quote.speaker, quote.organisation) == (None, body)


def test_one_speech_goes_on_over_several_attributions() -> None:
    text = "“No los revisa”, denunció Ana Paz. “No pedimos milagros”, siguió, “pedimos que lo enciendan”."

    assert said(text, language="es") == [
        ("No los revisa. No pedimos milagros pedimos que lo enciendan", "Ana Paz")
    ]


def test_a_hyphen_may_stand_for_the_dash_of_a_dialogue() -> None:
    text = "-A ellas no les pedimos nada -respondió Ana Paz-. A las de aquí, que nos abran la puerta."

    assert said(text, language="es") == [
        ("A ellas no les pedimos nada. A las de aquí, que nos abran la puerta.", "Ana Paz")
    ]


def test_a_speech_is_announced_by_the_sentence_or_the_heading_before() -> None:
    speech = ("“I have been to the hangar. Nobody was cruel there.", "“I want no child to remember it.”")
    before = "Rep. Ana Paz will speak on Tuesday. The following remarks are as prepared for delivery."
    words = "I have been to the hangar. Nobody was cruel there. I want no child to remember it."

    headed = Document(
        language="en",
        passages=(
            Passage(address="h1", text="Words of the director, Ana Paz", kind="heading"),
            *(Passage(address=f"p{index}", text=text) for index, text in enumerate(speech)),
        ),
    )

    assert said(before, *speech) == [(words, "Ana Paz")]
    assert [quote.speaker for quote in quotes.fill(headed).quotes] == ["Ana Paz"]


def test_a_subhead_that_repeats_words_of_its_speaker_is_no_quote_of_its_own() -> None:
    paragraphs = (
        "Presidenta: “Nadie debe pasar la noche en un puesto”",
        "“Nadie debe pasar la noche en un puesto, y menos con trece años”, dijo la presidenta, Ana Paz.",
    )

    assert said(*paragraphs, language="es") == [
        ("Nadie debe pasar la noche en un puesto, y menos con trece años", "Ana Paz")
    ]


def test_the_title_of_a_paper_between_commas_is_no_quote() -> None:
    assert said("The paper, “Homework After Return,” appears in the journal of Ana Paz.") == []


# -- Hostile text -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "“a " * 100_000,
        "'a " * 100_000,
        "“We go on and on, " * 20_000,
        "“We go now and here,” she said. " * 10_000,
        "directora Ana Paz, " * 20_000,
        "A. " * 100_000,
        "Ana de la " * 40_000,
        "LA DIRECTORA “ANA” PAZ DIJO: " * 10_000,
        "“A la una”. Ana Paz calla. " * 10_000,
        "Ana, que vino, que dijo: " * 10_000,
        "la Abog. Ana Paz " * 10_000,
        "—Voy: —Ven —dijo Ana Paz—. " * 10_000,
    ],
)
def test_hostile_text_comes_to_an_end(text: str) -> None:
    hostile = Document(language="es", passages=(Passage(address="p1", text=text),))

    with ends():
        people.fill(quotes.fill(hostile))


def test_words_are_exact() -> None:
    text = "“Somos 30 —ni uno más— y «punto»”, dijo Ana Paz."

    (quote,) = document(text, language="es").quotes

    assert re.sub(r"\s", "", quote.text) in re.sub(r"\s", "", text)


# -- People without a whole name ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "words", "speaker"),
    [
        (
            "Uno de ellos nos dijo: «Mi tía no contesta el teléfono».",
            "es",
            "Mi tía no contesta el teléfono",
            None,
        ),
        (
            "La directora Ana Paz escuchaba. El pequeño contestó: «Hay perros en el río».",
            "es",
            "Hay perros en el río",
            None,
        ),
        (
            "A 16-year-old from Norlandia told our team: “I asked for paper first.”",
            "en",
            "I asked for paper first.",
            None,
        ),
        ("One of them told the nurse Ana Paz: “We walked at night.”", "en", "We walked at night.", None),
        ("“We walked at night,” one of them, Ana Paz, told us.", "en", "We walked at night", "Ana Paz"),
        (
            "Ms. B.N.R. told the judges: “Nobody asked my name at all.”",
            "en",
            "Nobody asked my name at all.",
            "B.N.R.",
        ),
        (
            "En nombre del grupo, Darwin, de 12 años, agradeció todo y pidió «que dejen el botiquín aquí».",
            "es",
            "que dejen el botiquín aquí",
            "Darwin",
        ),
    ],
)
def test_who_has_no_whole_name_is_not_taken_for_another(
    text: str, language: str, words: str, speaker: str | None
) -> None:
    assert said(text, language=language) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Monsignor Aldo Paz, bishop, said: “To return is not to fail.”", "Aldo Paz"),
        ("Councilman Aldo Paz said it is “a bill with our address on it.”", "Aldo Paz"),
        ("Aldo Paz III, chair of the house, said: “Hold the other mitten.”", "Aldo Paz III"),
        ('Ana "Nena" Paz, a cook, said: "We hold the other mitten."', 'Ana "Nena" Paz'),
        ("For IOM Chief of Mission Aldo Paz, it is easy. “Families need a reason to stay home.”", "Aldo Paz"),
        ("_“They washed their plates.”_, said the cook, Ana Paz.", "Ana Paz"),
    ],
)
def test_a_name_is_printed_whole_and_without_its_titles(text: str, speaker: str) -> None:
    assert [name for _, name in said(text)] == [speaker]


def test_a_block_quote_goes_on_with_its_verb_in_the_line_below() -> None:
    assert said("“They ask if we have signal,”", "says Ana Paz, a driver in Lindell.", quoted=(0,)) == [
        ("They ask if we have signal", "Ana Paz")
    ]


def test_a_body_holds_what_its_text_says() -> None:
    held = only("“A place without a door is a place of detention,” the Commission holds in its text.")
    itself = only("Para este Organismo Nacional, «la omisión es tan grave como el golpe».", language="es")

    assert (held.speaker, itself.speaker, itself.organisation) == (None, None, "Organismo Nacional")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“We asked for a test,” said staff attorney Ana Paz of the clinic. “They asked again.”", "en"),
        ("“We had a boy for two months,” recalls foster father Ana Paz. “He slept.”", "en"),
        ("—We hear them at night, and they cry— commented for her part sister Ana Paz, a nurse.", "en"),
        ("A juicio de la directora nacional de Socorro del Faro, Ana Paz, «el miedo no baja nunca».", "es"),
    ],
)
def test_a_description_before_a_name_may_be_of_several_small_words(text: str, language: str) -> None:
    assert [speaker for _, speaker in said(text, language=language)] == ["Ana Paz"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "«¿De quién es este niño?», afirmó Ana Paz, quien agregó: «Nadie lo sabe».",
            "es",
            "¿De quién es este niño? Nadie lo sabe.",
        ),
        (
            "“Whose child is this?” said Ana Paz, who added: “Nobody knows it.”",
            "en",
            "Whose child is this? Nobody knows it.",
        ),
    ],
)
def test_who_adds_something_in_the_same_sentence_goes_on(text: str, language: str, words: str) -> None:
    assert [(quote.rstrip("."), name) for quote, name in said(text, language=language)] == [
        (words.rstrip("."), "Ana Paz")
    ]


# -- Transcripts, blocks and what leads to words --------------------------------------------------


@pytest.mark.parametrize(
    ("turns", "language", "expected"),
    [
        (
            (
                "The Chair (Hon. Ana Paz): How many has she met?",
                "Mr. Luna: Twenty-six, Madam Chair.",
                "The Chair: Thank you.",
            ),
            "en",
            ["Ana Paz", "Aldo Luna", "Ana Paz"],
        ),
        (("CHAIR: How many are there?", "MR. LUNA: There are twenty-six."), "en", [None, "Aldo Luna"]),
        (("JUDGE PAZ: Who met them?\nMR. LUNA: Nobody did.",), "en", ["Ana Paz", "Aldo Luna"]),
        (("La jueza: ¿Quién los recibió?\nEl perito: Nadie los recibió.",), "es", ["Ana Paz", "Aldo Luna"]),
        (("SENADORA PAZ: ¿Cuántos son?", "PERITO LUNA: Son veintiséis."), "es", ["Ana Paz", "Aldo Luna"]),
        (("Ana Paz: ¿Cuántos son?", "Aldo Luna: Son veintiséis."), "es", ["Ana Paz", "Aldo Luna"]),
    ],
)
def test_each_turn_of_a_transcript_is_its_speakers(
    turns: tuple[str, ...], language: str, expected: list[str | None]
) -> None:
    who = (
        "Judge Ana Paz heard the Ombudsman, Mr. Aldo Luna, today."
        if language == "en"
        else "La jueza Ana Paz escuchó al perito Aldo Luna en la sala."
    )

    found = said(who, *turns, language=language)

    assert [speaker for _, speaker in found] == expected
    assert not any(":" in words for words, _ in found)


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (("Director: Ana Paz", "Editor: Aldo Luna"), "en"),
        (("Coordinator: Ana Paz.\nEditor: Aldo Luna.",), "en"),
        (("What: A free line for parents.", "Where: The house in Lindell."), "en"),
        (("Guatemala: Treinta niños llegaron.\nMéxico: Llegaron veinte.",), "es"),
        (("Ana Paz: Llegaron treinta.",), "es"),
        (("Ana Paz, 34, of Lindell: Held in jail.", "Aldo Luna, 41, of Lindell: Sent home."), "en"),
        (("Ana Paz: Held in jail.", "Aldo Luna: Sent home with no bond."), "en"),
    ],
)
def test_credits_facts_and_a_single_label_are_no_transcript(lines: tuple[str, ...], language: str) -> None:
    assert said(*lines, language=language) == []


def test_paragraphs_of_one_block_quote_are_one_quote_up_to_its_signature() -> None:
    words = ("School was no cure for it.", "It moved the number.")
    signed = ("School was no cure for it. — Ana Paz, author", "It moved the number a bit. (Aldo Luna, cook)")

    headed = said("Ana Paz, head of the house:", *words, quoted=(1, 2))
    below = said("It was so.", *words, "— Ana Paz, head of the house", quoted=(1, 2, 3))
    each = said("It was so.", *signed, quoted=(1, 2))

    assert headed == below == [("School was no cure for it. It moved the number.", "Ana Paz")]
    assert each == [
        ("School was no cure for it.", "Ana Paz"),
        ("It moved the number a bit.", "Aldo Luna"),
    ]


def test_a_dash_opens_what_the_line_before_leads_to_and_no_list() -> None:
    spoken = said("La hermana Ana Paz lo dice a su manera:", "—Antes preguntaban por el tren.", language="es")
    listed = said("La hermana Ana Paz propone:", "—El cese.", "—La lista de pasajeros.", language="es")

    assert (spoken, listed) == ([("Antes preguntaban por el tren.", "Ana Paz")], [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('La abogada Ana Paz duda. " La gente no pone la queja por miedo. ", manifestó.', "es"),
        ('" La gente no pone la queja por miedo " , dijo Ana Paz.', "es"),
        ('Ana Paz said: " People do not complain out of fear. "', "en"),
        ('" People do not complain out of fear ", said Ana Paz.', "en"),
    ],
)
def test_marks_may_be_set_off_by_spaces(text: str, language: str) -> None:
    found = [(words.rstrip("."), speaker) for words, speaker in said(text, language=language)]

    told = "La gente no pone la queja por miedo", "People do not complain out of fear"
    assert found == [(told[language == "en"], "Ana Paz")]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("The Court held, by five votes to two, that «a child comes before a migrant always».", "en", None),
        ("La Corte resolvió, por cinco votos, que «la niñez está antes que la migración».", "es", None),
        ("La Comisión señaló que «el gas no distingue edades ni países».", "es", None),
        ("Ana Paz believes that “the names of the girls are known”.", "en", "Ana Paz"),
        ("La directora, Ana Paz, cree que «los nombres de las niñas se saben».", "es", "Ana Paz"),
        ("Ana Paz llegó tarde. A pregunta expresa respondió que «el río no pide visa».", "es", "Ana Paz"),
        ("Ana Paz llegó tarde. En la entrada dijo que «el río no pide visa».", "es", "Ana Paz"),
    ],
)
def test_what_somebody_holds_or_answers_is_said(text: str, language: str, speaker: str | None) -> None:
    assert [name for _, name in said(text, language=language)] == [speaker]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Comisión recuerda que, según sus reglas, “el interés superior del niño” debe primar.", "es"),
        ("Ana Paz recordó que, según la ley, “el interés superior” es la regla.", "es"),
        ("The Commission recalls that, under the law, “the best interests” must prevail.", "en"),
    ],
)
def test_words_in_marks_of_which_a_sentence_speaks_are_not_said(text: str, language: str) -> None:
    assert said(text, language=language) == []


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("This is what was said by Ana Paz – to whom quoted text may be attributed – in Geneva.", "en"),
        ("Quotes in this text are attributable to Ana Paz, spokesperson.", "en"),
        ("Resumen de lo dicho por Ana Paz, a quien puede atribuirse el texto citado.", "es"),
    ],
)
def test_a_note_tells_to_whom_all_quotations_belong(note: str, language: str) -> None:
    words = "“A right that comes in eleven years is no right.”"

    assert said(note, "The agency is concerned.", words, language=language) == [(words[1:-1], "Ana Paz")]


@pytest.mark.parametrize(
    "office", ["County Judge", "Family Court Judge", "School cook", "Border Guard", "U.S. District Judge"]
)
def test_an_office_with_its_body_is_no_part_of_the_name(office: str) -> None:
    found = said(f"Two tents stand there, {office} Ana Paz said.", "“We fix that first,” Paz said.")

    assert found == [("We fix that first", "Ana Paz")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ana Paz came.\nA hotel cleaner in Saltillo, who gave no name, ran. “It was late,” she said.", "en"),
        ("Ana Paz vino.\nUna afanadora de Saltillo, quien no dio nombre, corrió. «Era tarde», dijo.", "es"),
    ],
)
def test_somebody_unnamed_of_whom_a_sentence_tells_is_not_who_was_named_before(
    text: str, language: str
) -> None:
    assert [name for _, name in said(*text.split("\n"), language=language)] == [None]


def test_a_sentence_that_begins_with_its_verb_is_about_who_stands_behind_it() -> None:
    text = "Explicó la presidenta que hay un plan. La meta, dijo, «es que nadie duerma afuera»."

    found = said("La presidenta, Ana Paz, llegó.", "«Yo crié a cuatro», dijo Aldo Luna.", text, language="es")

    assert found[-1] == ("es que nadie duerma afuera", "Ana Paz")


def test_a_colon_behind_an_attribution_leads_to_the_rest_of_the_speech() -> None:
    text = "«Íbamos a casa», declaró Ana Paz, vecina, a la prensa: «Caminamos cuatro horas»."

    assert said(text, language="es") == [("Íbamos a casa. Caminamos cuatro horas", "Ana Paz")]


def test_many_labels_and_spaced_marks_end_in_time() -> None:
    hostile = ('" a ' * 60_000, "Ana Paz: Yes.\n" * 15_000, "a(" * 100_000, "—" * 100_000)

    with ends():
        for text in hostile:
            said(text, language="es", quoted=(0,))


@pytest.mark.parametrize(
    "block",
    [
        "<figure><blockquote>He drew the river as a snake.</blockquote>"
        "<figcaption>Noor Paz, art therapist</figcaption></figure>",
        "<blockquote><p>He drew the river as a snake.</p>"
        "<footer>— <cite>Noor Paz, art therapist</cite></footer></blockquote>",
    ],
)
def test_the_caption_of_its_figure_or_its_own_foot_signs_a_block_quote(block: str) -> None:
    page = (
        "<html><body><main><h1>Boats of paper</h1><p>The drawings of children were hung at the height of a "
        "child in a room that looks over the river, where all may see them.</p>"
        f"{block}</main></body></html>"
    )
    source = Source(location="x", content=page.encode(), media_type="text/html", sha256="0" * 64)

    quote = extract(parse(source)).quotes[0]

    assert (quote.text, quote.speaker) == ("He drew the river as a snake.", "Noor Paz")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("“They keep our phones,” said a 15-year-old from Lima who asked to be called Nahum.", "en", "Nahum"),
        ("“They keep our phones,” said one woman, identified only as Marisol.", "en", "Marisol"),
        ("“They keep our phones,” said a 17-year-old, who gave only a first name, Elvin.", "en", "Elvin"),
        ("«Nos quitan todo», dijo una joven que pidió ser identificada solo como Luz.", "es", "Luz"),
        ("«Nos quitan todo», dijo un muchacho hondureño, quien dio solo su nombre, Wilmer.", "es", "Wilmer"),
        ("“They keep our phones,” said a 15-year-old from Lima who called the director.", "en", None),
    ],
)
def test_who_is_told_of_without_a_name_may_give_one(text: str, language: str, name: str | None) -> None:
    assert [speaker for _, speaker in said(text, language=language)] == [name]


def test_a_quotation_goes_on_behind_its_attribution_in_the_paragraph_below() -> None:
    first = "“We cooked for ninety and a hundred came,”"

    assert said(first, "says cook Ana Paz, who is sixty. “Nobody left hungry.”") == [
        ("We cooked for ninety and a hundred came. Nobody left hungry.", "Ana Paz")
    ]
    assert said(first, "says cook Ana Paz. “Nobody left hungry,” says driver Tom Hill.") == [
        ("We cooked for ninety and a hundred came", "Ana Paz"),
        ("Nobody left hungry", "Tom Hill"),
    ]


def test_a_hyphen_opens_what_the_line_above_leads_to_and_items_of_a_list() -> None:
    lead = "La cocinera, doña Mela, lo dijo mejor:"

    assert said(lead, "-Donde comen dos comen tres.", language="es") == [
        ("Donde comen dos comen tres.", "Mela")
    ]
    assert said(lead, "-Cobijas y jabón.\n-Zapatos para todos.", language="es") == []
    assert said(lead, "- Cobijas y jabón para todos.", language="es") == []


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Cuando le preguntamos a un niño qué quería, respondió: «Quiero ser piloto de avión».", "es", None),
        ("When we asked the smallest boy what he missed, he said: “My dog and the mill.”", "en", None),
        ("When we asked Eva Luna what she needed, she said: “My dog and the mill.”", "en", "Eva Luna"),
        ("When we asked the driver, Eva Luna said: “My dog and the mill.”", "en", "Eva Luna"),
        ("Y nosotras decimos lo mismo: «si usted los vio, no le vamos a preguntar».", "es", None),
    ],
)
def test_who_is_asked_answers_and_those_who_write_say(text: str, language: str, speaker: str | None) -> None:
    before = {"en": "“We listen,” said director Ana Paz.", "es": "«Oímos todo», dijo la directora Ana Paz."}

    assert [each for _, each in said(before[language], text, language=language)] == ["Ana Paz", speaker]


def test_a_word_above_a_list_signs_no_block_quote() -> None:
    quoted = "Una niña nos dijo:\n\n> «Yo quiero ver a mi mamá.»"
    page = f"# Un pronunciamiento\n\n{quoted}\n\nPedimos\n\n- que abran;\n"
    source = Source(location="x.md", content=page.encode(), media_type="text/markdown", sha256="0" * 64)

    assert [quote.speaker for quote in extract(parse(source)).quotes] == [None]


def test_a_municipal_president_is_the_mayor_and_y_may_join_a_surname() -> None:
    introduced = "La presidenta municipal Rosa Huerta y Paz inauguró la casa."

    assert said(introduced, "«Aquí caben todos», dijo la alcaldesa.", language="es") == [
        ("Aquí caben todos", "Rosa Huerta y Paz")
    ]
    assert said(
        "La directora Ana Paz y Carlos llegaron.", "«Aquí caben todos», dijo la directora.", language="es"
    ) == [("Aquí caben todos", "Ana Paz")]


@pytest.mark.parametrize("behind", ["anunciaron el alcalde y la señora Carmona.", "dijo la jefa y"])
def test_an_office_that_a_conjunction_ends_is_read(behind: str) -> None:
    words = "Vamos a recibir a un muchacho en la casa"

    assert [text for text, _ in said(f"“{words}”, {behind}", language="es")] == [words]


@pytest.mark.parametrize(
    ("language", "paragraph", "words"),
    [
        (
            "en",
            "One of the victims, now 18, told the court, “{}”",
            "I kept the paper in my shoe until it was gone.",
        ),
        (
            "es",
            "Hacemos nuestras las palabras de una madre de Petén: «{}».",
            "A mi hija la bajaron de un bus de noche",
        ),
        (
            "es",
            "La madre de un muchacho tomó el micrófono al final: «{}»",
            "Yo puse la denuncia. ¿Quién les dijo?",
        ),
    ],
)
def test_who_speaks_of_himself_is_quoted_though_nothing_names_him(
    language: str, paragraph: str, words: str
) -> None:
    assert said(paragraph.format(words), language=language) == [(words, None)]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "The banner over the door says one thing: “Our House, Our Children, Our River”"),
        ("es", "La campaña se presenta bajo el lema: «Nuestra casa es la casa de todas las niñas»."),
        ("es", "El acta dice que la visita a «nuestra casa de la frontera» fue corta."),
    ],
)
def test_slogans_of_a_body_that_says_we_are_nobodys_words(language: str, paragraph: str) -> None:
    assert said(paragraph, language=language) == []


def test_a_word_of_the_name_of_a_body_speaks_for_nobody() -> None:
    lead = (
        "Llegan antes de que amanezca, se sientan sobre la mochila y no dejan que nadie les guarde el lugar. "
        "Ante la Comisión Mexicana de Ayuda a Refugiados (Comar) de esta ciudad esperaban este viernes 37 "
        "adolescentes sin familia, casi todos de otro valle."
    )
    words = (
        "—Si me devuelven, en mi colonia me están esperando —dice a la Agencia Istmo Brayan, de 17 años, con "
        "un papel muy doblado en la mano—. Prefiero la fila."
    )
    content = f"Tapachula (México), 30 nov (Agencia Istmo).- {lead}\n\n{words}\n".encode()

    found = extract(parse(Source(location="x", content=content, media_type="text/plain", sha256="")))

    assert [(each.text, each.speaker) for each in found.quotes] == [
        ("Si me devuelven, en mi colonia me están esperando. Prefiero la fila.", None)
    ]


def test_no_run_within_the_name_of_a_body_is_who_speaks() -> None:
    quote = only(
        "An official of U.S. Immigration and Customs Enforcement (ICE), who asked not to be named, said"
        ' interpreters "are on call for every language we have ever met".'
    )

    assert (quote.speaker, quote.role) == (None, "official")
    assert quote.organisation == "U.S. Immigration and Customs Enforcement"


def test_the_role_of_a_person_ends_with_its_line() -> None:
    found = document("Contacto\nMtra. Yadira Sol Luz, jefa de prensa\nTel. 993 555 0144", language="es")

    assert [(each.name, each.role) for each in found.people] == [("Yadira Sol Luz", "jefa de prensa")]
