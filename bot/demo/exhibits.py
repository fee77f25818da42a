"""What hangs in the gallery: one thing that somebody sees, and the chapters of scenes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.vocabulary import Audience


@dataclass(frozen=True)
class Exhibit:
    """One thing that somebody sees: a mail, or a letter or extract, or neither.

    `at` is aware; `scene` is the title of the scene it belongs to; `caption` says in one sentence
    what happens. `raw` is a mail as RFC 5322 bytes; `pdf` may be encrypted, and is called `name`.
    `passphrase` opens `pdf` or the PDF in the mail, and stands beside it: in the demo only.
    `side` is who writes a mail that comes in or reads one of ours, where its addresses do not say
    it, and `called` what that one is called there. What is `minor` is shown folded.
    """

    at: datetime
    scene: str
    caption: str
    raw: bytes | None = None
    pdf: bytes | None = None
    name: str = ""
    passphrase: str = ""
    side: Audience | None = None
    called: str = ""
    minor: bool = False


@dataclass(frozen=True)
class Chapter:
    """Scenes that stand together; `scenes` says by title, in a sentence, what each one shows."""

    title: str
    scenes: Mapping[str, str]
