"""What every fact is: a frozen value, never with personal data."""

from pydantic import BaseModel, ConfigDict


class Written(BaseModel):
    """Something that was written of a matter."""

    model_config = ConfigDict(frozen=True, extra="forbid")
