"""What is read in e-mail, and which files are handed out of mails and zip archives."""

from __future__ import annotations

import re
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import FormatUnknown, ParseFailed, SourceError, SourceTooLarge
from kb.parsers import archives
from kb.records import Document
from kb.sources.media import media_type
from tests.office_files import DOCX, MAIL, ZIP, docx, p, read, source, zipped

SAID = "This text is fiction, written for a test of kb, and no real agency said any of it."


def message(body: str = SAID, **headers: str) -> EmailMessage:
    mail = EmailMessage()
    stated = {"From": "Ana Ejemplo <ana@example.org>", "Subject": "Ten beds", "To": "b@example.org"}
    for name, value in (stated | {"Date": "Wed, 03 May 2017 23:30:00 -0600"} | headers).items():
        mail[name] = value
    mail.set_content(body)
    return mail


def mailed(mail: EmailMessage | bytes) -> Document:
    return read(mail if isinstance(mail, bytes) else mail.as_bytes(), MAIL)


def raw(body: str | bytes, *headers: str) -> Document:
    lines = ["From: a@example.org", "Subject: Ten beds", "MIME-Version: 1.0", *headers, "", ""]
    return mailed("\n".join(lines).encode() + (body if isinstance(body, bytes) else body.encode()))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in document.passages]


def found(content: bytes, media_type: str = ZIP) -> list[archives.Member]:
    return list(archives.members(source(content, media_type)))


def named(content: bytes, media_type: str = ZIP) -> list[str]:
    return [member.name for member in found(content, media_type)]


def reasons(members: list[archives.Member]) -> list[str]:
    return [str(member.error) for member in members if member.error]


# Bodies one behind the other ----------------------------------------------------------------------

LONG = "It has ten beds and a kitchen, and whoever comes to the port at night may knock at its door. " * 4
OTHER = "Volunteers cook on Sundays, teach letters on Mondays and repair shoes for those who walk on. " * 4


def _mixed(*bodies: tuple[str, str], kind: str = "mixed") -> Document:
    """What is read in a mail whose bodies stand one behind the other."""
    shown = "".join(
        f"--cut\n{f'Content-Type: text/{form}; charset=utf-8'}\n\n"
        f"{f'<html><body><p>{text}</p></body></html>' if form == 'html' else text}\n"
        for form, text in bodies
    )
    return raw(f"{shown}--cut--\n", f'Content-Type: multipart/{kind}; boundary="cut"')


@pytest.mark.parametrize(
    "forms", [("plain", "html"), ("html", "plain"), ("plain", "plain"), ("html", "html")]
)
def test_bodies_that_are_no_choice_are_all_read(forms: tuple[str, str]) -> None:
    both = _mixed((forms[0], LONG), (forms[1], OTHER))

    assert [text for _, text in kinds(both)] == [LONG.strip(), OTHER.strip()]


def test_a_footer_of_a_list_below_a_page_is_kept() -> None:
    footer = _mixed(("html", LONG), ("plain", "Mailing list of the fiction: to leave it, write to Ana."))

    assert "to leave it" in kinds(footer)[-1][1]


@pytest.mark.parametrize("kind", ["alternative", "mixed"])
def test_a_body_in_two_forms_is_read_once(kind: str) -> None:
    assert kinds(_mixed(("plain", LONG), ("html", LONG), kind=kind)) == [("paragraph", LONG.strip())]


def test_what_a_program_writes_around_a_signed_text_is_left_out() -> None:
    signed = (
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{SAID}\n-----BEGIN PGP SIGNATURE-----\n"
        "Version: 1\n\niQEabc\n-----END PGP SIGNATURE-----\n"
    )

    assert kinds(raw(signed, "Content-Type: text/plain")) == [("paragraph", SAID)]


def test_an_encrypted_mail_is_told_as_such() -> None:
    parts = (
        "--cut\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--cut\n"
        "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"
        "-----END PGP MESSAGE-----\n--cut--\n"
    )
    head = b'From: a@example.org\nSubject: Beds\nContent-Type: multipart/encrypted; boundary="cut"\n\n'

    (member,) = found(head + parts.encode(), MAIL)

    with pytest.raises(FormatUnknown, match="PGP"):
        media_type(member.content, member.name)


# Headers ------------------------------------------------------------------------------------------


def test_the_subject_is_the_title_and_the_date_that_of_the_sender() -> None:
    document = mailed(message(Subject="Niñez migrante: diez camas"))

    assert document.title == "Niñez migrante: diez camas"
    assert document.published is not None
    assert document.published.iso == "2017-05-03"  # which was already the 4th in Greenwich


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Oficina de Prensa de Ficticia <prensa@example.org>", "Oficina de Prensa de Ficticia"),
        ("FICA <news@fica.example>", "FICA"),
        ("Ana Ejemplo <ana@example.org>", None),
        ("ana@example.org", None),
        ("MARIA <maria@example.org>", None),
    ],
)
def test_only_an_organisation_is_a_publisher(sender: str, publisher: str | None) -> None:
    assert mailed(message(From=sender)).publisher == publisher


@pytest.mark.parametrize("date", ["yesterday", "32 Foo 2017", "", "Wed, 99 May 2017 10:00:00 +0000"])
def test_a_date_that_is_none_is_absent(date: str) -> None:
    assert raw(SAID, f"Date: {date}").published is None


def test_headers_in_bytes_are_decoded() -> None:
    content = "From: a@example.org\nSubject: Niñez\nMIME-Version: 1.0\n\nTexto.".encode("latin-1")

    assert mailed(content).title == "Niñez"


# Bodies -------------------------------------------------------------------------------------------


def test_quoted_lines_are_quotations_and_the_signature_stays() -> None:
    document = raw("An answer.\n\n> The question\n> that was asked.\n\nRegards\n-- \nAna Ejemplo\n")

    assert kinds(document) == [
        ("paragraph", "An answer."), ("quote", "The question that was asked."), ("paragraph", "Regards"),
        ("paragraph", "Ana Ejemplo"),
    ]  # fmt: skip


def test_a_heading_in_the_text_stays_in_it() -> None:
    assert kinds(raw(f"A headline of the release\n\n{SAID}\n"))[0][1] == "A headline of the release"


def test_flowed_lines_are_joined() -> None:
    document = raw("A line \nthat goes on.\n\n> quoted \n> too\n", "Content-Type: text/plain; format=flowed")

    assert kinds(document) == [("paragraph", "A line that goes on."), ("quote", "quoted too")]


@pytest.mark.parametrize("charset", ["utf-8", "us-ascii", "iso-8859-1", "nonsense", "punycode"])
def test_wrong_character_sets_are_no_harm(charset: str) -> None:
    document = raw("Niños y niñas".encode("cp1252"), f"Content-Type: text/plain; charset={charset}")

    assert kinds(document) == [("paragraph", "Niños y niñas")]


def test_transfer_encodings_are_undone() -> None:
    document = raw("Ni=C3=B1os", "Content-Transfer-Encoding: quoted-printable")

    assert kinds(document) == [("paragraph", "Niños")]


def test_the_plain_part_is_read_unless_it_is_a_stub() -> None:
    rich = message(SAID)
    rich.add_alternative(f"<p>{SAID}</p>", subtype="html")
    stub = message("See the HTML part.")
    stub.add_alternative(f"<h2>Beds</h2><p>{SAID}</p><ul><li>Ten</li></ul>", subtype="html")

    assert kinds(mailed(rich)) == [("paragraph", SAID)]
    assert kinds(mailed(stub)) == [("heading", "Beds"), ("paragraph", SAID), ("item", "Ten")]


def test_a_mail_that_was_cut_off_is_told() -> None:
    mail = message()
    mail.add_attachment("Attached text.", filename="notes.txt")
    whole = mail.as_bytes()

    assert not mailed(whole).warnings
    assert "broken off" in str(mailed(whole[: whole.rindex(b"--")][:-40]).warnings[0])


def test_markup_without_end_in_a_mail_is_refused_and_not_left_out() -> None:
    with pytest.raises(SourceTooLarge, match="tags"):
        raw("<b>" * 400_000, "Content-Type: text/html")


def test_attachments_are_no_text() -> None:
    mail = message()
    mail.add_attachment("Attached text.", filename="notes.txt")

    assert kinds(mailed(mail)) == [("paragraph", SAID)]


# What is a mail -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        b"From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nText",
        b"Return-Path: <a@b.c>\nReceived: from x by y;\n\tWed, 3 May 2017\nFrom: a@b.c\n\nText",
        b"From a@b.c Wed May 3 2017\nFrom: Ana\n <a@b.c>\nDate: Wed, 03 May 2017 10:00:00 +0000\n\nText",
    ],
)
def test_mails_are_known_by_their_headers(head: bytes) -> None:
    assert media_type(head, "a") == "message/rfc822"


@pytest.mark.parametrize(
    "head",
    [
        b"Date: 3 May 2017\nContact: Ana Ejemplo, press office\nSubject: Ten beds\n\nText",
        b"From: The press office\nTo: All media\nDate: 3 May 2017\nSubject: Ten beds\n\nText",
        b"For immediate release\nMIME-Version: 1.0\nFrom: a@b.c\n",
        b"",
        b"\n\nFrom: a@b.c\nMIME-Version: 1.0\n",
    ],
)
def test_press_releases_are_no_mails(head: bytes) -> None:
    assert media_type(head, "a") == "text/plain"


# Attachments --------------------------------------------------------------------------------------


def test_attachments_are_members() -> None:
    mail = message()
    mail.add_attachment(docx(p(SAID)), maintype="application", subtype="octet-stream", filename="añejo.docx")
    mail.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", disposition="inline", filename="logo.png"
    )
    mail.add_attachment(b"-", maintype="application", subtype="pgp-signature", filename="signature.asc")
    mail.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="invite.ics")
    mail.add_attachment(message(Subject="Forwarded news"))

    assert named(mail.as_bytes(), MAIL) == ["añejo.docx", "Forwarded news.eml"]
    inner = found(mail.as_bytes(), MAIL)[1]
    assert mailed(inner.content).title == "Forwarded news"


@pytest.mark.parametrize(
    "stated",
    ["Content-Type: multipartxmixed; boundary=b", 'Content-Type: multipart/mixed;\n boundary="else"', "X: y"],
)
def test_parts_that_no_header_declares_rightly_are_parts(stated: str) -> None:
    text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nLa niñez."
    sheet = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nFiction.'
    content = (
        f"From: a@example.org\nSubject: Ten beds\n{stated}\n\n--b\n{text}\n--b\n{sheet}\n--b--\n".encode()
    )

    assert kinds(mailed(content)) == [("paragraph", "La niñez.")]
    assert named(content, MAIL) == ["a.txt"]


def test_mails_inside_each_other_without_an_end_are_nested_too_deeply() -> None:
    head = "From: a@fiction.example\nSubject: {}\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    sent = (
        "".join(head.format(f"level {level}") for level in range(600))
        + "From: a@fiction.example\n\nInnermost"
    )

    members = found(sent.encode(), "message/rfc822")

    assert reasons(members) == ["The parts of the mail are nested too deeply."]


def test_the_mails_of_a_mailbox_are_its_members() -> None:
    first, second = message(Subject="Ten beds"), message("They came.\n\n>From then on they stayed.")
    mailbox = b"".join(
        b"From a@example.org Tue Jul  6 10:00:00 2021\n" + each.as_bytes() + b"\n" for each in (first, second)
    )

    members = found(mailbox, media_type(mailbox, "a.mbox"))

    assert [member.name for member in members] == ["Ten beds.eml", "Ten beds.eml"]
    assert kinds(mailed(members[0].content)) == [("paragraph", SAID)]
    assert kinds(mailed(members[1].content))[-1] == ("paragraph", "From then on they stayed.")


def test_a_mail_with_a_line_that_begins_with_from_is_one_mail() -> None:
    letter = message("We came.\n\nFrom the north: nobody.\n\nFrom: the south").as_bytes()

    assert media_type(letter, "a.eml") == MAIL
    assert media_type(b"From a@example.org Tue Jul  6 10:00:00 2021\n" + letter, "a.eml") == MAIL


def test_a_zip_attached_is_opened() -> None:
    mail = message()
    content = zipped({"a.txt": SAID, "b/c.docx": docx(p(SAID))})
    mail.add_attachment(content, maintype="application", subtype="zip", filename="files.zip")

    assert named(mail.as_bytes(), MAIL) == ["files.zip/a.txt", "files.zip/b/c.docx"]
    assert read(found(mail.as_bytes(), MAIL)[1].content, DOCX).title == SAID


def test_what_outlook_wraps_is_named() -> None:
    mail = message()
    mail.add_attachment(b"x", maintype="application", subtype="ms-tnef", filename="winmail.dat")

    assert "Outlook" in reasons(found(mail.as_bytes(), MAIL))[0]


# Archives -----------------------------------------------------------------------------------------


def test_names_are_labels_and_never_paths() -> None:
    names = ["/etc/passwd", "../../up.txt", "C:\\docs\\a.txt", "bell\x07\u202e.txt", "folder/b.txt"]

    assert named(zipped(dict.fromkeys(names, SAID))) == [
        "etc/passwd", "up.txt", "docs/a.txt", "bell.txt", "folder/b.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_names_of_older_programs_are_decoded(encoding: str) -> None:
    bytes_of_name = "ñÁ".encode(encoding)
    packed = zipped({"x" * len(bytes_of_name): SAID}).replace(b"x" * len(bytes_of_name), bytes_of_name)

    assert named(packed) == ["ñÁ"]


def test_hidden_files_are_passed_over() -> None:
    files = dict.fromkeys(
        ["__MACOSX/._a.txt", ".DS_Store", "a/.hidden", "~$a.docx", "Thumbs.db", "a.txt"], SAID
    )

    assert named(zipped(files)) == ["a.txt"]


def test_a_link_in_an_archive_is_no_document() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/fiction/elsewhere.txt")
        archive.writestr("b.txt", SAID)

    members = found(buffer.getvalue())

    assert [(each.name, str(each.error)[:12]) for each in members] == [
        ("a.txt", "It is a link"),
        ("b.txt", "None"),
    ]


def test_archives_are_opened_to_a_depth_of_three() -> None:
    content = zipped({"deep.txt": SAID})
    for _ in range(2):
        content = zipped({"in.zip": content})

    assert named(content) == ["in.zip/in.zip/deep.txt"]
    assert "deep" in reasons(found(zipped({"in.zip": content})))[0]


def test_one_bad_member_does_not_stop_the_others() -> None:
    good, bad = b"good" * 100, b"bad!" * 100
    content = bytearray(zipped({"a.txt": bad, "b.txt": good}, method=zipfile.ZIP_STORED))
    content[content.find(bad) + 5] ^= 1

    members = found(bytes(content))

    assert [member.error is None for member in members] == [False, True]
    assert members[1].content == good


def test_too_much_is_refused_while_it_is_counted() -> None:
    large = zipped({"a.txt": b"0" * 30_000_000, "b.txt": "x"})
    many = zipped({f"{number}.txt": "x" for number in range(10_001)})

    assert "times its size" in reasons(found(large))[0]
    with pytest.raises(SourceTooLarge):
        found(many)


def test_a_broken_archive_is_refused() -> None:
    with pytest.raises(ParseFailed):
        found(zipped({"a.txt": SAID})[:-30])


def test_an_office_file_in_an_archive_is_one_member() -> None:
    sheet = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})

    members = found(zipped({"a.docx": docx(p(SAID)), "b.ods": sheet}))

    assert [member.name for member in members] == ["a.docx", "b.ods"]
    assert isinstance(members[1].error, FormatUnknown)


# Harm ---------------------------------------------------------------------------------------------

HOSTILE = {
    "nested": b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
        for number in range(10_000)
    ),
    "messages in messages": b"Content-Type: message/rfc822\n\n" * 10_000,
    "parameters": b"Content-Type: text/plain; " + b"a*0*=b; " * 50_000 + b"\n\nx",
    "brackets": b"From: " + b'"(' * 50_000 + b"\nMIME-Version: 1.0\n\nx",
    "headers": b"X-A: b\n" * 50_000 + b"\nx",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mails_are_read_or_refused(name: str) -> None:
    content = b"MIME-Version: 1.0\n" + HOSTILE[name]

    for act in (mailed, lambda each: found(each, MAIL)):
        try:
            act(content)
        except SourceError:
            continue


@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for act in (mailed, lambda each: found(each, MAIL), found):
        try:
            act(content)
        except SourceError:
            continue


@given(at=st.floats(0, 0.999), bit=st.integers(0, 7), cut=st.floats(0.1, 1))
def test_a_damaged_archive_is_read_or_refused(at: float, bit: int, cut: float) -> None:
    content = bytearray(ARCHIVE)
    content[int(at * len(content))] ^= 1 << bit

    try:
        found(bytes(content[: int(len(content) * cut)]))
    except SourceError:
        return


def _archive() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/ñ.docx", docx(p(SAID)))
        archive.writestr("b.zip", zipped({"c.txt": SAID}))
    return buffer.getvalue()


ARCHIVE = _archive()


# Forwarded mail -----------------------------------------------------------------------------------

GMAIL = (
    "---------- Forwarded message ---------\nFrom: Office of Fiction <office@example.org>\n"
    "Date: Fri, Apr 1, 2016 at 4:05 PM\nSubject: Instruction on beds\nTo: <ana@example.org>\n"
)
OUTLOOK = (
    "________________________________\nDe: Office of Fiction\nEnviado: viernes, 1 de abril de 2016 16:05\n"
    "Para: Ana Ejemplo\nAsunto: Instruction on beds\n"
)
APPLE = (
    "Inicio del mensaje reenviado:\n\n> De: Office of Fiction <office@example.org>\n"
    "> Asunto: Instruction on beds\n> Fecha: 1 de abril de 2016, 16:05:00 CST\n> Para: ana@example.org\n>\n> "
)


@pytest.mark.parametrize("head", [GMAIL, OUTLOOK, APPLE])
def test_a_forwarded_mail_has_the_title_sender_and_date_of_the_one_inside(head: str) -> None:
    read = mailed(
        message(f"For your kitchen. Ana\n\n{head}\n1. {SAID}\n", Subject="RV: Fwd: Instruction on beds")
    )

    assert (read.title, read.publisher) == ("Instruction on beds", "Office of Fiction")
    assert read.published is not None
    assert read.published.iso == "2016-04-01"
    assert "ana@example.org" not in read.text
    assert SAID in read.text


def test_of_mails_in_mails_the_longest_text_is_meant() -> None:
    middle = GMAIL.replace("Office of Fiction", "Luis").replace("Apr 1", "Apr 3").replace("beds", "all beds")
    body = f"See below.\n\n{middle}\nShort note.\n\n{GMAIL}\n{SAID} {SAID}\n"

    read = mailed(message(body, Subject="Fwd: Fwd: beds"))

    assert (read.title, read.publisher) == ("Instruction on beds", "Office of Fiction")
    assert "Short note." in read.text


def test_a_reply_keeps_its_own_date_and_loses_its_prefix() -> None:
    older = GMAIL.replace("Forwarded message", "Original Message")

    read = mailed(message(f"{SAID}\n\n{older}\nOlder words.\n", Subject="RE: Ten beds"))

    assert read.title == "Ten beds"
    assert read.published is not None
    assert read.published.iso == "2017-05-03"


def test_fields_in_a_text_are_no_headers_of_a_mail() -> None:
    read = mailed(message(f"{SAID}\n\nTo: all houses\nDate: 3 May\nSubject: beds\n", Subject="Fwd: Ten beds"))

    assert "To: all houses" in read.text


def test_bold_lines_of_a_mail_in_html_are_headings_and_its_subject_stands_once() -> None:
    mail = message("See the other part.", Subject="Ten beds for a fiction")
    mail.add_alternative(
        "<h1>Ten beds for a fiction</h1><p><b>1. Beds</b></p><p>All of them are invented.</p>",
        subtype="html",
    )

    assert kinds(mailed(mail)) == [
        ("heading", "1. Beds"),
        ("paragraph", "All of them are invented."),
    ]


def test_letters_that_were_overwritten_in_a_mail_in_html_are_told() -> None:
    document = raw(f"<p>{SAID[:40]}{chr(0) * 20}{SAID[60:]}</p>", "Content-Type: text/html; charset=utf-8")

    assert [warning.values["count"] for warning in document.warnings] == [20]


# Damaged mails ------------------------------------------------------------------------------------

TEXT = """Diez niñas y niños de Ficción llegaron al albergue, según señaló la comisión.

2. Ninguna niña será devuelta a un lugar donde corra riesgo, y su atención será gratuita."""
MIME_SOURCE = re.compile(r"Content-|=C3|={6}|[A-Za-z0-9+/]{60}|boundary=|charset=|=\?")
TOLD = "The mail is damaged; text may be missing or out of place, compare it with the original."


def with_attachment() -> bytes:
    mail = message()
    mail.replace_header("Subject", "Diez niñas")
    mail.set_content(TEXT, cte="quoted-printable")
    mail.add_attachment(docx(p("Anexo de la ficción.")), "application", "octet-stream", filename="Guía.docx")
    mail.set_boundary("===============7985063174142371181==")
    return mail.as_bytes()


def texts(document: Document) -> str:
    return "\n".join(passage.text for passage in document.passages)


@pytest.mark.parametrize(
    ("whole", "damaged"),
    [
        (b"multipart/mixed;", b"multipartomixed;"),
        (b"Content-Type: multipart", b"Cont&nt-Type: multipart"),
        (b"Content-Type: multipart", b"Content-Type multipart"),
        (b"boundary=", b"bound\x01ry="),
        (b'boundary="===', b'boundary="=!='),
        (b'; boundary="===============7985063174142371181=="', b""),
        (b"\n\n--===", b"\n\n--=<="),
        (b"\n--===============7985063174142371181==\nContent-Type: app", b"\nContent-Type: app"),
        (b"\n--===============7985063174142371181==\nContent-Type: app", b"\n--===/===\nContent-Type: app"),
        (b"\n--===============7985063174142371181==\n", b"\n"),
        (b"MIME-Version: 1.0", b"MIME-Version 1.0"),
        (b"<ana@example.org>", b"<anaXexample.org>"),
    ],
)
def test_parts_are_told_apart_where_a_boundary_or_its_declaration_is_damaged(
    whole: bytes, damaged: bytes
) -> None:
    content = with_attachment().replace(b"To: b@example.org", b"Message-ID: <1@example.org>")
    assert whole in content
    content = content.replace(whole, damaged)
    assert media_type(content, "letter.eml") == MAIL
    document = mailed(content)
    assert [passage.text for passage in document.passages] == [
        "Diez niñas y niños de Ficción llegaron al albergue, según señaló la comisión.",
        "Ninguna niña será devuelta a un lugar donde corra riesgo, y su atención será gratuita.",
    ]
    assert named(content, MAIL) == ["Guía.docx"]
    assert found(content, MAIL)[0].content.startswith(b"PK")


def test_parts_that_stand_otherwise_than_declared_are_told() -> None:
    damaged = with_attachment().replace(b"boundary=", b"boundarx=")
    assert list(map(str, mailed(damaged).warnings)) == [
        "The parts of the mail stand otherwise than it declares; compare it with the original."
    ]
    assert not mailed(with_attachment()).warnings


@pytest.mark.parametrize("stated", ["base64", "quoted-printable"])
@pytest.mark.parametrize("wrong", ["7bit", "8bit", "base65", "x-unknown", "quoted-printable", "base64"])
def test_wrong_transfer_encodings_leave_no_source_in_the_text(stated: str, wrong: str) -> None:
    mail = message()
    mail.set_content(TEXT, cte=stated)
    content = mail.as_bytes().replace(f"Encoding: {stated}".encode(), f"Encoding: {wrong}".encode())
    assert texts(mailed(content)) == texts(mailed(mail))


@pytest.mark.parametrize(
    "body",
    [
        "Vea https://example.org/?q=E1&x=F3&z=C3 y http://example.org/?p=A1 y lo demás.",
        "See https://example.org/?id=20 and https://example.org/?id=E131 at =E1.",
        "Short",
    ],
)
def test_prose_and_addresses_are_no_transfer_encoding(body: str) -> None:
    assert texts(raw(body)) == body


def test_the_signature_of_a_program_is_no_text_and_a_list_of_numbers_is() -> None:
    numbers = "\n".join(f"{number:064x}" for number in range(10**75, 10**75 + 5))
    key = "\n".join(["iQIzBAEBCAAdFiEE3q2+7wAoWm9vYmFyYmF6cXV4cXV1eAUCXNqXAAAKCRDd3d3d"] * 5)
    signed = f"{SAID}\n-----BEGIN PGP SIGNATURE-----\n\n{key}\n=AbCd\n-----END PGP SIGNATURE-----\n"

    assert texts(raw(signed)) == SAID
    assert not raw(signed).warnings
    assert numbers.split()[2] in texts(raw(f"{SAID}\n\n{numbers}"))


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_base64_of_which_letters_are_missing_is_no_text(cut: int) -> None:
    mail = message()
    mail.add_attachment((SAID * 9).encode(), "text", "plain", filename="note.txt")
    mail.add_attachment(docx(p(SAID * 9)), "application", "octet-stream", filename="note.docx")
    content = re.sub(rb"(\n\n[A-Za-z0-9+/]{76}\n[A-Za-z0-9+/]{40})" + b"." * cut, rb"\1", mail.as_bytes())
    members = found(content, MAIL)
    assert members[1].content.startswith(b"PK") or members[1].error
    assert str(members[0].error) == "The attachment is empty or damaged; ask for it again."


def test_a_letter_that_is_missing_in_base64_spoils_its_line_alone() -> None:
    mail = message()
    mail.set_content(SAID * 9, cte="base64")
    lines = mail.as_bytes().split(b"\n")
    at = next(number for number, line in enumerate(lines) if len(line) == 76)
    document = mailed(b"\n".join([*lines[: at + 1], lines[at + 1][:-1], *lines[at + 2 :]]))
    assert texts(document).endswith("no real agency said any of it.")
    assert list(map(str, document.warnings)) == [TOLD]


def test_encoded_data_in_a_text_is_left_out_and_told() -> None:
    document = raw(f"{SAID}\n\n{with_attachment().decode().split('base64')[1].split(chr(10) * 2)[1]}")
    assert texts(document) == SAID
    assert [str(each) for each in document.warnings][:1] == [
        "Encoded data in the text of the mail was left out; ask for it as an attachment."
    ]


@given(st.integers(0, 700), st.integers(0, 6))
def test_no_damage_makes_a_text_of_the_source(at: int, bit: int) -> None:
    content = bytearray(with_attachment())
    content[at] ^= 1 << bit
    try:
        document = read(bytes(content), media_type(bytes(content), "letter.eml"))
    except SourceError:
        return
    assert "=C3=" not in texts(document)
    assert not re.search(r"[A-Za-z0-9+/]{70}", texts(document))


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?Diez_ni=C3=B1as?-",
        "=<utf-8?q?Diez_ni=C3=B1as?=",
        "=?utf-8;q?Diez_ni=C3=B1as?=",
        "=?utf-8?s?Diez_ni=C3=B1as?=",
    ],
)
def test_a_subject_with_a_damaged_mark_is_decoded(subject: str) -> None:
    assert mailed(f"From: a@example.org\nSubject: {subject}\n\n{SAID}".encode()).title == "Diez niñas"
