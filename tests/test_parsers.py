"""What the parsers read in HTML, Markdown and plain text, and the addresses of the passages."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import FormatUnknown, ParseFailed, SourceEmpty, SourceTooLarge
from kb.parsers import numbering, parse
from kb.parsers.blocks import Block
from kb.parsers.divisions import heading_level
from kb.parsers.numbering import passages
from kb.records import Document, Passage, Source
from tests.endless import ends

FICTION = "This page is fiction, written for a test of kb, and no real agency said any of it."

TEXTS = ("text/html", "text/markdown", "text/plain")


def source(text: str | bytes, media_type: str) -> Source:
    content = text if isinstance(text, bytes) else text.encode()
    return Source(
        location="/fiction",
        content=content,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def html(text: str | bytes) -> Document:
    return parse(source(text, "text/html"))


def markdown(text: str) -> Document:
    return parse(source(text, "text/markdown"))


def plain(text: str | bytes) -> Document:
    return parse(source(text, "text/plain"))


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def outline(document: Document) -> list[tuple[str, str]]:
    return [(passage.address, passage.text) for passage in document.passages]


def addressed(*printed: str | Block) -> list[str]:
    """The addresses of paragraphs that are printed so."""
    blocks = [each if isinstance(each, Block) else Block(text=each) for each in printed]
    return [passage.address for passage in passages(blocks, "en")]


def heading(text: str, level: int = 2) -> Block:
    return Block(text=text, kind="heading", level=level)


def item(text: str, marker: str = "•", level: int = 1) -> Block:
    return Block(text=text, kind="item", level=level, marker=marker)


# What every parser does ----------------------------------------------------------------------


def test_a_format_without_a_parser_is_named() -> None:
    with pytest.raises(FormatUnknown, match="application/fiction"):
        parse(source("x", "application/fiction"))


@pytest.mark.parametrize("media_type", TEXTS)
@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\n\n \t\n", "\u200b\u00ad".encode()])
def test_a_file_without_text_is_empty(media_type: str, content: bytes) -> None:
    with pytest.raises(SourceEmpty):
        parse(source(content, media_type))


@pytest.mark.parametrize("media_type", TEXTS)
def test_what_is_known_of_the_file_is_kept(media_type: str) -> None:
    read = parse(source(FICTION, media_type), kind="guideline", language="pt")

    assert (read.kind, read.language, read.media_type) == ("guideline", "pt", media_type)
    assert read.locations == ("/fiction",)
    assert read.sha256 == hashlib.sha256(FICTION.encode()).hexdigest()
    assert read.warnings == ()


@pytest.mark.parametrize("media_type", TEXTS)
def test_bytes_that_are_lost_are_reported(media_type: str) -> None:
    read = parse(source(FICTION.encode() + "ñ".encode() + b" \x81 \x8d", media_type))

    assert [str(warning) for warning in read.warnings] == ["Characters that could not be decoded: 2."]


@pytest.mark.parametrize("media_type", TEXTS)
def test_the_words_tell_the_language(media_type: str) -> None:
    spanish = "Esta página es ficción: los niños de la frontera no viajan con sus padres y nadie los cuida."

    assert parse(source(spanish, media_type)).language == "es"
    assert parse(source(FICTION, media_type)).language == "en"


@pytest.mark.parametrize("media_type", TEXTS)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(media_type: str, content: bytes) -> None:
    try:
        read = parse(source(content, media_type))
    except (SourceEmpty, ParseFailed):
        return

    addresses = [passage.address for passage in read.passages]
    assert len(set(addresses)) == len(addresses)


# HTML: what belongs to the text ---------------------------------------------------------------

SURROUNDED = f"""<!DOCTYPE html>
<html lang="en"><head><title>Shelter opens | Fictional Agency</title>
<style>p {{ color: red }}</style><script>var secret = "scripted";</script></head>
<body>
<!-- a remark for nobody -->
<header class="site-header"><a href="/">Fictional Agency</a></header>
<nav><ul><li><a href="/a">Navigation one</a></li><li><a href="/b">Navigation two</a></li></ul></nav>
<div id="cookie-banner"><p>We use cookies to improve your stay on this site, say yes.</p></div>
<div class="content"><h1>Shelter opens</h1>
<p>{FICTION}</p>
<p>The shelter for unaccompanied children opened its doors on Monday, the fictional agency said.</p>
<p>It has <b>forty</b> beds, a <a href="/school">school</a> &amp; a garden.<br>Two teachers work there.</p>
<div class="contact"><p>Contact: Ana Ejemplo, press office.</p></div>
</div>
<aside><p>Read about the other shelters that were never built in this story.</p></aside>
<div class="related"><h3>Related</h3><ul><li><a href="/c">A related story about somebody</a></li></ul></div>
<form><p>Write your address to get our news every week.</p><input value="typed"></form>
<footer><p>All rights of this fiction are reserved for ever and a day.</p></footer>
<noscript>Please switch on scripts.</noscript>
</body></html>"""


def test_the_surroundings_of_a_page_are_left_out() -> None:
    assert texts(html(SURROUNDED)) == [
        FICTION,
        "The shelter for unaccompanied children opened its doors on Monday, the fictional agency said.",
        "It has forty beds, a school & a garden. Two teachers work there.",
        "Contact: Ana Ejemplo, press office.",
    ]


def test_the_title_is_the_heading_without_the_name_of_the_site() -> None:
    assert html(SURROUNDED).title == "Shelter opens"


@pytest.mark.parametrize(
    "wrapper", ["main", "article", 'div role="main"', "body", 'div class="wrap sidebar-left"']
)
def test_the_text_is_found_in_any_wrapper(wrapper: str) -> None:
    page = f"<nav><a href=/>Home</a></nav><{wrapper}><p>{FICTION}</p><p>More of it.</p>"

    assert texts(html(page)) == ["More of it."]  # the first line is the title


@pytest.mark.parametrize("tag", ["aside", "footer", "form", "nav", 'div class="content-with-sidebar"'])
def test_an_element_that_holds_the_text_is_not_left_out(tag: str) -> None:
    page = f"<body><{tag}><h1>Fiction</h1><p>{FICTION}</p><p>{FICTION} Again.</p>"

    assert texts(html(page)) == [FICTION, f"{FICTION} Again."]


def test_a_page_of_links_is_read_when_there_is_nothing_else() -> None:
    page = "<body><nav><ul><li><a href=/a>Fiction</a><li><a href=/b>One</a><li>Two</ul></nav></body>"

    assert texts(html(page)) == ["One", "Two"]


def test_a_link_that_is_never_closed_hides_nothing() -> None:
    page = f"<p>{FICTION}</p><a href=/x>Here <div><p>{'The story goes on and on. ' * 40}</p><p>End.</p></div>"

    assert texts(html(page))[-1] == "End."


def test_what_a_page_hides_is_left_out() -> None:
    page = (
        f"<p>{FICTION}</p><p hidden>one</p><p aria-hidden=true>two</p><template>three</template><p>four</p>"
    )

    assert texts(html(page))[-1] == "four"
    assert not {"one", "two", "three"} & set(texts(html(page)))


def test_the_mark_of_a_note_is_no_part_of_the_word() -> None:
    page = f"<p>{FICTION}</p><p>The Convention<sup><a href=#n1>1</a></sup> binds 10<sup>6</sup> people.</p>"

    assert texts(html(page))[-1] == "The Convention binds 10⁶ people."


# HTML: blocks --------------------------------------------------------------------------------


def kinds(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(each.kind, each.level, each.number, each.text) for each in document.passages]


def test_lists_show_the_numbers_that_a_browser_shows() -> None:
    page = (
        "<h1>Fiction</h1><ol start=4><li>four<li>five<li value=9>nine<li>ten</ol><ol type=a><li>a<li>b</ol>"
    )

    assert [(each.number, each.text) for each in html(page).passages] == [
        ("4", "four"),
        ("5", "five"),
        ("9", "nine"),
        ("10", "ten"),
        ("a", "a"),
        ("b", "b"),
    ]


@pytest.mark.parametrize("start", ["-1", "x", "", "99999999999999999999", "1.5"])
def test_a_list_with_a_senseless_start_begins_at_one(start: str) -> None:
    page = f'<h1>Fiction</h1><ol start="{start}"><li>one<li>two</ol>'

    assert [each.number for each in html(page).passages] == ["1", "2"]


def test_nested_lists_keep_their_depth() -> None:
    page = "<h1>Fiction</h1><ul><li>one<ul><li>inner <b>word</b></ul>after</li><li>two</li></ul><p>end"

    assert kinds(html(page)) == [
        ("item", 1, None, "one"),
        ("item", 2, None, "inner word"),
        ("item", 1, None, "after"),
        ("item", 1, None, "two"),
        ("paragraph", 0, None, "end"),
    ]


def test_a_table_is_lines_of_cells() -> None:
    page = """<h1>Fiction</h1><table><caption>Children by year</caption><tr><th>Year<th>Number
    <tr><td>2014<td>68,000<tr><td>2015<td><b>40</b>,000<script>no</script></table>"""

    table = html(page).passages[-1]
    assert table.kind == "table"
    assert table.text == "Children by year\nYear | Number\n2014 | 68,000\n2015 | 40 ,000"


def test_a_table_without_headings_is_layout() -> None:
    page = "<h1>Fiction</h1><table><tr><td><p>left</p><td>right</table>"

    assert texts(html(page)) == ["left", "right"]


@pytest.mark.parametrize(
    "caption", ["Table 2. Times of calls", "Cuadro I: Llamadas", "Gráfica 3.1 – Llamadas"]
)
def test_the_caption_of_a_table_heads_nothing(caption: str) -> None:
    rows = "<tr><th>Hour</th><th>Calls</th></tr><tr><td>8</td><td>12</td></tr>"

    document = html(f"<h1>Fiction</h1><h2>Calls</h2><p>{FICTION}</p><h3>{caption}</h3><table>{rows}</table>")

    assert [each.kind for each in document.passages] == ["heading", "paragraph", "paragraph", "table"]
    assert [each.heading for each in document.passages[1:]] == [("Calls",)] * 3


def test_headings_make_the_path() -> None:
    page = f"<h1>Fiction</h1><h2>One</h2><p>{FICTION}</p><h3>Deep</h3><p>b</p><h2>Two</h2><p>c</p>"

    assert [(each.text, each.heading) for each in html(page).passages if each.kind == "paragraph"] == [
        (FICTION, ("One",)),
        ("b", ("One", "Deep")),
        ("c", ("Two",)),
    ]


def test_a_heading_that_is_never_closed_ends_where_a_paragraph_begins() -> None:
    assert kinds(html("<h2>Fiction<p>text"))[-1] == ("paragraph", 0, None, "text")


def test_one_line_break_is_a_space_and_two_part_paragraphs() -> None:
    assert texts(html("<h1>Fiction</h1>one<br>two<br> <br/>three<br><br><br>four")) == [
        "one two",
        "three",
        "four",
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    block = html("<h1>Fiction</h1><pre>\none\n   two<br>three\n</pre>").passages[-1]

    assert (block.kind, block.text) == ("preformatted", "one\n   two\nthree")


def test_quotations_are_told_apart() -> None:
    assert kinds(html("<h1>Fiction</h1><blockquote><p>said</p></blockquote><p>after</p>")) == [
        ("quote", 0, None, "said"),
        ("paragraph", 0, None, "after"),
    ]


def test_entities_are_letters_and_never_controls() -> None:
    page = "<h1>Fiction</h1>ni&ntilde;ez&nbsp;&#8211; &lt;b&gt; un&shy;accompanied&rlm;&#27;[0m &amp;amp;"

    assert texts(html(page))[-1] == "niñez – <b> unaccompanied[0m &amp;"


def test_scripts_comments_and_processing_instructions_are_no_text() -> None:
    page = (
        "<?xml version='1.0'?><!DOCTYPE html><p>Fiction<!-- x --><?php echo 1 ?><![CDATA[data]]></p><p>b</p>"
    )

    assert not {"x", "php", "echo", "xml", "DOCTYPE"} & set(re.findall(r"\w+", html(page).text))


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + FICTION,
        "<div>" * 20_000 + FICTION + "</div>" * 20_000,
        '<div class="nav">' * 20_000 + FICTION,
        "<p><b>" * 10_000 + FICTION,
        "<ul><li>" * 10_000 + FICTION,
        "<table><th>" * 10_000 + FICTION,
        "<a href=x>" * 20_000 + FICTION,
        "<sup>" * 20_000 + FICTION,
        "<blockquote>" * 20_000 + FICTION,
        FICTION + "</b></div>" * 50_000,
        FICTION + "<a " * 50_000,
        FICTION + "<a b='" * 50_000,
        FICTION + "<!-- " * 50_000,
        FICTION + "<" * 50_000 + "&" * 50_000,
        f"<p>{FICTION}" * 20_000,
        f"<table><tr><th>{FICTION}" + "<td>cell" * 20_000,
        f"<p>{FICTION}</p>" * 25_000,
    ],
    ids=lambda page: page[:12] + page[-5:],
)
def test_hostile_pages_are_read_to_the_end(page: str) -> None:
    with ends():
        assert "This page is fiction" in html(page).text


# HTML: what the head declares ----------------------------------------------------------------


def page_with(head: str, body: str = f"<p>{FICTION}</p><p>And more.</p>") -> Document:
    return html(f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2017-05-12T08:00:00-06:00">',
        '<meta name="DC.date.issued" content="2017-05-12">',
        '<meta name="date" content="12 May 2017">',
        '<meta itemprop="datePublished" content="May 12, 2017">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2017-05-12"}</script>',
        '<script type="application/ld+json">{"@graph": [{}, {"datePublished": "2017-05-12"}]}</script>',
        '<script type="application/ld+json">[{"datePublished": "2017-05-12"}]</script>',
        '<meta name="cXenseParse:recs:publishtime" content="2017-05-12T18:22:00-0500">',
        '<meta name="date" content="soon"><meta name="pubdate" content="2017-05-12">',
    ],
)
def test_the_date_a_page_declares_is_read(head: str) -> None:
    published = page_with(head).published

    assert published
    assert published.iso == "2017-05-12"


def test_a_label_in_the_text_tells_when_a_page_was_released() -> None:
    body = "<p><strong>FAR-21-7</strong></p><span>Publicly Released: May 12, 2017.</span>"
    published = page_with("", f"{body}<p>{FICTION}</p><p>And more.</p>").published

    assert published
    assert published.iso == "2017-05-12"


@pytest.mark.parametrize(
    "json", ["{", "null", '"x"', "[1, null]", '{"@graph": 3}', '{"datePublished": ["x"]}', "[" * 20_000]
)
def test_broken_json_of_a_page_is_passed_over(json: str) -> None:
    assert page_with(f'<script type="application/ld+json">{json}</script>').published is None


def test_the_time_in_the_text_is_its_date() -> None:
    body = f'<main><time datetime="2017-05-12">12 May</time><p>{FICTION}</p><p>More.</p></main>'

    published = page_with("", f"<aside><time>1 January 2020</time></aside>{body}").published

    assert published
    assert published.iso == "2017-05-12"


def test_times_of_other_stories_are_not_the_date() -> None:
    others = "<aside><time>1 January 2020</time><time>2 January 2020</time></aside>"

    assert page_with("", f"{others}<main><p>{FICTION}</p><p>More.</p></main>").published is None


def test_publisher_and_address_are_read() -> None:
    read = page_with(
        '<meta property="og:site_name" content="Fictional  Agency">'
        '<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">'
    )

    assert (read.publisher, read.source) == ("Fictional Agency", "https://example.org/a")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/a", "file:///etc/passwd", ""])
def test_an_address_is_of_the_web(address: str) -> None:
    assert page_with(f'<link rel="canonical" href="{address}">').source is None


def test_the_title_is_what_head_and_heading_agree_on() -> None:
    body = f"<h1>Fictional Agency</h1><h1>Shelter opens</h1><p>{FICTION}</p><p>More.</p>"

    assert page_with("<title>Shelter opens – Fictional Agency</title>", body).title == "Shelter opens"
    assert page_with(
        '<meta property="og:title" content="A&nbsp;shelter">', f"<p>{FICTION}</p><p>b</p>"
    ).title == ("A shelter")


def test_without_any_title_the_first_line_is_it() -> None:
    assert page_with("", "<p>A short line</p><p>And the fiction.</p>").title == "A short line"


@pytest.mark.parametrize(("lang", "language"), [("fr", "fr"), ("FR-ca", "fr"), ("es", "en"), ("{{x}}", "en")])
def test_the_declared_language_counts_where_the_words_cannot_tell(lang: str, language: str) -> None:
    assert html(f'<html lang="{lang}"><p>{FICTION}</p><p>And more.</p></html>').language == language


# Markdown ------------------------------------------------------------------------------------


def test_front_matter_is_read() -> None:
    read = markdown(
        "---\nid: fiction-1\ntitle: 'A  fictional comment'\nkind: Observación general\nlanguage: es-419\n"
        "publisher: Agencia\nsymbol: FIC/C/GC/1\ndate: 12 de mayo de 2017\nsource: https://example.org/1\n"
        "---\nFicción."
    )

    assert (read.id, read.title, read.kind, read.language) == (
        "fiction-1",
        "A fictional comment",
        "general-comment",
        "es",
    )
    assert (read.publisher, read.symbol, read.source) == ("Agencia", "FIC/C/GC/1", "https://example.org/1")
    assert read.published
    assert read.published.iso == "2017-05-12"
    assert texts(read) == ["Ficción."]


def test_a_digest_says_what_it_is_about() -> None:
    read = markdown("---\nkind: digest\ndigest_of:\n  title: Fiction\n  adopted: 2013\n---\nText.")

    assert read.kind == "digest"
    assert read.digest_of
    assert (read.digest_of.title, read.digest_of.adopted and read.digest_of.adopted.year) == ("Fiction", 2013)


LAUGHS = "a: &a [lol]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in pairwise("abcdefghi"))


@pytest.mark.parametrize(
    "front",
    [
        LAUGHS,
        "title: [a, list]\nid: {a: b}",
        "title: !!python/object/apply:os.system ['echo']",
        "title: 2017-01-01\nid: 0x1F",
        "date: soon",
        "language: Klingon\nkind: nonsense",
        "<<: {title: merged}",
    ],
)
def test_odd_front_matter_does_no_harm(front: str) -> None:
    read = markdown(f"---\n{front}\n---\nThe text of a fiction.")

    assert texts(read) == ["The text of a fiction."]
    assert read.language == "en"


@pytest.mark.parametrize(
    "front",
    [
        "title: [",
        "key: &x [*x]",
        "\t- x: y",
        "prose without a name\nfiction: x",
        "a: " + "[" * 3_000,
        "a: x\n" * 20_000,
    ],
)
def test_front_matter_that_is_no_yaml_is_named(front: str) -> None:
    with pytest.raises(ParseFailed, match="front matter"):
        markdown(f"---\n{front}\n---\nFiction.")


@pytest.mark.parametrize(
    "title",
    [
        "Niñez que cruza: un informe",
        "Children: 'who' crosses: a study # 4",
        '"A house" opens: fiction',
        "'Open doors",
        "*Open* doors",
        "@casa abre: ficción",
        "% of children: fiction",
    ],
)
def test_values_of_front_matter_need_no_quotation_marks(title: str) -> None:
    read = markdown(f'---\ntitle: {title}\ndate: "2019-05-02"\ntags: [a, b]\nlanguage: en\n---\nText.')

    assert (read.title, read.language) == (title, "en")
    assert read.published
    assert read.published.as_printed == "2019-05-02"


@pytest.mark.parametrize(
    "opening", ["---\nA rule and prose\n\n---\n\n", "---\n---\n", "---\n\n", "---\n- a\n- b\n---\n"]
)
def test_a_rule_at_the_beginning_is_no_front_matter(opening: str) -> None:
    assert texts(markdown(f"{opening}The text of a fiction."))[-1] == "The text of a fiction."


def test_a_control_character_in_front_matter_is_dropped() -> None:
    assert markdown('---\ntitle: "Fic\\e[31mtion"\n---\nText.').title == "Fic[31mtion"


def test_printed_numbers_are_kept() -> None:
    read = markdown(
        "# Fiction\n\n14. One\n15. Two, wrapped\nover lines\n17. Three\n\n    and its second part\n"
    )

    assert [(each.address, each.number, each.kind, each.text) for each in read.passages][:3] == [
        ("p14", "14", "paragraph", "One"),
        ("p15", "15", "paragraph", "Two, wrapped over lines"),
        ("p17", "17", "paragraph", "Three"),
    ]
    assert texts(read)[3] == "and its second part"


def test_lists_under_a_numbered_paragraph_belong_to_it() -> None:
    read = markdown(
        "# Fiction\n\n1. One\n   - a\n     - deep\n2. Two\n\n   1. x\n   2. y\n\n3) Three\n- bullet\n"
    )

    assert outline(read) == [
        ("p1", "One"),
        ("p1.u1", "a"),
        ("p1.u2", "deep"),
        ("p2", "Two"),
        ("p2.1", "x"),
        ("p2.2", "y"),
        ("p3", "Three"),
        ("p3.u1", "bullet"),
    ]


def test_lettered_paragraphs_belong_to_the_number_above() -> None:
    read = markdown("# Fiction\n\n36. Chapeau:\n\n    (a) first;\n\n    (b) second.\n\n37. Next\n")

    assert outline(read) == [("p36", "Chapeau:"), ("p36.a", "first;"), ("p36.b", "second."), ("p37", "Next")]


def test_a_number_in_a_wrapped_sentence_begins_nothing() -> None:
    read = markdown(
        "# Fiction\n\nIt rose again in\n2014. Then in the year\n16. of them came.\n\n2014. That was it.\n"
    )

    assert texts(read) == ["It rose again in 2014. Then in the year 16. of them came.", "2014. That was it."]


def test_numbers_right_under_their_sentence_are_numbers() -> None:
    assert outline(markdown("# Fiction\n\nIt recommends:\n1. one;\n2. two.")) == [
        ("u1", "It recommends:"),
        ("p1", "one;"),
        ("p2", "two."),
    ]


def test_code_keeps_its_numbers_and_lines() -> None:
    read = markdown("# Fiction\n\n```\n1. code\n- x\n```\n\ntext\n\n    2. code\n")

    assert [(each.kind, each.text) for each in read.passages] == [
        ("preformatted", "1. code\n- x"),
        ("paragraph", "text"),
        ("preformatted", "2. code"),
    ]


def test_nested_lists_of_markdown_keep_their_depth() -> None:
    read = markdown("# Fiction\n\n- a\n  - b\n    - c\n- d\n\n* * *\n\n**bold** end\n")

    assert [(each.kind, each.level, each.text) for each in read.passages] == [
        ("item", 1, "a"),
        ("item", 2, "b"),
        ("item", 3, "c"),
        ("item", 1, "d"),
        ("paragraph", 0, "bold end"),
    ]


def test_tables_and_quotations_of_markdown() -> None:
    read = markdown("# Fiction\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n> so\n")

    assert [(each.kind, each.text) for each in read.passages] == [
        ("table", "a | b\n1 | 2"),
        ("quote", "said so"),
    ]


def test_a_heading_right_after_a_list_is_a_heading() -> None:
    read = markdown("# Fiction\n\n14. One\n## Next\n15. Two\n")

    assert [(each.kind, each.heading) for each in read.passages] == [
        ("paragraph", ()),
        ("heading", ()),
        ("paragraph", ("Next",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](" * 5_000,
        "[^1]" * 5_000 + "\n\n[^1]: note",
        "*a " * 20_000,
        "_" * 20_000 + "x",
        "> " * 3_000 + "x",
        "`a``b " * 5_000,
        "<div>" * 5_000 + "x",
        "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|",
    ],
    ids=lambda text: text[:5],
)
@pytest.mark.slow
def test_hostile_markdown_is_read_to_the_end(text: str) -> None:
    assert markdown(f"# Fiction\n\n{text}").passages


@pytest.mark.slow
def test_lists_as_deep_as_a_well_are_refused() -> None:
    with pytest.raises(ParseFailed, match="nested too deeply"):
        markdown("\n".join("  " * depth + "- fiction" for depth in range(400)))


@given(
    st.lists(
        st.sampled_from(
            [
                "1. a",
                "2. b",
                "- c",
                "  - d",
                "   3. e",
                "",
                "    f",
                "word",
                "# H",
                "> q",
                "```",
                "(a) i",
                "***",
                "14) g",
            ]
        ),
        max_size=12,
    )
)
def test_no_word_of_markdown_is_lost(lines: list[str]) -> None:
    text = "\n".join(["Fiction", "", *lines])

    read = markdown(text)

    shown = " ".join([read.title, *(f"{each.number or ''} {each.text}" for each in read.passages)])
    assert not Counter(re.findall("[a-z]{1,4}", text)) - Counter(re.findall("[a-z]{1,4}", shown))


# Plain text ----------------------------------------------------------------------------------


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(plain("Fiction tells of lines\n\nOne line\r\nand the next\r\n\r\n\r\nTwo\n \t\nThree")) == [
        "One line and the next",
        "Two",
        "Three",
    ]


def test_a_text_with_long_lines_has_a_paragraph_on_each() -> None:
    assert texts(plain(f"Fiction\n{'A long line of it. ' * 20}\nA short one")) == [
        ("A long line of it. " * 20).strip(),
        "A short one",
    ]


def test_form_feeds_are_page_breaks() -> None:
    read = plain("Fiction\n\nOn the first page.\x0cOn the second.\n\nStill.\x0c")

    assert [(each.text, each.page_from) for each in read.passages] == [
        ("On the first page.", 1),
        ("On the second.", 2),
        ("Still.", 2),
    ]


def test_bullets_and_numbers_begin_their_own_passage() -> None:
    read = plain("Fiction\n\nThe list:\n• one\n  goes on\n- two\n* three\n1. four\n(a) five\nb) six")

    assert [(each.kind, each.number, each.text) for each in read.passages] == [
        ("paragraph", None, "The list:"),
        ("item", None, "one goes on"),
        ("item", None, "two"),
        ("item", None, "three"),
        ("paragraph", "1", "four"),
        ("paragraph", "(a)", "five"),
        ("paragraph", "b)", "six"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Fiction\n\nText.", "Fiction"),
        ("PRESS RELEASE\n\nFiction opens\n\nText.", "Fiction opens"),
        ("Comunicado de prensa 045/2017\n\nFiction opens\n\nText.", "Fiction opens"),
        ("FIC/C/GC/14\n\n12.05.2017\n\nA fictional comment\n\nText.", "A fictional comment"),
        ("A fictional convention\n\nPART I\n\nArticle 1\n\n1. Text.", "A fictional convention"),
        ("Article 1\n\nA fictional sentence.", "A fictional sentence."),
        ("Fiction alone", "Fiction alone"),
    ],
)
def test_the_title_is_the_first_line_that_can_be_one(text: str, title: str) -> None:
    assert plain(text).title == title


def test_a_text_of_one_line_keeps_it() -> None:
    assert outline(plain("Fiction alone")) == [("p1", "Fiction alone")]


# Numbers and addresses -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "address", "number", "rest"),
    [
        ("36. The child", "p36", "36", "The child"),
        ("36) El niño", "p36", "36", "El niño"),
        ("36.- El niño", "p36", "36", "El niño"),
        ("36 – The child", "p36", "36", "The child"),
        ("36. “Child” means", "p36", "36", "“Child” means"),
        ("36. the child", "p36", "36", "the child"),
        ("36. 30 per cent of children", "p36", "36", "30 per cent of children"),
        ("50. 50. States parties", "p50", "50", "50. States parties"),
        ("2.1 The child", "p2.1", "2.1", "The child"),
        ("2.1. The child", "p2.1", "2.1", "The child"),
        ("2.1.3 ¿Quién?", "p2.1.3", "2.1.3", "¿Quién?"),
        ("Principle 4: The child.", "principle4", "Principle 4", "The child."),
        ("Recomendación 7. Proteger.", "recommendation7", "Recomendación 7", "Proteger."),
        ("Lineamiento 2.1. Proteger.", "guideline2.1", "Lineamiento 2.1", "Proteger."),
        ("Artículo 3. Los niños.", "art3", "Artículo 3", "Los niños."),
        ("ARTÍCULO 3o.- Los niños.", "art3", "ARTÍCULO 3o", "Los niños."),
        ("Artículo 3 bis. Los niños.", "art3bis", "Artículo 3 bis", "Los niños."),
        ("Regla IV. Los niños.", "rule4", "Regla IV", "Los niños."),
    ],
)
def test_printed_numbers_become_addresses(printed: str, address: str, number: str, rest: str) -> None:
    (passage,) = passages([Block(text=printed)], "en")

    assert (passage.address, passage.number, passage.text) == (address, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "30 experts took part.",
        "3.5 million children",
        "2014 was a bad year.",
        "14 - 16 years of age",
        "14 – 16 years",
        "68.000 Niños",
        "68,000 children",
        "12/05/2017 Geneva",
        "2014. It was.",
        "1,5 por ciento",
        "Article 3 obliges them.",
        "Article 3 (1) states that",
        "Articles 3 and 4",
        "Part of it",
        "Rule of law.",
        "I. am",
        "36",
        "36.",
        "-30-",
    ],
)
def test_a_sentence_that_begins_with_a_number_has_none(text: str) -> None:
    (passage,) = passages([Block(text=text)], "en")

    assert (passage.address, passage.number, passage.text) == ("p1", None, text)


def test_numbers_without_a_mark_are_believed_in_a_run() -> None:
    assert addressed("1 The child", "2 The State", "30 experts came", "3 The court") == [
        "p1",
        "p2",
        "u1",
        "p3",
    ]
    assert addressed("1 in 4 children", "2 of them", "3 Others") == ["p1", "p2", "p3"]


def test_headings_with_numbers() -> None:
    assert addressed(
        heading("1. Purpose"),
        heading("2.1 Scope", 3),
        heading("IV. Rights"),
        heading("B. Care"),
        heading("Annex I"),
        heading("Anexo"),
        heading("30 experts met"),
        heading("3.5 million on the move"),
    ) == ["s1", "s2.1", "s4", "sb", "annex1", "annex", "h1", "h2"]


def test_headings_numbered_without_a_mark_are_believed_in_a_run() -> None:
    assert addressed(heading("1 Purpose"), heading("2 Scope"), heading("3 Words")) == ["s1", "s2", "s3"]


def test_articles_hold_their_paragraphs() -> None:
    assert addressed(
        "PART I",
        "Article 3",
        "1. In all actions",
        "2. States",
        "(a) one",
        "Article 4",
        "1. States",
        "Annex II",
        "1. Forms",
    ) == ["part1", "art3", "art3.1", "art3.2", "art3.2.a", "art4", "art4.1", "annex2", "annex2.p1"]


def test_articles_that_are_paragraphs_hold_theirs_too() -> None:
    assert addressed("Artículo 3. Toda persona:", "I. Vivir;", "II. Jugar.", "a) Mucho.", "1. Otra.") == [
        "art3",
        "art3.i",
        "art3.ii",
        "art3.ii.a",
        "art3.1",
    ]


def test_a_division_that_is_only_a_line_heads_what_follows() -> None:
    found = passages([Block(text="PART I"), Block(text="Article 3"), Block(text="1. Text")], "en")

    assert [each.kind for each in found] == ["heading", "heading", "paragraph"]
    assert found[2].heading == ("PART I", "Article 3")


def test_items_belong_to_the_paragraph_above() -> None:
    assert addressed(
        "36. States should:",
        item("one"),
        item("two"),
        item("deep", "a", 2),
        item("x", "1"),
        "37. And:",
        item("y"),
    ) == ["p36", "p36.u1", "p36.u2", "p36.a", "p36.1", "p37", "p37.u1"]


def test_numbered_lists_that_are_the_text_are_its_paragraphs() -> None:
    assert addressed(
        item("one", "36"), item("a", "a", 2), item("b", "1", 2), item("two", "37"), item("c", "a", 2)
    ) == [
        "p36",
        "p36.a",
        "p36.1",
        "p37",
        "p37.a",
    ]


def test_lettered_items_without_a_paragraph_are_counted() -> None:
    assert addressed("Fiction", "(a) one", "(b) two") == ["p1", "p2", "p3"]


def test_numbers_that_begin_anew_belong_to_their_section() -> None:
    assert addressed(heading("A. One"), "1. a", "2. b", heading("B. Two"), "1. c") == [
        "sa",
        "sa.p1",
        "sa.p2",
        "sb",
        "sb.p1",
    ]


def test_a_number_that_comes_twice_gets_a_second_address() -> None:
    assert addressed("1. a", "1. b", "1. c") == ["p1", "p1-2", "p1-3"]
    assert addressed(heading("Annex I"), heading("Annex I")) == ["annex1", "annex1-2"]


def test_a_text_without_numbers_counts_its_paragraphs() -> None:
    assert addressed("a", heading("H"), "b", item("c")) == ["p1", "h1", "p2", "p3"]
    assert addressed("a", "12. b", "c") == ["u1", "p12", "u2"]


def test_tables_and_code_are_never_numbered() -> None:
    assert addressed(
        "1. a", Block(text="Article 3 | x", kind="table"), Block(text="2. x", kind="preformatted")
    ) == [
        "p1",
        "u1",
        "u2",
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("PART I", 2),
        ("Chapter 3", 3),
        ("Capítulo III. De la niñez", 3),
        ("SECCIÓN SEGUNDA", 4),
        ("Article 12", 5),
        ("Principio 4: Interés superior", 5),
        ("II. INTRODUCTION", 4),
        ("II. Introduction", None),
        ("Article 12 obliges the States.", None),
        ("Annex A", 2),
        ("x" * 200, None),
    ],
)
def test_lines_that_head_a_division(line: str, level: int | None) -> None:
    assert heading_level(line) == level


def test_a_text_in_another_language_says_that_kb_may_find_little_in_it() -> None:
    french = "Le centre accueille des enfants qui voyagent sans leurs parents et qui n'ont pas de papiers. "
    warning = "Its words seem to be in another language (fr)"

    told = parse(source(french * 10, "text/plain"))
    named = parse(source(french * 10, "text/plain"), language="fr")

    assert [str(each).startswith(warning) for each in told.warnings] == [True]
    assert told.language == "fr"
    assert named.warnings == ()


def test_a_passage_has_the_language_of_its_words() -> None:
    spanish = "Los niños y las niñas que viajan sin sus padres tienen los mismos derechos que los demás."

    found = passages([Block(text=spanish), Block(text="Short")], "en")

    assert [each.language for each in found] == ["es", "en"]


BEGINNINGS = st.sampled_from(
    [
        "",
        "1. ",
        "2. ",
        "36) ",
        "2.1 ",
        "3 ",
        "(a) ",
        "b) ",
        "iv. ",
        "IV. ",
        "Article 3",
        "Article 3. ",
        "Artículo 3 ",
        "Annex I",
        "Anexo ",
        "Principle 4: ",
        "PART I ",
        "50. 50. ",
        "14 – ",
        "30 per ",
        "1. 30 ",
        "• ",
        "u1 ",
        "p1 ",
        "(1) ",
        "(2) ",
        "II. ",
        "PRIMERO.- ",
        "Unit 1 ",
        "Art. 2(1) ",
    ]
)
BLOCKS = st.builds(
    lambda beginning, text, kind, level, marker, page: Block(
        text=beginning + text, kind=kind, level=level, marker=marker, page=page
    ),
    BEGINNINGS,
    st.text(st.sampled_from("ABab12. )-(–ñIV\n"), max_size=12),
    st.sampled_from(["paragraph", "heading", "item", "quote", "table", "preformatted"]),
    st.integers(0, 6),
    st.one_of(
        st.none(),
        st.sampled_from(["•", "-", "1", "2", "a", "(b)", "iv", "²", "fn1", "u1"]),
        st.text(max_size=3),
    ),
    st.one_of(st.none(), st.integers(1, 9)),
)


def shown(passage: Passage) -> str:
    return f"{passage.number or ''} {passage.text}"


@given(st.lists(BLOCKS, max_size=12))
def test_addresses_are_unique_and_no_text_is_lost(blocks: list[Block]) -> None:
    found = passages(blocks, "en")

    addresses = [each.address for each in found]
    assert len(set(addresses)) == len(addresses) <= len(blocks)
    assert all(re.fullmatch(r"[a-z][a-z0-9.-]*", address) for address in addresses)
    written = Counter(word for block in blocks for word in re.findall(r"\w+", block.text))
    assert written <= Counter(word for passage in found for word in re.findall(r"\w+", shown(passage)))


@given(st.lists(BLOCKS, max_size=12))
def test_the_same_blocks_have_the_same_addresses(blocks: list[Block]) -> None:
    assert passages(blocks, "en") == passages(blocks, "en")


def test_the_numbering_says_what_it_does_in_its_head() -> None:
    assert numbering.__doc__
    for address in ("p36", "p36.a", "p36.u1", "art3.1", "annex1", "h1", "u1"):
        assert address in numbering.__doc__


def test_a_list_that_carries_the_numbers_on_carries_the_addresses_on() -> None:
    page = (
        "<h1>Fiction</h1><p>1. One.</p><p><b>Principle 1:</b> Fiction.</p><ol start=2><li>Two<li>Three</ol>"
    )

    addresses = [each.address for each in html(page + "<p>4. Four.</p><ol><li>a<li>b</ol>").passages]

    assert addresses == ["p1", "principle1", "p2", "p3", "p4", "p4.1", "p4.2"]


def test_a_list_inside_a_numbered_paragraph_stays_inside() -> None:
    read = html("<h1>Fiction</h1><p>1. One.</p><ol><li>a<li>b<li>c</ol><p>2. Two.</p>")

    assert [each.address for each in read.passages] == ["p1", "p1.1", "p1.2", "p1.3", "p2"]


def test_text_under_a_principle_has_an_address_under_it() -> None:
    read = plain("Fiction\n\nPrinciple 1\n\nFiction says so.\n\nAnd more.\n\nAnnex II\n\nA form.")

    assert [each.address for each in read.passages] == [
        "principle1", "principle1.u1", "principle1.u2", "annex2", "annex2.u1",
    ]  # fmt: skip


def test_decimal_numbers_at_the_beginning_of_a_line_begin_a_passage() -> None:
    read = plain("Fiction\n\n2. Second.\n2.1 First under it.\n2.2 Second under it,\n2.5 million in all.")

    assert [(each.address, each.text) for each in read.passages] == [
        ("p2", "Second."),
        ("p2.1", "First under it."),
        ("p2.2", "Second under it, 2.5 million in all."),
    ]


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("de", "The fiction of a page whose template says German but which is in English.", "en"),
        (
            "de",
            "Eine Fiktion, die in Berlin am Montag vorgestellt wurde und die es so nie gegeben hat, "
            "wie der Verfasser an dieser Stelle gerne noch einmal hervorheben möchte.",
            "de",
        ),
        ("en", "Una ficción en español dentro de una página que dice estar en inglés.", "es"),
    ],
)
def test_words_that_are_clear_count_more_than_the_template(declared: str, text: str, language: str) -> None:
    page = f"<html lang={declared}><h1>Fiction 1</h1><p>{text}</p><p>{text}</p>"

    assert html(page).language == language


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "SECRETARÍA DE FICCIÓN EXTERIOR\nCOMUNICADO No. 241\n\nMéxico, D.F., a 14 de julio de 2014\n\n"
            "FICCIÓN: DOS PAÍSES ACUERDAN MEDIDAS\n\nTexto de ficción.",
            "FICCIÓN: DOS PAÍSES ACUERDAN MEDIDAS",
        ),
        ("Home > Media Centre > Press releases\n\nFiction: experts call\n\nText.", "Fiction: experts call"),
        (
            "United Nations\nFIC/C/GC/99\nDistr.: General\n\nFiction: a comment\n\n1. Text.",
            "Fiction: a comment",
        ),
        (
            "Fiction of the Ministry\nwrapped in two lines\n\nText.",
            "Fiction of the Ministry wrapped in two lines",
        ),
        (
            "Court of Fiction\nPress Release\nPR - 27/2025\nEnglish\n\nCOURT WILL HEAR A CASE\n\nText.",
            "COURT WILL HEAR A CASE",
        ),
        (
            "Boletín\nProyecto «Farol» No. 7\n\nLlaman gratis en la estación\n\nTexto.",
            "Llaman gratis en la estación",
        ),
        ("Nota de prensa\nExpediente núm. 45/2023\n\nAbren dos casas\n\nTexto.", "Abren dos casas"),
        ("Press release\nCase No. 12.345\n\nTwo houses open\n\nText.", "Two houses open"),
    ],
)
def test_what_stands_above_a_headline_is_not_the_title(text: str, title: str) -> None:
    assert plain(text).title == title


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    sentence = "This fiction has no title and begins with a sentence that is much too long to be one, "

    title = plain(sentence * 8).title

    assert title.startswith("This fiction has no title")
    assert title.endswith(" …")
    assert len(title) < 160


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["# a\n", "a\n===\n", "---\n", "<a ", "<a \n\n", "<http://a ", "```a\n\n", "``a` "]
)
def test_marks_without_end_come_to_an_end(piece: str) -> None:
    read = markdown(f"Fiction\n\n{piece * (120_000 // len(piece))}\n\nThe end.")  # most took minutes

    assert read.passages[-1].text.endswith("The end.")


def test_headlines_within_headlines_come_to_an_end() -> None:
    assert len(html("<h1>a " * 5000).passages) > 4000


def test_a_page_with_more_tags_than_any_reader_needs_is_refused() -> None:
    with pytest.raises(SourceTooLarge, match="tags"):
        html("<b>a</b>" * 200_000)


# -- Letters in, letters out ----------------------------------------------------------------------


def test_a_text_that_loses_most_of_its_letters_says_so() -> None:
    hidden = "<script>" + "fiction that no reader will see " * 40 + "</script>"

    document = markdown(f"# Fiction\n\nThis text is fiction.\n\n{hidden}\n")

    assert [str(each)[:4] for each in document.warnings] == ["Only"]


def test_a_page_in_another_language_than_it_states_says_so() -> None:
    words = "The guardian of the child was heard by the judge, and this text is fiction. " * 10

    document = html(f"<html lang='es'><body><p>{words}</p></body></html>")

    assert document.language == "en"
    assert any("its words are in en" in str(each) for each in document.warnings)


def test_a_large_file_with_hardly_any_text_says_so() -> None:
    document = html(f"<html><body><p>This text is fiction.</p><!-- {'x' * 400_000} --></body></html>")

    assert any("hardly any text" in str(each) for each in document.warnings)
