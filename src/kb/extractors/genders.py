"""Whether somebody is a woman or a man, as the title, the role or the given name of the person tells.

Titles and articles tell first, then given names that only one of the two bears, then the forms of a role
that Spanish has for one of the two. "Guadalupe", "Cruz", "Alex" and what is not listed tell nothing.
"""

from __future__ import annotations

from kb.extractors.roles import ROLES, is_role
from kb.text.folding import fold

_FEMALE_TITLES = frozenset(
    "mrs ms miss dra sra srta licda lcda mtra señora doña doctora licenciada maestra sor madre sister mother"
    " hermana hna profa lady dame abogada ingeniera".split()
)
_MALE_TITLES = frozenset(
    "mr sir lord don señor licenciado maestro fray padre mtro lcdo father fr brother hermano hno pbro"
    " monseñor mons msgr monsignor".split()
)
_FEMALE_ROLES = frozenset(
    "girl schoolgirl grandma"
    " mother aunt daughter sister wife widow nun queen grandmother niece mum mom madre tia mujer jueza jefa"
    " fiscala lideresa alcaldesa poetisa actriz nuera suegra madrastra madrina monja abadesa abbess prioress"
    " capitana concejala presidenta ministra vicepresidenta intendenta parienta".split()
)
_MALE_ROLES = frozenset(
    "boy schoolboy grandpa"
    " father uncle son brother husband widower king grandfather nephew dad priest bishop archbishop cardinal"
    " pope padre tio hombre yerno suegro padrastro padrino obispo arzobispo sacerdote parroco cura monje"
    " prelado papa".split()
)
_ALSO_WOMEN = frozenset(
    "amparo charo chayo chelo cleo consuelo flo jo juno keiko loreto margo milagro patrocinio refugio remedio"
    " rocio rosario sagrario socorro transito yoko akiko".split()
)
_WOMEN = frozenset(
    """
    abigail adaeze agnes aileen aisling alice alison amal amber amelie aminata amy ann anne annie aoife
    araceli ashley astrid aurelie ayse beatriz belen berit bernadette beth betsy betty beverly birgit bonnie
    brenda bridget brigitte caitlin carmen carol carole caroline carolyn cassidy catherine cathy celeste
    charlotte cheryl chiamaka chloe christine claire clare clotilde colleen concepcion consuelo corinne
    cristal cynthia daisy damaris dawn deborah delphine denise dolores doris dorothy edith edna eileen
    elaine eleanor elisabeth elizabeth ellen elsie emily encarnacion erin esmeralda esperanza estelle ester
    esther ethel eunice evelyn faith fatou fiona flor florence folasade frances funmilayo gail genesis
    genevieve georgette gertrude ghislaine gladys gretchen grethel gwen gwendolyn hannah harriet hazel
    heather heidi helen helene hilary hildegard hye-jin imogen ines ingeborg ingrid irene iris isabel
    isabelle isis itzel iveth ivette ivonne jacqueline jane janet janeth janice jazmin jeanneth jeannette
    jennifer jenny jessie jill joanne jocelyn josephine joy joyce judith judy julie june karen karin kate
    katharine katherine kathleen kathryn kathy katie keisha kelly kimberly kirsten kristen kristin lauren
    leticia lilian lillian lily linnet lisbeth lisseth liz lizbeth lizeth lois lorraine louise lourdes
    lucille lucy luz mabel madeleine madeline maeve maggie mai maite margaret margarethe
    margot marguerite maribel maricruz marie mariel marielos marilyn marion marisol marit maritsa
    marjorie marlen marlene mary megan mei melissa mercedes mette meylin michele michelle milagros
    mildred miriam mirian molly monique
    montserrat muriel myrtle nancy naomi natalie nathalie nayeli nelly ngoc ngozi nicole nieves nkechi noemi
    nohelia nohemi noor nora nour nuala odalis odalys odette odile olive olivia oluchi pam pamela patience
    paulette pauline pearl peggy penelope penny phoebe phyllis pilar prudence purificacion rachel raquel
    rebecca remedios reyna rhiannon rosaluz rosario rose rosemarie rosemary rosibel rosie roxanne rubidia
    ruby ruth saoirse sarah scarleth sharlene sharon sheila sheyla shirley signe sigrid simone siobhan siri
    socorro sofie soledad solveig sonia sophie stephanie sue susan susanne suyapa suyen suzanne sylvie tess
    thelma theres therese tiffany tove trudy ursula vicky vilma violet vivian viviane vivien wendy whitney
    winifred xiomara xochitl yamileth yanet yaneth yanira yaritza yasmin yesenia yolanda yolani yuki yuliet
    yvette yvonne zoe zoila zulay zuleyma
    """.split()
)
_MEN = frozenset(
    """
    aaron abba abdul abel abraham adalberto adam adan aditya adolfo adrian agustin ahmad ahmed akira alan
    albert alberto alejandro alessandro alexander alfonso alfred alfredo alonso alvaro amadeo amado ambrosio
    amir anastasio andres andrew angus anibal anselmo anthony antonio antony apolinar armando arnold arnoldo
    arnulfo arsenio arthur arturo atilio attila augusto aurelio baba babatunde barnaba barry bartholomew
    bartolome basilio bayardo benedict benigno benito benjamin bernard bernardo bertram bjorn bob boris
    borja bradley braulio brayan brendan brian bruce bruno bryan byron calvin camilo candelario carl carlos
    casimiro celestino celso cesar charles chinedu chris christian christopher chukwuma cipriano ciriaco
    claudio clemente clifford colin conor conrad conrado constantino cornelio craig crescencio cristian
    cristobal cyril daniel dario darnell darren dave david dean demetrio dennis derek desmond diego dionisio
    domingo donald douglas duncan dwayne dwight earl edgar edgardo edmund edmundo eduardo edward edwin
    efrain efren egbert eladio eldon eleazar elias eligio elijah eliseo elisha ellis elmer emanuel emeka
    emiliano emilio emmett enoch enrique eric erick erik ernest ernesto esteban eugene eugenio eusebio
    evaristo everardo everett ezequiel ezra fabian fabio faustino federico felipe felix fermin fernando
    fidel filiberto florencio florentino francis francisco francois frank fred frederick fulgencio gabriel
    garba garcia gary gaspar genaro geoffrey george gerald gerard gerardo german gideon gilbert gilberto
    giovanni glen glenn gonzalo goran gordon graham greg gregorio gregory guillermo gustavo hakim hamid hans
    harlan harold harry hassan hector heinrich henri henry herbert heriberto herman hernan hernando hilario
    hipolito hiroshi horace horacio hosea howard hubert hugh hugo humberto hussein ian ibrahim ignacio
    ignatius igor ikenna ilya isa isaac isaias isidoro isidro ismael israel issa issoufa ivan jacinto jack
    jacob jacobo jacques jaime jairo jake james javier jean-claude jean-pierre jeffrey jens jeremiah jeremy
    jeronimo jesse jim joaquin joe joel johann john jonah jonas jonathan jorge jose joseph joshua josua
    josue juan julian julio jurgen justin karl keith kenji kenneth kevin klaus kofi krishna kurt kwabena
    kwame lamar larry lars laurent lawrence lazaro leandro leif lenin leo leon leonard leonardo leonel
    leopoldo leroy lester lisandro lloyd lorenzo louis luca lucas luciano lucio luis luka luke macario
    magnus mahmoud malcolm manfred manuel marc marcel marcelino marcelo marco marcos mariano mario mark
    marlon martin marvin mateo mathias matias matthew maurice mauricio maximiliano maximo mehmet melvin
    michael michel miguel mike mikhail milton misael misha modesto mohamed mohammed moises moses moussa
    muhammad musa mustafa nahum napoleon narciso nathan nathaniel neil nelson nestor nicanor nicholas nicola
    nicolas nigel nikola nils noa noel norman obinna octavio ola olaf oliver olu omar omari orlando oscar
    osman osvaldo oswaldo otto owen pablo pascual patricio patrick paul pavel pedro per percy perry peter
    philip phillip pierre piotr placido plutarco porfirio quentin rafael rajesh ralph ramiro ramon randall
    rashid raul ray raymond raymundo reginald reinaldo renato rene reynaldo ricardo richard rigoberto robert
    roberto rocco rodolfo rodrigo rogelio roger roland rolando roman ronald roque ruben rudolf rufino rupert
    russell salomon salvador samuel sanjay santiago sasha saturnino saul scott sean sebastian segun selvin
    sergei sergio seth severino silvestre silvio simba simeon simon soren stanley stefan stephen steve
    steven stuart sven tariq tawanda teodoro terence thaddeus themba theodore thomas tim timothy tito tobias
    todd tom toma tomas tony toribio travis trevor tristan tunde ulises umar urbano valentin vernon vicente
    victor vidal vijay vincent virgilio vladimir walter wayne wenceslao wilberto wilfred wilfredo william
    wilmer wilson winston xavier yahya yusuf zacarias zakaria
    """.split()
)


def gender(title: list[str], name: str, role: str | None = None) -> str | None:
    """What the words of the title, the given name or the role say: "f" or "m"; None where they do not.

    >>> gender(["Dra."], "Cruz Paz"), gender([], "Hernán Paz"), gender([], "Guadalupe Paz", "directora")
    ('f', 'm', 'f')
    >>> gender([], "Guadalupe Paz", "director") is None
    True
    """
    words = {fold(word).strip(".,") for word in title[-1:]}
    article = title[0].lower() if title else ""
    if words & _FEMALE_TITLES or article in {"la", "una"}:
        return "f"
    if words & _MALE_TITLES or article in {"el", "un"}:
        return "m"
    return _of_name(name) or _of_role(role or "")


def is_given_name(word: str) -> bool:
    """Whether a word is one of the given names of the tables, which only women or men bear.

    >>> is_given_name("Joel"), is_given_name("Puente")
    (True, False)
    """
    return fold(word) in _MEN | _WOMEN


def _of_role(role: str) -> str | None:
    """The gender that the first noun of a role has a form for: "abogada", "directora", "spokeswoman"."""
    noun = next((fold(word) for word in role.split() if is_role(word)), "")
    if noun in _FEMALE_ROLES or noun.endswith("woman"):
        return "f"
    if noun in _MALE_ROLES or (noun.endswith("man") and noun != "human"):
        return "m"
    if noun.endswith("a") and (noun[:-1] in ROLES or f"{noun[:-1]}o" in ROLES):
        return "f"
    return "m" if noun.endswith("o") and f"{noun[:-1]}a" in ROLES else None


def _of_name(name: str) -> str | None:
    given, _, more = fold(name).partition(" ")
    if more and given.endswith("o") and given not in _WOMEN | _ALSO_WOMEN:
        return "m"  # a name alone may be a surname: "Castillo"
    if given in _MEN:
        return "m"
    return "f" if given in _WOMEN or given.endswith("a") else None
