"""What is wrong with a config file, said so that the operator can mend it at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One fault: the dotted key, what was found there (never a secret), what to write instead."""

    key: str
    found: str
    write: str

    def __str__(self) -> str:
        """One line: key, found, write."""
        return f"{self.key}: found {self.found}; write {self.write}"


class ConfigError(Exception):
    """The config file cannot be used; each line names the file, the key, and what to write."""

    def __init__(self, file: Path | str, faults: Iterable[Fault]) -> None:
        self.file = Path(file)
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(f"{self.file}: {fault}" for fault in self.faults))
