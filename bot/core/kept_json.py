"""What is laid down as JSON and read back as it was: a plan, a manifest, what is known of her."""

from functools import cache
from typing import Any, Self

from pydantic import TypeAdapter


class KeptJson:
    """What a frozen dataclass is a kind of when it is kept as JSON."""

    def to_json(self) -> str:
        """JSON for the vault."""
        return self._adapter().dump_json(self).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """What `to_json` wrote; pydantic's ValidationError for anything else."""
        read: Self = cls._adapter().validate_json(text)
        return read

    @classmethod
    def _adapter(cls) -> TypeAdapter[Any]:
        return _adapter_of(cls)  # type: ignore[arg-type] # a class can be hashed


@cache
def _adapter_of(kind: type[KeptJson]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
