"""Which mails there are, what each needs to be told, and how one becomes text.

A template is `mail_templates/<language>/<mail>.txt`: its first line is the subject, the rest the
body. Words that stand in tables are in `words.toml` beside it.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.core.commands import COMMANDS, RIGHT_WORDS, Verb, row_of
from bot.core.law import grounds_for
from bot.core.vocabulary import Audience, Extension, Language, Mail, Refusal, Right
from bot.mail.variables import SAME_FOR_ALL, VARIABLES
from bot.mail.words import TemplateFault, as_sentence, inside, spoken, words_of

SHIPPED: Final = Path(str(files("mail_templates")))
_WIDTH = 74
#: the blanks inside a date, a box number, a postcode and a paragraph, where no line may break
_TOGETHER = re.compile(
    r"(?<=\d) (?=[a-zA-Z]+ \d{4}\b)|(?<=[a-zA-Z]) (?=\d{4}\b)"
    r"|(?<=\d{3}) (?=\d\d [A-Z])|(?<=\d{3} \d\d) (?=[A-Z])| (?=§)"
)
_OUTWARD = frozenset({Audience.REQUESTER, Audience.RECIPIENT})


@dataclass(frozen=True)
class Page:
    """One mail as text: a subject on one line, and a body."""

    subject: str
    body: str


def audience(mail: Mail) -> Audience:
    """For whom a mail is: the first word of its name."""
    return Audience(mail.split(".")[0])


def languages(mail: Mail) -> tuple[Language, ...]:
    """The languages a mail must exist in: staff and the data protection officer read Swedish."""
    return tuple(Language) if audience(mail) in _OUTWARD else (Language.SV,)


def file_names(mail: Mail) -> tuple[str, ...]:
    """The template files of a mail: one, or for a refusal one a ground."""
    if mail is Mail.REFUSAL:
        return tuple(f"{mail}.{ground.lower()}.txt" for ground in Refusal)
    return (f"{mail}.txt",)


def format_date(language: Language, day: date) -> str:
    """`10 mars 2026` or `10 March 2026`; an aware datetime also with its Swedish time of day."""
    return words_of(SHIPPED, language).date(day)


@cache
def environment(root: Path, language: Language) -> ImmutableSandboxedEnvironment:
    """The jinja environment of one language below a folder shaped like mail_templates."""
    words = words_of(root, language)

    def load(name: str) -> str | None:
        source = root.joinpath(language, *name.split("/"))
        return source.read_text("utf-8") if source.is_file() else None

    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=words.printed,
    )
    made.filters |= {
        "word": words.word,
        "words": words.words,
        "listed": words.listed,
        "small": words.small,
        "until": words.until,
        "inside": inside,
        "sentence": as_sentence,
        "capital": lambda text: text[:1].upper() + text[1:],
        "klassa": lambda right: RIGHT_WORDS[Right(right)][0],
        "usage": lambda verb: row_of(Verb(verb)).usage,
        "grounds_for": _grounds,
    }
    made.globals |= {
        "commands": COMMANDS,
        "grounds": tuple(map(str, Refusal)),
        "extensions": tuple(map(str, Extension)),
        "also_english": False,
        "all_rights": tuple(Right),
    }
    return made


def _grounds(rights: Iterable[str]) -> list[str]:
    """The grounds on which any of some rights may be refused, in the order of the list."""
    found = {ground for right in rights for ground in grounds_for(Right(right))}
    return [ground.value for ground in Refusal if ground in found]


@cache
def used_variables(root: Path, language: Language, name: str) -> frozenset[str]:
    """Every variable that a template needs from outside, those of its parts included."""
    jinja = environment(root, language)
    source = jinja.loader.get_source(jinja, name)[0] if jinja.loader else ""
    tree = jinja.parse(source, name)
    used = set(meta.find_undeclared_variables(tree)) - set(jinja.globals)
    for part in meta.find_referenced_templates(tree):
        used |= used_variables(root, language, str(part))
    return frozenset(used)


def render(
    mail: Mail | Refusal,
    language: Language,
    variables: Mapping[str, object],
    root: Path = SHIPPED,
    *,
    also_english: bool = False,
) -> Page:
    """Write one mail; a refusal is named by its ground.

    With `also_english` it is Swedish first and English below, under the Swedish subject, whatever
    the language (P26). Raises TemplateFault when a variable is missing or one too many, when there
    is no such template, and when a word has no line in its table.
    """
    if not also_english:
        return _one_page(mail, language, variables, root, also_english=False)
    first = _one_page(mail, Language.SV, variables, root, also_english=True)
    below = _one_page(mail, Language.EN, variables, root, also_english=False)
    heading = words_of(root, Language.EN).tables["heading"]
    return Page(first.subject, f"{first.body}\n{heading}\n\n{below.body}")


def _one_page(
    mail: Mail | Refusal,
    language: Language,
    variables: Mapping[str, object],
    root: Path,
    *,
    also_english: bool,
) -> Page:
    kind = Mail.REFUSAL if isinstance(mail, Refusal) else mail
    name = f"{kind}.{mail.lower()}.txt" if isinstance(mail, Refusal) else f"{mail}.txt"
    file = f"mail_templates/{language}/{name}"
    wrong = _difference(VARIABLES[kind], frozenset(variables), "was not given", "is not declared")
    if wrong:
        raise TemplateFault(f"{file}: {'; '.join(wrong)}")
    said = {key: spoken(value, language) for key, value in variables.items()}
    try:
        template = environment(root, language).get_template(name)
        text = template.render(said, also_english=also_english)
    except TemplateError as fault:
        raise TemplateFault(f"{file}: {type(fault).__name__}: {fault.message}") from fault
    except TemplateFault as fault:
        raise TemplateFault(f"{file}: {fault}") from fault
    return _page(text, words_of(root, language).tables, file)


def _difference(wanted: frozenset[str], got: frozenset[str], missing: str, extra: str) -> list[str]:
    return [f"the variable {name!r} {missing}" for name in sorted(wanted - got)] + [
        f"the variable {name!r} {extra}" for name in sorted(got - wanted)
    ]


def _page(text: str, tables: Mapping[str, str], file: str) -> Page:
    head, _, body = text.partition("\n")
    label, _, line = head.partition(": ")
    subject = tables["subject"]
    if label != subject or not line.strip() or not body.startswith("\n"):
        raise TemplateFault(f"{file}: must begin with '{subject}: …' and a blank line")
    paragraphs = (part.strip("\n") for part in body.split("\n\n"))
    wrapped = (_wrapped(part, tables["closing"]) for part in paragraphs if part.strip())
    return Page(subject=line.strip(), body="\n\n".join(wrapped) + "\n")


def _wrapped(paragraph: str, closing: str) -> str:
    """A paragraph broken anew: values have lengths of their own.

    Indented lines, and those of the closing, keep their own breaks.
    """
    lines = paragraph.splitlines()
    if paragraph.startswith(closing):
        return paragraph
    if any(line.startswith(" ") for line in lines):
        return "\n".join(_filled(line, " " * (len(line) - len(line.lstrip()))) for line in lines)
    return _filled(paragraph)


def _filled(text: str, indent: str = "") -> str:
    # textwrap breaks at no hard space
    return textwrap.fill(
        _TOGETHER.sub("\xa0", text.strip()),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ).replace("\xa0", " ")


def check_templates(root: Path = SHIPPED) -> list[str]:
    """Everything that is wrong with the templates, a sentence each; empty when all is well."""
    return [fault for language in Language for fault in _check_language(root, language)]


def _check_language(root: Path, language: Language) -> Iterator[str]:
    folder = f"mail_templates/{language}"
    silent = {f"{Mail.REFUSAL}.{ground.lower()}.txt" for ground in SAME_FOR_ALL}
    wanted = {
        name: VARIABLES[mail] - ({"why"} if name in silent else set())
        for mail in Mail
        if language in languages(mail)
        for name in file_names(mail)
    }
    found = {each.name for each in root.joinpath(language).iterdir() if each.name.endswith(".txt")}
    yield from (f"{folder}/{name}: is missing" for name in sorted(wanted.keys() - found))
    yield from (f"{folder}/{name}: belongs to no mail" for name in sorted(found - wanted.keys()))
    for name in sorted(wanted.keys() & found):
        try:
            used = used_variables(root, language, name)
        except TemplateError as fault:
            yield f"{folder}/{name}: {type(fault).__name__}: {fault.message}"
            continue
        for wrong in _difference(wanted[name], used, "is declared, never used", "is not declared"):
            yield f"{folder}/{name}: {wrong}"
