"""The organisations a document names, each once in its longest form, and generic groups that are none.

Every text here is fiction, written for a test of kb.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.extractors import organisations
from kb.records import Document, Evidence, Passage, Person
from tests.endless import ends


def named(text: str, language: str = "en") -> list[str]:
    """The names of the organisations of a text."""
    return [each.name for each in filled(text, language).organisations]


def filled(text: str, language: str = "en") -> Document:
    passage = Passage(address="p1", text=text, language=language)
    return organisations.fill(Document(kind="press-release", language=language, passages=(passage,)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The School of Law of the University of Arenal wrote to the Ministry of Labour and Health.",
            ["School of Law of the University of Arenal", "Ministry of Labour and Health"],
        ),
        ("She chairs the Working Group on Children in Transit.", ["Working Group on Children in Transit"]),
        (
            "It was written by the Coalition for Children at the Gate.",
            ["Coalition for Children at the Gate"],
        ),
        (
            "The Diocese of Choluteca and St. Brigid's Parish opened a kitchen.",
            ["Diocese of Choluteca", "St. Brigid's Parish"],
        ),
        (
            "The Friends' Guild, the Rotary Club of Limón and the Lake Women's Circle gave blankets.",
            ["Friends' Guild", "Rotary Club of Limón", "Lake Women's Circle"],
        ),
        (
            "The 36th Infantry Battalion and the National Guard helped.",
            ["36th Infantry Battalion", "National Guard"],
        ),
        (
            "The Council for Children, Adolescents and the Family met.",
            ["Council for Children, Adolescents and the Family"],
        ),
        ("Papers come from the Guatemalan Consulate in Harlingen.", ["Guatemalan Consulate in Harlingen"]),
        ("Luz Paz, director of the River Youth Law Project, agreed.", ["River Youth Law Project"]),
    ],
)
def test_a_name_goes_as_far_as_its_words_belong_together(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El DIF Municipal de Tapachula atendió a niñas.", ["DIF Municipal de Tapachula"]),
        (
            "La Facultad de Derecho de la Universidad del Valle tiene una clínica.",
            ["Facultad de Derecho de la Universidad del Valle"],
        ),
        ("La Conferencia Episcopal de Honduras llamó a la calma.", ["Conferencia Episcopal de Honduras"]),
        ("Lo dijo la Mesa Niñez en Vuelo.", ["Mesa Niñez en Vuelo"]),
        (
            "El Servicio Jesuita para Migrantes y la Iglesia Luterana Salvadoreña rezaron.",
            ["Servicio Jesuita para Migrantes", "Iglesia Luterana Salvadoreña"],
        ),
        (
            "El Ministerio de Trabajo y Previsión Social y la Cancillería trabajan juntos.",
            ["Ministerio de Trabajo y Previsión Social", "Cancillería"],
        ),
        ("El 36 Batallón de Infantería escoltó la caravana.", ["36 Batallón de Infantería"]),
        ("Las camisetas las puso la Panadería La Mazorca.", ["Panadería La Mazorca"]),
        ("La administra Casa del Molino A.C. desde mayo.", ["Casa del Molino A.C."]),
    ],
)
def test_spanish_names_keep_their_small_words_places_and_legal_form(text: str, names: list[str]) -> None:
    assert named(text, "es") == names


def test_an_office_of_the_dif_has_its_acronym() -> None:
    [body] = filled("Lo atiende el DIF Chiapas.", "es").organisations

    assert (body.name, body.acronym) == ("DIF Chiapas", "DIF")


def test_a_name_with_a_short_form_is_an_organisation_when_it_acts() -> None:
    acts = "The Harbour Child Monitor (HCM) today publishes its figures."
    counts = "The Best Interests Determination (BID) takes five weeks."

    assert named(acts) == ["Harbour Child Monitor"]
    assert named(counts) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Office of the Director did not answer.", "en"),
        ("The Press Office and the Human Resources Department are closed.", "en"),
        ("The City Clerk's Office opens at nine.", "en"),
        ("The Committee met. The Court ruled in May.", "en"),
        ("Civil society organizations and the government of Mexico agreed.", "en"),
        ("La Oficina de Relaciones Públicas y la Secretaría Técnica no respondieron.", "es"),
        ("El presidente de la Junta Directiva saludó.", "es"),
        ("La Ley de Migración y el Programa Frontera Norte no bastan.", "es"),
    ],
)
def test_a_role_a_generic_office_and_a_law_are_no_organisations(text: str, language: str) -> None:
    assert named(text, language) == []


def test_a_month_is_no_part_of_a_name() -> None:
    assert named("She became head of the Directorate in March.") == []


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "DIF ",
        "School of the ",
        "Consulate in A ",
        "director of the A ",
        "Mesa de la ",
        "A (AB) ",
        "St. ",
        "36 Batallón A ",
    ],
)
def test_half_a_megabyte_of_names_comes_to_an_end(piece: str) -> None:
    for language in ("en", "es"):
        with ends():
            filled(piece * (500_000 // len(piece)), language)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The Safe Homes Programme of the Lantern Foundation ends.", "en", ["Lantern Foundation"]),
        ("They finished the Guardian Network Training Course.", "en", []),
        ("The Back to School Campaign and the Safe Homes Initiative began.", "en", []),
        ("Terminó el Curso de Tutela de la Fundación Farol.", "es", ["Fundación Farol"]),
        (
            "Presentaron la Estrategia Regional del Consejo y el Diplomado de la Red Farol.",
            "es",
            ["Red Farol"],
        ),
        (
            "Call the Family Services Desk of the Department of Human Services.",
            "en",
            ["Department of Human Services"],
        ),
        ("Inscripciones en la Oficina Local de San Carlos.", "es", []),
        ("La Subsecretaria Ana Paz y el Comisionado Leo Luz llegaron.", "es", []),
        ("It was written by the Secretariat of the Court of Childhood.", "en", ["Court of Childhood"]),
    ],
)
def test_programmes_trainings_units_and_officials_are_no_organisations(
    text: str, language: str, names: list[str]
) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The Lantern Office of Belize came.", "en", ["Lantern Office of Belize"]),
        (
            "The Ministry of Foreign Affairs and Worship of Costa Rica came.",
            "en",
            ["Ministry of Foreign Affairs and Worship of Costa Rica"],
        ),
        ("Panama's National Assembly voted.", "en", ["National Assembly"]),
        (
            "Llegaron a la Casa Farol de la Secretaría de Bienestar Social -SBS-.",
            "es",
            ["Casa Farol", "Secretaría de Bienestar Social"],
        ),
        ('Abrió el Centro de Día "Semillas del Valle".', "es", ['Centro de Día "Semillas del Valle"']),
        ("Estuvieron en la Estación Migratoria «Siglo XXI».", "es", ["Estación Migratoria «Siglo XXI»"]),
        (
            "La Procuraduría de la Niñez de la Procuraduría General de la Nación (PGN) intervino.",
            "es",
            ["Procuraduría de la Niñez", "Procuraduría General de la Nación"],
        ),
    ],
)
def test_a_name_has_its_country_and_its_quoted_part_and_no_other_body(
    text: str, language: str, names: list[str]
) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "The organizations that signed were Physicians for Shelter, Neighbors Across and the Far Guild.",
            "en",
            ["Physicians for Shelter", "Neighbors Across", "Far Guild"],
        ),
        (
            "Grantees include Abrigo Sur, Mujeres de la Selva, and KidsPath Istmo.",
            "en",
            ["Abrigo Sur", "Mujeres de la Selva", "KidsPath Istmo"],
        ),
        (
            "Participaron las organizaciones Sin Muros Sur y Mujeres del Río.",
            "es",
            ["Sin Muros Sur", "Mujeres del Río"],
        ),
        ("Shelters in Tapachula, Tenosique and Saltillo are full.", "en", []),
        ("Organizations from Honduras, Guatemala and Mexico came.", "en", []),
    ],
)
def test_a_list_that_says_what_it_lists_names_organisations(
    text: str, language: str, names: list[str]
) -> None:
    assert named(text, language) == names


def test_those_who_sign_are_organisations() -> None:
    lines = (
        "Signed:",
        "Aldergate Community Table\nBorder Pediatrics Alliance\nKindred Across\nand ten others",
    )
    passages = tuple(Passage(address=f"p{index}", text=text) for index, text in enumerate(lines))

    found = organisations.fill(Document(kind="press-release", passages=passages))

    assert [each.name for each in found.organisations] == [
        "Aldergate Community Table",
        "Border Pediatrics Alliance",
        "Kindred Across",
    ]


def test_a_list_of_those_who_sign_may_begin_behind_its_heading() -> None:
    text = "SIGNED BY Aldergate Community Table\nBorder Pediatrics Alliance"

    found = organisations.fill(Document(kind="press-release", passages=(Passage(address="p1", text=text),)))

    assert [each.name for each in found.organisations] == [
        "Aldergate Community Table",
        "Border Pediatrics Alliance",
    ]


def test_the_publisher_of_a_letterhead_is_an_organisation() -> None:
    known = Document(
        publisher="Keepers of the Road",
        evidence={"publisher": Evidence(passage="p1", span=(0, 19), confidence=0.8)},
        passages=(Passage(address="p1", text="Keepers of the Road"),),
    )

    found = organisations.with_publisher(known)

    assert [each.name for each in found.organisations] == ["Keepers of the Road"]
    assert organisations.with_publisher(found) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shoreline Rights Bahia (SRB) visited the centre.", ["Shoreline Rights Bahia"]),
        ("The café is run by Friends of the Green Door (FGD).", ["Friends of the Green Door"]),
        ("The desk is run with Harbour Immigrant Defenders (HID).", ["Harbour Immigrant Defenders"]),
        ("Se hizo junto a la Junta Vecinal Farol (JVF) y otros.", ["Junta Vecinal Farol"]),
        ("Caminos de Luz y Agua (CLA) firmó la carta.", ["Caminos de Luz y Agua"]),
        ("UNHCR and Harbour Hands Bay, a community organization, helped.", ["UNHCR", "Harbour Hands Bay"]),
        ("It is run with Aula Libre, a teachers' association in Upala.", ["Aula Libre"]),
        ("Firmó Puertas Libres, una asociación de maestras.", ["Puertas Libres"]),
        ("They came with Temporary Protected Status (TPS).", []),
        ("Vive con Estatus de Protección Temporal (EPT).", []),
        ("A child is helped by Best Interests Determination (BID).", []),
        ("The centre found Unaccompanied Alien Children (UAC) there.", []),
    ],
)
def test_a_body_is_known_by_its_acronym_and_by_what_it_is_said_to_be(text: str, names: list[str]) -> None:
    found = filled(text).organisations

    assert [each.acronym if each.acronym in names else each.name for each in found] == names


def test_who_finances_is_an_organisation_too_and_a_government_is_none() -> None:
    def with_funder(name: str) -> list[str]:
        found = Evidence(passage="p1", span=(0, 1), confidence=0.8)
        passage = Passage(address="p1", text="Text.", language="en")
        document = Document(
            kind="press-release", language="en", passages=(passage,), funder=name, evidence={"funder": found}
        )
        return [each.name for each in organisations.with_funder(document).organisations]

    assert with_funder("Fund Kompas") == ["Fund Kompas"]
    assert with_funder("Government of Norway") == []
    assert with_funder("Embajada de Japón") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The U.S. District Court ruled on Monday that the Department of Homeland Security must answer.",
            ["U.S. District Court", "Department of Homeland Security"],
        ),
        ("Ana Paz teaches at Copper Creek College of Law.", ["Copper Creek College of Law"]),
        (
            "The report was written by the Border Clinic of Ocotillo State University.",
            ["Border Clinic", "Ocotillo State University"],
        ),
        (
            "Las Misioneras de San Roque y los Hermanos de la Salle abrieron la casa.",
            ["Misioneras de San Roque", "Hermanos de la Salle"],
        ),
        ("On Friday night Juniper House received 40 mothers.", ["Juniper House"]),
        ("Children were lodged at the Queen Street Hostel for a week.", ["Queen Street Hostel"]),
        (
            "La Comisión de Asuntos Migratorios del Congreso de la República citó a dos ministros.",
            ["Comisión de Asuntos Migratorios", "Congreso de la República"],
        ),
        (
            "Un enlace con la Cruz Roja Hondureña en el Centro de Atención al Migrante recibe a las"
            " familias.",
            ["Cruz Roja Hondureña", "Centro de Atención al Migrante"],
        ),
        (
            "Migración Colombia y Migración Panamá firmaron el acuerdo.",
            ["Migración Colombia", "Migración Panamá"],
        ),
        ("El dictamen pasa al Senado, y luego al Poder Judicial.", ["Senado", "Poder Judicial"]),
        (
            "The bill goes to the Senate, and the Border Patrol will answer within ten days.",
            ["Senate", "Border Patrol"],
        ),
        (
            "La Registraduría Nacional del Estado Civil y la Capitanía de Puerto llevan listas.",
            ["Registraduría Nacional del Estado Civil", "Capitanía de Puerto"],
        ),
        (
            "La niña fue entregada al DIF Estatal Durango por la Fuerza Aérea.",
            ["DIF Estatal Durango", "Fuerza Aérea"],
        ),
        (
            "The Baja California DIF and the DIF of Sonora traced 40 parents.",
            ["Baja California DIF", "DIF of Sonora"],
        ),
        (
            "The Haitian group Timoun Lib and the Dominican network Batey Claro submitted records.",
            ["Timoun Lib", "Batey Claro"],
        ),
        (
            "Las niñas durmieron en el hogar Luz de Amatitlán y en la Posada Betania.",
            ["Luz de Amatitlán", "Posada Betania"],
        ),
        (
            "It is endorsed by the National Sheriffs’ Roundtable and by the Families Counted Alliance.",
            ["National Sheriffs’ Roundtable", "Families Counted Alliance"],
        ),
        ("Tuition is covered by the Commonwealth Registry Facility.", ["Commonwealth Registry Facility"]),
        (
            "La Secretaría de Salud y Médicos sin Orillas firmaron el convenio.",
            ["Secretaría de Salud", "Médicos sin Orillas"],
        ),
        (
            "The Prosecutor General's Office of Guatemala and the Ministry of the Interior sent delegates.",
            ["Prosecutor General's Office of Guatemala", "Ministry of the Interior"],
        ),
        (
            "La Procuraduría de la Niñez y la Adolescencia de la PGN abrió el expediente.",
            ["Procuraduría de la Niñez y la Adolescencia"],
        ),
        (
            "El Liceo de Upala y el Instituto Técnico de Los Chiles reciben a cien alumnos.",
            ["Liceo de Upala", "Instituto Técnico de Los Chiles"],
        ),
        (
            "The Fifth Circuit and the Board of Immigration Appeals have not ruled.",
            ["Fifth Circuit", "Board of Immigration Appeals"],
        ),
        (
            "El Juzgado Primero de Distrito ordenó al Instituto Nacional de Migración entregar a la niña.",
            ["Juzgado Primero de Distrito", "Instituto Nacional de Migración"],
        ),
        ("The White House did not answer, and the Open House on Friday was full.", []),
        (
            "The Ministry answered. The Ministry of Public Security of Costa Rica did not.",
            ["Ministry of Public Security of Costa Rica"],
        ),
        (
            "El Comité Internacional de la Cruz Roja y Médicos Sin Fronteras piden acceso.",
            ["Comité Internacional de la Cruz Roja", "Médicos Sin Fronteras"],
        ),
        (
            "The Guatemalan Institute of Migration and the National Commission for Refugees met.",
            ["Guatemalan Institute of Migration", "National Commission for Refugees"],
        ),
        (
            "La Red Jesuita con Migrantes y la Pastoral de Movilidad Humana abrieron dos casas.",
            ["Red Jesuita con Migrantes", "Pastoral de Movilidad Humana"],
        ),
        (
            "According to the Secretariat for Home Affairs, the Immigration Directorate and Save th"
            "e Children, 40 boys went home.",
            ["Secretariat for Home Affairs", "Immigration Directorate", "Save the Children"],
        ),
        (
            "Kids in Need of Defense and the Young Center for Immigrant Children's Rights went to court.",
            ["Kids in Need of Defense", "Young Center for Immigrant Children's Rights"],
        ),
        (
            "La organización Tejiendo Redes y el colectivo Madres en Camino marcharon.",
            ["Tejiendo Redes", "Madres en Camino"],
        ),
        (
            "The National Guard and the Coast Guard of Jamaica searched the bay.",
            ["National Guard", "Coast Guard of Jamaica"],
        ),
        (
            "Sister Pilar works with Comedor Las Semillas, a kitchen for migrants in Arriaga.",
            ["Comedor Las Semillas"],
        ),
        ("The Attorney General of Guatemala met the children.", []),
        (
            "The Municipality of Santa Rosa and the City of El Paso share the cost.",
            ["Municipality of Santa Rosa", "City of El Paso"],
        ),
        (
            "El Ayuntamiento de Tapachula y la Alcaldía de Cobán firmaron.",
            ["Ayuntamiento de Tapachula", "Alcaldía de Cobán"],
        ),
        (
            "The Harris County Juvenile Board and the Texas Department of Public Safety objected.",
            ["Harris County Juvenile Board", "Texas Department of Public Safety"],
        ),
        (
            "According to Refugee Rights Watch, a group in Tucson, 40 children waited.",
            ["Refugee Rights Watch"],
        ),
        (
            "La Dirección General de Migración y Extranjería y el Patronato Nacional de la Infancia"
            " abrieron el expediente.",
            ["Dirección General de Migración y Extranjería", "Patronato Nacional de la Infancia"],
        ),
        (
            "La Comisión Ejecutiva de Atención a Víctimas del Estado de Tamaulipas registró a la niña.",
            ["Comisión Ejecutiva de Atención a Víctimas del Estado de Tamaulipas"],
        ),
        (
            "The Legal Aid Society of San Diego and Texas RioGrande Legal Aid filed the suit.",
            ["Legal Aid Society of San Diego", "Texas RioGrande Legal Aid"],
        ),
        (
            "Ana Paz, a lawyer with Justice Across Borders, said the order came late.",
            ["Justice Across Borders"],
        ),
        (
            "Leo Luz, of Catholic Charities of the Rio Grande Valley, drove the bus.",
            ["Catholic Charities of the Rio Grande Valley"],
        ),
        ("Ana Paz, abogada de Puentes de Papel, dijo que la orden llegó tarde.", ["Puentes de Papel"]),
        ("Leo Luz, director de Hogar Nuevo Amanecer, recibió a las niñas.", ["Hogar Nuevo Amanecer"]),
        (
            "The Permanent Mission of Honduras and the Delegation of the European Union sent flowers.",
            ["Permanent Mission of Honduras", "Delegation of the European Union"],
        ),
        (
            "El Ministerio Público y la Policía Nacional Civil (PNC) buscan a la familia.",
            ["Ministerio Público", "Policía Nacional Civil"],
        ),
        (
            "La Secretaría de Gobernación (SEGOB) y el Instituto Nacional Electoral (INE) firmaron "
            "un convenio.",
            ["Secretaría de Gobernación", "Instituto Nacional Electoral"],
        ),
        (
            "The Ministry of Gender and Family Affairs of Trinidad and Tobago answered.",
            ["Ministry of Gender and Family Affairs of Trinidad and Tobago"],
        ),
        (
            "The Caribbean Community (CARICOM) and the Organisation of Eastern Caribbean States met.",
            ["Caribbean Community", "Organisation of Eastern Caribbean States"],
        ),
        (
            "Radio Progreso y la Agencia Presentes cubrieron la marcha.",
            ["Radio Progreso", "Agencia Presentes"],
        ),
        ("The Guardian Angels Parish gave blankets.", ["Guardian Angels Parish"]),
        (
            "Los papeles los expide el Registro Nacional de las Personas (RNP).",
            ["Registro Nacional de las Personas"],
        ),
        (
            "La casa es de la Congregación de Hermanas Oblatas y la atiende Cáritas Diocesana de Cartago.",
            ["Congregación de Hermanas Oblatas", "Cáritas Diocesana de Cartago"],
        ),
        (
            "The Inter-Agency Group on Children on the Move asked for beds.",
            ["Inter-Agency Group on Children on the Move"],
        ),
        (
            "Police in El Paso and the Mexican Consulate in McAllen traced him.",
            ["Mexican Consulate in McAllen"],
        ),
        (
            "Stichting Kinderhulp, Brot für die Kinder and Secours d'Enfance paid the teachers.",
            ["Stichting Kinderhulp", "Brot für die Kinder", "Secours d'Enfance"],
        ),
        ("Children in Chiapas and Mothers in Tabasco know the road. The Summer School begins in May.", []),
        ("The Community Garden and the Children's Day were a success.", []),
        ("El Día del Niño, la Semana Santa y el Parque Central reunieron a la gente.", []),
        (
            "El Servicio Jesuita a Migrantes y el Centro Fray Matías de Córdova dan talleres.",
            ["Servicio Jesuita a Migrantes", "Centro Fray Matías de Córdova"],
        ),
        (
            "La Mesa de Protección Transfronteriza y el Grupo Articulador Regional sesionaron.",
            ["Mesa de Protección Transfronteriza", "Grupo Articulador Regional"],
        ),
    ],
)
def test_each_body_of_a_sentence_is_named_once(sentence: str, names: list[str]) -> None:
    spanish = sentence.split(maxsplit=1)[0] in {"La", "El", "Las", "Los", "Un", "Al", "Migración", "Radio"}
    spanish = spanish or "directora de" in sentence or " abogada de " in sentence or "director de" in sentence

    assert set(named(sentence, "es" if spanish else "en")) == set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Habló el Sistema para el Desarrollo Integral de la Familia del Estado de Chiapas (DIF Chiapas)."
            " El DIF Chiapas recibió a veinte niñas.",
            [("Sistema para el Desarrollo Integral de la Familia del Estado de Chiapas", "DIF Chiapas")],
        ),
        (
            "El Sistema DIF municipal de Acayucan recibió a veinte niñas.",
            [("Sistema DIF municipal de Acayucan", "DIF")],
        ),
        (
            "La comisión recomendó al DIF de la Ciudad de México abrir casas.",
            [("DIF de la Ciudad de México", "DIF")],
        ),
    ],
)
def test_an_office_of_a_state_or_town_has_its_place_in_its_name(
    text: str, names: list[tuple[str, str]]
) -> None:
    found = filled(text, "es").organisations

    assert [(each.name, each.acronym) for each in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Saltgrass Children's Law Project and Copper Legal Defense took it. The Heron Project asked.",
            ["Saltgrass Children's Law Project", "Copper Legal Defense"],
        ),
        (
            "Trinidad and Tobago Coast Guard officers met the boat.",
            ["Trinidad and Tobago Coast Guard"],
        ),
        (
            "The Lantern Association in Sasabe and the Carla R. Dunn School of Social Work saw them.",
            ["Lantern Association", "Carla R. Dunn School of Social Work"],
        ),
        ("Lawyers Without Fences and Border Pediatricians for Children signed.", None),
        ("Save the Children Nicaragua and UNHCR Panama brought blankets.", None),
        ("Staff of Coastal Airlines and of Harbor Charities International refused.", None),
        ("Shelters between June and August took in 40 children of the Copper School.", []),
    ],
)
def test_what_english_names_hold(text: str, names: list[str] | None) -> None:
    told = {
        "Lawyers Without Fences",
        "Border Pediatricians for Children",
        "Save the Children Nicaragua",
        "UNHCR Panama",
        "Coastal Airlines",
        "Harbor Charities International",
    }

    found = named(text)

    assert set(found) == (set(names) if names is not None else {each for each in told if each in text})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "El Centro de Información y Orientación a Familias (CIOF) abre hoy.",
            ["Centro de Información y Orientación a Familias"],
        ),
        (
            "La Segunda Sala del Tribunal Superior de Justicia negó el amparo.",
            ["Segunda Sala del Tribunal Superior de Justicia"],
        ),
        (
            "Fue llevado por la Policía Municipal al Hospital Regional de Ixcán.",
            ["Policía Municipal", "Hospital Regional de Ixcán"],
        ),
        (
            "La Fiscalía contra la Trata de Personas y la Explotación Infantil abrió tres carpetas.",
            ["Fiscalía contra la Trata de Personas y la Explotación Infantil"],
        ),
        (
            "El Observatorio de Fronteras de la Universidad Santa Cecilia y la Facultad de Trabajo Social.",
            ["Observatorio de Fronteras", "Universidad Santa Cecilia", "Facultad de Trabajo Social"],
        ),
        (
            "Atiende la Oficina Municipal de la Mujer, y no la Oficina Municipal de Comitancillo.",
            ["Oficina Municipal de la Mujer"],
        ),
        (
            "La Asociación Pop Ch'umil y la Embajada de Suecia en Guatemala dieron maíz.",
            ["Asociación Pop Ch'umil", "Embajada de Suecia en Guatemala"],
        ),
        (
            "Habló el obispo de la diócesis de Yalambojoch en la iglesia San Judas Tadeo.",
            ["diócesis de Yalambojoch", "iglesia San Judas Tadeo"],
        ),
        (
            "La Secretaría de Bienestar Social de la Presidencia y el centro Amanecer esperan.",
            ["Secretaría de Bienestar Social de la Presidencia", "Amanecer"],
        ),
        (
            "La Auditoría Superior del Estado y la Contraloría General de la República revisan.",
            ["Auditoría Superior del Estado", "Contraloría General de la República"],
        ),
        ("El Registro Nacional de Víctimas llamó a la Delegación Choluteca y a los 32 sistemas DIF.", []),
        ("Apoyan UNICEF Honduras y Visión Mundial Honduras.", ["UNICEF Honduras", "Visión Mundial Honduras"]),
    ],
)
def test_what_spanish_names_hold(text: str, names: list[str]) -> None:
    assert set(named(text, "es")) == set(names)


def test_an_office_abroad_is_the_agency_where_the_agency_is_named_too() -> None:
    assert named("UNICEF thanked the mayor, and UNICEF Panama sent tents.") == [
        "United Nations Children's Fund"
    ]


def test_an_acronym_that_a_name_spells_is_its_own() -> None:
    document = filled("The Isthmus Wire Service wrote first. IWS said that nobody answered. IWS asked again.")

    assert [(each.name, each.acronym) for each in document.organisations] == [("Isthmus Wire Service", "IWS")]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("MINISTERIO DE SEGURIDAD CIUDADANA", "es", ["Ministerio de Seguridad Ciudadana"]),
        ("MUNICIPALIDAD DE SAN ALEJO, LA UNIÓN", "es", ["Municipalidad de San Alejo"]),
        ("OFFICE OF THE CHILD ADVOCATE", "en", ["Office of the Child Advocate"]),
        ("EL MINISTERIO DE SALUD ABRE DOS CLÍNICAS", "es", []),
        ("CENTRO DE ATENCIÓN", "es", []),
    ],
)
def test_a_line_in_capitals_names_a_body_as_a_whole(line: str, language: str, names: list[str]) -> None:
    assert named(line, language) == names


@pytest.mark.parametrize(
    ("publisher", "text", "names"),
    [
        ("Kids Beyond Dockets", "Nobody asked.", ["Kids Beyond Dockets"]),
        (
            "Catholic Diocese of San Alejo",
            "The Diocese of San Alejo prays.",
            ["Catholic Diocese of San Alejo"],
        ),
        ("Diocese of San Alejo", "The Diocese of San Alejo prays.", ["Diocese of San Alejo"]),
        (
            "Consulate of Honduras in Marl",
            "The Consulate of Honduras has moved.",
            ["Consulate of Honduras"],
        ),
        ("UN Refugee Agency", "The talks were led by UNHCR.", None),
    ],
)
def test_whoever_publishes_is_among_the_bodies(publisher: str, text: str, names: list[str] | None) -> None:
    document = organisations.with_publisher(replace(filled(text), publisher=publisher))

    found = [each.name for each in document.organisations]

    assert found == names if names else len(found) == 1


def test_a_person_who_publishes_is_no_body() -> None:
    author = Person(name="Ada Lark")
    document = replace(filled("I will vote for it."), publisher="Congresswoman Ada Lark", people=(author,))

    assert organisations.with_publisher(document).organisations == ()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Se adhieren: Servicio Jesuita a Viajeros (SJV), Voces del Río, Mujeres Sin Red y Red Sol.",
            "es",
            ["Servicio Jesuita a Viajeros", "Voces del Río", "Mujeres Sin Red", "Red Sol"],
        ),
        (
            "Signed by Web of Kitchens; Lawyers Without Fences; Casa Sol; Council of Deacons; and 12 more.",
            "en",
            ["Web of Kitchens", "Lawyers Without Fences", "Casa Sol", "Council of Deacons"],
        ),
        (
            "Firman, entre otras: Centro Usum, A.C. (México); Asociación Pop Atz'iaq (Guatemala); Red Alba.",
            "es",
            ["Centro Usum, A.C.", "Asociación Pop Atz'iaq", "Red Alba"],
        ),
        ("Se adhieren: Ana Paz, Luis Gil, Rosa Marín.", "es", []),
    ],
)
def test_a_list_of_those_who_sign_may_be_a_sentence(text: str, language: str, names: list[str]) -> None:
    assert named(text, language) == names


def test_the_column_of_those_who_get_grants_names_bodies() -> None:
    rows = "Grantee | City | USD\nHaven on 9th | Leon | 40,000\nCristolar | Cali | 9,000\nTotal | | 49,000"
    table = Passage(address="t1", kind="table", text=rows, language="en")
    towns = replace(table, address="t2", text=rows.replace("Grantee", "Route"))

    found = organisations.fill(Document(kind="press-release", passages=(table,)))
    of_towns = organisations.fill(Document(kind="press-release", passages=(towns,)))

    assert [each.name for each in found.organisations] == ["Haven on 9th", "Cristolar"]
    assert of_towns.organisations == ()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("It was paid by the Government of Norway.", "en", ["Government of Norway"]),
        (
            "A gift of the Government of the Republic of China (Taiwan).",
            "en",
            ["Government of the Republic of China (Taiwan)"],
        ),
        (
            "El Gobierno hondureño y el Gobierno de Suiza callan.",
            "es",
            ["Gobierno hondureño", "Gobierno de Suiza"],
        ),
        (
            "El Gobierno de la República y el Gobierno Federal.",
            "es",
            ["Gobierno de la República", "Gobierno Federal"],
        ),
        ("The government of Norway, and a Government of National Unity, said no.", "en", []),
        ("El gobierno de Suiza y el Gobierno saliente callan.", "es", []),
    ],
)
def test_a_government_that_is_named_is_a_body(text: str, language: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "La Asociación Q'ojom y de la Radio B'alam cantaron en el Museo Nacional.",
            "es",
            ["Asociación Q'ojom", "Radio B'alam", "Museo Nacional"],
        ),
        (
            "Its members are elected by the OAS General Assembly.",
            "en",
            ["OAS General Assembly"],
        ),
        (
            "Homeland Security Investigations (HSI) called American Gateways.",
            "en",
            ["Homeland Security Investigations", "American Gateways"],
        ),
        (
            "La dona la Comisión Europea, y la llevan Caridades Católicas.",
            "es",
            ["Comisión Europea", "Caridades Católicas"],
        ),
    ],
)
def test_bodies_of_the_table_and_behind_a_second_preposition(
    text: str, language: str, names: list[str]
) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "The Sheriff's Rural Crimes Unit met the Governor's Office.",
            "en",
            ["Rural Crimes Unit", "Governor's Office"],
        ),
        ("The Mesa del Norte Health Fund paid for it.", "en", ["Mesa del Norte Health Fund"]),
        ('"It hurts," said Ada Lark of the Heron Tenant Docket, a nonprofit.', "en", ["Heron Tenant Docket"]),
        ("The Still Water Community (SWC) sends cooks.", "en", ["Still Water Community"]),
        ("The Special Care Community Standard (SCC) is new.", "en", []),
        ("GOVERNMENT OF BELIZE\nThe clerks counted them.", "en", ["Government of Belize"]),
        ("Write to the ILO Office for Andean Affairs or call.", "en", ["International Labour Organization"]),
        ("Informes: Oficina Istmo, 55 5555 0101.", "es", []),
        ("Lo firmó el Comité Ejecutivo y lo vio un Centro de Asistencia Social.", "es", []),
        ("New York City Council voted.", "en", ["New York City Council"]),
    ],
)
def test_where_a_name_begins_and_what_is_no_name(text: str, language: str, names: list[str]) -> None:
    assert named(text, language) == names


def test_a_name_with_its_state_stays_and_one_with_its_leader_goes() -> None:
    found = named(
        "Ohio Office of the Comptroller\n\nThe Office of the Comptroller paid.\n\n"
        "The Office of the Comptroller left."
    )

    assert found == ["Ohio Office of the Comptroller"]


def test_the_embassy_of_a_republic_is_the_embassy_of_its_country() -> None:
    found = named(
        "The Embassy of Honduras opened. Write to the Embassy of the Republic of Honduras "
        "to the United States of America."
    )

    assert found == ["Embassy of the Republic of Honduras to the United States of America"]


def test_a_body_of_a_state_is_no_body_of_the_nation() -> None:
    text = (
        "Lo dijo el Sistema de Protección Integral de Niñas, Niños y Adolescentes de Sonora "
        "(SIPINNA Sonora). SIPINNA pide calma."
    )

    assert named(text, "es") == ["Sistema de Protección Integral de Niñas, Niños y Adolescentes de Sonora"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "The Peruvian Consulate General in New Orleans and the Chilean consulate in Denver agreed.",
            "en",
            ["Peruvian Consulate General in New Orleans", "Chilean consulate in Denver"],
        ),
        ("The Royal Bahamas Defence Force found a sloop.", "en", ["Royal Bahamas Defence Force"]),
        (
            "The River Cooks International Union Local 1021 backs it.",
            "en",
            ["River Cooks International Union Local 1021"],
        ),
        ("The U.S. Senate and HIAS asked for rooms.", "en", ["U.S. Senate", "HIAS"]),
        (
            "It sued in Fifth Judicial District Court against the owners.",
            "en",
            ["Fifth Judicial District Court"],
        ),
        ("They sued Redwing Youth Rides LLC in May.", "en", ["Redwing Youth Rides LLC"]),
        ("The Evangelical Synod Church in America prays.", "en", ["Evangelical Synod Church in America"]),
        ("The Synod's Winter Coat Fund pays.", "en", ["Winter Coat Fund"]),
        ("The Juvenile Division, the Development Office and the Convention Center close.", "en", []),
        ("Write to the Chicago Office.", "en", []),
        ("La coordinadora de la ONG Puentes de Sal habló.", "es", ["Puentes de Sal"]),
        ("Comen en el albergue *La 57*.", "es", ["La 57"]),
        (
            "Se dirigió al Comisionado del Instituto Boreal de Aguas (IBA), Juan Paz.",
            "es",
            ["Instituto Boreal de Aguas"],
        ),
        ("Lo pagó la Consejería de Aguas y Bosques.", "es", ["Consejería de Aguas y Bosques"]),
    ],
)
def test_names_of_consulates_unions_firms_and_houses(text: str, language: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("El Albergue Casa Sauce, A. C., abrió.", "es", ["Albergue Casa Sauce, A. C."]),
        ("River Youth Advocates filed it.", "en", ["River Youth Advocates"]),
        (
            "It is run by Heron Family Services for the Office of Faro Affairs.",
            "en",
            ["Heron Family Services", "Office of Faro Affairs"],
        ),
        ("La Autoridad Nacional de Faros prestó lanchas.", "es", ["Autoridad Nacional de Faros"]),
        (
            "Pidió datos el Comité de América Latina y el Caribe para la Defensa del Agua.",
            "es",
            ["Comité de América Latina y el Caribe para la Defensa del Agua"],
        ),
    ],
)
def test_names_with_their_form_or_second_part(text: str, language: str, names: list[str]) -> None:
    assert named(text, language) == names
