"""The faithful copy of what the ledger holds of one person: tables with words in each language."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Final

from bot.config import OWN_LEDGER, OWN_PURPOSE, Settings
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.events import Event
from bot.core.matter import Case
from bot.core.vocabulary import Category, Language
from bot.ledger_matters import KeptMatter, KeptOfHer
from bot.mail.templates import SHIPPED
from bot.mail.words import words_of
from bot.registers.records import Code, Column, TableRows
from workflows import ALL

#: the columns of each table, in order; what a column with codes says it with
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "matters": (
        *("number", "company", "received", "asked", "outcome", "ended", "reason", "extended"),
        *("promised", "late", "incident", "proved", "case_until", "files_until"),
    ),
    "mails": ("number", "received", "sender", "subject", "text", "attachments", "until"),
    "addresses": ("number", "address", "role"),
    "corrections": ("number", "old", "new"),
    "blocks": ("hash", "since", "source"),
    "traces": ("received", "mailbox", "verdict", "until"),
}
_CODES: Final = {
    "asked": "asked",
    "outcome": "ledger_outcomes",
    "extended": "extensions",
    "proved": "ledger_proofs",
    "role": "ledger_roles",
    "verdict": "ledger_mails",
}
#: what she wrote herself; the rest came about when we dealt with it
_GIVEN: Final = frozenset(
    {"asked", "sender", "subject", "text", "attachments", "address", "old", "new"}
)
_OUTCOMES: Final = {
    Event.ANSWER_ACCEPTED: "answer",
    Event.REFUSAL_ACCEPTED: "refusal",
    Event.WITHDRAWN: "taken_back",
    Event.REOPENED: "open",
}
"""What a step says of the end of a case; a later one says it anew."""
_BY_PEOPLE: Final = frozenset({Event.DONE, Event.CLASSIFIED})
_Row = tuple[str, ...]


class LedgerCopies:
    """Every table that holds a row; a company is called by its name, a mailbox by its address."""

    def __init__(self, settings: Settings) -> None:
        self._companies = {key: one.name for key, one in settings.companies.items()}
        self._mailboxes = {key: one.address for key, one in settings.mailboxes.items()}

    def tables(self, kept: KeptOfHer) -> tuple[TableRows, ...]:
        """The copy of it; () where nothing is kept."""
        rows: Mapping[str, Callable[[KeptOfHer], Iterator[_Row]]] = {
            "matters": self._matters,
            "mails": _mails,
            "addresses": _addresses,
            "corrections": _corrections,
            "blocks": _blocks,
            "traces": self._traces,
        }
        found = (_table(name, tuple(read(kept))) for name, read in rows.items())
        return tuple(table for table in found if table.rows)

    def _matters(self, kept: KeptOfHer) -> Iterator[_Row]:
        for one in kept.matters:
            matter = one.matter
            for case in matter.cases:
                outcome, ended = _outcome(one, case)
                yield (
                    matter.number,
                    self._companies.get(matter.company, ""),
                    _moment(matter.received_at),
                    case.right or "",
                    outcome,
                    _day(ended),
                    one.texts.get(f"why:{case.number}") or one.texts.get("why_extended", ""),
                    matter.extended or "",
                    _day(matter.promised),
                    _day(one.breached),
                    _moment(matter.incident_at),
                    str(min(matter.level, 3)),
                    _day(one.case_until),
                    _day(one.files_until),
                )

    def _traces(self, kept: KeptOfHer) -> Iterator[_Row]:
        for one in kept.traces:
            box = self._mailboxes.get(one.mailbox, one.mailbox)
            yield _moment(one.received_at), box, one.verdict, _day(one.last_day)


def _outcome(one: KeptMatter, case: Case) -> tuple[str, date | None]:
    """How a case ended, and on which Swedish day; "open" and None while it goes on."""
    outcome, ended = "open", None
    moves = [(at, move) for at, move in one.moves if move.case == case.number]
    for at, move in moves:
        if move.event in _OUTCOMES:
            outcome, ended = _OUTCOMES[move.event], receipt_day(at)
    final = ALL[case.workflow].by_name[case.stage].final
    if outcome == "open" and final and moves:
        at, last = moves[-1]
        return "by_people" if last.event in _BY_PEOPLE else "done", receipt_day(at)
    return outcome, None if outcome == "open" else ended


def _mails(kept: KeptOfHer) -> Iterator[_Row]:
    for one in kept.matters:
        for mail in one.mails:
            letter = mail.letter
            yield (
                one.matter.number,
                _moment(mail.received),
                letter.sender,
                letter.subject,
                letter.text,
                ", ".join(letter.attachments),
                _day(mail.last_day),
            )


def _addresses(kept: KeptOfHer) -> Iterator[_Row]:
    """The other address of a matter is hers only where it is the one that was proved."""
    hers = {one.whose for one in kept.matters}
    for one in kept.matters:
        for role in dict.fromkeys(("requester", one.matter.proved or "requester")):
            address = one.texts.get(role, "")
            if address:
                yield one.matter.number, address, role if role == "requester" else "other"
        for address in json.loads(one.texts.get("block") or "[]"):
            if address.casefold() in hers:
                yield one.matter.number, address, "block"


def _corrections(kept: KeptOfHer) -> Iterator[_Row]:
    for one in kept.matters:
        for case in one.matter.cases:
            for change in json.loads(one.texts.get(f"changes:{case.number}") or "[]"):
                yield one.matter.number, change["old"], change["new"]


def _blocks(kept: KeptOfHer) -> Iterator[_Row]:
    """Who else named her address is nobody's to learn: only her own matter is named."""
    hers = {one.matter.number for one in kept.matters}
    for one in kept.blocks:
        yield one.hash, _day(one.since), one.source if one.source in hers else ""


def _table(name: str, rows: tuple[_Row, ...]) -> TableRows:
    said = {language: words_of(SHIPPED, language).tables for language in Language}
    titles = {language: said[language]["ledger_tables"][name] for language in Language}
    labels = {
        column: {language: said[language]["ledger_columns"][column] for language in Language}
        for column in _COLUMNS[name]
    }
    columns = tuple(
        Column(
            column,
            labels[column][Language.SV],
            labels[column][Language.EN],
            tuple(_codes(column, said)),
            "given" if column in _GIVEN else "observed",
            purposes=(OWN_PURPOSE,),
        )
        for column in _COLUMNS[name]
    )
    return TableRows(
        Category.REQUESTS,
        titles[Language.SV],
        columns,
        rows,
        titles[Language.EN],
        f"{OWN_LEDGER}.{name}",
    )


def _codes(column: str, said: Mapping[Language, Mapping[str, Mapping[str, str]]]) -> Iterable[Code]:
    if column not in _CODES:
        return ()
    sv, en = (said[language][_CODES[column]] for language in (Language.SV, Language.EN))
    return (Code(value, sv[value], en[value]) for value in sv)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _moment(at: datetime | None) -> str:
    """An instant as it was in Sweden, to the second."""
    return at.astimezone(STOCKHOLM).isoformat(timespec="seconds") if at is not None else ""
