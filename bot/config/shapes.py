"""From what pydantic says of a file's shape to faults that an operator understands."""

import json
import types
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.config.faults import Fault

LONGEST_SHOWN = 80
LONGEST_ADVICE = 300
HIDDEN = "something that is not shown here"
_SECRET_KEYS = frozenset({"password", "plain", "env"})
_KIND = "Input should be "
_FOREIGN = (
    *(["registers"], ["purposes"], ["recipients"]),
    *(["categories"], ["statements"], ["notice"]),
)
"""Sections whose models belong to other rooms: they say what is wrong, not what to write."""

_PLAIN = {
    "missing": "this key: it is needed",
    "string_type": "text in double quotes",
    "string_too_short": "text that is not empty",
    "too_short": "one entry at least",
    "too_long": "fewer entries",
    "path_type": "a path in double quotes",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a number",
    "int_parsing": "a number",
    "dict_type": "a table",
    "model_type": "a table",
    "list_type": "a list in square brackets",
    "tuple_type": "a list in square brackets",
    "frozen_set_type": "a list in square brackets",
}


def fault_of(error: ErrorDetails, model: type[BaseModel], raw: Mapping[str, Any]) -> Fault:
    """One error of a validation of `raw` by `model`, as key, found and write."""
    steps = [step for step in error["loc"] if step != "[key]"]
    key = dotted(steps, raw)
    if error["type"] == "extra_forbidden":
        return Fault(key, "an unknown key", _neighbour(steps, model))
    if error["type"] == "missing":
        return Fault(key, "nothing", _advice(steps, model, error))
    if "[key]" in error["loc"]:
        return Fault(key, shown(error["input"]), _as_a_key(error))
    found = HIDDEN if _SECRET_KEYS.intersection(map(str, steps)) else shown(error["input"])
    return Fault(key, found, _advice(steps, model, error))


def dotted(steps: list[int | str], raw: Mapping[str, Any]) -> str:
    """The dotted key; an entry of a list goes by its id, or by its place counted from 1."""
    here: Any = raw
    words = []
    for step in steps:
        try:
            here = here[step]
        except (LookupError, TypeError):
            here = None
        words.append(name_in_list(here, step + 1) if isinstance(step, int) else step)
    return ".".join(words)


def name_in_list(entry: object, place: int) -> str:
    """How an entry of a list is called in a dotted key: by its id, else by its place from 1."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and 0 < len(name) <= LONGEST_SHOWN else str(place)


def shown(value: object) -> str:
    """A value as it stands in the file, without any password of a URL, and never long."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, str) and "//" in value:
        value = _without_password(value)
    text = json.dumps(value, ensure_ascii=False, default=str)
    return _clipped(text, LONGEST_SHOWN)


def _clipped(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _without_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return f"…@{url.rpartition('@')[2]}" if "@" in url else url


def _neighbour(steps: list[int | str], model: type[BaseModel]) -> str:
    around = _model_at(steps[:-1], model)
    fields = around.model_fields if around else {}
    known = sorted(name for name, field in fields.items() if not field.exclude)
    near = get_close_matches(str(steps[-1]), known, n=1, cutoff=0.5)
    if near:
        return f"`{near[0]}`, which is the nearest known key, or take the line out"
    return f"one of the known keys ({', '.join(known)}), or take the line out"


def _as_a_key(error: ErrorDetails) -> str:
    if error["type"] == "string_pattern_mismatch":
        return "a name in lower case without åäö, such as gavle"
    return error["msg"].removeprefix(_KIND)


def _advice(steps: list[int | str], model: type[BaseModel], error: ErrorDetails) -> str:
    if error["type"] == "value_error":
        told = _clipped(" ".join(str(error["ctx"]["error"]).split()), LONGEST_ADVICE)
        return f"it anew: {told}" if steps[:1] in _FOREIGN else told
    field = _field_at(steps, model)
    if field is not None and field.description:
        return field.description
    inner = _model_of(field.annotation) if field else None
    if inner is not None:
        needed = [name for name, part in inner.model_fields.items() if part.is_required()]
        return f"the table [{'.'.join(map(str, steps))}] with {', '.join(needed) or 'its keys'}"
    return _PLAIN.get(error["type"], error["msg"].removeprefix(_KIND))


def _field_at(steps: list[int | str], model: type[BaseModel]) -> FieldInfo | None:
    """The field that holds the value at some steps: of a list or table of things, the field's."""
    for number in range(len(steps), 0, -1):
        around = _model_at(steps[: number - 1], model)
        if around is not None:
            return around.model_fields.get(str(steps[number - 1]))
    return None


def _model_at(steps: list[int | str], model: type[BaseModel]) -> type[BaseModel] | None:
    here: object = model
    for step in steps:
        inner = _model_of(here) if not _is_collection(here) else None
        if inner is not None:
            field = inner.model_fields.get(str(step))
            here = field.annotation if field else None
        else:
            here = next((kind for kind in reversed(get_args(_bare(here))) if kind is not ...), None)
    return None if _is_collection(here) else _model_of(here)


def _bare(kind: object) -> object:
    """The kind itself, out of Annotated and Optional."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return _bare(next(part for part in get_args(kind) if part is not type(None)))
    return kind


def _is_collection(kind: object) -> bool:
    return get_origin(_bare(kind)) in {dict, tuple, list, frozenset}


def _model_of(kind: object) -> type[BaseModel] | None:
    bare = _bare(kind)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None
