"""What a word or phrase of a mail can mean to the reader, whatever language it is written in.

The tables beside this file say which phrases mean what; `rules.py` says which meanings, standing
together in one sentence, exercise a right. A language is one table; no rule names a language.
"""

from enum import StrEnum, auto
from typing import Final


class Cue(StrEnum):
    """One meaning. The comment of a group says what its phrases have in common."""

    # how something is said
    ASK = auto()  # I want, please, can you, request for
    ASKED = auto()  # the sentence ends in a question mark
    HOW = auto()  # how do I, is it possible: a question about a right, not yet its exercise
    NOT = auto()  # turns the verb after it round: do not delete
    UNLESS = auto()  # otherwise, if you fail to: what follows is a threat, not an act
    DONE = auto()  # by mistake, has been deleted: tells of the past
    BOILER = auto()  # you may, click here: a sentence of ours or of a mailing, never the writer's

    # what it is about
    ME = auto()
    ABOUT_ME = auto()
    MY_DATA = auto()
    PERSONAL_DATA = auto()
    MY_FIELD = auto()  # my address, my name
    FIELD = auto()  # address, name
    MY_ACCOUNT = auto()
    REGISTER = auto()  # your register, system, database
    LIST = auto()  # your mailing list
    ADS = auto()
    THEM = auto()  # what was named before
    MESSAGE = auto()  # a mail, a text message, a call: advertising only when told to stop
    DIRECT_ADS = auto()  # the law's word for it
    CONSENT = auto()
    PROCESSING = auto()
    INTEREST = auto()  # legitimate interest
    PROFILING = auto()
    FORMAT = auto()  # CSV, machine-readable
    LAW = auto()  # GDPR, by any of its names
    AUTHORITY = auto()  # who supervises it

    # what is to be done
    WHAT = auto()
    HOLD = auto()
    GIVE = auto()
    TELL = auto()
    ACCESS = auto()  # a name of the right itself
    ERASE = auto()
    ERASED = auto()  # the participle: "want my data erased" asks for no copy
    STAY = auto()  # be in a register or on a list: with a stop, the wish to be out of it
    FORGET = auto()
    CLOSE = auto()
    CORRECT = auto()
    CHANGE = auto()
    WRONG = auto()
    SHOULD_BE = auto()  # says what is right, and so that something is wrong
    RESTRICT = auto()
    PORTABILITY = auto()
    TRANSFER = auto()
    DIRECTLY = auto()  # straight to somebody else
    STOP = auto()
    STOP_REACHING = auto()  # stop mailing me: verb and object in one
    UNSUBSCRIBE = auto()
    BARE_STOP = auto()  # counts only where the mail says nothing else
    OBJECT = auto()
    WITHDRAW = auto()
    HANDLE = auto()  # how do you handle, share, sell
    KEEP_HOW_LONG = auto()
    SOURCE = auto()  # where did you get
    QUESTION = auto()  # a whole question about privacy
    OFFICER = auto()  # have you a data protection officer
    COOKIE = auto()
    CUSTOMER_DATA = auto()  # nobody's in particular
    SHARE = auto()  # share, sell, disclose
    WHO_GOT = auto()  # to whom have you given
    WHO_ANSWERS = auto()  # who is responsible for personal data
    CONTROLLER = auto()
    COMPLAIN = auto()
    LODGE = auto()  # I make a complaint: the act itself
    BREACH = auto()
    UNANSWERED = auto()
    ANSWERED = auto()  # your answer to my request: names the request, asks for nothing
    TAKE_BACK = auto()  # withdraw, cancel, disregard
    NO_LONGER = auto()  # is no longer valid: the "no" is part of it
    MY_REQUEST = auto()
    MY_CASE = auto()  # my inquiry, my case: of what, the rest of the mail must say
    CHANGED_MIND = auto()
    KEEP_ME = auto()  # do not delete me after all
    IF_YOU = auto()  # if you, you choose to: tells of what we might do

    # who or what makes it a matter for people
    AGENT = auto()
    COLLECTOR = auto()
    POLICE = auto()
    SUPERVISION = auto()
    THIRD_PARTY = auto()  # your customer, the debtor
    DEAD = auto()
    PROTECTED = auto()
    CHILD = auto()
    DAMAGES = auto()
    AUTOMATED = auto()
    CREDIT_REFUSED = auto()
    THREAT = auto()  # what an unanswered writer will do next
    MENACE = auto()  # a court, a lawyer or worse, held out to us
    RESERVED = auto()  # reserves the right: the formula of a printed letter, no threat
    INSPECTOR = auto()  # I work at the authority that watches over us
    OVERSEER = auto()  # authorities that watch over other things of ours
    OPENS = auto()  # has opened a case, orders you to
    SEPARATED = auto()  # left him, divorced, my ex
    SECRECY = auto()  # he must not find out
    EX = auto()
    HIS_DATA = auto()  # personal data of somebody else, named he or she
    PRESS = auto()
    OPPONENT = auto()
    RELATIVE_OF = auto()  # I help, I write for
    FRIEND = auto()
    ALL_THERE_IS = auto()  # all data, of somebody named elsewhere
    MINOR = auto()  # I am nine years old
    TEEN = auto()  # I am sixteen: may be a job seeker's words
    WHERE_I_LIVE = auto()

    # what makes it ordinary
    GOODS = auto()  # order, invoice, delivery, products
    ERRAND = auto()  # meeting, price, opening hours, job
    NO_REGISTER = (
        auto()
    )  # extracts that are not of personal data: criminal records, company register

    # plain speech, which mostly only asks for a human's eye
    WONDER = auto()  # wondering, question, could you: says no more than that something is asked
    WHY = auto()
    WHY_US = auto()  # why do I get post from you
    PRIVACY = auto()  # the matter without its law: privacy, cookies
    OWN = auto()  # my data by its plainest names: a mail that speaks of it wants to be seen
    OUR_DATA = auto()
    PEOPLE_DATA = auto()  # what companies keep about people
    RECEIVED = auto()  # did you get my details: they were handed over, not asked for
    IDLE = auto()  # what stands inside it means nothing: according to my records
    KEPT = auto()  # am I still in your system
    EXTRACT = auto()
    PRIVATE_FIELD = auto()  # date of birth, social security number
    AT_YOURS = auto()
    SYSTEM = auto()
    KEEP = auto()
    ALL = auto()
    WIPE_ME = auto()
    ENOUGH = auto()
    NO_MORE = auto()
    NOT_INTERESTED = auto()
    NEVER_ASKED = auto()
    SUBSCRIBED = auto()
    LINK_FAILED = auto()  # tried to unsubscribe in vain
    NAMED_OTHERWISE = auto()
    MIXED_UP = auto()
    MISSPELT = auto()
    SAID_YES = auto()
    NO_LONGER_AGREE = auto()
    OTHERS = auto()  # someone else, another customer
    KIN = auto()
    HIM = auto()
    ABOUT_OTHER = auto()
    ACCOUNT = auto()  # whosoever's
    IMPOSTOR = auto()
    OTHERS_DATA = auto()
    TAKE_ALONG = auto()
    WHO_SEES = auto()  # who can see my data: asks who sees it, not to see it
    MISUSE = auto()  # sold, shown to all
    STILL = auto()  # still, although, too often: the tone of somebody who has had enough
    REACHING = auto()  # you keep mailing
    GONE = auto()  # see to it that I disappear
    SIGNED = auto()  # best regards: short lines below it are the writer's card

    # articles of the regulation
    ART_7 = auto()
    ART_15 = auto()
    ART_16 = auto()
    ART_17 = auto()
    ART_18 = auto()
    ART_20 = auto()
    ART_21 = auto()
    ART_22 = auto()
    ART_77 = auto()
    ART_82 = auto()


ARTICLES: Final = {
    number: Cue(f"art_{number}") for number in (7, 15, 16, 17, 18, 20, 21, 22, 77, 82)
}

Table = dict[Cue, str]
"""Phrases a cue, parted by commas. `word*` is any word that begins so; `~` leaves room for at most
two words between, `~5` for five. Spelling is folded on both sides (see `words.fold`)."""


def joined(*tables: Table) -> Table:
    """One table that knows the phrases of all of them."""
    cues = dict.fromkeys(cue for table in tables for cue in table)
    return {cue: ", ".join(table[cue] for table in tables if cue in table) for cue in cues}
