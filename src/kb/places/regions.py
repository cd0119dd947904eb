"""States, departments, provinces and districts that datelines print behind a town, with their country.

Those of Canada, Mexico, Central America and the United States, with the abbreviations that newspapers and
post offices use. A name that two countries share stands for neither here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

_REGIONS = {
    "US": """
        Alabama, Ala., AL, Alaska, AK, Arizona, Ariz., AZ, Arkansas, Ark., AR, California, Calif., CA,
        Colorado, Colo., Connecticut, Conn., CT, Delaware, Del., Florida, Fla., FL, Georgia, Ga., GA,
        Hawaii, Idaho, Illinois, Ill., IL, Indiana, Ind., Iowa, Kansas, Kan., KS, Kentucky, Ky., KY,
        Louisiana, La., Maine, Maryland, Md., MD, Massachusetts, Mass., MA, Michigan, Mich., MI,
        Minnesota, Minn., MN, Mississippi, Miss., MS, Missouri, Mo., Montana, Mont., Nebraska, Neb., NE,
        Nevada, Nev., NV, New Hampshire, N.H., New Jersey, N.J., NJ, New Mexico, N.M., NM, Nuevo México,
        New York, N.Y., NY, Nueva York, North Carolina, N.C., NC, Carolina del Norte, North Dakota,
        N.D., Ohio, OH, Oklahoma, Okla., OK, Oregon, Ore., Pennsylvania, Pa., PA, Pensilvania, Rhode
        Island, R.I., South Carolina, S.C., SC, Carolina del Sur, South Dakota, S.D., Tennessee, Tenn.,
        TN, Texas, Tex., TX, Utah, Vermont, Vt., Virginia, Va., VA, Washington State, Wash., West
        Virginia, W.Va., Wisconsin, Wis., WI, Wyoming, Wyo., D.C.
    """,
    "MX": """
        Aguascalientes, Ags., Baja California, B.C., Baja California Sur, B.C.S., Campeche, Camp.,
        Chiapas, Chis., Chihuahua, Chih., Coahuila, Coahuila de Zaragoza, Coah., Colima, Col., Durango,
        Dgo., Guanajuato, Gto., Guerrero, Gro., Hidalgo, Hgo., Jalisco, Jal., Estado de México, Edomex,
        Michoacán, Mich., Morelos, Mor., Nayarit, Nay., Nuevo León, N.L., Oaxaca, Oax., Puebla, Pue.,
        Querétaro, Qro., Quintana Roo, Q.Roo, Q.R., San Luis Potosí, S.L.P., Sinaloa, Sin., Sonora,
        Son., Tabasco, Tab., Tamaulipas, Tamps., Tlaxcala, Tlax., Veracruz, Ver., Yucatán, Yuc.,
        Zacatecas, Zac., CDMX, D.F.
    """,
    "CA": """
        Ontario, Ont., Quebec, Que., British Columbia, Alberta, Manitoba, Saskatchewan, Sask., Nova Scotia,
        N.S., New Brunswick, N.B., Newfoundland and Labrador, Prince Edward Island, P.E.I., Yukon
    """,
    "GT": """
        Alta Verapaz, Baja Verapaz, Chimaltenango, Chiquimula, El Progreso, Escuintla, Huehuetenango,
        Izabal, Jalapa, Jutiapa, Petén, Quetzaltenango, Quiché, Retalhuleu, Sacatepéquez, San Marcos,
        Santa Rosa, Sololá, Suchitepéquez, Totonicapán, Zacapa
    """,
    "HN": """
        Atlántida, Choluteca, Colón, Comayagua, Copán, Cortés, El Paraíso, Francisco Morazán, Gracias a
        Dios, Intibucá, Islas de la Bahía, Bay Islands, La Paz, Lempira, Ocotepeque, Olancho, Santa
        Bárbara, Yoro
    """,
    "SV": """
        Ahuachapán, Cabañas, Chalatenango, Cuscatlán, La Libertad, Morazán, San Miguel, San Vicente,
        Sonsonate, Usulután
    """,
    "NI": """
        Boaco, Carazo, Chinandega, Chontales, Estelí, Jinotega, León, Madriz, Masaya, Matagalpa, Nueva
        Segovia, Río San Juan, Rivas, RAAN, RAAS
    """,
    "CR": "Alajuela, Cartago, Guanacaste, Heredia, Limón, Puntarenas",
    "PA": """
        Bocas del Toro, Chiriquí, Coclé, Darién, Herrera, Los Santos, Panamá Oeste, Veraguas, Guna Yala,
        Emberá, Ngäbe-Buglé
    """,
    "BZ": """
        Cayo, Cayo District, Corozal, Corozal District, Orange Walk, Orange Walk District, Stann Creek,
        Stann Creek District, Toledo, Toledo District, Belize District
    """,
}


def region_code(name: str) -> str | None:
    """The country of a region, by its name or abbreviation; case, accents and spaces do not matter.

    >>> region_code("Chis."), region_code("N. M."), region_code("Ariz."), region_code("Utopia")
    ('MX', 'US', 'US', None)
    """
    return _by_name().get(_key(name))


@cache
def _by_name() -> Mapping[str, str]:
    claims = [(_key(name), code) for code, names in _REGIONS.items() for name in names.split(",")]
    several = {key for key, code in claims if any(key == other and code != its for other, its in claims)}
    return {key: code for key, code in claims if key not in several}


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(filter(str.isalnum, plain))
