"""What a look finds: something that must be mended, or something worth knowing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """One sentence: the key or place, what is so, and what to do. Never a secret."""

    text: str
    is_fault: bool


def fault(text: str) -> Remark:
    """Something that stops the work, or makes it wrong."""
    return Remark(text, is_fault=True)


def note(text: str) -> Remark:
    """Something that works, and that an operator should know."""
    return Remark(text, is_fault=False)
