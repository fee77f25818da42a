"""Every word of the house, spelt once. The values are what is stored, printed and read back."""

from enum import StrEnum


class Right(StrEnum):
    """What a data subject may ask for; the last two are for questions and for people only."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION_MARKETING = "objection_marketing"
    OBJECTION_LI = "objection_li"
    CONSENT_WITHDRAWAL = "consent_withdrawal"
    COMPLAINT = "complaint"
    PRIVACY_QUESTION = "privacy_question"
    HUMAN_ONLY = "human_only"


class Verdict(StrEnum):
    """What one mail is."""

    REQUEST = "request"
    COMMAND = "command"
    REPLY = "reply"
    BOUNCE = "bounce"
    MACHINE = "machine"
    ORDINARY = "ordinary"
    UNSURE = "unsure"
    UNREADABLE = "unreadable"


class Road(StrEnum):
    """How sure the reader is that a text exercises a right: act, ask a human, leave alone."""

    SURE = "sure"
    PERHAPS = "perhaps"
    NO = "no"


class Language(StrEnum):
    """The languages we write."""

    SV = "sv"
    EN = "en"


class Audience(StrEnum):
    """Whom a mail is for; the first word of its template's name."""

    REQUESTER = "requester"
    STAFF = "staff"
    DPO = "dpo"


class Role(StrEnum):
    """What a member of staff may do: work a case, or also refuse."""

    HANDLER = "handler"
    DECIDER = "decider"


class Refusal(StrEnum):
    """The closed list of grounds that a named human may refuse on; one template each."""

    UNFOUNDED = "OGRUNDAD"
    EXCESSIVE = "ORIMLIG"
    UNIDENTIFIED = "OIDENTIFIERAD"
    OTHERS_RIGHTS = "ANDRAS_RATT"
    SECRECY = "SEKRETESS"


class Waits(StrEnum):
    """For whom a case stands still."""

    REQUESTER = "requester"
    STAFF = "staff"
    SYSTEMS = "systems"
    NOBODY = "nobody"


class Mail(StrEnum):
    """Every mail we send: audience.kind.name, which is also its template's file name."""

    ACKNOWLEDGEMENT = "requester.notice.acknowledgement"
    NEUTRAL_ACKNOWLEDGEMENT = "requester.notice.neutral_acknowledgement"
    CODE = "requester.action.code"
    LETTER_COMING = "requester.notice.letter_coming"
    WITH_A_PERSON = "requester.notice.with_a_person"
    ACCESS_ANSWER = "requester.answer.access"
    NOTHING_HELD = "requester.answer.nothing_held"
    REFUSAL = "requester.answer.refusal"
    STOPPED = "requester.notice.stopped"

    CLASSIFY = "staff.action.classify"
    BY_HAND = "staff.action.by_hand"
    POST_LETTER = "staff.action.post_letter"
    APPROVE = "staff.action.approve"
    MARKETING_CHECK = "staff.action.marketing_check"
    TRANSCRIPT = "staff.notice.transcript"
    TOKEN_MISUSED = "staff.notice.token_misused"  # noqa: S105 - a word, no secret
    SET_ASIDE = "staff.notice.set_aside"
    STAFF_NOT_ME = "staff.notice.not_me"

    DIGEST = "dpo.notice.digest"
    DPO_NOT_ME = "dpo.notice.not_me"


class Manner(StrEnum):
    """What becomes of a mail in its mailbox."""

    LEAVE = "leave"
    COPY = "copy"
    MOVE = "move"


class Category(StrEnum):
    """The kinds of data that the privacy notice names; each has one block of facts."""

    IDENTITY = "identity"
    CONTACT = "contact"
    PURCHASES = "purchases"
    CONSENTS = "consents"
    BEHAVIOUR = "behaviour"
    CREDIT = "credit"
