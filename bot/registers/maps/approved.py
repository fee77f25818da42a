"""Texts that the controllers have approved: what may stand in them, and the longer ones whole."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from bot.core.vocabulary import Language

#: sentences of the published notice that are wrong in law (law document, section 0)
_TRAPS: Final = re.compile(
    r"tidigare\slämnande"
    r"|fortsätt\w*\s(?:att\s)?surfa"
    r"|continu\w+\s(?:to\s)?(?:brows|surf)"
    r"|2003:389|25\sjuli\s2003|25\sjuly\s2003"
    r"|ingen\spersonlig\sinformation|no\spersonal\sinformation",
    re.IGNORECASE,
)
#: lag (2022:482) om elektronisk kommunikation, its authority, and consent as PTS reads it
_COOKIE_LAW: Final = (
    ("2022:482", re.compile(r"2022:482")),
    ("PTS", re.compile(r"\bPTS\b")),
    ("consent", re.compile(r"samtyck|consent", re.IGNORECASE)),
)


def _right_in_law(text: str) -> str:
    if "datainspektionen" in text.casefold():
        raise ValueError("Integritetsskyddsmyndigheten (IMY), the authority's name since 2021")
    if trap := _TRAPS.search(" ".join(text.split())):
        raise ValueError(f"it without “{trap[0]}”, which stands in the notice and is wrong in law")
    return text


def _about_cookies(text: str) -> str:
    lacking = [name for name, pattern in _COOKIE_LAW if not pattern.search(text)]
    if text and lacking:
        raise ValueError(
            f"{', '.join(lacking)} too: the law is 2022:482, PTS supervises it, and only what a "
            "visitor has actively said yes to is consent"
        )
    return text


Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Told = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_right_in_law)]
"""A text that customers read; "" means that nobody knows yet."""
AboutCookies = Annotated[Told, AfterValidator(_about_cookies)]


class Part(BaseModel):
    """A frozen table of the config; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Statements(Part):
    """The table [statements]: texts that answer a question whole, paragraphs between blank lines.

    `cookies` is right in law (2022:482; L89), `arrangement` the essence of the arrangement of
    Art. 26(2) with the contact point (L80), `nobody` stands where a purpose has no recipient.
    pydantic's ValidationError for a sentence that is wrong in law.
    """

    demo: bool = False
    cookies_sv: AboutCookies = ""
    cookies_en: AboutCookies = ""
    arrangement_sv: Told = ""
    arrangement_en: Told = ""
    nobody_sv: Told = ""
    nobody_en: Told = ""

    def told(self, statement: str, language: Language) -> str:
        """One statement (`cookies`, `arrangement`, `nobody`) in a language; "" when unknown."""
        return str(getattr(self, f"{statement}_{language}"))

    def paragraphs(self, statement: str, language: Language) -> tuple[str, ...]:
        """The same, paragraph by paragraph, each on one line; () when unknown."""
        pieces = re.split(r"\n\s*\n", self.told(statement, language))
        return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())
