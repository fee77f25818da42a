"""English: what British, American and Irish customers ask for, and the templates they use."""

from typing import Final

from bot.classify.cues import Cue, Table, joined
from bot.classify.cues_en_around import AROUND
from bot.classify.cues_en_concern import CONCERN
from bot.classify.cues_en_question import QUESTION
from bot.classify.cues_en_speech import SPEECH

_ASKED: Final[Table] = {
    Cue.ME: """
        want to be removed, like to be removed, ask to be removed, request to be removed,
        need to be removed, want to be taken off, like to be taken off, like to be deleted,
        me, myself, us, my name""",
    Cue.ABOUT_ME: """
        about me, on me, am i, concerning me, relating to me, related to me, regarding me,
        pertaining to me, about myself, relates to me, relate to me, concerns me, about us,
        linked to me, associated with me""",
    Cue.MY_DATA: """
        my data, my personal data, my information, my personal information, my info,
        my details, my personal details, my records, my record, my file, my history,
        my profile data, my customer data, my personal ~, my contact details, my private data,
        my private information, my purchase history, data ~6 about me, data ~6 on me,
        data ~5 concerning me, data ~5 relating to me, data ~5 related to me,
        information ~6 about me, information ~6 on me, information ~5 relating to me,
        information ~5 concerning me, info ~6 about me, info ~6 on me, details ~5 about me,
        details ~5 on me, everything ~6 about me, everything ~6 on me, everything you have,
        anything ~6 about me, anything ~6 on me, all ~6 about me, all ~5 on me,
        records ~5 about me, records ~5 on me, all the data you have, all data you have,
        whatever ~5 about me, whatever ~5 on me, data you hold, data you have,
        personal data of mine, data ~3 pertaining to me, data ~3 associated with me,
        information ~5 pertaining to me, what you have ~3 on me, what you have ~3 about me,
        data linked to me, my ~ data, my ~ information, my ~ records, any and all data,
        data belonging to me, my user data, my stored data, all of my data,
        data that you hold, data associated with my, information associated with my,
        data associated with this""",
    Cue.PERSONAL_DATA: """
        personal data, personal information, personal details, pii, personally identifiable,
        private data, data subject""",
    Cue.MY_FIELD: """
        my address, my name, my email, my e-mail, my email address, my phone, my phone number,
        my mobile, my number, my surname, my last name, my first name, my date of birth,
        my birth date, my postcode, my zip code, my telephone, my home address,
        my old address, my birthday, my social security""",
    Cue.FIELD: """
        address, name, surname, email, e-mail, phone, number, details, postcode,
        date of birth, spelling, record, records, data, information, birth date, telephone""",
    Cue.MY_ACCOUNT: """
        my account, my user account, my profile, my accounts, my customer account, my login,
        me as a customer, me as a member, my membership, my online account, my user,
        the account, my * account, my freemium account, my gold account, my platinum account,
        my pro account, my premium account, my standard account, my free account, an account,
        account""",
    Cue.REGISTER: """
        your system, your systems, your database, your databases, your records, your files,
        your register, your servers, your crm, your books, your archives, the database,
        the system""",
    Cue.LIST: """
        mailing list*, your list, your lists, mail list, email list*, contact list*,
        distribution list*, mailings list, marketing list*, the list, mailing database,
        marketing database, call list, calling list, mailinglist, list, subscriber list""",
    Cue.ADS: """
        newsletter*, marketing, advert*, ads, promotion*, promo, promos, spam, junk,
        mailshot*, mailing, mailings, special offers, offers, commercial email*,
        commercial messages, solicitation*, telemarketing, sales call*, cold call*,
        sales email*, catalog*, mass mail*, bulletin*, marketing email*, direct mail,
        advertising, mailers, flyers, campaign email*, spamming, deals, promotional""",
    Cue.THEM: """
        sending them, receiving them, receiving these, getting these, getting them, want them,
        want these, send them, send these, sending these, sending those, want any more of,
        receive them, receive these""",
    Cue.MESSAGE: """
        email, emails, e-mail, e-mails, mail, mails, texts, text messages, sms, messages,
        calls, letters, communications, notifications, these emails, mailing, messaging""",
    Cue.DIRECT_ADS: "direct marketing, marketing purposes, direct advertising, direct mail",
    Cue.CONSENT: "consent*, permission, authorisation, authorization",
    Cue.PROCESSING: """
        processing, process my, process personal, process my personal, use of my,
        handling of my, processed""",
    Cue.INTEREST: "legitimate interest*, article 6 1 f, balance of interests",
    Cue.PROFILING: """
        profiling, profile me, tracking me, analytics, statistics, analyse my, analyze my,
        analysing my, analyzing my, track my, tracking my, behavioural, behavioral,
        personalisation, personalization""",
    Cue.FORMAT: """
        machine readable, csv, json, xml, excel, spreadsheet, structured format,
        commonly used format, structured commonly used, portable format""",
    Cue.LAW: """
        gdpr, general data protection regulation, data protection act, data protection law*,
        data protection regulation*, dpa 2018, ccpa, cpra, california consumer privacy,
        uk gdpr, data privacy law*, data protection officer, data protection legislation,
        lgpd, vcdpa, privacy act, data privacy act, pipeda, ftc, right of access""",
    Cue.AUTHORITY: """
        ico, information commissioner*, data protection commission*,
        data protection authority, supervisory authority, dpc, supervisory authorities,
        attorney general, regulator, data protection board, edpb, imy""",
    Cue.WHAT: """
        what, which, whether, if you have, if you hold, do you have, do you hold, if you are,
        am i""",
    Cue.HOLD: """
        have, hold, holds, store, stored, storing, keep, kept, collect, collected, know,
        process, processing, processed, got, possess, retain, retained, held, holding,
        maintain, maintained, being processed, on file, keeping, recorded, gathered""",
    Cue.GIVE: """
        send me, provide me, provide, give me, supply me, supply, disclose, show me,
        let me have, forward me, email me, share with me, a copy, copy of, copies of,
        access to, access my, want to see, like to see, see what, see all, want to know,
        like to know, i'd like to see, obtain, get a copy, receive a copy, export,
        download my, furnish, release, access any, access all, receive my, get my, see my,
        view my, have access, find out, hand over, report on, report of, request my,
        a full list, send, print out, printout, request all, request any, request access,
        summary of""",
    Cue.TELL: "tell me, let me know, inform me, confirm, explain",
    Cue.ACCESS: """
        subject access, sar, dsar, data subject access request, subject access request,
        data access request, access request, right of access, right to access,
        request access to ~ personal, access to my personal data, access to personal data,
        right to know, information request under, request to know, gdpr access""",
    Cue.ERASE: """
        delete*, deletion*, erase*, erasure, remove, removal, removed, removing, wipe*,
        purge*, destroy*, destruction, get rid of, scrub, take ~2 down, expunge,
        cancel my data, take ~3 off, take ~3 out of, clear my, obliterate, dispose of,
        take me off, delist""",
    Cue.ERASED: "deleted, removed, erased, wiped, destroyed, corrected, updated, rectified",
    Cue.STAY: """
        be on your, be in your, remain in your, remain on your, stay on your, be part of your""",
    Cue.FORGET: """
        right to be forgotten, be forgotten, forget me, right to erasure, right of erasure,
        erasure request, deletion request, right to deletion, data deletion request,
        request for erasure, request for deletion, request erasure, request deletion,
        request to delete, data deletion, right to delete""",
    Cue.CLOSE: """
        close*, closing, terminate*, cancel*, cancellation, deactivate*, shut down, shut,
        closure, disable, terminating, get rid, eliminate, discontinue, end""",
    Cue.CORRECT: "correct*, rectif*, amend*, fix, put right, correction*, amendment*, make right",
    Cue.CHANGE: "change*, update*, modify, edit, complete",
    Cue.WRONG: """
        wrong, incorrect, inaccurate*, misspelt, misspelled, misspelling, mistake, error,
        out of date, outdated, not correct, isn't right, incomplete, is not right,
        not my address, not my name, not my number, not my email, spelt wrong, spelled wrong,
        false, inaccuracy, inaccuracies, not accurate, isn't correct, typo""",
    Cue.SHOULD_BE: """
        should be, should read, is actually, ought to be, is spelled, is spelt,
        correct address is, correct name is, correct spelling is, the right address,
        instead of""",
    Cue.RESTRICT: """
        restrict*, restriction*, freeze, suspend processing, suspend the processing,
        stop using my, limit the processing, limit processing, limit the use, limit your use,
        pause processing, pause the processing, do not use my, stop processing, quarantine,
        halt processing, don't use my""",
    Cue.PORTABILITY: """
        data portability, portability, port my, portable copy, right to data portability""",
    Cue.TRANSFER: """
        transfer my, transfer of my, transfer all, export my, export of my, export all,
        transmit my, move my, transmit, port, migrate my, transfer them, transmitted,
        data export, transfer it, take my data, download""",
    Cue.STOP: """
        stop, cease, unsubscribe*, opt out, opt me out, opting out, no more, no longer,
        do not want, don't want, do not wish, don't wish, do not send, don't send, never send,
        not interested in, me off your, us off your, me off the, us off the, me off of your,
        address off your, name off your, email off your, remove me from, remove my ~3 from,
        remove us from, take me off, remove, quit, discontinue, refrain, not to receive,
        not receive, not want, not wish, object to, do not use, withdraw from, stop using,
        block, fed up with, sick of, not contact, never signed up, never subscribed,
        not sign up, didn't sign up, didn't subscribe, did not subscribe, did not sign up,
        cancel my, cancel the, cancel, delete me from, end my, sick and tired, leave""",
    Cue.STOP_REACHING: """
        stop ~ emailing, stop ~ mailing, stop ~ calling, stop ~ texting, stop ~ contacting,
        stop ~ spamming, stop ~ messaging, stop ~ phoning, stop ~ harassing me with,
        don't call me, don't email me, don't contact me, don't text me, do not call me,
        do not email me, do not contact me, do not text me, do not call list,
        never contact me, leave me alone, quit ~ emailing, quit ~ spamming, quit ~ calling,
        stop sending me, stop sending us, cease contacting, cease all contact,
        cease all communication*, not be contacted, no further contact, stop writing to me,
        stop bothering, not wish to be contacted, don't want to be contacted,
        don't wish to be contacted""",
    Cue.UNSUBSCRIBE: """
        unsubscribe*, unsubcribe*, unsuscribe*, unsubsribe, un subscribe, opt out, opt me out,
        optout, unsub, cancel ~ newsletter, cancel my subscription, cancel subscription,
        unsubscription, remove me from ~3 list, take me off ~3 list, end subscription,
        stop subscription""",
    Cue.BARE_STOP: """
        stop, stop it, remove, remove me, stop please, please stop, cease, quit, take me off,
        please remove, please remove me, stop this""",
    Cue.OBJECT: """
        object, objection, objecting, oppose, i do not agree to, do not consent to,
        don't consent to, i don't want you to, i do not want you to, opt out, stop,
        don't want my, do not want my, do not want you, i protest""",
    Cue.WITHDRAW: """
        withdraw*, revoke*, revocation, rescind*, retract*, take back, withdrawal,
        cancel my consent, no longer consent, no longer give, withdrawn, pull my""",
    Cue.HANDLE: """
        handle, handled, process, processed, use, used, sell, sold, share, shared, store,
        stored, protect, do you do with, happens to, happens with, pass on, treat, secure,
        who has access, collect, safe, transfer, transferred""",
    Cue.KEEP_HOW_LONG: """
        how long do you keep, how long do you store, how long will you keep,
        how long do you retain, how long is my, how long are my, retention period,
        how long will my, how long you keep, how long you store""",
    Cue.SOURCE: """
        where did you get, how did you get, where do you have my, how did you obtain,
        where did you obtain, who gave you my, how do you have my, how have you got my,
        where you got""",
    Cue.QUESTION: """
        who is your data protection, who is the data controller,
        do you have a data protection officer, do you have a dpo, what is your privacy policy,
        your privacy policy, what is the legal basis, what legal basis,
        are you gdpr compliant, question about gdpr, question about privacy,
        questions about gdpr, privacy question, question about my data,
        question about my personal, what cookies, what are my rights, comply with gdpr,
        gdpr compliance, your dpo, your cookie, your data protection officer,
        contact ~3 data protection officer, question about data protection,
        questions about how you, where is my data stored, where my data is stored""",
    Cue.COMPLAIN: """
        complain*, complaint*, report you, report this to, reporting you, lodge,
        file a complaint, dissatisfied, unhappy with, not happy with, not satisfied,
        disappointed, unacceptable, appalled, escalate, escalating, disgusted, outraged,
        formal grievance""",
    Cue.BREACH: """
        breach of gdpr, data breach, breached the gdpr, in breach of, violat* ~3 gdpr,
        violation of my privacy, privacy violation*, violated my privacy, gdpr violation*,
        gdpr breach, leaked, shared my ~4 with, shared my ~4 without, sold my, disclosed my,
        sent my ~3 to someone, without my consent, without my permission, unlawful processing,
        unlawfully process*, unauthorised disclosure, unauthorized disclosure,
        someone else's data, another customer's data, another person's, misuse of my,
        misused my, mishandl* my""",
    Cue.UNANSWERED: """
        reminder ~6 request, reminder, have not received ~4 response,
        have not received ~4 reply, not received a reply, no response, no reply,
        not had a response, haven't heard, have not heard, still waiting, unanswered,
        did not reply, have not replied, haven't replied, still not received,
        failed to respond, have not responded, haven't responded, one month has passed,
        month has passed, second request, third request, previous request, follow up on my,
        following up on my, did not respond, did not receive ~4 response,
        did not receive ~4 reply, did not receive any, chasing my, deadline has passed,
        time limit, overdue""",
}

EN: Final[Table] = joined(AROUND, SPEECH, CONCERN, QUESTION, _ASKED)
