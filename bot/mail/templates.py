"""Which mails there are, what each needs to be told, and how one becomes text.

A template is `mail_templates/<language>/<mail>.txt`: its first line is the subject, the rest the
body. Words that stand in tables are in `words.toml` beside it.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.core.commands import COMMANDS, RIGHT_WORDS, Verb, row_of
from bot.core.vocabulary import Audience, Language, Mail, Refusal, Right
from bot.mail.words import TemplateFault, words_of

SHIPPED: Final = Path(str(files("mail_templates")))
_WIDTH = 74

_SIGNED = ("number", "company", "address_lines", "phone")
_CASE = (*_SIGNED, "received", "companies")
_PROMISE = ("promised", "late")
_FIRST = (*_CASE, *_PROMISE)
_PROMPT = ("number", "mailbox", "received", "safe_due")


# The one place where the variables of each mail are declared.
VARIABLES: Final[Mapping[Mail, frozenset[str]]] = {
    mail: frozenset(names)
    for mail, names in {
        Mail.ACKNOWLEDGEMENT: (*_FIRST, "asks_access", "marketing_blocked", "other_rights", "code"),
        Mail.NEUTRAL_ACKNOWLEDGEMENT: _FIRST,
        Mail.CODE: (*_FIRST, "code", "to_other_address"),
        Mail.LETTER_COMING: (*_SIGNED, *_PROMISE),
        Mail.WITH_A_PERSON: (*_SIGNED, *_PROMISE, "reason"),
        Mail.ACCESS_ANSWER: (*_CASE, "taken"),
        Mail.NOTHING_HELD: (*_CASE, "taken", "address"),
        Mail.REFUSAL: (*_CASE, "rights"),
        Mail.STOPPED: _SIGNED,
        Mail.CLASSIFY: (*_PROMPT, "act_by", "legal_due", "rights", "because"),
        Mail.BY_HAND: (
            *(*_PROMPT, "legal_due", "rights", "because", "reason"),
            *("folder", "mixed", "fitting"),
        ),
        Mail.POST_LETTER: ("number", "file", "post_by"),
        Mail.APPROVE: (*_PROMPT, "act_by", "preview", "nothing_held", "reason"),
        Mail.MARKETING_CHECK: (*_PROMPT, "reason"),
        Mail.TRANSCRIPT: ("number", "outcome", "command", "rights", "rows", "fitting"),
        Mail.TOKEN_MISUSED: ("number", "received", "reason"),
        Mail.SET_ASIDE: _PROMPT,
        Mail.STAFF_NOT_ME: (*_PROMPT, "stopped"),
        Mail.DIGEST: ("day", "overdue", "due_soon", "waiting"),
        Mail.DPO_NOT_ME: (*_PROMPT, "stopped", "company"),
    }.items()
}


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
    return tuple(Language) if audience(mail) is Audience.REQUESTER else (Language.SV,)


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
        "klassa": lambda right: RIGHT_WORDS[Right(right)][0],
        "usage": lambda verb: row_of(Verb(verb)).usage,
    }
    made.globals |= {
        "commands": COMMANDS,
        "grounds": tuple(map(str, Refusal)),
        "all_rights": tuple(Right),
    }
    return made


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
) -> Page:
    """Write one mail; a refusal is named by its ground.

    Raises TemplateFault when a variable is missing or one too many, when there is no such
    template, and when a word has no line in its table.
    """
    kind = Mail.REFUSAL if isinstance(mail, Refusal) else mail
    name = f"{kind}.{mail.lower()}.txt" if isinstance(mail, Refusal) else f"{mail}.txt"
    file = f"mail_templates/{language}/{name}"
    wrong = _difference(VARIABLES[kind], frozenset(variables), "was not given", "is not declared")
    if wrong:
        raise TemplateFault(f"{file}: {'; '.join(wrong)}")
    try:
        text = environment(root, language).get_template(name).render(**variables)
    except TemplateError as fault:
        raise TemplateFault(f"{file}: {type(fault).__name__}: {fault.message}") from fault
    except TemplateFault as fault:
        raise TemplateFault(f"{file}: {fault}") from fault
    return _page(text, words_of(root, language).tables["subject"], file)


def _difference(wanted: frozenset[str], got: frozenset[str], missing: str, extra: str) -> list[str]:
    return [f"the variable {name!r} {missing}" for name in sorted(wanted - got)] + [
        f"the variable {name!r} {extra}" for name in sorted(got - wanted)
    ]


def _page(text: str, subject: str, file: str) -> Page:
    head, _, body = text.partition("\n")
    label, _, line = head.partition(": ")
    if label != subject or not line.strip() or not body.startswith("\n"):
        raise TemplateFault(f"{file}: must begin with '{subject}: …' and a blank line")
    paragraphs = (part.strip("\n") for part in body.split("\n\n"))
    wrapped = "\n\n".join(_wrapped(part) for part in paragraphs if part.strip())
    return Page(subject=line.strip(), body=wrapped + "\n")


def _wrapped(paragraph: str) -> str:
    """Break again what a long value made too wide; leave alone what fits, and indented lines."""
    lines = paragraph.splitlines()
    if max(map(len, lines)) <= _WIDTH:
        return paragraph
    if any(line.startswith(" ") for line in lines):
        return "\n".join(_filled(line, " " * (len(line) - len(line.lstrip()))) for line in lines)
    return _filled(paragraph)


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text.strip(),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def check_templates(root: Path = SHIPPED) -> list[str]:
    """Everything that is wrong with the templates, a sentence each; empty when all is well."""
    return [fault for language in Language for fault in _check_language(root, language)]


def _check_language(root: Path, language: Language) -> Iterator[str]:
    folder = f"mail_templates/{language}"
    wanted = {
        name: VARIABLES[mail]
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
