"""The one place where it is declared what each mail is told, and what each name means.

A value is a str, a date, an aware datetime, a bool, or lists and dicts of these; `Both` where it
differs by language. No value may be None: what is not there is "", False or [].
"""

from collections.abc import Mapping
from typing import Final

from bot.core.vocabulary import Mail, Refusal

_SIGNED = ("number", "company", "address_lines", "phone")
_CASE = (*_SIGNED, "received", "companies")
_PROMISE = ("promised", "late")
_FIRST = (*_CASE, *_PROMISE)
_ALARM = ("number", "mailbox", "received", "safe_due")
_PROMPT = (*_ALARM, "reminder")
_ASKED = (*_PROMPT, "act_by", "fitting")
_PLAN = (*_ASKED, "plan", "holds")

VARIABLES: Final[Mapping[Mail, frozenset[str]]] = {
    mail: frozenset(names)
    for mail, names in {
        Mail.ACKNOWLEDGEMENT: (
            *(*_FIRST, "rights", "marketing_blocked", "code"),
            *("complains", "asked_for_letter"),
        ),
        Mail.NEUTRAL_ACKNOWLEDGEMENT: _FIRST,
        Mail.CODE: (*_FIRST, "rights", "code", "to_other_address"),
        Mail.LETTER_COMING: (*_SIGNED, *_PROMISE, "by_letter"),
        Mail.E_IDENTIFY: (*_SIGNED, *_PROMISE, "provider", "instruction"),
        Mail.WITH_A_PERSON: (*_SIGNED, *_PROMISE, "reason"),
        Mail.STOPPED: _SIGNED,
        Mail.RESTRICTED: (*_SIGNED, *_PROMISE, "companies", "ground", "restricted_by"),
        Mail.LIFTING: (*_SIGNED, "companies", "lift_on", "why", "decided_by"),
        Mail.ERASURE_COMING: (*_SIGNED, "erase_on", "short_grace"),
        Mail.CONTACT_CHANGING: ("number", "companies", "phones", "change_on"),
        Mail.EXTENDED: (*_CASE, "rights", "extension", "why", "new_due", "decided_by"),
        Mail.LATENESS: (*_CASE, "promised", "missing", "waiting_for"),
        Mail.WITHDRAWN: (*_SIGNED, "received", "rights", "reopen_until"),
        Mail.ANSWER: (
            *(*_FIRST, "parts", "missing", "approved", "taken", "address", "by_letter"),
            *("portable_file", "opened_with", "outside", "corrections", "acted_on"),
            *("rows_in", "rows_file"),
            *("erased", "kept", "backups_until", "marketing_blocked", "told"),
            *("ground", "restricted_by", "objected", "stops", "continues"),
            *("masked", "left_out", "why_left_out"),
        ),
        Mail.QUESTION_ANSWER: (
            *(*_CASE, "topics", "retention_lines", "cookies", "arrangement", "recipients"),
        ),
        Mail.REFUSAL: (*_CASE, "rights", "why", "decided_by", "lifts"),
        Mail.CLASSIFY: (*_PROMPT, "act_by", "legal_due", "rights", "because"),
        Mail.BY_HAND: (
            *(*_PROMPT, "legal_due", "rights", "because", "reason", "folder", "mixed"),
            *("fitting", "concerns", "asked_for_letter", "left_in"),
        ),
        Mail.UNPROVED: (*_ASKED, "rights", "reason", "closes"),
        Mail.IDENTIFY: (*_ASKED, "rights", "reason"),
        Mail.POST_LETTER: ("number", "file", "post_by", "reminder"),
        Mail.APPROVE: (
            *(*_ASKED, "rights", "preview", "nothing_held", "reason", "asked_for_letter"),
            *("flagged", "more_flagged", "draft"),
        ),
        Mail.PLAN: _PLAN,
        Mail.SECOND: (*_PLAN, "first_approver"),
        Mail.WEIGH: (*_ASKED, "folder", "rights"),
        Mail.CORRECT: (*_ASKED, "folder"),
        Mail.REGISTER_TASK: (
            *(*_PROMPT, "act_by", "folder", "company", "act", "task_categories", "corrections"),
            "plan",
        ),
        Mail.REGISTER_SEARCH: (*_PROMPT, "act_by", "folder", "company", "archive"),
        Mail.COMPLAINT: (*_PROMPT, "legal_due", "folder", "fitting"),
        Mail.REVIEW: (
            *("number", "mailbox", "received", "reminder", "act_by", "fitting", "folder"),
            *("rights", "ground", "since", "reason"),
        ),
        Mail.CHASE_RECIPIENT: ("number", "act", "recipient", "asked_on", "reminder"),
        Mail.MARKETING_CHECK: (*_PROMPT, "reason"),
        Mail.TRANSCRIPT: ("number", "outcome", "command", "rights", "rows", "fitting"),
        Mail.TOKEN_MISUSED: ("number", "received", "reason"),
        Mail.SET_ASIDE: _ALARM,
        Mail.STAFF_NOT_ME: (*_ALARM, "stopped"),
        Mail.DRAFT_LATE: (*_ALARM, "rights", "waiting_for", "reason"),
        Mail.RED_ALARM: (
            *("number", "mailbox", "received", "rights", "waiting_for", "company", "days_left"),
            *("promised", "reason"),
        ),
        Mail.DIGEST: ("day", "overdue", "due_soon", "waiting"),
        Mail.DPO_NOT_ME: (*_ALARM, "stopped", "company"),
        Mail.DPO_COMPLAINT: (*_ALARM, "company"),
        Mail.DPO_INCIDENT: (
            *("number", "mailbox", "received", "company", "known_at", "report_by", "reason"),
        ),
        Mail.DPO_BREACH: (*_ALARM, "legal_due", "company", "rights", "waiting_for"),
        Mail.CARRY_ON: (*_SIGNED, "act", "key_name", "key_value", "task_categories", "reminder"),
    }.items()
}

MEANINGS: Final[Mapping[str, str]] = {
    "flagged": "list of {number, company, title, hints, said}: rows that may name others, masked",
    "draft": "name of the file with the own company's part, under the reader's passphrase; or ''",
    "known_at": "aware datetime at which we knew that data had gone astray",
    "report_by": "aware datetime until which an incident is reported to IMY (Art. 33(1))",
    "masked": "bool: other people are masked in rows of the copy",
    "left_out": "list of {count, ground}: rows of the copy that a decider left out",
    "why_left_out": "list of str: the decider's own words for that",
    "more_flagged": "number of the last flagged row, where not all are listed; or 0",
    "act": "Act: what is done in the registers",
    "act_by": "date or aware datetime until which a prompt should be answered",
    "acted_on": "Swedish day on which the last register had done what this answer tells; or ''",
    "address": "the proved address on which the search was made; or ''",
    "address_lines": "list of str: the company's postal address",
    "approved": "bool: a named human approved what this answer says",
    "arrangement": "list of str: the paragraphs of the approved essence of Art. 26(2)",
    "archive": "what a register that people look in is called",
    "asked_for_letter": "bool: the customer wants the answer on paper",
    "asked_on": "date on which the recipient was first asked",
    "backups_until": "date by which the last backup with the erased data is overwritten; or ''",
    "because": "list of str: the cue words that decided, none of them personal",
    "by_letter": "bool: a passphrase came (or comes) by letter; else the file is not locked",
    "change_on": "date on which the contact data are changed",
    "closes": "aware datetime at which the refusal goes to everybody unproved",
    "code": "the one-time code, XXXX-XXXX; or ''",
    "command": "Verb that was read in a staff mail; or ''",
    "company": "name of the company that owns the matter, or whose register it is",
    "companies": "list of str: the names of all three",
    "complains": "bool: the mail is a complaint",
    "concerns": "list of Concern: why only a human may take the mail",
    "continues": "list of {title, basis, retention}: what goes on after consent, on what ground",
    "cookies": "list of str: the paragraphs of the approved text on cookies",
    "corrections": "list of str such as 'A*** → B***', masked by the caller",
    "day": "date of the digest",
    "days_left": "int: days from today to the promised day",
    "decided_by": "name of the member of staff who decided",
    "due_soon": "list of digest rows",
    "erase_on": "date on which the erasure runs",
    "erased": "list of {company, title}: company a name of `companies`",
    "extension": "Extension: the permitted reason",
    "file": "name of the letter's file in the print folder",
    "first_approver": "name of the member of staff who approved first",
    "fitting": "list of Verb: what may be answered now",
    "folder": "name of the mail folder that holds the request",
    "ground": "'accuracy', 'unlawful', 'claims', 'objection' (Art. 18(1)(a)-(d)) or 'unstated'",
    "holds": "list of words of [holds]: what still runs",
    "kept": "list of {company, title, law, until, part}: until a date, or a length in words",
    "instruction": "what to do for the e-identification, in the provider's words, without a link",
    "key_name": "a word of [keys]: by what the recipient already knows the person",
    "key_value": "the value of that key",
    "late": "bool: the promised day has passed",
    "left_in": "list of str: company, register, tables and counts of what an erasure left",
    "legal_due": "date: the last day by law",
    "lift_on": "date on which the restriction ends",
    "lifts": "bool: what was restricted while this was weighed is in use again (Art. 18(3))",
    "mailbox": "address of the mailbox that the mail came to",
    "marketing_blocked": "bool: a block on marketing stands in every register",
    "missing": "list of Right that are still to come",
    "mixed": "bool: the mail holds an order or another errand as well",
    "new_due": "date promised after the extension",
    "nothing_held": "bool: no register holds the address",
    "number": "the matter's number; or ''",
    "objected": "list of {title, done}: done 'stopped', 'excluded' (statistics) or 'erased'",
    "opened_with": "'pdf' (attached inside the PDF), 'zip' (locked with AES) or 'plain' (a zip)",
    "outcome": "a word of [outcomes], or 'done'",
    "outside": "list of {title, reason}: reason a word of [outside]",
    "overdue": "list of digest rows",
    "parts": "list of part words, in the order in which they are told",
    "phone": "the company's phone",
    "phones": "list of {company, phone} of all three, owner or not",
    "plan": "list of {company, title, count, verdict, until, law}: verdict of [verdicts]; or ''",
    "portable_file": "name of the attached file with the machine-readable copy",
    "post_by": "date until which the letter must be posted",
    "preview": "list of {company, own, categories: [{title, count, samples}]}, samples masked",
    "promised": "the day promised now: safe_due, or the later one of a valid extension",
    "provider": "name of the e-identification, such as BankID",
    "reason": "a word of the table that the mail takes its reasons from; RED_ALARM knows but"
    " 'refusal_ends'",
    "received": "Swedish day of receipt to customers, aware datetime to the house",
    "recipient": "name of the recipient",
    "recipients": "list of str: the approved lines on who receives data",
    "reminder": "bool: nobody has answered this question yet",
    "reopen_until": "date until which a withdrawn matter can be taken up again",
    "restricted_by": "first day on which the restriction holds in all three companies",
    "retention_lines": "list of {title, text}: one approved period a purpose",
    "rights": "list of Right that the mail asks for and that are under way",
    "rows_file": "name of the zip with the rows that the extract does not print; or ''",
    "rows_in": "'' (all are printed), or where the rest is: a word of [opened_with]",
    "rows": "list of digest rows for STATUS",
    "safe_due": "date that we promise and alarm by",
    "short_grace": "bool: less than three working days are left before the erasure",
    "since": "date since which data are restricted, or evidence is kept whole",
    "stopped": "aware datetime at which everything was stopped",
    "stops": "list of {title, since}: what rested on consent, and the day on which it stopped",
    "taken": "aware datetime or date of the snapshot; or ''",
    "task_categories": "list of str: titles of the categories concerned",
    "to_other_address": "bool: the code goes to an address that did not write",
    "told": "list of str: names of the recipients told under Art. 19; [] tells them on request",
    "topics": "list of Topic",
    "waiting": "list of digest rows",
    "waiting_for": "Waits: for whom the matter stands still",
    "why": "str: the decider's own reasons, as they go to the customer; or ''",
}

#: one text for everybody: a reason of one's own would tell who is a customer (P11)
SAME_FOR_ALL: Final = frozenset({Refusal.UNIDENTIFIED})
