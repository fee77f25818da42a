"""What the controllers wrote down about the mails that a mailbox keeps (P20)."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.core.vocabulary import Category
from bot.registers.maps.approved import Key
from bot.registers.maps.fieldmap import Code, FieldMap, Origin, Part, Words
from bot.registers.maps.tablemap import TableMap, Whose

TABLE = "mail"
"""The one table of a mailbox: a row a mail."""

_LABELS = {
    "number": ("Nr", "No."),
    "date": ("Mottaget", "Received"),
    "from": ("Från", "From"),
    "to": ("Till", "To"),
    "cc": ("Kopia", "Cc"),
    "subject": ("Ämne", "Subject"),
    "text": ("Text", "Text"),
    "attachments": ("Bilagor", "Attachments"),
    "folders": ("Mappar", "Folders"),
    "unread": ("Ej hel", "Not whole"),
}
"""The columns of a copy, in order, and what they are called."""
_FREE = frozenset({"from", "to", "cc", "subject", "text", "attachments", "folders"})
_UNREAD = {
    "cut": Code(sv="avkortad", en="cut short"),
    "sealed": Code(sv="krypterad", en="encrypted"),
    "broken": Code(sv="oläslig", en="unreadable"),
}


class BookkeepingMail(Part):
    """Which mails are bookkeeping, and the purpose whose law keeps them (Art. 17(3)(b)).

    A mail is where one of three is true: its sender is in `senders` (an address, or "@domain"), it
    lies in one of `folders`, or we sent it and its subject begins with one of `subjects`. A word
    in a customer's own subject decides nothing. Three empty lists: no mail here is bookkeeping.
    """

    purpose: Key
    senders: tuple[Words, ...] = ()
    subjects: tuple[Words, ...] = ()
    folders: tuple[Words, ...] = ()


class MailboxMap(Part):
    """One mailbox as a register; the config adds the password, read when it is used.

    `ours` are the addresses of the company itself ("@domain" for all of a domain), the mailbox's
    own among them: none of them is a customer's key. `folders` are searched, () is every one;
    `own_folder` is where the bot lays requests, searched too. `impersonal` are folders that hold
    nobody's data. `bookkeeping` and `own_kept_by` (the purpose under which mail of the own folder
    is kept) are None while nobody has said: then an erasure asks people. `writable`: the bot may
    erase; without, people are asked to.

    `origin`, `source` and `purposes` are as in `FieldMap`, for the mails as a whole.
    """

    company: Words
    kind: Literal["mailbox"] = "mailbox"
    host: Words
    port: Annotated[int, Field(strict=True, ge=1, le=65535)]
    security: Literal["none", "starttls", "tls"]
    user: Words
    ours: tuple[Words, ...] = Field(min_length=1)
    folders: tuple[Words, ...] = ()
    impersonal: tuple[Words, ...] = ()
    own_folder: Words = "Rättigheter"
    own_kept_by: Key | None = None
    bookkeeping: BookkeepingMail | None = None
    writable: bool = False
    demo: bool = False
    category: Category
    title_sv: Words
    title_en: Words
    origin: Origin = Origin.UNKNOWN
    source: str = ""
    purposes: tuple[Key, ...] = ()

    @model_validator(mode="after")
    def _our_own_are_addresses(self) -> Self:
        for one in (*self.ours, *(self.bookkeeping.senders if self.bookkeeping else ())):
            if "@" not in one or " " in one:
                raise ValueError(f'"{one}" is neither an address nor "@" and a domain')
        if all(one.startswith("@") for one in self.ours):
            raise ValueError("`ours` needs the mailbox's own address besides whole domains")
        return self

    @model_validator(mode="after")
    def _folders_are_read(self) -> Self:
        both = set(self.impersonal) & {*self.folders, self.own_folder}
        if both:
            raise ValueError(f'"{min(both)}" is read, so it cannot be impersonal')
        return self

    @property
    def tables(self) -> dict[str, TableMap]:
        """The mails as a table, for whoever explains a copy or flags what names other people."""
        fields = {name: self._field(name) for name in _LABELS}
        table = TableMap(
            whose=Whose.PERSON,
            key="number",
            title_sv=self.title_sv,
            title_en=self.title_en,
            fields=fields,
        )
        return {TABLE: table}

    def reads(self, there: Iterable[str]) -> tuple[str, ...]:
        """Which of the folders that are there are searched, in their order."""
        named = {*self.folders, self.own_folder} if self.folders else None
        return tuple(
            name
            for name in there
            if name not in self.impersonal and (named is None or name in named)
        )

    def _field(self, name: str) -> FieldMap:
        label_sv, label_en = _LABELS[name]
        return FieldMap(
            category=self.category,
            label_sv=label_sv,
            label_en=label_en,
            origin=self.origin,
            source=self.source,
            purposes=self.purposes,
            free_text=name in _FREE,
            codes=_UNREAD if name == "unread" else {},
        )
