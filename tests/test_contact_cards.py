"""Contact blocks that tell the number before the person, name somebody last, or share what they print once.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, page, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH
            + (
                "CONTACTS\n"
                "Quito: Eva Sarango, (02) 255 0403\n"
                "Tulcán, Ecuador: Saúl Pozo, 099 555 0404\n"
                "By mail only: info (at) nido.example"
            ),
            [
                ("Eva Sarango", "+59322550403", None),
                ("Saúl Pozo", "+593995550404", None),
                (None, None, "info@nido.example"),
            ],
        ),
        (
            ENGLISH
            + (
                "For comment: Mr. Desmond Flowers, Chief Executive Officer, Ministry of Human "
                "Development, Families and Indigenous Peoples' Affairs, 822-0405 (Belmopan)."
            ),
            [("Desmond Flowers", "+5018220405", None)],
        ),
        (
            ENGLISH
            + (
                "Shelter intake (any hour): 520-555-0406\n"
                "Legal desk, Mondays to Fridays: 520-555-0407, legal@haven.example\n"
                "Press: Joy Ellison, 520-555-0408"
            ),
            [
                (None, "520-555-0406", None),
                (None, "520-555-0407", "legal@haven.example"),
                ("Joy Ellison", "520-555-0408", None),
            ],
        ),
        (
            ENGLISH
            + (
                "Note: Interviews with families are not possible. For other interviews contact "
                "either Theo Marsh (theo@haven.example) or Lucía Páez (lucia@haven.example), both on "
                "+1 415 555 0410."
            ),
            [
                ("Theo Marsh", "+14155550410", "theo@haven.example"),
                ("Lucía Páez", "+14155550410", "lucia@haven.example"),
            ],
        ),
        (
            ENGLISH
            + (
                "Media Contact:\n"
                "Rachel Yoon, Senior Press Officer\n"
                "The Haven Institute\n"
                "rachel.yoon@haven.example | +1 (202) 555-0414 (mobile) | @rachelyoon"
            ),
            [("Rachel Yoon", "+12025550414", "rachel.yoon@haven.example")],
        ),
        (
            ENGLISH + ("Contact the newsroom: +1 868 555 0417 / newsroom@ttgov.example / Port of Spain"),
            [(None, "+18685550417", "newsroom@ttgov.example")],
        ),
        (
            ENGLISH
            + (
                "Ms. Grace Adewale\n"
                "Head of External Relations\n"
                "UNHCR Regional Office, Panama City\n"
                "Tel. +507 317 0419\n"
                "Mob. +507 6317 0420\n"
                "adewale@unhcr.example"
            ),
            [
                ("Grace Adewale", "+5073170419", "adewale@unhcr.example"),
                ("Grace Adewale", "+50763170420", "adewale@unhcr.example"),
            ],
        ),
        (
            ENGLISH
            + (
                "Questions: Sgt. Dale Whitcomb, Nogales Police Department, 520.555.0423; after "
                "hours, dispatch, 520.555.0424."
            ),
            [("Dale Whitcomb", "520.555.0423", None), (None, "520.555.0424", None)],
        ),
        (
            ENGLISH
            + (
                "Press accreditation closes on 4 May: accreditation@summit.example (Ms. Hanne Dahl, "
                "+45 5555 0427)."
            ),
            [("Hanne Dahl", "+4555550427", "accreditation@summit.example")],
        ),
        (
            ENGLISH
            + (
                "Contact: Abbie Lindgren (Save the Lanterns), 646 555 0428 and Noor Haq (Haven "
                "Bridge), 646 555 0429."
            ),
            [("Abbie Lindgren", "646 555 0428", None), ("Noor Haq", "646 555 0429", None)],
        ),
        (
            ENGLISH
            + (
                "Media enquiries in English and Dutch: Sanne de Wit, +31 6 5555 0432. In Spanish: "
                "Gael Ponce, +34 655 55 04 33."
            ),
            [("Sanne de Wit", "+31655550432", None), ("Gael Ponce", "+34655550433", None)],
        ),
        (
            ENGLISH
            + (
                "For further details write to the Secretary, St. Brigid's Parish, 14 Mission Road, "
                "Corozal Town, or ring 422-0436."
            ),
            [(None, "+5014220436", None)],
        ),
        (
            ENGLISH
            + (
                "Released by the Office of Rep. Carla Donato (D-Ariz.)\n"
                "Press Secretary: Owen Briggs, owen.briggs@mail.house.example, (202) 555-0438\n"
                "District Office: (520) 555-0439"
            ),
            [
                ("Owen Briggs", "(202) 555-0438", "owen.briggs@mail.house.example"),
                (None, "(520) 555-0439", None),
            ],
        ),
        (
            ENGLISH
            + (
                "- Amina Yusuf, Policy Director: amina@haven.example\n"
                "- Carlos Feria, Field Director: carlos@haven.example, 956-555-0442\n"
                "- General: hello@haven.example"
            ),
            [
                ("Amina Yusuf", None, "amina@haven.example"),
                ("Carlos Feria", "956-555-0442", "carlos@haven.example"),
                (None, None, "hello@haven.example"),
            ],
        ),
        (
            ENGLISH
            + (
                "Media contact for UNHCR: Rania Haddad, haddad@unhcr.example, +502 5555 0310. Media "
                "contact for UNICEF: Jorge Belmonte, jbelmonte@unicef.example, +502 5555 0311. Media "
                "contact for IOM: Adaeze Obi, aobi@iom.example."
            ),
            [
                ("Rania Haddad", "+50255550310", "haddad@unhcr.example"),
                ("Jorge Belmonte", "+50255550311", "jbelmonte@unicef.example"),
                ("Adaeze Obi", None, "aobi@iom.example"),
            ],
        ),
        (
            ENGLISH
            + ("Sent on behalf of the coalition by Margo Tillery\nmtillery@bridge.example\n(520) 555-0317"),
            [("Margo Tillery", "(520) 555-0317", "mtillery@bridge.example")],
        ),
        (
            ENGLISH
            + (
                "MEDIA AVAILABILITY: Dr. Imani Crewe can be reached at 619-555-0318 until 6 p.m.; "
                "Deputy Director Saul Ibarra at 619-555-0319 afterwards."
            ),
            [("Imani Crewe", "619-555-0318", None), ("Saul Ibarra", "619-555-0319", None)],
        ),
        (
            ENGLISH
            + (
                "# Contact\n"
                "\n"
                "**Petra Sandoval** — Director of Development\n"
                "[petra@casa.example](mailto:petra@casa.example) / 915-555-0324"
            ),
            [("Petra Sandoval", "915-555-0324", "petra@casa.example")],
        ),
        (
            ENGLISH
            + (
                "Contact\n"
                "(876) 555-0141 - Althea Grant-Bailey, Press Secretary\n"
                "(876) 555-0142 - Newsroom\n"
                "Kingston, Jamaica"
            ),
            [("Althea Grant-Bailey", "+18765550141", None), (None, "+18765550142", None)],
        ),
        (
            ENGLISH
            + (
                "Contact Information:\n"
                "Name: Alice Moran\n"
                "Title: Senior Manager, Media Relations\n"
                "Organization: Haven Bridge\n"
                "Phone Number: 1 (312) 555-0158 x 204\n"
                "E-mail Address: amoran@haven.example"
            ),
            [("Alice Moran", "1 (312) 555-0158;ext=204", "amoran@haven.example")],
        ),
        (
            ENGLISH
            + (
                "For information about the shelter, call Sister Bernadette Quill at 830-555-0161. "
                "For information about this release, contact Dev Anand, communications coordinator, "
                "830-555-0162, dev@haven.example."
            ),
            [("Bernadette Quill", "830-555-0161", None), ("Dev Anand", "830-555-0162", "dev@haven.example")],
        ),
        (
            ENGLISH
            + (
                "Press Contact\n"
                "Haven Bridge\n"
                "Rosalind Achebe\n"
                "rosalind@havenbridge.example\n"
                "Direct: +1 718 555 0226\n"
                "Office: +1 718 555 0227"
            ),
            [
                ("Rosalind Achebe", "+17185550226", "rosalind@havenbridge.example"),
                ("Rosalind Achebe", "+17185550227", "rosalind@havenbridge.example"),
            ],
        ),
        (
            ENGLISH
            + (
                "Please direct questions to Mr. Osei Boateng, Chief of Mission a.i., at "
                "oboateng@agency.example, copying the press office (press@agency.example)."
            ),
            [("Osei Boateng", None, "oboateng@agency.example"), (None, None, "press@agency.example")],
        ),
        (
            ENGLISH
            + (
                "Office of the Ombudsman\n"
                "91/93 Haven Street, Belmopan, Belize\n"
                "Tel: (501) 822-0236 Fax: (501) 822-0237\n"
                "Email: ombudsman@belize.example\n"
                "Press Officer: Jaydeen Castillo"
            ),
            [("Jaydeen Castillo", "+5018220236", "ombudsman@belize.example")],
        ),
        (
            ENGLISH
            + (
                'Contact: Marguerite "Peg" Lawson, Board Chair, 505-555-0242; Tomás Archuleta III, '
                "Executive Director, 505-555-0243."
            ),
            [
                ('Marguerite "Peg" Lawson', "505-555-0242", None),
                ("Tomás Archuleta III", "505-555-0243", None),
            ],
        ),
        (
            ENGLISH
            + (
                "Ms. Chantal Toussaint, tel. +509 3755 0254, is available for interviews in Haitian "
                "Creole and French. Mr. Eric Dunn, tel. +1 305 555 0255, speaks English."
            ),
            [("Chantal Toussaint", "+50937550254", None), ("Eric Dunn", "+13055550255", None)],
        ),
        (
            SPANISH + ("Llame al 2653-0401 con Sor Lupita o escriba a casa@faro.example."),
            [("Lupita", "2653-0401", "casa@faro.example")],
        ),
        (
            SPANISH
            + (
                "Ayuda en especie: tel. 844 555 0402. Voluntariado: Hna. Rosa Cepeda, voluntarios @ "
                "posada (punto) example"
            ),
            [(None, "844 555 0402", None), ("Rosa Cepeda", None, "voluntarios@posada.example")],
        ),
        (
            SPANISH
            + (
                "Comunicación Social del Ayuntamiento\n"
                "Responsable: C. Lorenzo Pat Chi\n"
                "Teléfono: 983 555 0409, extensiones 101 y 102\n"
                "Chetumal, Quintana Roo"
            ),
            [
                ("Lorenzo Pat Chi", "+529835550409;ext=101", None),
                ("Lorenzo Pat Chi", "+529835550409;ext=102", None),
            ],
        ),
        (
            SPANISH + ("Boletín elaborado por Diana Ku, Prensa CODHEY. dianaku@codhey.example"),
            [("Diana Ku", None, "dianaku@codhey.example")],
        ),
        (
            SPANISH
            + (
                "Más información:\n"
                "OIM Costa Rica: Ivannia Rojas, irojas@oim.example, +506 2212 0411.\n"
                "UNICEF Costa Rica: Dayana Solano, dsolano@unicef.example, +506 2296 0412.\n"
                "ACNUR Costa Rica: Pablo Fallas, +506 2242 0413."
            ),
            [
                ("Ivannia Rojas", "+50622120411", "irojas@oim.example"),
                ("Dayana Solano", "+50622960412", "dsolano@unicef.example"),
                ("Pablo Fallas", "+50622420413", None),
            ],
        ),
        (
            SPANISH
            + (
                "PARA ENTREVISTAS: P. ALEJANDRO SOLÍS CABRERA\n"
                "WHATSAPP: +52 81 5555 0418\n"
                "CORREO: CASA@FARO.EXAMPLE"
            ),
            [("ALEJANDRO SOLÍS CABRERA", "+528155550418", "CASA@FARO.EXAMPLE")],
        ),
        (
            SPANISH
            + (
                "Vocería (solo mensajes de WhatsApp): 55 5555 0421, Mtra. Inés Quiroz; 55 5555 0422, "
                "Mtro. Raúl Pacheco. Ciudad de México."
            ),
            [("Inés Quiroz", "+525555550421", None), ("Raúl Pacheco", "+525555550422", None)],
        ),
        (
            SPANISH
            + (
                "Contacto\n"
                "Enriqueta Ical Pop\n"
                "+502 5555 0425\n"
                "Comunicadora (q'eqchi' y español)\n"
                "Asociación Faro, Cobán"
            ),
            [("Enriqueta Ical Pop", "+50255550425", None)],
        ),
        (
            SPANISH
            + (
                "INFORMES: DELEGACIÓN OAXACA DEL INM, TEL. 951 555 0430, EXT. 4. ATENCIÓN: LIC. "
                "CARLA MIJANGOS."
            ),
            [("CARLA MIJANGOS", "+529515550430;ext=4", None)],
        ),
        (
            SPANISH
            + (
                "Prensa ONU Derechos Humanos Honduras: Rigoberto Lagos (+504 9955 0431 / "
                "rlagos@onudh.example)."
            ),
            [("Rigoberto Lagos", "+50499550431", "rlagos@onudh.example")],
        ),
        (
            SPANISH
            + (
                "Contacto de prensa: +503 2555 0434 (oficina), +503 7555 0435 (celular), Lcda. "
                "Morena Rivas, mrivas@faro.example"
            ),
            [
                ("Morena Rivas", "+50325550434", "mrivas@faro.example"),
                ("Morena Rivas", "+50375550435", "mrivas@faro.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Enlace de comunicación: Lic. Yesenia Bautista Reyes; Celular: 744-555-0440; Correo "
                "electrónico: ybautista@faro.example; Horario: 9:00 a 17:00 h."
            ),
            [("Yesenia Bautista Reyes", "744-555-0440", "ybautista@faro.example")],
        ),
        (
            SPANISH
            + (
                "Contacto de prensa: Ninoska (Nina) Reyes; reyes@ola.example; tel. 9955-0331, La "
                "Ceiba, Honduras"
            ),
            [("Ninoska (Nina) Reyes", "+50499550331", "reyes@ola.example")],
        ),
        (
            SPANISH
            + (
                "OFICINA DE COMUNICACIÓN\n"
                "LIC. PEDRO A. MENDIETA GIL, DIRECTOR\n"
                "TEL. 229 555 0332\n"
                "VERACRUZ, VER."
            ),
            [("PEDRO A. MENDIETA GIL", "+522295550332", None)],
        ),
        (
            SPANISH
            + (
                "Contacto institucional: despacho de la viceministra, 2222-0335; prensa, 2222-0336; "
                "correo, prensa@mides.example. Ciudad de Guatemala."
            ),
            [(None, "+50222220335", None), (None, "+50222220336", "prensa@mides.example")],
        ),
        (
            SPANISH
            + (
                "Contactos: Eunice Barrios (Guatemala), barrios@ola.example; Allan Portillo "
                "(Honduras), portillo@ola.example; teléfono común +503 2255 0343."
            ),
            [
                ("Eunice Barrios", "+50322550343", "barrios@ola.example"),
                ("Allan Portillo", "+50322550343", "portillo@ola.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Comité de Derechos Humanos de la Sierra\n"
                "Responsables de este comunicado: Ernestina Matul y Bonifacio Ixim\n"
                "Tel. 7765-0344 (Totonicapán, Guatemala)\n"
                "sierra@comite.example"
            ),
            [
                ("Ernestina Matul", "+50277650344", None),
                ("Bonifacio Ixim", "+50277650344", None),
                (None, None, "sierra@comite.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Contacto: Hermanas del Buen Camino, Casa Belén, Saltillo. Tel. 844 555 0349 (Hna. Lucrecia)."
            ),
            [("Lucrecia", "+528445550349", None)],
        ),
        (
            SPANISH
            + (
                "Firman: Lic. Abigail Corea, presidenta; Ing. Denis Amador, secretario. Tel. de la "
                "asociación: (504) 2668-0356. Correo: junta@aso.example"
            ),
            [(None, "+50426680356", "junta@aso.example")],
        ),
        (
            SPANISH
            + (
                "Para más información, comuníquese con Rosario Cachimuel P., oficial de "
                "comunicación, al correo rcachimuel@faro.example o al teléfono 2255-0131 en "
                "Guatemala."
            ),
            [("Rosario Cachimuel P.", "+50222550131", "rcachimuel@faro.example")],
        ),
        (
            SPANISH
            + (
                "CONTACTO DE PRENSA:\n"
                "MTRA. LETICIA NAVA ORDAZ\n"
                "DIRECTORA DE COMUNICACIÓN SOCIAL\n"
                "SISTEMA DIF TABASCO\n"
                "TEL. 993 555 0132 EXT. 39012\n"
                "prensa.dif@tabasco.example"
            ),
            [("LETICIA NAVA ORDAZ", "+529935550132;ext=39012", "prensa.dif@tabasco.example")],
        ),
        (
            SPANISH
            + (
                "Mayores informes: Sistema Municipal DIF Huixtla, Av. Central Norte s/n, tel. 964 "
                "555 0133; Lic. Yadira Solís Toledo."
            ),
            [("Yadira Solís Toledo", "+529645550133", None)],
        ),
        (
            SPANISH + ("Contacto: Tels. 2222-0163 y 2222-0164, Lic. Marvin Osorto, Tegucigalpa, Honduras"),
            [("Marvin Osorto", "+50422220163", None), ("Marvin Osorto", "+50422220164", None)],
        ),
        (
            SPANISH
            + (
                "Unidad de Comunicación - PGN\n"
                "PBX: 2414-0169 Ext. 2024\n"
                "Jefa: Licda. Wendy Chacón\n"
                "Correo: wchacon@pgn.example\n"
                "Guatemala, C. A."
            ),
            [("Wendy Chacón", "+50224140169;ext=2024", "wchacon@pgn.example")],
        ),
        (
            SPANISH
            + (
                "Enlace con medios: Eréndira Huerta (Morelia) 443 555 0172 / Tzitziki Rangel "
                "(Uruapan) 452 555 0173"
            ),
            [("Eréndira Huerta", "+524435550172", None), ("Tzitziki Rangel", "+524525550173", None)],
        ),
        (
            SPANISH
            + (
                "Contacto para medios de comunicación:\n"
                "Dra. Ximena Ávila-Paz, vocera\n"
                "Cel: +593 99 555 0180\n"
                "Sr. Byron Quishpe, asistente de prensa\n"
                "Cel: +593 99 555 0181\n"
                "Correo común: medios@faro.example"
            ),
            [
                ("Ximena Ávila-Paz", "+593995550180", "medios@faro.example"),
                ("Byron Quishpe", "+593995550181", "medios@faro.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Contacto en Nicaragua: Scarleth Úbeda, 8755-0187. Contacto en Costa Rica: Minor "
                "Vargas S., 8755-0188."
            ),
            [("Scarleth Úbeda", "+50587550187", None), ("Minor Vargas S.", "+50687550188", None)],
        ),
        (
            SPANISH
            + (
                "Para entrevistas con la relatora, favor de escribir a Sra. Elvia Domínguez "
                "(edominguez@faro.example) con copia a prensa@faro.example."
            ),
            [("Elvia Domínguez", None, "edominguez@faro.example"), (None, None, "prensa@faro.example")],
        ),
        (
            SPANISH
            + (
                "Vocera para medios en español: Luz Marina Tum. Vocero para medios en mam: Efraín "
                "Ramírez Ordóñez. Teléfono de ambos: 7767-0213, Guatemala."
            ),
            [("Luz Marina Tum", "+50277670213", None), ("Efraín Ramírez Ordóñez", "+50277670213", None)],
        ),
        (
            SPANISH
            + (
                "Contacto de prensa: Unidad de Comunicación Institucional, DINAF. Tel. (504) "
                "2235-0218, correo: comunicaciones@dinaf.example. Responsable: Lic. Sagrario Matute."
            ),
            [("Sagrario Matute", "+50422350218", "comunicaciones@dinaf.example")],
        ),
        (
            SPANISH
            + (
                "Oficina de Comunicación Social\n"
                "Instituto Nacional de Migración\n"
                "Homero 1832, Col. Los Morales Polanco, Alcaldía Miguel Hidalgo, Ciudad de México\n"
                "Tel: 53 87 02 23"
            ),
            [(None, "+525553870223", None)],
        ),
        (
            SPANISH
            + (
                "Prensa y difusión: Tel. +505 2255-0228; correo prensa@faro.example; atiende Xiomara "
                "Blandón, de 8 a. m. a 4 p. m."
            ),
            [("Xiomara Blandón", "+50522550228", "prensa@faro.example")],
        ),
        (
            SPANISH
            + (
                "Más información:\n"
                "Gabriela Sandí – gsandi@faro.example – Costa Rica\n"
                "Edgardo Pinto – epinto@faro.example – Panamá\n"
                "Teléfono para ambos países: +506 2555-0229"
            ),
            [
                ("Gabriela Sandí", "+50625550229", "gsandi@faro.example"),
                ("Edgardo Pinto", "+50625550229", "epinto@faro.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Dudas sobre el trámite: Módulo de Atención, planta baja, tel. 744 555 0230. Prensa: "
                "Lic. Nicasio Radilla, tel. 744 555 0231, ext. 5."
            ),
            [(None, "744 555 0230", None), ("Nicasio Radilla", "744 555 0231;ext=5", None)],
        ),
        (
            SPANISH
            + (
                "Sigue nuestra labor en www.faro.example\n"
                "Contacto: Ana Belén Ruano, Responsable de Comunicación e Incidencia Política "
                "(México), abruano@faro.example, Tel. 55 5555 0232"
            ),
            [("Ana Belén Ruano", "+525555550232", "abruano@faro.example")],
        ),
        (
            SPANISH
            + (
                "Informes e inscripciones\n"
                "Mtra. Teresa Cruz Cruz\n"
                "Centro Comunitario Faro\n"
                "Oaxaca de Juárez, Oax.\n"
                "951 555 0238 / 951 555 0239\n"
                "tcruz@faro.example"
            ),
            [
                ("Teresa Cruz Cruz", "+529515550238", "tcruz@faro.example"),
                ("Teresa Cruz Cruz", "+529515550239", "tcruz@faro.example"),
            ],
        ),
        (
            SPANISH
            + (
                "Comunicación OIM\n"
                "Marco Tulio Reyes, mtreyes@oim.example | Guatemala: +502 2414 0240\n"
                "Heidy Bonilla, hbonilla@oim.example | Honduras: +504 2237 0241"
            ),
            [
                ("Marco Tulio Reyes", "+50224140240", "mtreyes@oim.example"),
                ("Heidy Bonilla", "+50422370241", "hbonilla@oim.example"),
            ],
        ),
        (
            SPANISH + ("Atte.\nDra. Noemí Chávez L.\nDirectora de Niñez\nTel. 8755-0244, Managua"),
            [("Noemí Chávez L.", "+50587550244", None)],
        ),
        (
            SPANISH
            + ("Tel. (+507) 500-0247\nLic. Itzel Ábrego De Gracia\nOficina de Relaciones Públicas\nSENNIAF"),
            [("Itzel Ábrego De Gracia", "+5075000247", None)],
        ),
        (
            page(
                "<h4>Media "
                "contacts</h4><table><tr><th>Office</th><th>Name</th><th>Phone</th><th>Email</th></tr"
                "><tr><td>Honduras</td><td>Delmy Paz</td><td>9955-0261</td><td><a "
                'href="mailto:dpaz@haven.example">dpaz@haven.example</a></td></tr><tr><td>Belize</td>'
                "<td>Kareem Young</td><td>622-0262</td><td>kyoung@haven.example</td></tr></table>"
            ),
            [
                ("Delmy Paz", "+50499550261", "dpaz@haven.example"),
                ("Kareem Young", "+5016220262", "kyoung@haven.example"),
            ],
        ),
        (
            page(
                '<div class="contacts"><h3>Press contacts</h3><ul><li><b>Mila Novak</b>, Geneva <a '
                'href="tel:+41795550263">+41 79 555 02 63</a>, <a '
                'href="mailto:novak@haven.example">novak@haven.example</a></li><li><b>Saúl '
                'Meneses</b>, Panama City <a href="tel:+50765550264">+507 6555 0264</a>, <a '
                'href="mailto:meneses@haven.example">meneses@haven.example</a></li></ul></div>'
            ),
            [
                ("Mila Novak", "+41795550263", "novak@haven.example"),
                ("Saúl Meneses", "+50765550264", "meneses@haven.example"),
            ],
        ),
        (
            page(
                "<h2>Contacts</h2><div><div>Ana Paz</div><div>Director, Research, Income, and Care</div>"
                "<div>paza@haven.example</div><div>(202) 555-0114</div></div><h2>Media Inquiries</h2>"
                "<div><div>Leo Luz</div><div>Managing Director</div><div>Office of Public Affairs</div>"
                "<div>luzl@haven.example</div><div>(202) 555-0148</div></div>"
            ),
            [
                ("Ana Paz", "(202) 555-0114", "paza@haven.example"),
                ("Leo Luz", "(202) 555-0148", "luzl@haven.example"),
            ],
        ),
        (
            page('<p>For more information: <a href="mailto:press@haven.example">Haven press office</a></p>'),
            [(None, None, "press@haven.example")],
        ),
        (
            page(
                "<h3>Contact</h3><dl><dt>Name</dt><dd>Ruth "
                "Tillman</dd><dt>Title</dt><dd>Communications Lead</dd><dt>Phone</dt><dd>(503) "
                "555-0265</dd><dt>Email</dt><dd>rtillman@haven.example</dd></dl>"
            ),
            [("Ruth Tillman", "(503) 555-0265", "rtillman@haven.example")],
        ),
        (
            page(
                "<div><strong>Contacto prensa</strong><div>Lic. Celia Poot</div><div>Cel. (999) "
                "555-0266</div><div>celia@faro.example</div><div>Mérida, Yucatán</div></div>"
            ),
            [("Celia Poot", "+529995550266", "celia@faro.example")],
        ),
        (
            page(
                '<p><em>Contact:</em> <a href="mailto:owen@haven.example">Owen Blackwood</a>, '
                "646-555-0267</p>"
            ),
            [("Owen Blackwood", "646-555-0267", "owen@haven.example")],
        ),
        (
            page(
                "<p>Contact: Fern Castle &lt;fern [at] haven.example&gt; &middot; "
                "+1&nbsp;(919)&nbsp;555&#8209;0270</p>"
            ),
            [("Fern Castle", "+19195550270", "fern@haven.example")],
        ),
        (
            page(
                "<h3>Oficina de prensa</h3><p>Tel. 2275-0271<br>prensa@faro.example<br>Santa Tecla, "
                "El Salvador</p>"
            ),
            [(None, "+50322750271", "prensa@faro.example")],
        ),
    ],
)
def test_what_belongs_together_is_one_contact(text: str, expected: list[Told]) -> None:
    media_type = "text/html" if text.startswith("<") else "text/plain"

    assert sorted(told(text, media_type), key=str) == sorted(expected, key=str)
