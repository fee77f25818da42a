"""How a fault of ours is written down: its kind and its place, never its text.

The text of an exception may hold what a person wrote; the log must not.
"""

import traceback


def place_of(fault: BaseException) -> str:
    """`KeyError at intake.py:71 < worker.py:30`: the kind and the innermost places."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames)]
    return f"{type(fault).__name__} at {' < '.join(places) or 'nowhere'}"
