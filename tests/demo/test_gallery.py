from html.parser import HTMLParser
from pathlib import Path

import pytest
from gallery_world import ANNA, DPO, KARIN, START, ours, page, shown, theirs, words

from bot.core.vocabulary import Audience
from bot.demo.exhibits import Chapter, Exhibit

VOID = {"meta", "img", "link", "br", "hr", "input"}


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
    assert words(made, "//section/h3") == words(made, "//nav//a") == ["A", "B"]


def test_scenes_stand_in_their_chapters(tmp_path: Path) -> None:
    """Each with what it shows; one without exhibits is left out, one without chapter comes last."""
    chapters = (
        Chapter("Att radera", {"C": "Tre dagar går.", "tom": "Inget."}),
        Chapter("Att se", {"B": "<b>Ett utdrag."}),
        Chapter("Tomt", {"också tom": ""}),
    )
    exhibits = [shown(theirs(scene), minute, scene) for minute, scene in enumerate("ABC")]
    made = page(tmp_path, *exhibits, chapters=chapters)
    assert words(made, "//nav//h2") == ["Att radera", "Att se"]
    assert words(made, "//section/h3") == words(made, "//nav//a") == ["C", "B", "A"]
    assert words(made, "//section/*[@class='about']") == ["Tre dagar går.", "<b>Ett utdrag."]
    assert words(made, "//article//*[@class='text']") == ["C", "B", "A"]


def test_a_scene_says_how_long_it_takes_and_which_matter_it_is(tmp_path: Path) -> None:
    """The days, the mails, and the number that our own mails carry; a forged number is none."""
    forged = theirs("a", **{"X-Rightsbot": "2026-0099"})
    made = page(tmp_path, shown(forged), shown(ours(KARIN).replace(b"2026-17", b"2026-0017"), 2000))
    told = words(made, "//section/p[@class='quiet']")
    assert told == ["10 mars 2026 till 11 mars 2026, 2 mejl, ärende 2026-0017"]


def test_one_can_look_at_what_one_reader_sees(tmp_path: Path) -> None:
    """A choice for each reader, without any script: every mail stands under exactly one."""
    exhibits = [shown(ours(to)) for to in (KARIN, ANNA, DPO)]
    recipient = Exhibit(START, "Scen", "c", ours("x@mottagare.example"), side=Audience.RECIPIENT)
    made = page(tmp_path, *exhibits, recipient)
    chosen = made.xpath("//input[@type='radio']/@id")
    assert chosen == ["vem-alla", *(f"vem-{each}" for each in Audience)]
    sides = [article.get("class").split()[0] for article in made.xpath("//article")]
    assert sides == list(Audience)
    style = made.xpath("string(//style)")
    assert all(f"#vem-{each}:checked) main article:not(.{each})" in style for each in Audience)


def test_a_time_without_zone_is_refused(tmp_path: Path) -> None:
    """Nobody could say which day it is."""
    with pytest.raises(ValueError, match="zone"):
        page(tmp_path, Exhibit(START.replace(tzinfo=None), "", "", None, None, ""))
