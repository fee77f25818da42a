"""What can happen to a case, what may be found when it happens, and what is then to be done."""

from enum import StrEnum


class Event(StrEnum):
    """What moves a case. Nothing else does."""

    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    CODE_RETURNED = "code_returned"
    CODE_LAPSED = "code_lapsed"
    LETTER_CODE_RETURNED = "letter_code_returned"
    LETTER_CODE_LAPSED = "letter_code_lapsed"
    TRIES_SPENT = "tries_spent"
    NOT_ME = "not_me"
    UNDELIVERABLE = "undeliverable"
    OTHER_ADDRESS = "other_address"
    LOOKED_UP = "looked_up"
    LETTER_PRINTED = "letter_printed"
    COLLECTED = "collected"
    BLOCKED = "blocked"
    REGISTER_SILENT = "register_silent"
    ANSWER_ACCEPTED = "answer_accepted"
    QUIET_OVER = "quiet_over"
    THANKS_DUE = "thanks_due"
    APPROVED = "approved"
    REDO = "redo"
    REFUSED = "refused"
    CLASSIFIED = "classified"
    DONE = "done"
    POSTED = "posted"


class Finding(StrEnum):
    """What an event found out; a rule may ask for one."""

    NOTHING = "nothing"
    ORDINARY = "ordinary"
    SHARED = "shared"
    SENSITIVE = "sensitive"
    NO_POSTAL = "no_postal"
    SEVERAL_POSTAL = "several_postal"
    CONTACT_FRESH = "contact_fresh"
    OTHER_RECORDS = "other_records"
    ELSEWHERE = "elsewhere"

    COMPLETE = "complete"
    FACTS_MISSING = "facts_missing"
    TOO_LONG = "too_long"

    FOUND = "found"
    NOWHERE = "nowhere"
    MANY = "many"
    UNANSWERABLE = "unanswerable"

    REQUEST = "request"
    NO_REQUEST = "no_request"


class Task(StrEnum):
    """What a rule may ask for; `core.tasks` says which effects each one is."""

    ACKNOWLEDGE = "acknowledge"
    CONFIRM = "confirm"
    FIND_OTHER_ADDRESS = "find_other_address"
    SEND_OTHER_CODE = "send_other_code"
    LOOK_UP = "look_up"
    PRINT_LETTER = "print_letter"
    TELL_LETTER_COMING = "tell_letter_coming"
    ASK_POSTED = "ask_posted"
    MARK_POSTED = "mark_posted"
    WATCH_LETTER = "watch_letter"
    SHRED_LETTER = "shred_letter"
    COLLECT = "collect"
    ASK_APPROVAL = "ask_approval"
    SEND_EXTRACT = "send_extract"
    SEND_NOTHING_HELD = "send_nothing_held"
    SEND_REFUSAL = "send_refusal"
    SHRED_PASSPHRASE = "shred_passphrase"  # noqa: S105 - a word, no secret
    WATCH_QUIET = "watch_quiet"
    BLOCK = "block"
    ASK_MARKETING_CHECK = "ask_marketing_check"
    ASK_CLASSIFY = "ask_classify"
    ASK_BY_HAND = "ask_by_hand"
    TELL_WITH_A_PERSON = "tell_with_a_person"
    TELL_STOPPED = "tell_stopped"
    ALARM_NOT_ME = "alarm_not_me"
    VOID_CODES = "void_codes"
    START_OVER = "start_over"
    FILE_AS_REQUEST = "file_as_request"
    FORGET_MAIL = "forget_mail"
