"""The teller: plays scenes side by side in simulated time, and gives each mail to its own scene."""

import heapq
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.vocabulary import Audience, Mail
from bot.demo.crier import Crier
from bot.demo.exhibits import Exhibit
from bot.demo.names import Names
from bot.demo.origins import Heard, origin
from bot.demo.play import Play, Post
from bot.mail.templates import audience
from bot.shell.identity_provider import FakeIdentityProvider


class Part(Protocol):
    """A scene as the teller sees it: what it is called, what it heard, and when it goes on."""

    title: str
    begins_with: Mail | None
    heard: list[Heard]
    passphrase: str

    def go_on(self) -> str | None:
        """Act until it waits again; the Swedish minute it waits for, None when it has ended."""
        ...


class Teller:
    """Plays scenes, says each mail as it goes, and collects what the gallery hangs up.

    The officer's list comes every working morning; those of `digests` are shown.
    """

    def __init__(
        self,
        play: Play,
        provider: FakeIdentityProvider,
        crier: Crier,
        digests: Collection[date],
    ) -> None:
        self.play = play
        self.provider = provider
        self.crier = crier
        self.names = Names(play.works.settings)
        self.exhibits: list[Exhibit] = []
        self._owners: dict[str, Part] = {}
        self._beginnings: dict[Mail, Part] = {}
        self._digests = digests

    def perform(self, parts: Sequence[Part]) -> None:
        """Each scene goes on when its minute has come, until all have ended.

        What belongs to no matter belongs to the last scene.
        """
        self._beginnings = {part.begins_with: part for part in parts if part.begins_with}
        agenda = [
            (_minute(first), place, part)
            for place, part in enumerate(parts)
            if (first := part.go_on()) is not None
        ]
        heapq.heapify(agenda)
        while agenda:
            at, place, part = heapq.heappop(agenda)
            self._hear(self.play.until(at, sweep=False), parts[-1])
            following = part.go_on()
            if following is not None:
                heapq.heappush(agenda, (_minute(following), place, part))

    def settle(self, acting: Part, boxes: Collection[str]) -> None:
        """The mail in these boxes is dealt with; a matter that is new belongs to who acts."""
        heard = self._hear(self.play.settle(boxes), acting)
        for one in heard:
            if one.number:
                self._owners.setdefault(one.number, acting)

    def show(self, exhibit: Exhibit) -> None:
        """Hang something up."""
        self.exhibits.append(exhibit)

    def _hear(self, posts: Sequence[Post], acting: Part) -> list[Heard]:
        with self.play.works.premises.ledger() as ledger:
            heard = [origin(ledger, post) for post in posts]
        for one in heard:
            if one.number and one.kind in self._beginnings:
                self._owners.setdefault(one.number, self._beginnings[one.kind])
        for part, mails in groupby(heard, lambda one: self._owners.get(one.number, acting)):
            theirs = list(mails)
            part.heard += theirs
            for same in _together(theirs):
                self._say(part, same)
        return heard

    def _say(self, part: Part, same: list[Heard]) -> None:
        """Hang up one mail, however many got it."""
        first = same[0]
        if first.kind is Mail.DIGEST and receipt_day(first.post.at) not in self._digests:
            return
        caption = self.names.caption(first.kind, [one.post.to for one in same])
        self.crier.house(first, caption)
        self.show(
            Exhibit(
                at=first.post.at,
                scene=part.title,
                caption=caption,
                raw=first.post.raw,
                passphrase=part.passphrase if first.kind is Mail.ANSWER else "",
                side=audience(first.kind),
                called=self.names.side(first.post.to)[1],
                minor=first.kind is Mail.TRANSCRIPT,
            )
        )


def _together(heard: list[Heard]) -> Iterator[list[Heard]]:
    """The same words to several people at one moment are one thing to look at."""

    def what(one: Heard) -> tuple[object, ...]:
        alone = one.post.to if audience(one.kind) is Audience.REQUESTER else ""
        return (one.kind, one.number, one.effect.case, one.effect.register, one.post.at, alone)

    kept: dict[tuple[object, ...], list[Heard]] = {}
    for one in heard:
        kept.setdefault(what(one), []).append(one)
    return iter(kept.values())


def _minute(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)
