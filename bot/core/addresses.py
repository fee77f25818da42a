"""When two mail addresses are one, and the hash by which a blocked one is known (Art. 21(3))."""

import hashlib
import unicodedata


def normalise_address(text: str) -> str:
    """One mail address: composed, stripped, case folded."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def block_hashes(address: str) -> frozenset[str]:
    """Hex SHA-256 of the normalised address, in UTF-8, in each spelling of its domain.

    A domain with letters outside ASCII has two, its own and the one for machines (RFC 5891): who
    asks by either finds the block. The hash is not keyed, so that a mailing tool can make it
    itself; it stays personal data. Empty for what is no address.
    """
    local, at, domain = normalise_address(address).rstrip(".").rpartition("@")
    if not (local and at and domain):
        return frozenset()
    spelt = {domain, *_other_spellings(domain)}
    return frozenset(hashlib.sha256(f"{local}@{one}".encode()).hexdigest() for one in spelt)


def _other_spellings(domain: str) -> set[str]:
    """As DNS writes the domain, and as people do; none where the library refuses it."""
    try:
        machine = domain.encode("idna").decode("ascii")
        return {machine, normalise_address(machine.encode("ascii").decode("idna"))}
    except UnicodeError:
        return set()
