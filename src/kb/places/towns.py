"""Further towns, provinces and islands that addresses and contact lines name, with their countries.

Many of these names are surnames and given names too, or words; so they are looked up only where a place is
expected, and never looked for in running text: that is what `countries.toml` is for, whose names are not
repeated here. A name that several countries share is listed under each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kb.places.spelling import key_of

_TOWNS = {
    "US": """
        Abilene, Adelanto, Ajo, Akron, Alamogordo, Alexandria, Alice, Amarillo, Annandale, Apopka,
        Artesia, Asheville, Aurora, Austin, Baytown, Beaumont, Bellingham, Berkeley, Bethesda,
        Birmingham, Bisbee, Bloomington, Bowling Green, Brawley, Brentwood, Brockton, Bronx, Burbank,
        Burlington, Camden, Carrizo Springs, Casa Grande, Cedar Rapids, Champaign,
        Chandler, Chapel Hill, Charleston, Charlotte, Cheyenne, Coachella, College Station, Compton,
        Conroe, Cotulla, Dalton, Davenport, Daytona Beach, Dearborn, Deming, Denton, Dodge City, Donna,
        Douglas, Downey, Duluth, East Los Angeles, El Cajon, El Centro, El Monte, Eloy, Escondido, Eugene,
        Evansville, Everett, Fabens, Falfurrias, Fall River, Falls Church, Fargo, Fayetteville, Flagstaff,
        Florence, Fontana, Fort Myers, Fort Smith, Fort Wayne, Framingham, Gainesville, Gaithersburg,
        Galveston, Garden City, Garland, Glendale, Grand Island, Grand Prairie, Grand Rapids, Green Bay,
        Greenville, Gwinnett, Hackensack, Hampton Roads, Harlem, Harrisburg, Hayward, Hempstead,
        Henderson, Hialeah, Hidalgo, Hill Country, Hillsboro, Hollywood, Huntsville, Hyattsville,
        Immokalee, Imperial Beach, Imperial Valley, Indio, Inland Empire, Irvine, Irving, Jackson,
        Kennewick, Kingsville, Kissimmee, La Mesa, Lake Worth, Lakeland, Lancaster, Lansing, Lexington,
        Lincoln, Lordsburg, Los Fresnos, Lowell, Lubbock, Lumpkin, Macon, Madison, Manhattan, Marfa,
        Mesquite, Miami Beach, Midland, Montgomery, Moreno Valley, Mountain View, Naco, Naples, National
        City, New Bedford, New Braunfels, New Haven, Newport News, Norfolk, Norristown, Norwalk, Odessa,
        Ogden, Olympia, Ontario, Otay Mesa, Oxnard, Palmdale, Palo Alto, Pasadena, Passaic, Paterson,
        Pearsall, Pecos, Pensacola, Perth Amboy, Pharr, Plainfield, Pomona, Port Isabel, Prescott,
        Presidio, Provo, Queens, Quincy, Reno, Rialto, Richmond, Riverside, Roanoke, Rochester, Rockville,
        Roma, Roswell, Salem, Salinas, San Benito, San Jose, San Juan Capistrano, San Luis, San Marcos,
        San Mateo, San Rafael, Santa Ana, Santa Barbara, Santa Clara, Santa Cruz, Santa Fe, Santa Maria,
        Santa Monica, Santa Rosa, Santa Teresa, Sarasota, Savannah, Scottsdale, Scranton, Sells, Sierra
        Vista, Sioux City, Sioux Falls, Somerton, Somerville, South Bend, Springfield, Stamford, Staten
        Island, Stockton, Sugar Land, Sunland Park, Syracuse, Temecula, The Bronx, Topeka, Tornillo,
        Turlock, Tuscaloosa, Twin Cities, Tyler, Union City, Uvalde, Vallejo, Vernon, Victorville,
        Vineland, Virginia Beach, Visalia, Waco, Washington Heights, Waterbury, Watsonville, Waukegan,
        Weslaco, White Plains, Wilmington, Woodbridge, Worcester, Yakima, Yonkers, Youngstown, Ysleta,
        Zapata
    """,
    "CA": """
        Abbotsford, Alberta, Alta., B.C., Barrie, Brampton, Charlottetown, Coquitlam, Etobicoke,
        Fredericton, Gatineau, Guelph, Hamilton, Kamloops, Kelowna, Kingston, Kitchener, Laval,
        Leamington, Lethbridge, Longueuil, Markham, Medicine Hat, Mississauga, Moncton, N.B., N.S.,
        Nanaimo, Newmarket, Niagara Falls, North York, Nunavut, Oakville, Ont., Oshawa, P.E.I.,
        Peterborough, Que., Red Deer, Richmond, Saint John, Sask., Saskatoon, Scarborough, Sherbrooke,
        Sudbury, Surrey, Thunder Bay, Trois-Rivières, Vaughan, Waterloo, Whitehorse, Windsor, Yellowknife,
        Yukon
    """,
    "MX": """
        Acapetahua, Allende, Altamira, Amatlán de los Reyes, Atlixco, B.C.S., Balancán, Boca del
        Río, Bojay, Caborca, Cacahoatán, Camargo, Cananea, Cárdenas, Chahuites, Champotón, Chilpancingo,
        Chimalhuacán, Cholula, Cintalapa, Ciudad Camargo, Ciudad Constitución, Ciudad Cuauhtémoc, Ciudad
        del Carmen, Ciudad Madero, Ciudad Mante, Ciudad Miguel Alemán, Ciudad Obregón, Ciudad Valles,
        Coatepec, Comalcalco, Córdoba, Cosamaloapan, Coyoacán, Cozumel, Cuajimalpa,
        Cuauhtémoc, Dolores Hidalgo, Ecatepec, El Ceibo, Emiliano Zapata, Escárcega, Felipe Carrillo
        Puerto, Fresnillo, Gómez Palacio, Guamúchil, Guasave, Guaymas, Huajuapan, Huamantla, Huatulco,
        Iguala, Isla Mujeres, Istmo de Tehuantepec, Iztapalapa, Jalapa, Janos, Jesús María, Juchitán de
        Zaragoza, La Paz, La Trinitaria, Lagos de Moreno, Las Margaritas, Lázaro Cárdenas, Linares, Loma
        Bonita, Los Cabos, Los Mochis, Macuspana, Manzanillo, Mapastepec, Marqués de Comillas, Martínez de
        la Torre, Matehuala, Matías Romero, Medias Aguas, Metapa, Miguel Hidalgo, Minatitlán,
        Monclova, Motozintla, Naco, Naucalpan, Navojoa, Nezahualcóyotl, Nuevo Casas Grandes, Ocosingo,
        Ojinaga, Orizaba, Palomas, Paraíso, Parral, Pijijiapan, Pinotepa Nacional, Playa del Carmen,
        Playas de Rosarito, Poza Rica, Puerto Escondido, Puerto Juárez, Puerto Madero, Puerto Palomas,
        Puerto Peñasco, Ramos Arizpe, Río Bravo, Rosarito, Sabinas, Salamanca, San Andrés Tuxtla, San
        Cristóbal, San Felipe, San Fernando, San Juan del Río, San Luis Río Colorado, San Miguel de
        Allende, San Pedro Garza García, San Pedro Tapanatepec, San Quintín, Santa Catarina, Santa Fe,
        Santiago Niltepec, Sásabe, Sayula, Sayula de Alemán, Siltepec,
        Sonoyta, Tapanatepec, Tecámac, Tehuacán, Tehuantepec, Tepito, Tequisquiapan, Texcoco, Tezonapa,
        Tierra Blanca, Tizayuca, Tlacotalpan, Tlalnepantla, Tlalpan, Tlaquepaque, Tonalá, Tula,
        Tulancingo, Tulum, Tuxpan, Tuxtepec, Tuxtla Chico, Unión Juárez, Uruapan, Valladolid, Valle de
        México, Villa Comaltitlán, Xochimilco, Zamora, Zapopan, Zihuatanejo, Zongolica, Zumpango
    """,
    "GT": """
        Amatitlán, Ayutla, Barberena, Barillas, Camotán, Chajul, Champerico, Chicamán, Chichicastenango,
        Chinautla, Chiquimulilla, Chisec, Coatepeque, Colotenango, Comitancillo, Concepción Chiquirichapa,
        Concepción Tutuapa, Cubulco, Cuilapa, Cuilco, El Estor, El Progreso, Esquipulas Palo Gordo,
        Fraijanes, Fray Bartolomé de las Casas, Gracias a Dios, Guastatoya, Ipala, Ixcán, Ixchiguán,
        Jacaltenango, Jalpatagua, Jocotán, Joyabaj, La Democracia, La Libertad, Lanquín, Livingston, Los
        Amates, Melchor de Mencos, Momostenango, Nahualá, Nebaj, Nentón, Nueva Concepción, Olintepeque,
        Olopa, Ostuncalco, Panajachel, Patzicía, Patzún, Pedro de Alvarado, Playa Grande, Poptún, Puerto
        San José, Rabinal, Río Dulce, Salamá, San Andrés Semetabaj, San Antonio Huista, San Benito, San
        Cristóbal Verapaz, San Francisco, San Juan Comalapa, San Juan Ixcoy, San Juan Ostuncalco, San Juan
        Sacatepéquez, San Luis Petén, San Mateo Ixtatán, San Miguel Ixtahuacán, San Miguel Petapa, San
        Pedro Carchá, San Pedro Necta, San Pedro Sacatepéquez, San Pedro Soloma, San Rafael Pie de la
        Cuesta, San Sebastián Huehuetenango, Sanarate, Santa Apolonia, Santa Bárbara, Santa Catarina
        Pinula, Santa Cruz Barillas, Santa Cruz del Quiché, Santa Elena, Santa Eulalia, Santa Rosa,
        Santiago Atitlán, Sayaxché, Senahú, Sibinal, Soloma, Tacaná, Tactic, Tajumulco, Taxisco, Tecpán,
        Tejutla, Tiquisate, Todos Santos Cuchumatán, Tucurú, Uspantán, Villa Canales
    """,
    "HN": """
        Agua Caliente, Amapala, Amarateca, Belén Gualcho, Cedeño, Colón, Copán Ruinas, Corquín, Cucuyagua,
        El Amatillo, El Negrito, Goascorán, Guaimaca, Guanaja, Jesús de Otoro, La Entrada, La Esperanza,
        La Mosquitia, La Paz, La Unión, Marcala, Morazán, Morocelí, Nacaome, Nueva Ocotepeque, Ojojona,
        Olanchito, Pespire, Potrerillos, Puerto Castilla, Puerto Lempira, Quimistán, San Francisco de la
        Paz, San José de Colinas, San Manuel, San Marcos, San Marcos de Colón, San Pedro de Copán, Santa
        Bárbara, Santa Cruz de Yojoa, Santa Fe, Santa Rita, Sonaguera, Talanga, Tocoa, Toncontín,
        Trinidad, Utila, Valle de Ángeles, Valle de Sula, Villa de San Antonio, Yuscarán
    """,
    "SV": """
        Acajutla, Aguilares, Anamorós, Atiquizaya, Ayutuxtepeque, Chalchuapa, Chinameca, Chirilagua,
        Ciudad Arce, Ciudad Barrios, Colón, Comalapa, Conchagua, Corinto, Cuscatancingo, El Congo, El Poy,
        El Tránsito, Guazapa, Ilobasco, Intipucá, Izalco, Jiquilisco, Jocoro, Juayúa, La Palma, La Paz,
        Mejicanos, Metapán, Moncagua, Nahuizalco, Nejapa, Nueva Concepción, Olocuilta, Panchimalco,
        Pasaquina, Perquín, Puerto El Triunfo, Quezaltepeque, San Francisco Gotera, San Luis Talpa, San
        Marcos, San Martín, San Pedro Masahuat, Santa Rosa de Lima, Santiago de María, Santiago Nonualco,
        Sensuntepeque, Suchitoto, Tacuba, Tecoluca, Tejutla, Texistepeque, Tonacatepeque
    """,
    "NI": """
        Camoapa, Cárdenas, Ciudad Darío, Ciudad Sandino, Corinto, Diriamba, El Rama, El Sauce, El Tuma, El
        Viejo, Jalapa, La Trinidad, Las Manos, Muelle de los Bueyes, Nagarote, Nandaime, Nueva Guinea,
        Potosí, Quilalí, Río Blanco, Río San Juan, San Juan del Sur, San Rafael del Norte, Siuna,
        Somotillo, Ticuantepe, Waslala, Waspam, Wiwilí
    """,
    "CR": """
        Buenos Aires, Cañas, Curridabat, Escazú, Garabito, Goicoechea, Guápiles, Guatuso, Jacó, La Cruz,
        La Uruca, Liberia, Matina, Montes de Oca, Nicoya, Orotina, Palmar Norte, Palmares, Paraíso,
        Parrita, Pavas, Pococí, Puriscal, Quepos, San Isidro de El General, San Isidro del General, San
        Pedro, San Pedro de Montes de Oca, San Ramón, San Vito, Santa Ana, Santa Cruz, Santa Rosa,
        Sarapiquí, Siquirres, Sixaola, Talamanca, Tibás, Tilarán, Turrialba, Zapote
    """,
    "PA": """
        Aguadulce, Almirante, Ancón, Arraiján, Boquete, Bugaba, Changuinola, Guabito, Gualaca, Herrera,
        Jaqué, La Palma, La Villa de Los Santos, Las Tablas, Llano Bonito, Los Santos, Paso Canoas,
        Pinogana, Portobelo, Río Abajo, Río Sereno, San Félix, San Francisco, Santa Fe, Santiago, Soná,
        Tocumen, Tonosí, Yaviza
    """,
    "BZ": """
        Belize District, Bullet Tree Falls, Burrell Boom, Caye Caulker, Cayo District, Corozal District,
        Corozal Town, Hattieville, Ladyville, Mango Creek, Maya Mopan, Orange Walk District, Orange Walk
        Town, Punta Gorda Town, San Ignacio Town, San Pedro, San Pedro Columbia, Santa Elena, Spanish
        Lookout, Stann Creek District, Toledo, Toledo District, Valley of Peace
    """,
    "ES": """
        A Coruña, Albacete, Alcalá de Henares, Alcobendas, Alcorcón, Alicante, Aragón, Arguineguín,
        Arrecife, Asturias, Ávila, Badajoz, Badalona, Baleares, Bizkaia, Burgos, Cáceres, Cantabria,
        Castellón, Castilla y León, Castilla-La Mancha, Catalunya, Ciudad Real, Comunidad Valenciana,
        Comunitat Valenciana, Donostia, Donostia-San Sebastián, Elche, Euskadi, Extremadura, Fuenlabrada,
        Galicia, Getafe, Gijón, Gipuzkoa, Girona, Huelva, Huesca, Ibiza, Illes Balears, Irún, Islas
        Baleares, Jaén, Jerez de la Frontera, L'Hospitalet, La Coruña, La Gomera, La Laguna, La Palma, La
        Rioja, Las Palmas de Gran Canaria, Leganés, Lleida, Logroño, Los Cristianos, Lugo, Mallorca,
        Marbella, Mataró, Menorca, Móstoles, Motril, Navarra, Orense, Ourense, Oviedo, País Vasco,
        Palencia, Palma de Mallorca, Pamplona, Pontevedra, Puerto del Rosario, Reus, Sabadell, San
        Sebastián, Santa Cruz de La Palma, Santa Cruz de Tenerife, Santander, Segovia, Soria, Tarifa,
        Tarragona, Terrassa, Teruel, Torrevieja, Valladolid, Vigo, Vitoria-Gasteiz, Vizcaya, Zamora
    """,
    "CO": """
        Aguachica, Amazonas, Atlántico, Bolívar, Boyacá, Caquetá, Cartago, Casanare, Chía, Cundinamarca,
        Fusagasugá, Girardot, Huila, Ibagué, Itagüí, Leticia, Los Patios, Manizales, Mitú, Mocoa,
        Montería, Neiva, Ocaña, Palmira, Pamplona, Pasto, Pereira, Popayán, Puerto Asís, Puerto Carreño,
        Putumayo, Quibdó, Quindío, Risaralda, San Andrés, San Gil, San José de Cúcuta, San José del
        Guaviare, Santander, Sincelejo, Soacha, Sucre, Tibú, Tolima, Tuluá, Tumaco, Tunja, Turbo, Valle
        del Cauca, Valledupar, Vichada, Villavicencio, Yopal, Zipaquirá
    """,
    "EC": """
        Ambato, Azogues, Azuay, Babahoyo, Carchi, Chimborazo, El Oro, Guayas, Ibarra, Imbabura, Lasso,
        Latacunga, Loja, Los Ríos, Manabí, Morona Santiago, Orellana, Otavalo, Pichincha, Portoviejo,
        Puyo, Quevedo, Riobamba, Salinas, San Miguel, Santa Elena, Sucumbíos, Tena, Tungurahua, Zamora
    """,
    "PE": """
        Abancay, Ancash, Apurímac, Ayacucho, Cajamarca, Chiclayo, Chimbote, Desaguadero, Huancavelica,
        Huancayo, Huánuco, Huaraz, Ica, Ilo, Iquitos, Jaén, Juliaca, La Libertad, Lambayeque, Miraflores,
        Moquegua, Moyobamba, Pasco, Pucallpa, Puerto Maldonado, San Juan de Lurigancho, San Juan de
        Miraflores, Sullana, Talara, Tarapoto, Ucayali, Villa El Salvador
    """,
    "VE": """
        Amazonas, Anzoátegui, Aragua, Barcelona, Barinas, Bolívar, Carabobo, Carúpano, Ciudad Bolívar,
        Cumaná, El Tigre, Guanare, Guárico, Güiria, La Guaira, Los Teques, Maracay, Maturín, Monagas,
        Nueva Esparta, Paraguachón, Petare, Porlamar, Portuguesa, Puerto La Cruz, Punto Fijo, San Felipe,
        San Fernando de Apure, San Juan de los Morros, Sucre, Tucupita, Ureña, Valera, Yaracuy
    """,
    "CL": """
        Alto Hospicio, Atacama, Biobío, Calama, Chillán, Copiapó, Coquimbo, Coyhaique, Curicó, La
        Araucanía, La Serena, Los Ángeles, Los Lagos, Ñuñoa, Osorno, Puente Alto, Puerto Montt, Punta
        Arenas, Quilicura, Quillota, Rancagua, San Bernardo, Talca, Tarapacá, Temuco, Valdivia, Villa
        Alemana, Viña del Mar
    """,
    "AR": """
        Avellaneda, Bahía Blanca, Bariloche, Chubut, Comodoro Rivadavia, Corrientes, Entre Ríos, Formosa,
        Jujuy, La Matanza, La Plata, La Quiaca, La Rioja, Lanús, Mar del Plata, Misiones, Morón, Neuquén,
        Paraná, Posadas, Quilmes, Resistencia, Río Negro, Salta, San Juan, San Luis, San Miguel de
        Tucumán, San Salvador de Jujuy, Santa Fe, Santiago del Estero, Tucumán, Ushuaia, Viedma, Villa
        María
    """,
    "BR": """
        Amazonas, Assis Brasil, Bahia, Belém, Belo Horizonte, Campinas, Ceará, Chapecó, Corumbá, Cuiabá,
        Curitiba, Florianópolis, Fortaleza, Foz do Iguaçu, Goiânia, João Pessoa, Maceió, Mato Grosso,
        Minas Gerais, Paraná, Pernambuco, Porto Alegre, Porto Velho, Recife, Rio Branco, Rio Grande do
        Sul, Rondônia, Roraima, Santa Catarina, São Luís, Sergipe, Teresina, Vitória
    """,
    "BO": """
        Beni, Chuquisaca, Cobija, El Alto, Oruro, Pando, Pisiga, Potosí, Santa Cruz, Tarija, Trinidad,
        Villazón, Yacuiba
    """,
    "PY": """
        Alto Paraná, Caaguazú, Concepción, Itapúa, Lambaré, Pedro Juan Caballero, San Lorenzo, Villarrica
    """,
    "UY": """
        Artigas, Canelones, Chuy, Durazno, Maldonado, Paysandú, Punta del Este, Rivera, Tacuarembó
    """,
    "DO": """
        Azua, Baní, Barahona, Bávaro, Boca Chica, Bonao, Comendador, Distrito Nacional, El Seibo, Hato
        Mayor, Higüey, Independencia, La Altagracia, La Romana, La Vega, Monte Cristi, Montecristi, Nagua,
        Samaná, San Cristóbal, San Francisco de Macorís, San Juan de la Maguana, Santiago, Santo Domingo
        Este, Santo Domingo Norte, Santo Domingo Oeste, Valverde, Villa Altagracia
    """,
    "CU": """
        Bayamo, Camagüey, Ciego de Ávila, Cienfuegos, Granma, Holguín, Las Tunas, Manzanillo, Matanzas,
        Pinar del Río, Sancti Spíritus, Santa Clara, Varadero, Villa Clara
    """,
    "HT": """
        Anse-à-Pitre, Anse-à-Pitres, Artibonite, Carrefour, Cité Soleil, Croix-des-Bouquets, Delmas,
        Fort-Liberté, Hinche, Jérémie, Léogâne, Malpasse, Miragoâne, Mirebalais, Mole-Saint-Nicolas,
        Pétion-Ville, Petionville, Petit-Goâve, Port-de-Paix, Saint-Marc, Tabarre, Thomassique
    """,
    "JM": """
        Black River, Clarendon, Half Way Tree, Hanover, Lucea, Mandeville, May Pen, Morant Bay, Negril,
        New Kingston, Ocho Rios, Old Harbour, Port Antonio, Portland, Portmore, Savanna-la-Mar, St. Ann's
        Bay, St. Catherine, Trelawny, Westmoreland
    """,
    "TT": """
        Arima, Chaguanas, Chaguaramas, Couva, Diego Martin, Icacos, Point Fortin, Princes Town, San
        Fernando, San Juan, Sangre Grande, Scarborough, St. Augustine, Tobago, Trinidad, Tunapuna
    """,
    "PR": """
        Aguadilla, Arecibo, Bayamón, Caguas, Fajardo, Guayama, Guaynabo, Humacao, Isla de Mona, Mayagüez,
        Ponce, Río Piedras, San Germán, Santurce, Vieques
    """,
    "BS": """
        Abaco, Andros, Bimini, Exuma, Freeport, Grand Bahama, Inagua, New Providence
    """,
    "GY": """
        Anna Regina, Bartica, Lethem, Linden, Mabaruma, New Amsterdam
    """,
    "GB": """
        Cambridge, Lancaster, Surrey, Worcester
    """,
}


def town_codes(name: str) -> frozenset[str]:
    """The countries that have a town, province or island of exactly this name among those listed here.

    >>> sorted(town_codes("Saskatoon")), sorted(town_codes("Santa Fe")), sorted(town_codes("Ana Paz"))
    (['CA'], ['AR', 'HN', 'MX', 'PA', 'US'], [])
    """
    return _by_name().get(key_of(name), frozenset())


@cache
def _by_name() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, names in _TOWNS.items():
        for name in names.split(","):
            found.setdefault(key_of(name), set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
