"""Whose mail comes from those who supervise us: it goes to a person, whatever it says."""

from typing import Final

#: data protection (Art. 51), consumer law and electronic communications; ours first, then the
#: neighbours' and the Board, through which a complaint from abroad may come (Art. 56 and 60)
_SUPERVISORS: Final = (
    "imy.se",
    "konsumentverket.se",
    "pts.se",
    "datatilsynet.no",
    "datatilsynet.dk",
    "tietosuoja.fi",
    "bfdi.bund.de",
    "edpb.europa.eu",
)


def is_supervisor(address: str | None) -> bool:
    """Whether a lower-case mail address is of a supervisory authority, or below its domain.

    A sender can be forged: what follows must be harmless, as reading by a person is.
    """
    domain = (address or "").rpartition("@")[2]
    return any(domain == known or domain.endswith(f".{known}") for known in _SUPERVISORS)
