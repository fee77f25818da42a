"""A gallery as a browser reads it, and the mails that hang in it."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from lxml import html

from bot.demo.exhibits import Chapter, Exhibit
from bot.demo.gallery import write

START = datetime(2026, 3, 10, 8, 14, tzinfo=UTC)
INFO = "info.gavle@allkontor.example"
ANNA = "anna.berg@gavle.allkontor.example"
DPO = "dpo@allkontor.example"
KARIN = "karin.forsbeck@post.example"


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


def page(folder: Path, *exhibits: Exhibit, chapters: tuple[Chapter, ...] = ()) -> html.HtmlElement:
    """The gallery as a browser reads it."""
    path = write(folder, "Berättelsen", "Så här går det.", exhibits, chapters)
    return html.fromstring(path.read_text("utf-8"))


def words(element: html.HtmlElement, path: str) -> list[str]:
    """The words of each element on a path, in single spaces."""
    return [" ".join(each.text_content().split()) for each in element.xpath(path)]
