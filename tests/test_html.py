"""What is read in a web page: its text and nothing around it, its notes, lists, tables, title and date."""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import html, parse
from kb.parsers.blocks import Block
from kb.parsers.html import lines
from kb.parsers.reading import Reading
from kb.records import Source
from tests.endless import ends
from tests.fiction import SAID

LONG = (
    "The shelter of this fiction opened its doors to children who travel alone, and forty beds stand ready."
)
STORY = "".join(f"<p>{LONG} That is paragraph {number} of the story.</p>" for number in range(1, 6))


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def read(page: str) -> Reading:
    return html.read(Source(location="x.html", content=page.encode(), media_type="text/html", sha256=""))


def page(body: str, head: str = "<title>Fiction opens a shelter</title>") -> Reading:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def shown(body: str) -> str:
    return "\n".join(texts(page(f"<main><h1>Fiction opens a shelter</h1><p>{SAID}</p>{body}</main>")))


def blocks_of(body: str) -> list[Block]:
    return [*page(f"<h1>Fiction opens a shelter</h1><p>{SAID}</p>{body}").blocks[1:]]


# The text of a page --------------------------------------------------------------------------

OTHERS = (
    '<li><h3><a href="/1">A story of a fictional bridge</a></h3><p>It was built in one night.</p></li>'
    '<li><h3><a href="/2">A third story about a fictional river</a></h3><p>Nobody has seen it since.</p></li>'
    '<li><h3><a href="/3">The last story of a fictional train</a></h3><p>It never came.</p></li>'
    '<li><h3><a href="/4">One more story of a fictional road</a></h3><p>It led to another road.</p></li>'
)


@pytest.mark.parametrize(
    "beside",
    [
        f"<div><ul>{OTHERS}</ul></div>",
        "<div><h3>Related stories</h3><div>A bridge in one night</div><div>A river unseen</div></div>",
        "<h3>Noticias relacionadas</h3><ul><li>Un puente en una noche</li><li>Nadie vio el río</li></ul>",
        '<div class="c4"><b>Te puede interesar</b><div>Un puente en una noche, dice la ficción</div></div>',
        "<div><span>Share</span><span>Facebook</span><span>WhatsApp</span></div>",
        '<p><a href="/x">READ MORE: A BRIDGE IN ONE NIGHT</a></p>',
        "<p><strong>Lea también: <a href='/x'>Un puente en una noche y nadie lo vio</a></strong></p>",
        '<figure><img src="a.jpg"><figcaption>A bridge. Photo: Nobody</figcaption></figure>',
        '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">A bridge in one night</p></div>',
        '<div class="newsletterBox"><p>Write to us and get a bridge in one night every week.</p></div>',
        '<div id="comments"><p>Marta says: what a bridge in one night that was, sisters!</p></div>',
        '<p style="display: none">A bridge in one night, for machines only, and nobody reads it here.</p>',
        '<p><a href="#top">Back to top</a></p>',
    ],
)
def test_what_stands_beside_the_text_is_left_out(beside: str) -> None:
    assert texts(page(f"<div class=a><h1>Fiction opens a shelter</h1>{STORY}{beside}</div>")) == [
        f"{LONG} That is paragraph {number} of the story." for number in range(1, 6)
    ]


@pytest.mark.parametrize(
    "end",
    [
        "<div class=x><p><b>Media contact</b><br>Ana Ejemplo, 2222 0000, ana@fiction.example</p></div>",
        "<aside><h2>Notes to editors</h2><p>The fiction has two parts.</p></aside>",
        "<footer><p>For more information: ana@fiction.example</p></footer>",
        "<div class=foot><h3>Contactos de prensa</h3><p>Ana Ejemplo, 2222 0000</p></div>",
        '<div class="sidebar"><p>Más información: <a href="mailto:a@b.example">a@b.example</a></p></div>',
        "<table><tr><th>Year<th>Beds<tr><td>2016<td>40</table>",
        "<div class=box><strong>Media</strong><div>Ana Ejemplo</div><div>Tel. 2222 0000</div></div>",
        "<div class=pie-nota>Dirección de Prensa, San José. Tel.: 2222-0000. ana@fiction.example</div>",
        "<h2>About the Fictional Agency</h2><p>It was invented for a test.</p>",
    ],
)
def test_the_foot_of_a_release_is_kept(end: str) -> None:
    whole = shown(f"<div>{STORY}</div>{end}")

    assert any(word in whole for word in ("Ejemplo", "two parts", "ana@", "a@b", "2016 | 40", "invented"))
    assert "paragraph 5" in whole


def test_a_short_release_is_not_lost_among_other_stories() -> None:
    foot = (
        "<div class=footer-text>" + "All that the fictional agency has to say about itself. " * 8 + "</div>"
    )

    found = texts(
        page(f"<div><h1>Fiction opens</h1><div><p>{SAID}</p><p>{LONG}</p><p>{LONG}</p></div></div>{foot}")
    )

    assert found == [SAID, LONG, LONG]


def test_a_lead_and_a_date_before_the_text_are_kept() -> None:
    lead = "<h1>Fiction opens a shelter</h1><p>Comunicado No. 12</p><p>San José, 3 de mayo de 2017</p>"

    found = texts(page(f"<div><a href=/>Inicio</a></div>{lead}<div class=b>{STORY}{STORY}</div>"))

    assert found[:2] == ["Comunicado No. 12", "San José, 3 de mayo de 2017"]
    assert "Inicio" not in found


def test_a_page_that_is_all_sections_is_read_whole() -> None:
    sections = "".join(
        f"<section id=s{number}><h2>Section {number}</h2><p>{LONG}</p><ul><li>first</li></ul></section>"
        for number in range(200)
    )

    found = texts(page(f"<h1>Fictional guidelines</h1>{sections}"))

    assert found.count(LONG) == 200
    assert found.count("first") == 200


def test_a_box_in_the_middle_of_a_manual_is_kept() -> None:
    box = f"<div class=sidebar><p>In practice. {LONG}</p><p>{LONG} So it goes.</p></div>"

    assert "In practice." in shown(f"{STORY}{box}{STORY}")


@pytest.mark.parametrize("tag", ["noscript", "template", "div hidden", "div style='display:none'"])
def test_a_text_that_is_only_in_hidden_elements_is_read(tag: str) -> None:
    assert LONG in texts(page(f"<{tag}><p>{SAID}</p><p>{LONG}</p></{tag.partition(' ')[0]}>"))


def test_a_text_in_elements_with_careless_names_is_kept_and_told() -> None:
    parts = "".join(f"<div class='popup promo'><p>{LONG} Part {number}.</p></div>" for number in range(9))

    found = page(f"<div><h1>Fiction opens a shelter</h1></div>{parts}")

    assert sum(LONG in text for text in texts(found)) == 9


def test_a_page_that_needs_scripts_to_show_its_text_is_told() -> None:
    found = page("<script>a</script>" * 9 + "<p>Loading fiction</p><p>Please wait.</p>")

    assert [str(warning) for warning in found.warnings] == [
        "The page holds hardly any text; open it in a browser and save it again."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<noscript>You need to enable JavaScript to run this fiction.</noscript><script src=a.js></script>",
        "<div id=app><p>Cargando…</p></div><script src=a.js></script>",
        "<template><p>A template of fiction</p></template><script>a</script>",
    ],
)
def test_a_page_that_a_script_would_have_filled_is_told(body: str) -> None:
    assert [str(warning)[:36] for warning in page(body).warnings] == ["The page holds hardly any text; open"]


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        (f"<html><body>{STORY}", 1),
        (f"<body>{STORY}<p>And the la", 1),
        (f"<body>{STORY}</html>", 0),
        (f"<body>{STORY}</BODY >", 0),
        (STORY, 0),
    ],
)
def test_a_page_that_was_cut_off_is_told(cut: str, told: int) -> None:
    assert len(read(cut).warnings) == told


# Structure -----------------------------------------------------------------------------------


def test_a_table_of_contents_is_left_out() -> None:
    toc = "".join(f"<li><a href=#s{number}>Part {number} of it</a></li>" for number in range(6))
    sections = "".join(f"<h2 id=s{number}>Part {number} of it</h2><p>{LONG}</p>" for number in range(6))

    found = texts(page(f"<h1>Fictional guidelines</h1><p>Contents</p><ul>{toc}</ul>{sections}"))

    assert found == [text for number in range(6) for text in (f"Part {number} of it", LONG)]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
            '<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> '
            "Fictional law, art. 2.</p></div>",
        ),
        (
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">↑</a> '
            "Fictional law, art. 2.</li></ol>",
        ),
        (
            '<a epub:type="noteref" href="#n1">1</a>',
            '<aside epub:type="footnote" id="n1"><p>Fictional law, art. 2.</p></aside>',
        ),
        (
            '<sup><a href="#fn1" id="r1">1</a></sup>',
            '<section role="doc-endnotes"><ol><li id="fn1"><p>Fictional law, art. 2. <a href="#r1">↩</a></p>'
            "</li></ol></section>",
        ),
        ("<sup>1</sup>", "<p><sup>1</sup> Fictional law, art. 2.</p>"),
    ],
    ids=["Word", "Wikipedia", "EPUB", "pandoc", "raised numbers"],
)
def test_a_footnote_is_told_from_the_text(reference: str, note: str) -> None:
    found = page(f"<h1>Fiction</h1>{STORY}<p>The law{reference} says so.</p>{note}").blocks

    assert [block.text for block in found if block.text.startswith("The law")] == ["The law says so."]
    assert found[-1] == Block(text="Fictional law, art. 2.", kind="footnote", marker="1")


def test_a_link_to_another_paragraph_is_no_footnote() -> None:
    found = shown('<p id="p12">Twelve.</p><p>See paragraph <a href="#p12">12</a> above.</p>')

    assert "See paragraph 12 above." in found


@pytest.mark.parametrize(
    "mark", ["<![ endif]-->", "<![foo[ x", "<![[[DOCTYPE html>", "<![ñ[", "<![", "<![cdata-x[ ]]>"]
)
def test_a_section_of_no_known_name_is_a_comment(mark: str) -> None:
    page = f"{mark}<p>The house has ten beds.</p>{mark}<p>It opens today.</p>{mark}"

    assert "It opens today." in shown(page)
    assert "endif" not in shown(page)


def test_a_power_is_no_footnote() -> None:
    assert "An area of 10 km² in all." in shown("<p>An area of 10 km<sup>2</sup> in all.</p>")


def test_definitions_stand_with_their_terms() -> None:
    found = blocks_of("<dl><dt>Guardian</dt><dd>Who stands beside a child.</dd><dt>Refugee</dt></dl>")

    assert [block.text for block in found] == ["Guardian: Who stands beside a child.", "Refugee"]


def test_a_list_can_count_down_and_take_its_signs_from_its_style() -> None:
    found = blocks_of(
        '<ol reversed><li>three</li><li>two</li></ol><ol style="list-style-type: lower-alpha"><li>a</li></ol>'
    )

    assert [(block.marker, block.text) for block in found] == [("2", "three"), ("1", "two"), ("a", "a")]


def test_a_page_saved_by_word_keeps_its_lists_and_headings() -> None:
    bullet = (
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>"
        "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>A bed<o:p></o:p></p>"
    )
    number = bullet.replace("·", "3.").replace("A bed", "A meal")

    found = blocks_of(
        f"<p class=Heading2>Rights</p>{bullet}{number}<!--[if gte mso 9]><p>hidden</p><![endif]-->"
    )

    assert [(block.kind, block.level, block.marker, block.text) for block in found] == [
        ("heading", 2, None, "Rights"),
        ("item", 2, "•", "A bed"),
        ("paragraph", 0, None, "3. A meal"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>They give:</p><p>• Ten beds</p><p>• a <b>meal</b></p>",
        "<p>They give:<br>- Ten beds<br>- a <b>meal</b></p>",
        "<div>They give:<br><br>▪ Ten beds<br>▪ a<br> meal</div>",
        "<td>They give:<br>* Ten beds<br>* a meal</td>",
    ],
)
def test_bullets_that_were_typed_are_items(body: str) -> None:
    found = [(block.kind, block.text) for block in blocks_of(body)]

    assert found == [("paragraph", "They give:"), ("item", "Ten beds"), ("item", "a meal")]


@pytest.mark.parametrize(
    "text", ["- 30 -", "* The names are fiction.", "Ten beds<br>- for girls", "—No, said Ana."]
)
def test_a_lone_hyphen_or_asterisk_is_no_bullet(text: str) -> None:
    assert [block.kind for block in blocks_of(f"<p>{text}</p>")] == ["paragraph"]


def test_links_to_edit_a_section_and_categories_are_no_text() -> None:
    heading = "<h2>Beds<span class=mw-editsection>[<a>edit</a>]</span></h2>"

    found = shown(f"{heading}<p>{LONG}</p><div id=catlinks><a>Categories</a>: <ul><li>Beds</ul></div>")

    assert "edit" not in found
    assert "Categories" not in found


def test_bold_lines_in_a_row_head_what_follows_where_they_are_numbered() -> None:
    read_blocks = blocks_of(
        "<p><b>II. Principles</b></p><p><b>A. Common</b></p><p>This is fiction.</p>"
        "<p><b>B. Safeguards</b></p><p>So is this.</p>"
        "<p><b>The Lantern</b></p><p><b>The Road</b></p><p>Fin.</p>"
    )

    headings = [(block.level, block.text) for block in read_blocks if block.kind == "heading"]
    assert headings == [(2, "II. Principles"), (3, "A. Common"), (3, "B. Safeguards"), (2, "The Road")]


def test_bold_lines_are_headings_where_a_page_has_no_others() -> None:
    bold = f"<p><b>What it does</b></p><p>{LONG}</p><p><b>Ana Ejemplo</b></p><p><b>2222 0000</b></p>"

    assert [block.kind for block in blocks_of(bold)] == ["heading", *["paragraph"] * 3]
    assert [block.kind for block in blocks_of(f"<h2>Part</h2>{bold}")][1] == "paragraph"


def test_a_table_of_a_contact_is_lines() -> None:
    found = blocks_of("<table><tr><td>Name:<td>Ana Ejemplo<tr><td>Telephone<td>2222 0000</table>")

    assert [block.text for block in found] == ["Name: Ana Ejemplo", "Telephone: 2222 0000"]


NAMES = "<tr><td><b>Step</b></td><td><p><strong>Who</strong></p></td></tr>"
STEPS = "<tr><td>Register a child</td><td>The shelter</td></tr><tr><td>Find her</td><td>A judge</td></tr>"
THREE = "<tr><td>Step<td>Who<td>How<tr><td>Register<td>Shelter<td>Form<tr><td>Assess<td>Judge<td>Hearing"


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (f"<table>{NAMES}{STEPS}</table>", ["Step | Who", "Register a child | The shelter"]),
        (
            f"<table>{NAMES}</table> <table>{STEPS}</table>",
            ["Step | Who", "Register a child | The shelter"],
        ),
        (f"<table>{THREE}</table>", ["Step | Who | How", "Register | Shelter | Form"]),
        (f"<table border=1>{THREE}</table>", ["Step | Who | How", "Register | Shelter | Form"]),
        (
            "<table><caption>Table 2. Cases<thead><tr><td>Where<td>Cases<tbody><tr><td>North<td>120</table>",
            ["Table 2. Cases", "Where | Cases"],
        ),
        (
            "<table><tr><th>At<th>Year<th>No.<tr><td rowspan=2>North<td>2022<td>1<tr><td>2023<td>2</table>",
            ["At | Year | No.", "North | 2022 | 1", " | 2023 | 2"],
        ),
        (
            "<table><tr><th>Do<th>Do not<tr><td><ul><li>Listen<li>Explain</ul><td>Shout</table>",
            ["Do | Do not", "Listen; Explain | Shout"],
        ),
    ],
)
def test_tables_of_words_keep_their_rows_and_the_names_of_columns(table: str, lines: list[str]) -> None:
    page = f"<html><body><h1>A fictional guide</h1><p>{LONG}</p>{table}<p>{LONG}</p></body></html>"

    document = parse(Source(location="a.html", content=page.encode(), media_type="text/html", sha256=""))

    (found,) = (each for each in document.passages if each.kind == "table")
    assert found.text.split("\n")[: len(lines)] == lines


def test_rows_of_figures_are_a_table_without_headings() -> None:
    facts = (("2014", "68,000", "up"), ("2015", "40,000", "down"), ("2016", "59,000", "up"))
    rows = "".join(f"<tr><td>{year}<td>{number}<td>{trend}</tr>" for year, number, trend in facts)

    assert blocks_of(f"<table>{rows}</table>") == [
        Block(text="2014 | 68,000 | up\n2015 | 40,000 | down\n2016 | 59,000 | up", kind="table")
    ]


def test_the_text_is_found_in_a_cell_of_an_old_page() -> None:
    menu = "".join(f"<a href={number}.htm>Page {number}</a><br>" for number in range(6))
    old = (
        f"<table><tr><td colspan=2><font size=5>Fictional Agency</font></td></tr><tr><td>{menu}</td><td>"
        f"<font face=Arial>{LONG}<br><br>{LONG} Again.<br><br>Contact:<br>Ana Ejemplo</font></td></tr>"
        "<tr><td colspan=2>Best seen with closed eyes</td></tr></table>"
    )

    assert texts(page(old, head="<title>Fiction opens a shelter in the north</title>")) == [
        LONG,
        f"{LONG} Again.",
        "Contact:\nAna Ejemplo",
    ]


def test_a_caption_that_belongs_to_the_text_is_kept() -> None:
    assert "Figure 2. Steps" in shown(
        f"{STORY}<figure><img><figcaption>Figure 2. Steps</figcaption></figure>"
    )


# Titles --------------------------------------------------------------------------------------

BODY = f"<div><p>{SAID}</p><p>{LONG}</p></div>"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Fictional children find a home | Agency</title>", "", "Fictional children find a home"),
        (
            "<title>Fictional Agency :: Fictional children find a home :: News</title>",
            "",
            "Fictional children find a home",
        ),
        (
            "<title>Fictional children find a home - Agency of Fiction</title>",
            "",
            "Fictional children find a home",
        ),
        (
            "<title>Costa Rica - Experts meet for fictional children</title>",
            "",
            "Costa Rica - Experts meet for fictional children",
        ),
        (
            '<meta property="og:site_name" content="Agency"><title>Agency - Children find a home</title>',
            "",
            "Children find a home",
        ),
        ("<title>Home</title>", "<h2>Children find a home</h2>", "Children find a home"),
        (
            "<title>Ministry of Fiction - News</title>",
            "<p><b>Children find a home</b></p>",
            "Children find a home",
        ),
        (
            "<title>Children find a home | Agency</title>",
            "<h1 class=logo>Agency</h1><h1>Children find a home</h1>",
            "Children find a home",
        ),
        (
            "<title>Children find a home</title>",
            "<h1>Noticias</h1><h2>Children find a home today</h2>",
            "Children find a home today",
        ),
        ("<title>Children Find a Home</title>", "<h1>CHILDREN FIND A HOME</h1>", "Children Find a Home"),
        (
            '<meta property="og:title" content="Children find a home and many…">',
            "<h1>Children find a home and many beds</h1>",
            "Children find a home and many beds",
        ),
        (
            "<title>.:: AGF ::.</title>",
            '<font class="titular">Children find a home</font><br><br>',
            "Children find a home",
        ),
    ],
)
def test_the_title_is_the_headline(head: str, body: str, title: str) -> None:
    assert page(body + BODY, head).title == title


@pytest.mark.parametrize(
    "top",
    ["<h1>Guidelines on places for children who come alone</h1>", "<p>Guidelines on places for children</p>"],
)
def test_sections_of_the_first_level_far_below_are_no_titles(top: str) -> None:
    sections = "".join(
        f"<h1>{number}. The right to a bed of fiction</h1>" + f"<p>{LONG}</p>" * 9
        for number in ("I", "II", "III")
    )

    found = page(top + f"<p>{LONG}</p>" + sections, "<title>Guidelines on places for children</title>")

    assert str(found.title).startswith("Guidelines on places")


# Metadata ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        ld('{"@type": "NewsArticle", "datePublished": "2017-05-12",}'),
        ld('<!-- {"@type": "Article", "datePublished": "2017-05-12"} -->'),
        ld('//<![CDATA[\n{"@type": "Article", "datePublished": "2017-05-12"}\n//]]>'),
        ld('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2017-05-12"}}'),
        ld(
            '[{"@type": "Event", "datePublished": "2011-01-01"},'
            '{"@type": ["Article"], "datePublished": "2017-05-12", "dateModified": "2018-01-01"}]'
        ),
        '<meta name="dcterms.issued" content="2017-05-12"><meta property="og:updated_time" content="2019">',
    ],
)
def test_the_date_of_the_head_is_read(head: str) -> None:
    found = page(BODY, head)

    assert found.published
    assert found.published.iso == "2017-05-12"
    assert found.evidence["published"].span is None


@pytest.mark.parametrize(
    ("body", "iso"),
    [
        (f'<div class="entry-date">12 May 2017</div>{BODY}', "2017-05-12"),
        (f'<p class="fecha">Publicado el 12 de mayo de 2017</p>{BODY}', "2017-05-12"),
        (
            f'<div itemscope><span itemprop="datePublished" content="2017-05-12">May</span></div>{BODY}',
            "2017-05-12",
        ),
        (f'{BODY}<section class="related"><time datetime="2011-01-01">2011</time></section>', ""),
        (f'{BODY}<div class="date-modified">12 May 2017</div>', ""),
        (f'{BODY}<div class="date">1 May 2017</div><div class="date">2 May 2017</div>', ""),
        (f"{BODY}<footer>© 2017 Agency</footer>", ""),
        (f'<p class="date">12.V.2017</p>{BODY}', "2017-05-12"),
        (
            f"<dl><dt>Fecha de publicación</dt><dd>12 de mayo de 2017</dd></dl>{BODY}",
            "2017-05-12",
        ),
        (f"<p><strong>Release date:</strong> Friday, 12 May 2017</p>{BODY}", "2017-05-12"),
        (
            f'<div class="entry-meta"><time class="published" datetime="2017-05-12">12</time></div>{BODY}',
            "2017-05-12",
        ),
        (f"<dl><dt>Date</dt><dd>1 May 2017</dd><dt>Published</dt><dd>2 May 2017</dd></dl>{BODY}", ""),
    ],
)
def test_the_date_of_the_body_is_read_where_only_it_can_be_meant(body: str, iso: str) -> None:
    found = page(f"<h1>Fiction opens a shelter</h1>{body}").published

    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Agency of Fiction">', "Agency of Fiction"),
        ('<meta property="og:site_name" content="WordPress">', None),
        ('<meta property="og:site_name" content="fiction.example">', None),
        ('<meta property="og:site_name" content="Newsroom">', None),
        (ld('{"@type": "Article", "publisher": {"name": "Agency of Fiction"}}'), "Agency of Fiction"),
        (ld('{"author": {"@type": "Person", "name": "Ana Ejemplo"}}'), None),
        (ld('{"author": [{"@type": "NGO", "name": "Agency"}]}'), "Agency"),
    ],
)
def test_the_publisher_is_an_organisation(head: str, publisher: str | None) -> None:
    assert page(BODY, head).publisher == publisher


@pytest.mark.parametrize(
    ("title", "line", "publisher"),
    [
        ("Fiction opens a shelter – House of Fiction", "The House of Fiction says so.", "House of Fiction"),
        ("Fiction opens a shelter – House of Fiction", "Nobody says so.", None),
        ("Fiction opens a shelter – Fictional House", "The Northern Fictional House says so.", None),
        ("Fiction opens a shelter – AGF Fiction", "The AGF Fiction says so.", None),
    ],
)
def test_a_name_beside_the_headline_is_the_publisher_if_the_page_prints_it(
    title: str, line: str, publisher: str | None
) -> None:
    body = f"<h1>Fiction opens a shelter</h1>{BODY}<p>{line}</p>"

    assert page(body, f"<title>{title}</title>").publisher == publisher


@pytest.mark.parametrize(
    ("added", "publisher"),
    [
        (" - Defensoría del Pueblo", "Defensoría del Pueblo"),
        (" | Ministerio de Niñez", "Ministerio de Niñez"),
        (" – Instituto Nacional de Puertos", "Instituto Nacional de Puertos"),
        (" - Ministry of Harbours", "Ministry of Harbours"),
        (" | Office of the Ombudsman", "Office of the Ombudsman"),
        (" - Casa Abierta Hoy", None),
        (" - Open Doors Daily", None),
        (" - Ministry of Harbours - Archive of March", None),
    ],
)
def test_an_office_that_is_all_the_head_adds_to_the_headline_is_the_publisher(
    added: str, publisher: str | None
) -> None:
    headline = "Fiction opens a new shelter at the harbour"

    assert page(f"<h1>{headline}</h1>{BODY}", f"<title>{headline}{added}</title>").publisher == publisher


@pytest.mark.parametrize(
    "head",
    [
        '<div><a href="/">House of Fiction</a></div>',
        '<p class="site-title">House of Fiction</p><p>A bed, a meal, a call</p>',
    ],
)
def test_a_site_that_heads_the_page_alone_is_the_publisher(head: str) -> None:
    body = f"{head}<h1>Fiction opens a shelter</h1>{BODY}"

    assert (
        page(body, "<title>Fiction opens a shelter :: House of Fiction</title>").publisher
        == "House of Fiction"
    )


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "<font size=7><b>Fiction State University</b></font><br><p><b>Study: most children call</b></p>",
            "Study: most children call",
        ),
        ("<h1>Foundation of Fiction</h1><h2>Officers learn to listen</h2>", "Officers learn to listen"),
        ("<h2>Consulate of Fiction</h2><h3>Officers learn to listen</h3>", "Officers learn to listen"),
    ],
)
def test_the_name_of_a_body_is_no_headline_where_another_line_is(body: str, title: str) -> None:
    assert page(body + BODY, "<title>Fiction State University</title>").title == title


def test_the_language_is_declared_in_more_than_one_way() -> None:
    assert page(BODY, '<meta property="og:locale" content="es_MX">').language == "es"
    assert page(BODY, ld('{"inLanguage": "pt-BR"}')).language == "pt"


# Hostile pages -------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "rest",
    [
        "<a href='#n1'><sup>1</sup></a>" * 20_000 + "<p id=n1>note</p>",
        "<div><h3>Related</h3>" * 20_000,
        f"<div class=sidebar>{LONG}</div>" * 20_000,
        "<table><tr><td>a<td>1" * 10_000,
        "<p style='mso-list:l0 level1 lfo1'>a" * 15_000,
        "<footer><p>Contact: a</p>" * 15_000,
        "<p id=a><a href=#a>going there</a></p>" * 20_000,
        "<p>" + "<span>12</span>" * 15_000,
        "<figure>" + "<figcaption>some</figcaption>" * 12_000,
        "<figcaption>" * 20_000,
        "<div>" * 20_000 + "here",
        "<header>1<ol>" * 5000,
        "<header>1<center>c</center>" * 10_000,
        "<table><tr>" + "<td>a" * 15_000,
        "<title>" + "a - " * 100_000 + "</title>",
        ld(",   " * 200_000),
    ],
    ids=lambda rest: rest[:16],
)
def test_marks_in_great_numbers_are_read_to_the_end(rest: str) -> None:
    with ends():
        found = page(f"<p>{SAID}</p>{rest}")

    assert SAID in (found.title, *texts(found))


# Lines of the page, and dates that disagree --------------------------------------------------

_HOUSE = (
    "Thirty children who travel alone sleep in the house by the river, where cooks, teachers and neighbours "
    "look after them day and night until their families have been found, which may take months."
)


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Inicio | Servicios | Adopciones | Contáctenos</b></p>",
        "<div>Home | Our work | Jobs | Donate</div>",
        "<p>Visto: 1204 veces</p>",
        "<div>Available in: <a>English</a> <a>Español</a></div>",
        "<div>Noticia anterior: Abren una sede</div>",
        "<p><small>Calle Tres, Faro. Derechos reservados.</small></p>",
        "<div class=mp-foot>15 Avenida 15-16, Barrio Faro. PBX 2411-0191.</div>",
    ],
)
def test_lines_of_the_page_are_no_lines_of_its_text(line: str) -> None:
    body = f"<p>{_HOUSE}</p><p>{_HOUSE}</p>{line}<p>{_HOUSE}</p>"

    assert shown(body) == shown(body.replace(line, ""))


@pytest.mark.parametrize("label", ["Creado", "Created"])
def test_when_a_page_was_made_yields_to_the_dateline_of_its_text(label: str) -> None:
    made = f"<dd>{label}: <time datetime=2023-11-09>9 November 2023</time></dd>"
    text = f"<article><h1>Abren</h1>{made}<p>Nogales, 8 de noviembre de 2023.- {_HOUSE}</p></article>"
    source = Source(location="x.html", content=text.encode(), media_type="text/html", sha256="0" * 64)
    found = extract(parse(source))

    assert found.published
    assert found.published.iso == "2023-11-08"
    assert found.warnings


@pytest.mark.parametrize(
    "byline", ["Por Oficina de Prensa | Jul 3, 2024 | Noticias", "By Press Office | 3 July 2024 | News"]
)
def test_a_date_among_the_pieces_of_a_byline_is_that_of_the_page(byline: str) -> None:
    found = read(f"<article><h1>Abren</h1><div class=entry-meta>{byline}</div><p>{_HOUSE}</p></article>")

    assert found.published
    assert found.published.iso == "2024-07-03"


@pytest.mark.parametrize(
    ("head", "beside", "warned"),
    [
        ("2023-04-28", "<time datetime=2023-04-30>30 April 2023</time>", True),
        ("2023-04-28", "<time datetime=2023-04-28>28 April 2023</time>", False),
        ("2023-04-28", "Publicado el 27 de abril de 2023 por prensa", True),
        ("2023-04-28", "<time itemprop=dateModified datetime=2023-04-30>30 April 2023</time>", False),
    ],
)
def test_a_date_beside_the_headline_is_held_against_that_of_the_head(
    head: str, beside: str, *, warned: bool
) -> None:
    whole = (
        f'<head><meta property="article:published_time" content="{head}"></head><body><article><h1>Abren</h1>'
        f"<p class=meta>{beside}</p><p>{_HOUSE}</p></article></body>"
    )

    found = read(whole)

    assert found.published
    assert found.published.iso == head
    assert bool(found.warnings) is warned


def test_when_an_office_program_made_a_file_is_no_date_of_publication() -> None:
    made = '<meta name=created content="2026-01-01T10:00:00">'

    assert page(STORY, f'<meta name=generator content="LibreOffice 7.4">{made}').published is None
    assert page(STORY, made).published


def test_the_only_date_of_a_byline_is_the_date_of_the_page() -> None:
    byline = "<p class=byline>By the desk | <time datetime=2022-05-17>Tuesday, May 17</time></p>"

    found = page(f"<main><h1>Abren</h1>{byline}<p>{_HOUSE}</p></main>")

    assert found.published
    assert found.published.iso == "2022-05-17"


# Menus that nothing calls so ------------------------------------------------------------------

RIVER = f"<h1>Keepers open a house by the river</h1><p>{LONG}</p><p>{LONG} Again.</p>"


@pytest.mark.parametrize(
    "menu",
    [
        "<div><span>About us</span><span>Programmes</span><span>How to help</span></div>",
        "<table><tr><td>ES | EN<td>About the Council<td>Members<td>Library</table>",
        "<div><a>Nosotros</a><a>Dona</a><a>Voluntariado</a></div>",
        "<div>OUR TOWN | ABOUT US | Members | PAY A BILL</div>",
        "<div id=top><h1>Lantern House</h1><ul><li>La casa</li><li>Tienda</li><li>Socios</li></ul></div>",
    ],
)
def test_a_few_words_above_the_headline_are_a_menu(menu: str) -> None:
    found = "\n".join(texts(page(menu + RIVER)))

    assert not {"About us", "Members", "Voluntariado", "Socios"} & set(found.split("\n"))
    assert LONG in found


def test_a_few_words_behind_the_text_are_a_menu_and_those_who_sign_are_not() -> None:
    signed = "<ul><li>Casa del Faro</li><li>Red de la Costa</li><li>Ana Paz Luz</li></ul>"
    foot = "<div><span>Webmaster</span><span>RSS</span><span>Legal terms</span></div>"

    found = texts(page(RIVER + signed + foot))

    assert "Red de la Costa" in found
    assert not any("Webmaster" in text for text in found)


def test_a_column_without_prose_beside_the_text_is_none_of_it() -> None:
    columns = f"<table><tr><td>Quick ways<br>Site plan<td>{RIVER}<td>Poll: do you like it?</table>"

    assert not any("Poll" in text or "Site plan" in text for text in texts(page(columns)))


def test_what_stands_between_label_and_date_is_the_headline() -> None:
    lines = "<div>STATEMENT</div><div>Our bus goes out</div><div>19 May 2026</div>"

    found = page(f"<div>{lines}<div>{LONG}<p>{LONG}</div></div>", head="<title>Newsroom</title>")

    assert found.title == "Our bus goes out"


def test_how_long_a_text_takes_to_read_is_no_part_of_its_date() -> None:
    assert "3 May 2023" in texts(page(f"<h1>Open</h1><p>3 May 2023 · 3 min read</p><p>{LONG}</p>"))


def test_a_list_with_a_date_and_a_contact_below_the_headline_belong_to_the_text() -> None:
    listed = "<ul><li>January 29, 2024</li><li>No Comments</li></ul>"
    contact = "<div>Office of the Keepers. Contact: Ana Luz, 202-555-0191</div>"
    story = f"<div><p>{LONG}<p>{LONG}</div>"

    found = texts(page(f"<div><div><h1>Keepers open a house</h1></div>{listed}{contact}{story}</div>"))

    assert found[:2] == ["January 29, 2024", "Office of the Keepers. Contact: Ana Luz, 202-555-0191"]


def test_elements_set_as_lines_without_a_space_are_lines() -> None:
    card = "<div><strong>Ana Luz</strong><span>Press Officer</span><span>Keepers Peru</span></div>"

    assert "Ana Luz Press Officer Keepers Peru" in shown(card).replace("\n", " ")
    assert "MacDonald" in shown("<p><span>Mac</span><span>Donald</span> of the Keepers came.</p>")


@pytest.mark.parametrize(
    "line",
    [
        "<div>Previous Article | Next Article</div>",
        "<div>Contenido suspendido durante el periodo electoral</div>",
        "<div><h4>Office Locations</h4><div>Lantern House, 12 Shore Road, Phone: 202-555-0100</div></div>",
    ],
)
def test_lines_about_the_site_are_none_of_the_text(line: str) -> None:
    assert texts(page(f"<div><h1>Keepers open a house</h1><p>{LONG}<p>{LONG}{line}</div>")) == [LONG, LONG]


@pytest.mark.parametrize(
    "asking",
    [
        '<div class="box"><h4>Donate now</h4><p>For 20 dollars a month a child sleeps safely.</p></div>',
        "<div><b>Apadrina un aula</b><br>Con 150 pesos al mes una niña tiene maestra.</div>",
        "<div><p>Tienda solidaria</p><p>Tazas hechas por las familias.</p><p>Añadir al carrito</p></div>",
        "<table><tr><td>Our shop</td><td>Mugs and bags made by mothers.</td></tr></table>",
        "<div><h3>Become a monthly donor</h3><p>Join 4,000 friends of the houses.</p></div>",
        '<p><a href="/d">Sponsor a child today</a></p>',
        "<center><b>RED FAROL</b><br>Inicio | Galería | Apadrina un aula | Tienda solidaria</center>",
    ],
)
def test_what_a_site_asks_its_visitors_for_is_no_text(asking: str) -> None:
    page = f"""<html><head><title>Ten new houses</title></head><body><div id="main"><h1>Ten new houses</h1>
    <p>The network received 300 children last week, and each of them was given a bed, a meal and a lawyer.</p>
    <p>The houses stand on the road that most families take, and every one of them has a nurse.</p>
    <h3>How to help</h3><p>Blankets can be left at any house between eight and five.</p></div>
    {asking}</body></html>"""

    document = parse(Source(location="a.html", content=page.encode(), media_type="text/html", sha256=""))

    assert [passage.text for passage in document.passages] == [
        "The network received 300 children last week, and each of them was given a bed, a meal and a lawyer.",
        "The houses stand on the road that most families take, and every one of them has a nurse.",
        "How to help",
        "Blankets can be left at any house between eight and five.",
    ]


@pytest.mark.parametrize("line", ["Imprime la página completa", "Print the full page"])
def test_what_can_be_done_with_a_page_is_a_button(line: str) -> None:
    assert lines.is_button(line)


@pytest.mark.parametrize(
    "line",
    [
        "¿Cómo fue tu experiencia en el portal?",
        "How was your experience on this site?",
        "Califique esta página",
        "Rate this page",
        "¿Le resultó útil esta información?",
        "Did you find this page useful?",
        "Contesta nuestra encuesta de satisfacción",
        "Take our short survey",
        "Ayúdanos a mejorar este sitio.",
        "Reportar un problema en esta página",
        "Usted es el visitante número 3021",
        "You are visitor number 3,021",
        "Contador de visitas: 3021",
        "Visto 3021 veces",
        "412 lecturas",
        "(0 votos)",
        "Hits: 532",
        "Hay 15 invitados y ningún miembro en línea",
        "Hoy: 34 | Ayer: 120 | Esta semana: 800 | Total: 98,221",
        "La legalidad, veracidad y la calidad de la información es estricta responsabilidad de la "
        "dependencia que la proporcionó en virtud de sus facultades normativas.",
        "El contenido de este sitio es responsabilidad de la entidad que lo publica.",
        "Disclaimer: The Government of Fiction accepts no liability for the content of this website.",
        "The accuracy of the information on this page is the responsibility of the agency that provided it.",
        "Este sitio se ve mejor con un navegador antiguo",
        "Site best viewed in 1024 x 768",
        "An official website of the Government of Fiction",
        "Inicio > Noticias > Se abre un albergue",
        "Home » News » Press releases",
        "Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *",
        "Your email address will not be published. Required fields are marked *",
        "¡Escribe el primer comentario!",
        "Be the first to comment",
        "Versión para impresión",
        "Enviar a un amigo",
        "Tamaño de la fuente",
        "Publicado en Noticias",
        "Foto: Prensa del Farol",
        "Este sitio utiliza cookies para mejorar su experiencia. Al continuar acepta su uso.",
        "We use cookies to make this fiction better.",
        "Etiquetas: niñez, migración",
        "Official websites use .gov",
        "Was this page helpful? Yes No",
        "¡Comparte esta nota!",
        "Descarga el comunicado en PDF",
        "Ver galería de fotos",
        "12 visualizaciones",
        "2 Min. de lectura",
        "« Volver",
        "Return to top",
        "Publicador de contenidos",
        "Aceptar todas Rechazar",
        "Accept all cookies",
        "Visto 1.532 veces. Última modificación: lunes 6 de mayo de 2019",
    ],
)
def test_what_a_page_says_to_its_visitors_is_no_text(line: str) -> None:
    assert line not in shown(f"<p>{line}</p>")
    assert line not in shown(f"<div>{line}<br>The last line of this fiction.</div>")


@pytest.mark.parametrize(
    "line",
    [
        "Visitas a 12 albergues del cuento",
        "Total: 98,221",
        "El contenido de la entrevista es responsabilidad de quien la realiza.",
        "The agency accepts no liability for the journey.",
        "Los campos de refugiados están marcados en el mapa.",
        "Publicado en Ginebra",
        "Complete la encuesta con cada niña y cada niño.",
        "The official website of the fund was opened by 300 families in its first hour.",
        "¿Te fue útil la visita del cónsul?",
        "Sí / No",
        "Regresar a casa",
        "Download the form in PDF before you come to the shelter.",
        "We use cookies and milk in this fiction.",
        "Rechazar todas las formas de detención",
        "Visto el expediente. Última modificación: lunes 6 de mayo de 2019",
    ],
)
def test_what_a_text_says_of_such_things_stays(line: str) -> None:
    assert line in shown(f"<p>{line}</p>")


def test_a_counter_beside_a_date_goes_and_the_date_stays() -> None:
    assert "Published: 5 June 2024" in shown("<p>Published: 5 June 2024 | Hits: 532</p>")
    assert "Hits" not in shown("<p>Published: 5 June 2024 | Hits: 532</p>")


def test_the_answers_to_a_question_on_the_page_go_with_it() -> None:
    assert "Sí" not in shown("<p>¿Te sirvió esta información?</p><p>Sí / No</p>")
    assert "\n1" not in shown("<p>Valora este artículo</p><ul><li>1</li><li>2</li><li>3</li></ul>")


def test_where_the_owner_of_a_site_is_stands_outside_the_text() -> None:
    top = "<div><span>PBX: (502) 2999-0000</span><span>info@fiction.example</span></div>"
    foot = "<div><p>15 Invented Avenue</p><p>PBX: (502) 2999-0000</p><p>© 2024 All rights reserved</p></div>"

    text = "\n".join(texts(page(f"{top}<div><h1>Fiction opens a shelter</h1>{STORY}</div>{foot}")))

    assert "2999-0000" not in text
    assert "Avenue" not in text


def test_the_stories_before_and_behind_are_no_text() -> None:
    before = '<a href="/1"><b>Anterior</b> Un puente de cuento</a>'
    beside = f'<div>{before}<a href="/2"><b>Siguiente</b> Un río</a></div>'

    assert "puente" not in shown(f"{STORY}{beside}{STORY}")


@pytest.mark.parametrize(
    "line",
    [
        "Página hecha por el Instituto Farol",
        "Sitio web desarrollado por Farol Digital",
        "Usted es el visitante número 3021. Página elaborada por la Unidad de Informática",
        "Website designed by Lantern Digital",
        "Web design: Lantern Digital",
    ],
)
def test_who_made_a_site_is_its_imprint(line: str) -> None:
    assert lines.is_imprint(line)


@pytest.mark.parametrize(
    "line",
    ["How was your first night?", "La página está llena", "Visitante de Honduras", "Print shops reopen"],
)
def test_lines_of_a_release_are_neither(line: str) -> None:
    assert not lines.is_button(line)
    assert not lines.is_imprint(line)


@pytest.mark.parametrize(
    "around",
    [
        '<div class="alert">Masks are required in all rooms.</div>',
        '<div class="ticker">LIVE: Exchange rates and weather</div>',
        "<p>Home ~ Visit ~ Give ~ Sermons</p>",
        '<p><a href="/c">Citas en línea</a> · <a href="/a">Aranceles</a></p>',
        "<p>View this e-mail in your browser</p>",
    ],
)
def test_what_stands_above_a_headline_is_not_of_the_text(around: str) -> None:
    reading = page(f"{around}<h1>Fiction opens a shelter</h1>{STORY}")

    assert texts(reading)[0].startswith(LONG)


def test_a_menu_in_brackets_leaves_the_name_of_its_site() -> None:
    reading = page(
        f"<p><b>CASA DEL FARO</b> [ Inicio ] [ Galería ] [ Tienda ]</p><h1>Fiction opens</h1>{STORY}"
    )

    assert "[ Inicio ]" not in "\n".join(texts(reading))


@pytest.mark.parametrize(
    "around",
    [
        "<hr><p><small>Recipe of the week: bread for 40 · Prayer list · Unsubscribe</small></p>",
        "<hr><small>Visitas a esta página: muchas. Diseño: el primo de Ana.</small>",
        "<p>La veracidad de la información es estricta responsabilidad de quien la publica.</p>",
        "<p>You are receiving this email because you signed up at our fair.</p>",
        "<div>En atención a la veda electoral, este portal suspende la difusión de propaganda.</div>",
        "<p>Encuesta: ¿Le gusta el nuevo diseño? Sí / No</p>",
    ],
)
def test_what_stands_below_a_text_is_not_of_it(around: str) -> None:
    reading = page(f"<h1>Fiction opens a shelter</h1>{STORY}{around}")

    assert texts(reading)[-1].endswith("That is paragraph 5 of the story.")
