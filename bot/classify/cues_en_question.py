"""English of questions in general, and of taking a request back."""

from typing import Final

from bot.classify.cues import Cue, Table

QUESTION: Final[Table] = {
    Cue.HANDLE: "set, sets, setting, place, places, use, uses, using, there for",
    Cue.CUSTOMER_DATA: """
        customer data, customers data, customer information, customers information,
        customer details, customer records, customers details, customers' data,
        customers' personal, data about customers, data on customers, information about customers,
        people's data, client data, data of customers, data you collect, information you collect,
        data that you collect""",
    Cue.KEEP_HOW_LONG: """
        for how long, how long is customer, how long is personal, how long are customer,
        how long are personal, how long do you hold, how long will you store,
        how long will you retain, how long you retain, how long you hold, how long you will keep,
        how long does your company keep, retention periods, storage period, when do you delete,
        when is customer, when do you erase, how many years do you keep, how soon do you delete,
        how long can you keep""",
    Cue.SHARE: """
        share, shared, sell, sold, disclose, disclosed, pass on, passed on, recipients,
        third parties receive, receive, hand over, give away, get access to, made available to,
        with third parties, to third parties, subprocessors, sub processors, processors,
        who else has""",
    Cue.WHO_GOT: """
        who have you shared, who have you given, whom have you, to whom have you,
        who has received, who has had, who has been given, who did you share, who did you give,
        which companies have you, which companies have received,
        which third parties have received, who you have shared, who you've shared, whom you have,
        who has got, who else has had, who have you disclosed, who have you sent,
        who have you passed, who have you sold, who you have given, who you shared, who you gave,
        who do you share my, with whom do you share my, recipients of my,
        the recipients to whom my""",
    Cue.WHO_ANSWERS: """
        who is the controller, who is the data controller, who is controller,
        which company is the controller, which company is the data controller,
        which of you is the controller, which ~6 controller of, who are the controllers,
        who are the data controllers, which ~6 responsible for ~4 personal data,
        which ~6 responsible for my data, which ~6 responsible for the data,
        which ~6 responsible for ~2 customer data, who ~4 responsible for ~4 personal data,
        who ~4 responsible for my data, who ~4 responsible for the data,
        who ~4 responsible for protecting, are you joint controllers, joint controllers""",
    Cue.CONTROLLER: "the controller, data controller, data controllers",
    Cue.OFFICER: "data protection officer, dpo, privacy officer, data protection lead",
    Cue.COOKIE: "tracking cookie*, web beacons",
    Cue.TAKE_BACK: """
        i withdraw, i am withdrawing, i'm withdrawing, want to withdraw, like to withdraw,
        wish to withdraw, hereby withdraw, please withdraw, withdrawing, can withdraw,
        please cancel, want to cancel, like to cancel, wish to cancel, i cancel, i am cancelling,
        you can cancel, can you cancel, could you cancel, take back, i retract, i rescind,
        please disregard, kindly disregard, can disregard, please ignore, kindly ignore,
        can ignore, may ignore, please drop, you can drop, please close, you can close,
        you may close, to drop, forget about, please forget, please stop,
        no longer want to proceed with, no longer want ~3 proceed with,
        no longer wish ~3 proceed with, not wish to proceed with, don't want to proceed with,
        not want to proceed with, not proceed with, no longer wish to pursue, not pursue,
        changed my mind about, changed my mind regarding, changed my mind on,
        second thoughts about""",
    Cue.MY_REQUEST: """
        my request, my ~2 request, my requests, the ~2 request i, the request i, this request,
        my subject access request, the deletion, the erasure, my deletion, my erasure,
        the request for, request of mine, my dsar, my sar""",
    Cue.MY_CASE: """
        my inquiry, my enquiry, my case, the case, my complaint, my application, my objection""",
    Cue.NO_LONGER: "no longer valid, no longer applies, no longer stands",
    Cue.CHANGED_MIND: "changed my mind, second thoughts, thought better of it",
    Cue.KEEP_ME: """
        do not delete, don't delete, do not erase, don't erase, keep my account, keep my data,
        leave my account, leave my data, don't remove me, do not remove me""",
    Cue.IF_YOU: """
        if you, should you, choose to, chosen to, you cannot, you can't, stop ignoring,
        how can you, why do you""",
    Cue.LODGE: """
        make a complaint, making a complaint, want to complain, wish to complain,
        like to complain, i complain, complain about, complaint about, formal complaint,
        lodge a complaint with you, i am complaining, file a complaint against you""",
    Cue.UNANSWERED: "never answered, never replied, never responded, not answered my, ignored my",
    Cue.ANSWERED: """
        answer to my, reply to my, response to my, decision on my, refusal of my, outcome of my,
        answer i got, answer i received, reply i received""",
}
