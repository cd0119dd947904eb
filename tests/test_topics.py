"""What a document is about, and the words that say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kb import topics
from kb.records import Document, Passage
from kb.thesaurus import Concept, Thesaurus, load

FICTION = "This text is fiction, written for a test of kb."


def document(
    *paragraphs: str, title: str = "Fiction", language: str = "en", headings: tuple[str, ...] = ()
) -> Document:
    above = [
        Passage(address=f"h{number}", text=text, kind="heading", language=language)
        for number, text in enumerate(headings, 1)
    ]
    body = [
        Passage(address=f"p{number}", text=text, language=language, page_from=number)
        for number, text in enumerate((FICTION, *paragraphs), 1)
    ]
    return Document(title=title, language=language, passages=(*above, *body))


def assigned(given: Document) -> dict[str, list[tuple[str, str | None]]]:
    """Topic -> the words and the passages that made it one."""
    return {
        topic.id: [(each.words, each.evidence.passage) for each in topic.evidence]
        for topic in topics.assign(given, load()).topics
    }


def test_a_topic_is_named_with_its_evidence() -> None:
    found = assigned(document("The best interests of the child come first.", "Consular protection helps."))

    assert found["best-interests"] == [("best interests of the child", "p2")]
    assert found["consular-protection"] == [("Consular protection", "p3")]


def test_evidence_points_at_the_words() -> None:
    given = document(
        "Her best interests, their best interests.", title="Best interests", headings=("Best interests",)
    )

    for topic in topics.assign(given, load()).topics:
        for each in topic.evidence:
            passage = next((p for p in given.passages if p.address == each.evidence.passage), None)
            text = passage.text if passage else given.title
            assert each.evidence.span
            start, end = each.evidence.span
            assert text[start:end] == each.words
            assert each.evidence.page == (passage.page_from if passage else None)


def test_spanish_is_read_as_spanish() -> None:
    found = assigned(document("El interés superior de las niñas; la PROTECCIÓN CONSULAR.", language="es"))

    assert {"best-interests", "consular-protection"} <= set(found)


FILLER = "Nothing of note happens in this fiction."
SAID = "Their best interests count."


def test_a_long_document_has_to_say_it_more_often() -> None:
    filler = [FILLER] * topics.PASSAGES_A_TOPIC

    assert "best-interests" not in assigned(document(SAID, *filler, SAID, *filler))
    assert "best-interests" in assigned(document(SAID, *filler, SAID, *filler, SAID))


def test_however_long_a_document_is_often_is_enough() -> None:
    often = [SAID, *[FILLER] * topics.PASSAGES_A_TOPIC] * topics.ENOUGH
    longer = [FILLER] * 20 * topics.PASSAGES_A_TOPIC

    assert "best-interests" in assigned(document(*often, *longer))


def test_a_section_of_a_long_document_that_dwells_on_a_subject_is_enough() -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    twice = f"{SAID} {SAID}"

    assert "best-interests" in assigned(document(*filler, twice, "Fiction.", twice, twice, *filler))
    assert "best-interests" in assigned(document(*filler, " ".join([FILLER, *[SAID] * 4])))
    assert "best-interests" not in assigned(document(*filler, twice, *filler, twice, *filler, twice))
    assert "best-interests" not in assigned(document(*filler, " ".join([FILLER, SAID, SAID, SAID])))


def test_passages_in_a_row_that_come_back_to_it_are_enough() -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    passing = "In a fiction their best interests count."

    assert "best-interests" in assigned(document(*filler, passing, f"{passing} {passing}", passing, *filler))
    assert "best-interests" not in assigned(document(*filler, passing, passing, passing, *filler))
    assert "best-interests" not in assigned(document(*filler, *[passing, passing, FILLER, FILLER] * 2))


def test_a_passage_that_opens_with_it_counts_twice() -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    opening = "Best interests count in this fiction, and more than other interests."

    assert "best-interests" in assigned(document(*filler, opening, opening, *filler))
    assert "best-interests" not in assigned(document(*filler, opening, *filler))


def test_a_digest_names_a_topic_twice_or_opens_with_it() -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    passing = "In a fiction their best interests count."
    opening = "Best interests count in this fiction, and more than other interests."

    def found(*paragraphs: str) -> set[str]:
        return set(assigned(replace(document(*filler, *paragraphs), kind="digest")))

    assert "best-interests" in found(opening)
    assert "best-interests" in found(passing, FILLER, FILLER, passing)
    assert "best-interests" not in found(passing)


def test_an_enumeration_of_names_is_one_mention() -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    listed = "Those who are lesbian, gay, bisexual or transgender."
    told = "The lesbian guest met a gay guest, and then a bisexual one."

    assert "lgbti" not in assigned(document(*filler, listed, listed))
    assert "lgbti" in assigned(document(*filler, told, told))


def of_passages(given: Document) -> dict[str, list[str | None]]:
    """Topic of single passages -> the passages kept as evidence, the best first."""
    found = topics.assign(given, load())
    return {topic.id: [each.evidence.passage for each in topic.evidence] for topic in found.passage_topics}


AGE_IN_PASSING = (
    "Of the many things that this fiction goes through one after the other, from the arrival at the border "
    "to the day on which somebody leaves, with all that those who live there and those who come have to say "
    "of it, nothing much happens, and yet there is an age assessment too, which is not told any further."
)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("An age assessment has to look at more than the body of a child.", "en", "age-assessment"),
        ("La determinación de la edad no puede fundarse solo en el cuerpo.", "es", "age-assessment"),
        (f"{AGE_IN_PASSING} No age assessment may hurt.", "en", "age-assessment"),
        ("En esta ficción, quien cuida puede pedir la adopción de la niña.", "es", "adoption"),
    ],
)
def test_what_a_passage_is_about_is_a_topic_of_passages(text: str, language: str, wanted: str) -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC
    given = document(*filler, text, *filler, language=language)

    assert wanted not in assigned(given)
    assert of_passages(given)[wanted][0] == f"p{len(filler) + 2}"


@pytest.mark.parametrize(
    ("text", "language", "unwanted"),
    [
        (AGE_IN_PASSING, "en", "age-assessment"),
        (
            "In this fiction judges, the police, teachers and nurses learn.",
            "en",
            "police-and-security-forces",
        ),
        (
            "En esta ficción aprenden la judicatura, la policía, el magisterio.",
            "es",
            "police-and-security-forces",
        ),
        ("In this fiction some human rights are told of.", "en", "human-rights"),
        ("The Refugee Convention applies in this fiction.", "en", "refugee-convention"),
        ("In this fiction there is a beneficio de la duda.", "en", "age-assessment"),
    ],
)
def test_what_a_passage_only_mentions_is_none(text: str, language: str, unwanted: str) -> None:
    filler = [FILLER] * 9 * topics.PASSAGES_A_TOPIC

    assert unwanted not in of_passages(document(*filler, text, *filler, language=language))


def test_the_section_under_a_heading_is_about_what_that_names() -> None:
    filler = [Passage(address=f"p{number}", text=FILLER) for number in range(99)]
    heading = Passage(address="h1", text="Age assessment", kind="heading")
    section = "Nothing but the body was looked at in this fiction, and that is not how it should be."

    told = Document(passages=(*filler, heading, Passage(address="p99", text=section)))
    empty = Document(passages=(*filler, heading, Passage(address="p99", text="A note.")))

    assert of_passages(told)["age-assessment"] == ["h1"]
    assert "age-assessment" not in of_passages(empty)


def test_evidence_begins_with_the_passage_that_is_about_it() -> None:
    given = document(AGE_IN_PASSING, AGE_IN_PASSING, "An age assessment follows. An age assessment may err.")

    assert [passage for _, passage in assigned(given)["age-assessment"]][:2] == ["p4", "p4"]


def test_a_treaty_is_cited_more_often_than_it_is_the_subject() -> None:
    cited = "The Refugee Convention applies."
    filler = [FILLER] * 2 * topics.PASSAGES_A_TOPIC

    assert "refugee-convention" in assigned(document(cited))
    assert "refugee-convention" not in assigned(document(*[cited] * 3, *filler))
    assert "refugee-convention" in assigned(document(*[cited] * 6, *filler))
    assert "refugee-convention" in assigned(document(*filler, title="The Refugee Convention"))


def test_other_words_than_names_have_to_be_said_twice() -> None:
    dragons = Thesaurus(
        {
            "dragons": Concept(
                id="dragons",
                preferred={"en": "dragons", "es": "dragones"},
                wording={"en": ("scaly wings",), "es": ("alas con escamas",)},
            )
        }
    )

    def found(*paragraphs: str, title: str = "") -> int:
        return len(topics.assign(document(*paragraphs, title=title), dragons).topics)

    assert found("They had scaly wings.") == 0
    assert found("They had scaly wings.", "Scaly wings it was.") == 1
    assert found("They had scaly wings.", "A dragon, then.") == 1
    assert found("Nothing.", title="Scaly wings") == 1


def test_a_wide_concept_is_named_everywhere() -> None:
    filler = [FILLER] * 2 * topics.PASSAGES_A_TOPIC
    widely, narrowly = ["In this fiction human rights count."] * 3, [SAID] * 3

    assert "human-rights" in assigned(document(*widely))
    assert "human-rights" not in assigned(document(*widely, *filler))
    assert "best-interests" in assigned(document(*narrowly, *filler))
    assert "human-rights" in assigned(document(*widely, *widely, *filler))


def test_what_a_footnote_names_is_no_topic() -> None:
    note = Passage(address="fn1", text="Consular protection, best interests.", kind="footnote", language="en")
    given = document(SAID)

    found = assigned(replace(given, passages=(*given.passages, note)))

    assert "consular-protection" not in found
    assert found["best-interests"] == [("best interests", "p2")]


def test_a_group_that_is_no_topic_hides_none() -> None:
    found = assigned(document("Refugees and asylum seekers were received."))

    assert {"refugees", "asylum-seekers"} <= set(found)
    assert "refugees-and-asylum-seekers" not in found


def test_the_title_is_enough_and_a_heading_that_the_text_comes_back_to() -> None:
    filler = [FILLER] * 90

    assert "best-interests" in assigned(document(*filler, title="Best interests"))
    assert "best-interests" in assigned(document(*filler, SAID, SAID, headings=("Best interests",)))
    assert "best-interests" not in assigned(document(*filler, SAID, SAID))
    assert "best-interests" not in assigned(document(*filler, headings=("Best interests",)))
    assert "best-interests" in assigned(document(headings=("Best interests",)))


@pytest.mark.parametrize(
    ("title", "language", "subject", "actor"),
    [
        ("IOM trains officials on consular protection", "en", "consular-protection", "un-agencies"),
        (
            "The Ministry of Foreign Affairs on family reunification",
            "en",
            "family-reunification",
            "foreign-ministries",
        ),
        ("La OIM capacita sobre protección consular", "es", "consular-protection", "un-agencies"),
        ("Las fiscalías ante la trata de personas", "es", "trafficking", "prosecutors"),
    ],
)
def test_who_acts_comes_behind_what_it_is_about(title: str, language: str, subject: str, actor: str) -> None:
    texts = [f"{title}.", "IOM, UNICEF, UNHCR. OIM, UNICEF, ACNUR. Cancillería. Fiscalía."] * 3
    given = replace(document(*texts, title=title, language=language), kind="press-release")

    found = [topic.id for topic in topics.assign(given, load()).topics]

    assert found.index(subject) < found.index(actor)


def test_what_the_title_names_comes_first() -> None:
    found = assigned(document(*["Consular protection."] * 3, title="Their best interests"))

    assert list(found).index("best-interests") < list(found).index("consular-protection")
    assert found["best-interests"] == [("best interests", None)]


def test_what_is_named_more_often_comes_before() -> None:
    found = list(assigned(document("Consular protection.", "Consular protection.", "Best interests.")))

    assert found.index("consular-protection") < found.index("best-interests")


def test_evidence_is_kept_within_bounds() -> None:
    given = document(*["Their best interests and their best interests."] * 40, title="Best interests")

    evidence = assigned(given)["best-interests"]

    assert len(evidence) == topics.KEPT
    assert evidence[0] == ("Best interests", None)


def test_a_document_about_nothing_has_no_topics() -> None:
    assert topics.assign(Document(), load()).topics == ()
    assert topics.assign(document(), Thesaurus({})).topics == ()


def test_assigning_again_changes_nothing() -> None:
    once = topics.assign(document("Best interests and consular protection."), load())

    assert topics.assign(once, load()) == once


def test_another_thesaurus_gives_other_topics() -> None:
    dragons = Thesaurus({"dragons": Concept(id="dragons", preferred={"en": "dragons", "es": "dragones"})})

    given = document("Dragons and best interests.")

    assert [topic.id for topic in topics.assign(given, dragons).topics] == ["dragons"]


# Titles that a text cites --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Committee on the Rights of the Child met.", "en"),
        ("The Guidelines for the Alternative Care of Children apply.", "en"),
        (
            "The Special Rapporteur on the Human Rights of Migrants and the Working Group on Detention.",
            "en",
        ),
        ("See general comment No. 99 on the right of the child to be heard.", "en"),
        ("El Comité de los Derechos del Niño se reunió.", "es"),
        ("Las Directrices sobre las Modalidades Alternativas de Cuidado de los Niños rigen.", "es"),
        ("La Relatora Especial sobre los Derechos Humanos de los Migrantes escribe.", "es"),
        ("Véase la observación general núm. 99 sobre el derecho del niño a ser escuchado.", "es"),
    ],
)
def test_a_title_that_a_text_cites_names_itself_alone(text: str, language: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    found = {each.concept for each in topics.named(passage, load())}

    assert found <= {
        "convention-on-the-rights-of-the-child",
        "special-rapporteurs",
        "guidelines-and-protocols",
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Committee heard of the rights of the child and of Alternative Care.", "en"),
        ("El Comité habló de los derechos del niño y de los cuidados alternativos.", "es"),
    ],
)
def test_what_stands_beside_a_body_is_named(text: str, language: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert {"child-rights", "alternative-care"} <= {each.concept for each in topics.named(passage, load())}


def test_the_title_of_a_document_is_no_citation() -> None:
    for title in (
        "Guidelines for the Alternative Care of Children",
        "Committee Calls for Alternative Care of Children",
        "General comment No. 99 on alternative care",
    ):
        assert "alternative-care" in assigned(document(*[FILLER] * 90, title=title))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("unaccompanied and separated children", "en", {"unaccompanied-children", "separated-children"}),
        ("unaccompanied or separated children", "en", {"unaccompanied-children", "separated-children"}),
        ("racism and xenophobia", "en", {"racism", "xenophobia"}),
        ("xenofobia y racismo", "es", {"racism", "xenophobia"}),
        ("assessment and determination of the best interests", "en", {"best-interests-assessment"}),
        ("retorno voluntario y reintegración", "es", {"voluntary-return", "reintegration"}),
    ],
)
def test_a_list_of_neighbours_names_each_of_them(text: str, language: str, wanted: set[str]) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert wanted <= {each.concept for each in topics.named(passage, load())}


@pytest.mark.parametrize(
    ("text", "language", "unwanted"),
    [
        ("children and adolescents", "en", "adolescents"),
        ("niñas, niños y adolescentes migrantes", "es", "migrant-adolescents"),
        ("the Protocol to Prevent, Suppress and Punish Trafficking in Persons", "en", "trafficking"),
    ],
)
def test_a_list_that_is_one_name_names_one(text: str, language: str, unwanted: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert unwanted not in {each.concept for each in topics.named(passage, load())}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Unaccompanied children should not, as a rule, be detained.", "en", "child-detention"),
        ("Every child is to be free from immigration detention.", "en", "child-detention"),
        ("A los adolescentes migrantes no se les debe privar: la detención daña.", "es", "child-detention"),
        ("Migrants who were arrested and detained wrote home.", "en", "immigration-detention"),
        ("Detienen a solicitantes de asilo: la detención dura poco.", "es", "immigration-detention"),
        ("Children are at risk of trafficking there.", "en", "child-trafficking"),
        ("Las niñas y los niños corren el riesgo de trata.", "es", "child-trafficking"),
        ("Unaccompanied children may apply for asylum.", "en", "refugee-children"),
    ],
)
def test_concepts_that_meet_in_a_sentence_name_another(text: str, language: str, wanted: str) -> None:
    passage = Passage(address="p1", text=text, language=language)
    found = topics.named(passage, load())

    assert wanted in {each.concept for each in found}
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Children were received. The detention of adults goes on.",
        f"Children were received, {'and this and that was told of them, ' * 4} long before the detention.",
        "Detention is told of here.",
        "Child labour was found in immigration detention.",
    ],
)
def test_concepts_far_apart_name_no_other(text: str) -> None:
    passage = Passage(address="p1", text=text, language="en")

    assert "child-detention" not in {each.concept for each in topics.named(passage, load())}


@pytest.mark.parametrize(
    ("text", "language", "unwanted"),
    [
        ("the best interests of the child for migrant children", "en", "children-of-migrants"),
        ("any distinction based on nationality", "en", "nationality"),
        ("economic, social and cultural rights", "en", "social-protection"),
        ("los derechos económicos, sociales y culturales", "es", "social-protection"),
        ("the Protocol on the involvement of children in armed conflict", "en", "right-to-be-heard"),
        ("in emergency situations", "en", "humanitarian-assistance"),
        ("shared databases", "en", "data-protection"),
        ("employment opportunities for women", "en", "youth-employment"),
        ("the accompanying adult", "en", "accompanied-children"),
        ("all workers are rights-holders", "en", "child-rights"),
        ("de manera arbitraria", "es", "due-process"),
        ("según la edad y el género", "es", "gender-equality"),
        ("access to relevant information about disappeared persons", "en", "right-to-information"),
        ("cuando se trata de niños", "es", "child-trafficking"),
    ],
)
def test_what_is_said_of_something_else_names_nothing(text: str, language: str, unwanted: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert unwanted not in {each.concept for each in topics.named(passage, load())}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("removing a child from parental care", "en", "family-separation"),
        ("the rupture of the family unit", "en", "family-separation"),
        ("apartar al niño de su familia", "es", "family-separation"),
        ("ways to migrate in a regular manner", "en", "regular-pathways"),
        ("migrar de manera regular", "es", "regular-pathways"),
        ("victims of trafficking", "en", "trafficking"),
        ("para prevenir la trata", "es", "trafficking"),
        ("the courts decide", "en", "courts"),
        ("conditions upon return", "en", "return"),
        ("el trato negligente", "es", "neglect-and-abandonment"),
    ],
)
def test_other_wordings_of_a_topic(text: str, language: str, wanted: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert wanted in {each.concept for each in topics.named(passage, load())}


# Groups of people ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Girls who reached the fictitious bridge had set out on their own.", "en"),
        ("A boy and a girl crossed by themselves.", "en"),
        ("The children cross the border without a parent or guardian.", "en"),
        ("Three teenagers were found alone.", "en"),
        ("Las niñas llegaron solas al puente.", "es"),
        ("Adolescentes que cruzan el río sin su papá ni su mamá.", "es"),
        ("Un niño de ocho años viajaba sin ningún adulto.", "es"),
    ],
)
def test_children_who_travel_without_adults_are_unaccompanied(text: str, language: str) -> None:
    given = replace(document(text, language=language), kind="press-release")
    found = topics.assign(given, load())

    assert "unaccompanied-children" in {topic.id for topic in found.topics}
    assert "unaccompanied-children" in {group.id for group in found.groups}
    assert "guardianship" not in {topic.id for topic in found.topics}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The children live with their own parents.", "en"),
        ("Women travel alone.", "en"),
        ("Only children travel with an adult.", "en"),
        ("Those numbers rose in May alone, and the children sang.", "en"),
        ("Los niños cruzan con sus padres.", "es"),
    ],
)
def test_others_are_not(text: str, language: str) -> None:
    given = replace(document(text, language=language), kind="press-release")

    assert "unaccompanied-children" not in {topic.id for topic in topics.assign(given, load()).topics}


@pytest.mark.parametrize(
    ("text", "language", "wanted", "unwanted"),
    [
        ("They are informed of their rights.", "en", "right-to-information", "child-friendly-information"),
        ("Children are informed of their rights.", "en", "child-friendly-information", ""),
        ("Cada niña tiene derecho a la información.", "es", "child-friendly-information", ""),
        ("Hay acceso a la información.", "es", "right-to-information", "child-friendly-information"),
        ("Los niños son devueltos de noche.", "es", "returned-children", ""),
        ("Children were sent back at night.", "en", "returned-children", ""),
        ("The consulate called on the children in the shelter.", "en", "consular-protection", ""),
        ("El consulado entrevistó a tres niñas.", "es", "consular-protection", ""),
        ("MEDIA RELEASE", "en", "", "media"),
    ],
)  # fmt: skip
def test_who_is_spoken_of_tells_a_concept_from_its_neighbour(
    text: str, language: str, wanted: str, unwanted: str
) -> None:
    given = replace(document(text, language=language), kind="press-release")
    found = {topic.id for topic in topics.assign(given, load()).topics}

    assert not wanted or wanted in found
    assert unwanted not in found


def groups(text: str, language: str = "en") -> set[str]:
    return set(topics.groups_named(text, language, load()))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Unaccompanied girls were received.", "en", {"children", "women-and-girls"}),
        ("Las niñas y los niños fueron recibidos.", "es", {"children"}),
        ("the detention of migrants", "en", {"migrants", "persons-deprived-of-liberty"}),
        ("la detención migratoria de adolescentes", "es", {"persons-deprived-of-liberty", "adolescents"}),
        ("Asylum was granted.", "en", {"refugees-and-asylum-seekers"}),
        ("Se otorgó asilo.", "es", {"refugees-and-asylum-seekers"}),
        ("migrant children with disabilities", "en", {"children", "migrants", "persons-with-disabilities"}),
        ("pueblos indígenas y personas apátridas", "es", {"indigenous-peoples", "stateless-persons"}),
    ],
)
def test_a_text_concerns_the_groups_that_it_names(text: str, language: str, wanted: set[str]) -> None:
    assert wanted <= groups(text, language)


def test_part_of_a_longer_name_names_a_group() -> None:
    assert {"children", "unaccompanied-children", "migrants"} <= groups("unaccompanied migrant children")


def test_unaccompanied_children_are_children_and_not_all_of_them_migrants() -> None:
    assert groups("UASC") == {"children", "unaccompanied-children"}


def test_the_name_of_a_treaty_says_nothing_of_the_people_in_it() -> None:
    assert groups("The Convention on the Rights of the Child applies.") == set()
    assert groups("La Convención sobre los Derechos del Niño se aplica.", "es") == set()
    assert groups("The Convention on the Rights of the Child and this child.") == {"children"}


def test_groups_are_kept_apart_with_their_evidence() -> None:
    found = topics.assign(document("Women and girls travelled.", "Nothing of note."), load())

    assert [(each.id, each.evidence[0].words) for each in found.groups if each.id == "women-and-girls"] == [
        ("women-and-girls", "Women and girls")
    ]
    assert "women-and-girls" not in {each.id for each in found.topics}  # a group alone


def test_another_thesaurus_has_another_fingerprint() -> None:
    def one(**values: Any) -> Thesaurus:
        concept = Concept(id="dragons", preferred={"en": "dragons", "es": "dragones"})
        return Thesaurus({"dragons": replace(concept, **values)})

    marks = [
        topics.fingerprint(each)
        for each in (one(), one(group=True), one(topic=False), one(hidden={"en": ("draggon",)}))
    ]

    assert len(set(marks)) == 4
    assert topics.fingerprint(one(note={"en": "Mind."})) == marks[0]  # assigns nothing


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Stateless persons come first in this fiction.", "en", "stateless-persons"),
        ("Las personas apátridas son lo primero en esta ficción.", "es", "stateless-persons"),
        ("Indigenous children keep their language in this fiction.", "en", "indigenous-peoples"),
        ("La niñez indígena conserva su lengua en esta ficción.", "es", "indigenous-peoples"),
        ("Non-nationals have the same rights in this fiction.", "en", "migrants"),
    ],
)
def test_a_single_passage_concerns_people(text: str, language: str, wanted: str) -> None:
    filler = [FILLER] * topics.PASSAGES_A_GROUP * 2
    given = topics.assign(document(*filler, text, *filler, language=language), load())

    assert wanted in {group.id for group in given.groups}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The Convention of 19 October 1996 on Jurisdiction and Measures for the Protection of Children",
            "en",
        ),
        ("El Convenio de 19 de octubre de 1996 relativo a la Competencia y las Medidas de Protección", "es"),
    ],
)
def test_a_title_with_its_date_is_a_title(text: str, language: str) -> None:
    passage = Passage(address="p1", text=text, language=language)

    assert "protection-mechanisms" not in {found.concept for found in topics.named(passage, load())}


@pytest.mark.parametrize(
    ("text", "language", "unwanted", "wanted"),
    [
        ("The Institute for the Development of Children", "en", "life-survival-development", ""),
        ("La Secretaría de la Juventud y la Familia va al consulado.", "es", "young-people", "consulates"),
        ("The Department of Health, the Public Prosecutor and we met.", "en", "health", "prosecutors"),
        ("La Secretaría de Educación y la Procuraduría General de Fictia", "es", "education", "prosecutors"),
        ("The foundation is accompanying children.", "en", "accompanied-children", "children"),
    ],
)  # fmt: skip
def test_the_name_of_an_office_says_nothing_of_its_subject(
    text: str, language: str, unwanted: str, wanted: str
) -> None:
    passage = Passage(address="p1", text=text, language=language)
    found = {each.concept for each in topics.named(passage, load())}

    assert unwanted not in found
    assert not wanted or wanted in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Fiscalía contra la Trata de Personas informó.", "es"),
        ("Se habló de la lucha contra la trata de personas.", "es"),
        ("Officers spoke of trafficking in human beings.", "en"),
    ],
)
def test_other_words_that_reach_into_a_name_do_not_hide_it(text: str, language: str) -> None:
    passage = Passage(address="p1", text=text, language=language)
    found = [each for each in topics.named(passage, load()) if each.concept == "trafficking"]

    assert found
    assert not any(each.worded for each in found)
