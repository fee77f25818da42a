"""The story of the demo as a folder that a browser opens: every mail, letter and extract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from bot.core.vocabulary import Language
from bot.demo.exhibits import Chapter, Exhibit
from bot.demo.pictures import MOST_PAGES
from bot.demo.sheets import FOLDER, Card, card
from bot.mail.compose import format_date


@dataclass(frozen=True)
class _Scene:
    """One scene of the page; `numbers` are those of its matters."""

    place: int
    title: str
    about: str
    cards: tuple[Card, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The matters that its mails name, in order."""
        sheets = [one.sheet for one in self.cards if one.sheet is not None]
        return tuple(dict.fromkeys(sheet.number for sheet in sheets if sheet.number))

    @property
    def mails(self) -> int:
        """How many mails stand in it."""
        return sum(one.sheet is not None for one in self.cards)


def write(
    folder: Path,
    title: str,
    intro: str,
    exhibits: Sequence[Exhibit],
    chapters: Sequence[Chapter] = (),
) -> Path:
    """Write the gallery below `folder`, which is made, and give back the path of its index.html.

    Exhibits stand by time, those of one moment as given; scenes as their chapters say, and those
    of no chapter behind them, where their first exhibit stands. Raises ValueError on a time
    without zone, OSError when the folder cannot be written.
    """
    if any(each.at.tzinfo is None for each in exhibits):
        raise ValueError("an exhibit's time needs its time zone")
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    told = sorted(exhibits, key=lambda each: each.at)
    there = list(dict.fromkeys(each.scene for each in told))
    named = {scene: about for chapter in chapters for scene, about in chapter.scenes.items()}
    others = Chapter("", {scene: "" for scene in there if scene not in named})
    order = [scene for scene in (*named, *others.scenes) if scene in there]
    ordered = [each for scene in order for each in told if each.scene == scene]
    cards = [card(folder, number, each) for number, each in enumerate(ordered, start=1)]
    places = dict(zip(order, count(1)))
    shown = [
        (chapter.title, list(_scenes(chapter, places, cards)))
        for chapter in (*chapters, others)
        if any(scene in places for scene in chapter.scenes)
    ]
    page = folder / "index.html"
    page.write_text(_html(title, intro, shown), encoding="utf-8")
    return page


def _scenes(chapter: Chapter, places: dict[str, int], cards: list[Card]) -> Iterator[_Scene]:
    for scene, about in chapter.scenes.items():
        if scene in places:
            theirs = tuple(one for one in cards if one.scene == scene)
            yield _Scene(places[scene], scene, about, theirs)


def _html(title: str, intro: str, chapters: list[tuple[str, list[_Scene]]]) -> str:
    jinja = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    jinja.filters |= {
        "moment": lambda at: format_date(Language.SV, at),
        "day": lambda at: format_date(Language.SV, at.date()),
    }
    source = files("bot.demo").joinpath("gallery.html.j2").read_text("utf-8")
    return jinja.from_string(source).render(
        title=title, intro=intro, chapters=chapters, most_pages=MOST_PAGES
    )
