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


class Concern(StrEnum):
    """Why only a human may take a mail; beside a right, or where the writer exercises none."""

    AUTHORITY = "authority"
    AUTOMATED_DECISION = "automated_decision"
    DAMAGES = "damages"
    AGENT = "agent"
    CHILD = "child"
    ESTATE = "estate"
    PROTECTED = "protected"
    THREAT = "threat"
    THIRD_PARTY = "third_party"
    TRANSFER = "transfer"


class Topic(StrEnum):
    """What a question about personal data is about, where approved facts can answer it."""

    RETENTION = "retention"
    COOKIES = "cookies"
    RESPONSIBLE = "responsible"
    RECIPIENTS = "recipients"


class Act(StrEnum):
    """What is done in the registers, company by company, each leaving a receipt."""

    RESTRICT = "restrict"
    LIFT = "lift"
    RECTIFY = "rectify"
    STOP = "stop"
    ERASE = "erase"


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
    RECIPIENT = "recipient"


class Role(StrEnum):
    """What a member of staff may do: work a case, or also refuse."""

    HANDLER = "handler"
    DECIDER = "decider"


class Refusal(StrEnum):
    """The closed list of grounds that a named human may refuse on; `core.law` says which for what.

    One template each.
    """

    UNFOUNDED = "OGRUNDAD"
    EXCESSIVE = "ORIMLIG"
    UNIDENTIFIED = "OIDENTIFIERAD"
    OTHERS_RIGHTS = "ANDRAS_RATT"
    SECRECY = "SEKRETESS"
    DRAFT = "ARBETSMATERIAL"
    LEGAL_DUTY = "LAGKRAV"
    LEGAL_CLAIMS = "RATTSANSPRAK"
    ACCURATE = "STAMMER"
    NO_GROUND = "GRUND_SAKNAS"
    COMPELLING = "TVINGANDE_SKAL"
    NOT_PORTABLE = "EJ_PORTABELT"


class Extension(StrEnum):
    """The closed list of reasons for two further months, Art. 12(3); one sentence each."""

    COMPLEX = "KOMPLICERAT"
    NUMBER = "MANGA"


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
    E_IDENTIFY = "requester.action.e_identify"
    LETTER_COMING = "requester.notice.letter_coming"
    WITH_A_PERSON = "requester.notice.with_a_person"
    STOPPED = "requester.notice.stopped"
    RESTRICTED = "requester.notice.restricted"
    LIFTING = "requester.notice.lifting"
    ERASURE_COMING = "requester.notice.erasure_coming"
    CONTACT_CHANGING = "requester.notice.contact_changing"
    EXTENDED = "requester.notice.extended"
    LATENESS = "requester.notice.lateness"
    WITHDRAWN = "requester.notice.withdrawn"
    ANSWER = "requester.answer.joint"
    QUESTION_ANSWER = "requester.answer.question"
    REFUSAL = "requester.answer.refusal"

    CLASSIFY = "staff.action.classify"
    BY_HAND = "staff.action.by_hand"
    UNPROVED = "staff.action.unproved"
    IDENTIFY = "staff.action.identify"
    POST_LETTER = "staff.action.post_letter"
    APPROVE = "staff.action.approve"
    PLAN = "staff.action.plan"
    SECOND = "staff.action.second"
    WEIGH = "staff.action.weigh"
    CORRECT = "staff.action.correct"
    REGISTER_TASK = "staff.action.register_task"
    REGISTER_SEARCH = "staff.action.register_search"
    COMPLAINT = "staff.action.complaint"
    REVIEW = "staff.action.review"
    CHASE_RECIPIENT = "staff.action.chase_recipient"
    MARKETING_CHECK = "staff.action.marketing_check"
    RETENTION = "staff.action.retention"
    RETENTION_SECOND = "staff.action.retention_second"
    RETENTION_COMING = "staff.action.retention_coming"
    TRANSCRIPT = "staff.notice.transcript"
    TOKEN_MISUSED = "staff.notice.token_misused"  # noqa: S105 - a word, no secret
    SET_ASIDE = "staff.notice.set_aside"
    STAFF_NOT_ME = "staff.notice.not_me"
    DRAFT_LATE = "staff.notice.draft_late"
    RED_ALARM = "staff.notice.red_alarm"
    RETENTION_DONE = "staff.notice.retention_done"

    DIGEST = "dpo.notice.digest"
    DPO_NOT_ME = "dpo.notice.not_me"
    DPO_COMPLAINT = "dpo.notice.complaint"
    DPO_BREACH = "dpo.notice.breach"
    DPO_INCIDENT = "dpo.notice.incident"

    CARRY_ON = "recipient.action.carry_on"


class Manner(StrEnum):
    """What becomes of a mail in its mailbox."""

    LEAVE = "leave"
    COPY = "copy"
    MOVE = "move"


class Category(StrEnum):
    """The kinds of data that the privacy notice names; each has one block of facts.

    The last is what the bot itself keeps: who asked for what, and what came of it.
    """

    IDENTITY = "identity"
    CONTACT = "contact"
    PURCHASES = "purchases"
    CONSENTS = "consents"
    BEHAVIOUR = "behaviour"
    CREDIT = "credit"
    CORRESPONDENCE = "correspondence"
    REQUESTS = "requests"
