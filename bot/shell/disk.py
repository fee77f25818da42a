"""What outlives a power cut."""

import os
from pathlib import Path


def settle(folder: Path) -> None:
    """The names in a folder are on the disk when this returns; OSError if they cannot be."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
