"""The last day of each kind of record; it is destroyed the day after."""

from datetime import date, timedelta

from bot.core.deadlines import add_months

RELATION_MONTHS = 24
BOOKKEEPING_YEARS = 7
CASE_YEARS = 5
#: of a closed matter: what came in, in the ledger and where it is filed; snapshots and extracts
MAIL_LIVES = timedelta(days=30)
EXTRACT_LIVES = timedelta(days=90)


def bookkeeping_last_day(fiscal_year_end: date) -> date:
    """The last day that accounting records of a fiscal year ending on a day must be kept."""
    # Bokföringslag (1999:1078) 7 kap. 2 §: "fram till och med det sjunde året efter utgången av
    # det kalenderår då räkenskapsåret avslutades".
    return date(fiscal_year_end.year + BOOKKEEPING_YEARS, 12, 31)


def relation_last_day(ended: date) -> date:
    """The last day that customer data may be kept after the relation ended on a day."""
    # The companies' notice: "under den tid som du är kund hos oss och 24 månader därefter"
    # (GDPR Art. 5(1)(e)); a month is counted as in Regulation 1182/71 Art. 3(2)(c).
    return add_months(ended, RELATION_MONTHS)


def case_last_day(closed: date) -> date:
    """The last day of a case file closed on a day: what was asked, decided and proved, no extract.

    Lag (2018:218) 6 kap. 4 §: no fine where the party was not heard within five years of the
    infringement; GDPR Art. 5(2).
    """
    return add_months(closed, 12 * CASE_YEARS)


def mail_last_day(closed: date | None, *, frozen: bool) -> date | None:
    """The last day of the mails of a matter; None while it is open or in dispute (P24)."""
    # GDPR Art. 5(1)(e); law document, section 5: "Inbound mailbox: mail deleted ≤ 30 days"
    return None if closed is None or frozen else closed + MAIL_LIVES


def extract_last_day(closed: date | None, *, frozen: bool) -> date | None:
    """The last day of what was sent in a matter; None while it is open or in dispute (P24)."""
    # EDPB guidelines 01/2022, footnote 21: evidence for an appropriate time
    return None if closed is None or frozen else closed + EXTRACT_LIVES
