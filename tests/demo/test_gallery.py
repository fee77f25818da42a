from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import html

from bot.answers.pdf import compile_typst, encrypt
from bot.demo.gallery import Exhibit, write
from bot.demo.pictures import MOST_PAGES, pictures

START = datetime(2026, 3, 10, 8, 14, tzinfo=UTC)
INFO = "info.gavle@allkontor.example"
ANNA = "anna.berg@gavle.allkontor.example"
DPO = "dpo@allkontor.example"
KARIN = "karin.forsbeck@post.example"
KEY = "lind-sopa-måne-kratta"
VOID = {"meta", "img", "link", "br", "hr"}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of two pages."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "two.typ").write_text("Ett #pagebreak() Två", "utf-8")
    return compile_typst(folder / "two.typ", {}, folder)


def theirs(text: str, sender: str = KARIN, **headers: str) -> bytes:
    """A mail that comes in; `headers` are further ones."""
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, INFO
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()


def ours(to: str, name: str = "", pdf: bytes = b"") -> bytes:
    """A mail that we send, with a PDF if it has a name."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["X-Rightsbot"] = INFO, to, "Svar", "2026-17"
    mail.set_content("Hej!")
    if name:
        mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def shown(raw: bytes, minutes: int = 0, scene: str = "Scen", passphrase: str = "") -> Exhibit:
    """A mail so many minutes into the story."""
    at = START + timedelta(minutes=minutes)
    return Exhibit(at, scene, f"Minut {minutes}.", raw, None, "", passphrase)


def page(folder: Path, *exhibits: Exhibit) -> html.HtmlElement:
    """The gallery as a browser reads it."""
    path = write(folder, "Berättelsen", "Så här går det.", exhibits)
    return html.fromstring(path.read_text("utf-8"))


def words(element: html.HtmlElement, path: str) -> list[str]:
    """The words of each element on a path, in single spaces."""
    return [" ".join(each.text_content().split()) for each in element.xpath(path)]


class Balance(HTMLParser):
    """Fails on an end tag that closes another element than the last opened one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """One more is open, unless it holds nothing."""
        del attrs
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        """The last one is closed."""
        assert self.open.pop() == tag


def test_a_script_in_a_mail_is_text(tmp_path: Path) -> None:
    """In every word that a stranger, or the story, can set."""
    evil = "<script>alert(1)</script>"
    raw = theirs(evil, sender=f'"{evil}" <x@y.example>', Subject=evil)
    made = page(tmp_path, Exhibit(START, evil, evil, raw, b"no pdf", evil, evil))
    assert not made.xpath("//script | //@onload | //@onclick")
    assert words(made, "//*[@class='text']") == [evil]
    assert words(made, "//*[@class='subject']")[0] == evil
    assert words(made, "//h2") == [evil]


def test_the_page_needs_nothing_from_outside(tmp_path: Path, paper: bytes) -> None:
    """Every address in it is a file beside it that is there, or a place in the page itself."""
    made = page(tmp_path, shown(theirs("Se https://evil.example/")), shown(ours(KARIN, "u", paper)))
    places = made.xpath("//@href | //@src | //@data")
    inside = [place for place in places if place.startswith("#")]
    assert inside
    assert all(made.xpath(f"//*[@id='{place[1:]}']") for place in inside)
    assert all((tmp_path / place).is_file() for place in places if place not in inside)
    assert "default-src 'none'" in made.xpath("//meta[@http-equiv]/@content")[0]


def test_the_markup_is_whole_and_swedish(tmp_path: Path, paper: bytes) -> None:
    """Each element is closed where it was opened."""
    exhibits = (
        shown(theirs("> hej")),
        Exhibit(START, "Två", "Papper.", None, paper, "brev.pdf"),
        Exhibit(START, "Två", "Tiden går.", None, None, ""),
    )
    made, balance = page(tmp_path, *exhibits), Balance()
    balance.feed((tmp_path / "index.html").read_text("utf-8"))
    assert balance.open == []
    assert made.get("lang") == "sv"
    assert len(made.xpath("//article")) == 3
    ids = made.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_exhibits_stand_by_time_and_scenes_by_their_first(tmp_path: Path) -> None:
    """Also when they are given otherwise, and two of one moment as they were given."""
    told = [(7, "A"), (3, "B"), (1, "A"), (5, "B")]
    exhibits = [shown(theirs(f"{m}"), m, scene) for m, scene in told]
    made = page(tmp_path, *exhibits, shown(theirs("andra"), 7, "A"))
    assert words(made, "//*[@class='text']") == ["1", "7", "andra", "3", "5"]
    assert words(made, "//section/h2") == words(made, "//nav//a") == ["A", "B"]


def test_times_are_swedish(tmp_path: Path) -> None:
    """A mail's own Date is told in Swedish time; without a readable one the story's time is."""
    late = theirs("a", Date="Sat, 28 Mar 2026 20:30:00 -0400")
    made = page(tmp_path, shown(late), shown(theirs("b")), shown(theirs("c", Date="i går")))
    dates = words(made, "//dd[3]")
    assert dates == ["29 mars 2026 kl. 01.30", "10 mars 2026 kl. 09.14", "10 mars 2026 kl. 09.14"]
    assert words(made, "//*[@class='day']") == ["tisdag 10 mars 2026"]


def test_a_time_without_zone_is_refused(tmp_path: Path) -> None:
    """Nobody could say which day it is."""
    with pytest.raises(ValueError, match="zone"):
        page(tmp_path, Exhibit(START.replace(tzinfo=None), "", "", None, None, ""))


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
