from email.message import EmailMessage
from pathlib import Path

import pytest
from gallery_world import ANNA, DPO, INFO, KARIN, START, ours, page, shown, theirs, words

from bot.answers.pdf import compile_typst, encrypt
from bot.core.vocabulary import Audience
from bot.demo.exhibits import Exhibit
from bot.demo.pictures import MOST_PAGES, pictures

KEY = "lind-sopa-måne-kratta"


def test_a_script_in_a_mail_is_text(tmp_path: Path) -> None:
    """In every word that a stranger, or the story, can set."""
    evil = "<script>alert(1)</script>"
    raw = theirs(evil, sender=f'"{evil}" <x@y.example>', Subject=evil)
    made = page(tmp_path, Exhibit(START, evil, evil, raw, b"no pdf", evil, evil))
    assert not made.xpath("//script | //@onload | //@onclick")
    assert words(made, "//*[@class='text']") == [evil]
    assert words(made, "//*[@class='subject']")[0] == evil
    assert words(made, "//h3") == [evil]


def test_who_writes_can_be_called_otherwise(tmp_path: Path) -> None:
    """An authority is no customer, and a recipient answers from the left."""
    said = Exhibit(START, "S", "c", theirs("a"), called="en myndighet")
    answer = Exhibit(START, "S", "c", theirs("KLART"), side=Audience.RECIPIENT)
    made = page(tmp_path, said, answer)
    assert words(made, "//article//*[@class='chip']") == ["från en myndighet", "från mottagaren"]
    assert made.xpath("//article/@class") == ["requester theirs", "recipient theirs"]


def test_what_is_minor_and_what_is_quoted_is_folded(tmp_path: Path) -> None:
    """Both are there for who opens them; a short quotation stands open."""
    long = "POSTAT\n\n" + "\n".join(f"> rad {n}" for n in range(9))
    short = "STOPP\n\n> Vårens pappersdagar"
    receipt = Exhibit(START, "S", "c", ours(ANNA), minor=True)
    made = page(tmp_path, shown(theirs(long)), shown(theirs(short)), receipt)
    assert len(made.xpath("//details[@class='quote']")) == 1
    assert "rad 8" in made.xpath("//details[@class='quote']")[0].text_content()
    assert len(made.xpath("//article/details[@class='card']")) == 1
    texts = [element.text_content() for element in made.xpath("//*[@class='text']")]
    assert texts[:2] == [long, short]


def test_times_are_swedish(tmp_path: Path) -> None:
    """A mail's own Date is told in Swedish time; without a readable one the story's time is."""
    late = theirs("a", Date="Sat, 28 Mar 2026 20:30:00 -0400")
    made = page(tmp_path, shown(late), shown(theirs("b")), shown(theirs("c", Date="i går")))
    dates = words(made, "//dd[3]")
    assert dates == ["29 mars 2026 kl. 01.30", "10 mars 2026 kl. 09.14", "10 mars 2026 kl. 09.14"]
    assert words(made, "//*[@class='day']") == ["tisdag 10 mars 2026"]


@pytest.mark.parametrize(
    ("raw", "classes"),
    [
        (theirs("a"), "requester theirs"),
        (theirs("a", sender=ANNA), "staff theirs"),
        (theirs("a", sender=DPO), "dpo theirs"),
        (theirs("a", sender="x@notallkontor.example"), "requester theirs"),
        (theirs("a", **{"X-Rightsbot": "forged"}), "requester theirs"),
        (ours(KARIN), "requester ours"),
        (ours(ANNA), "staff ours"),
        (ours(DPO), "dpo ours"),
        (b"\xff\xfe no mail", "requester theirs"),
    ],
)
def test_each_mail_has_its_side_and_its_reader(tmp_path: Path, raw: bytes, classes: str) -> None:
    """What comes in stands left, what we send right; nobody else can stand on our side."""
    assert page(tmp_path, shown(raw)).xpath("//article/@class") == [classes]


def test_a_mail_keeps_its_lines_and_spaces(tmp_path: Path) -> None:
    """Whatever the page does to make it fit a phone."""
    text = f"{'ord ' * 16}\nvidare\n\n    GODKÄNN      (skickas)\n> citat\n* punkt"
    made = page(tmp_path, shown(theirs(text)))
    assert made.xpath("//*[@class='text']")[0].text_content() == text


def test_our_attachments_and_every_mail_are_saved_as_they_are(tmp_path: Path, paper: bytes) -> None:
    """Byte by byte, and linked by the name that the reader saw."""
    raw = ours(KARIN, "Utdrag å.pdf", paper)
    made = page(tmp_path, shown(raw))
    (file,) = made.xpath("//a[text()='Utdrag å.pdf']/@href")
    (mail,) = made.xpath("//*[@class='foot']//a/@href")
    assert (tmp_path / file).read_bytes() == paper
    assert (tmp_path / mail).read_bytes() == raw


def test_what_strangers_attach_is_named_and_stays_in_the_mail(tmp_path: Path) -> None:
    """A page of theirs must not lie beside ours, one click away."""
    mail = EmailMessage()
    mail["From"], mail["To"] = KARIN, INFO
    mail.add_attachment("<script>", subtype="html", filename="faktura.html")
    made = page(tmp_path, shown(mail.as_bytes()))
    assert "faktura.html" in words(made, "//*[@class='foot']")[0]
    assert [each.suffix for each in (tmp_path / "files").iterdir()] == [".eml"]


@pytest.mark.people("P04")
def test_the_passphrase_stands_only_beside_its_pdf(tmp_path: Path, paper: bytes) -> None:
    """And nowhere else on the page."""
    sealed = encrypt(paper, KEY)
    made = page(
        tmp_path,
        shown(ours(KARIN, "utan.pdf", sealed)),
        shown(ours(KARIN, "med.pdf", sealed), passphrase=KEY),
        shown(ours(KARIN), passphrase=KEY),
    )
    without, given = made.xpath("//*[@class='handle']")
    assert " ".join(without.text_content().split()) == "utan.pdf"
    assert KEY in given.text_content()
    assert made.text_content().count(KEY) == 1


def test_a_pdf_is_shown_page_by_page(tmp_path: Path, paper: bytes) -> None:
    """One that does not open is offered to the browser instead."""
    sealed = encrypt(paper, KEY)
    exhibits = [
        Exhibit(START, "S", "c", None, paper, "öppen.pdf"),
        Exhibit(START, "S", "c", None, sealed, "låst.pdf", KEY),
        Exhibit(START, "S", "c", None, sealed, "stängd.pdf"),
        Exhibit(START, "S", "c", None, b"%PDF-broken", "trasig.pdf"),
    ]
    made = page(tmp_path, *exhibits)
    counts = [len(article.xpath(".//img")) for article in made.xpath("//article")]
    assert counts == [2, 2, 0, 0]
    assert made.xpath("//object/@data") == ["files/003-stangd.pdf", "files/004-trasig.pdf"]
    for source in made.xpath("//img/@src"):
        assert (tmp_path / source).read_bytes().startswith(b"\x89PNG")


def test_a_long_pdf_is_shown_in_part(tmp_path: Path) -> None:
    """A thousand pages must not become a thousand pictures."""
    (tmp_path / "long.typ").write_text("#for _ in range(30) { page[x] }", "utf-8")
    assert len(pictures(compile_typst(tmp_path / "long.typ", {}, tmp_path))) == MOST_PAGES


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd.pdf", "001-passwd.pdf"),
        ("..\\..\\boot.ini", "001-boot.pdf"),
        ("/", "001-fil.pdf"),
        ("..", "001-fil.pdf"),
        ("", "001-fil.pdf"),
        ("Å Ä/Brev\0 'till' <Eva>.html", "001-brev-till-eva.pdf"),
        ("x" * 500, f"001-{'x' * 40}.pdf"),
    ],
)
def test_file_names_are_neutral_and_stay_inside(tmp_path: Path, name: str, file: str) -> None:
    """Small ASCII letters, digits and hyphens, and the suffix is ours."""
    folder = tmp_path / "inner"
    page(folder, Exhibit(START, "S", "c", None, b"%PDF-", name))
    assert {each.name for each in tmp_path.iterdir()} == {"inner"}
    assert {each.name for each in folder.iterdir()} == {"files", "index.html"}
    assert [each.name for each in (folder / "files").iterdir()] == [file]
