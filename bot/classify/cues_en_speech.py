"""English as it is spoken: roundabout, polite, cross, and what people tell of themselves."""

from typing import Final

from bot.classify.cues import Cue, Table

SPEECH: Final[Table] = {
    Cue.WONDER: """
        wondering, wonder, question, questions, can you, could you, would you, i want,
        i would like, i'd like, talk to someone, speak to someone, look into, explain,
        get back to me, call me, tell me, let me know, clarify""",
    Cue.WHY: "why, how come, for what reason",
    Cue.WHY_US: """
        why am i getting ~3 from you, why do i get ~3 from you, why am i receiving,
        why are you sending me, why do you send me, why do you keep sending me,
        why are you contacting me, why are you writing to me, i still get ~3 from you""",
    Cue.PRIVACY: "privacy, data protection, cookie policy, cookies on, your cookies",
    Cue.OWN: """
        my data, my personal data, my personal information, my personal details,
        my private data, my private information, information about me, data about me,
        information ~3 about me, data ~3 about me, information on me, data on me""",
    Cue.OUR_DATA: "our data, our personal data, our details, customers data",
    Cue.PEOPLE_DATA: """
        what companies hold, what companies keep, what companies have, what companies know,
        what a company, one's data, people's data, their own data""",
    Cue.RECEIVED: """
        did you get my, did you receive my, have you received my, you already have my,
        here are my, here is my, attached are my, attached is my""",
    Cue.IDLE: """
        according to my records, according to my information, according to my data,
        according to our records, don't forget me, do not forget me, never forget me,
        on our account, to our account, from our account, as per my records, in charge of,
        never bought, never ordered, my son says, my daughter says""",
    Cue.KEPT: """
        still in your system, still on your books, am i in your system, am i on your books,
        still have my details, still have my data, still have me on, do you have me on,
        still on file""",
    Cue.GIVE: "getting my data, getting hold of my data, getting my information",
    Cue.WHAT: "do you still have, do you still hold, do you still keep",
    Cue.PRIVATE_FIELD: """
        date of birth, social security, national insurance, id number, passport*,
        card number*, credit card numbers""",
    Cue.AT_YOURS: "with you, at your company, on your side, at your end",
    Cue.KEEP: "keep, keeping, store, storing, hold, holding, retain, retaining, hang on to",
    Cue.ALL: "everything, the lot, all of it",
    Cue.WIPE_ME: "delete me, erase me, wipe me, scrub me",
    Cue.ENOUGH: """
        enough with, enough of, had enough of, far too many, too many, get rid of these,
        get rid of your, get rid of the, bombarded with, bombarding me, flooded with,
        drowning in, tired of, swamped with, inundated with""",
    Cue.NO_MORE: "any more of these, any more of those, any more of them, no more of these",
    Cue.NOT_INTERESTED: "not interested, no interest in, not for me, uninterested",
    Cue.NEVER_ASKED: """
        never asked for, didn't ask for, did not ask for, never agreed to, never opted in,
        never requested, never gave you permission, didn't agree to""",
    Cue.SUBSCRIBED: "apparently subscribed, seem to be subscribed, been subscribed, signed me up",
    Cue.LINK_FAILED: """
        your unsubscribe ~2 doesn't work, your unsubscribe ~2 does not work,
        your unsubscribe ~3 not working, your unsubscribe ~3 broken, tried to unsubscribe,
        trying to unsubscribe, can't unsubscribe, cannot unsubscribe, unable to unsubscribe,
        keep unsubscribing""",
    Cue.STOP_REACHING: """
        enough with the ads, enough with the emails, enough with the newsletter*,
        enough with the spam, lose my number""",
    Cue.STOP: "make it stop, make them stop, put an end to",
    Cue.NAMED_OTHERWISE: """
        my surname has changed, my name has changed, changed my name, changed my surname,
        since i got married, my married name, my maiden name, you call me""",
    Cue.MIXED_UP: "mixed me up, mixing me up, confused me with, confusing me with, mistaken me for",
    Cue.MISSPELT: "spelling my, spelt my, spelled my, misspelt my, misspelled my, spell my",
    Cue.WRONG: "an old address, old number, old email",
    Cue.RESTRICT: "on hold, not be used until, don't touch my, do not touch my",
    Cue.PROFILING: """
        analysing what i, analyzing what i, tracking what i, track what i, analyse what i,
        analyze what i, following what i, be tracked, be profiled, being tracked""",
    Cue.WHO_SEES: "who can see, who sees, who has seen, who gets to see, can anyone see",
    Cue.TAKE_ALONG: "take my data with, take it with me, take them with me",
    Cue.MISUSE: """
        sold, in cc, for everyone to see, visible to, published, passed on, given away,
        given out, spread""",
    Cue.STILL: """
        still, although, even though, despite, too often, way too, constantly, every day,
        again and again, keep getting, keep receiving, annoying, keep sending""",
    Cue.REACHING: "you email, you keep emailing, you call, you keep calling, you text, you spam",
    Cue.GONE: """
        disappear from your, vanish from your, want to disappear, no trace of me,
        nothing about me, no record of me""",
    Cue.ERASE: "drop me, drop us, me off your, us off your, get me off, get us off",
    Cue.HOLD: "stored since, a file on, saved, saving, recorded",
    Cue.OBJECT: """
        don't want you, do not sell my, don't sell my, do not share my, don't share my,
        not to sell my, not to share my""",
    Cue.SAID_YES: "said yes, agreed to, ticked, signed up to, gave you permission",
    Cue.NO_LONGER_AGREE: "no longer agree, no longer happy for you, no longer okay with you",
    Cue.COMPLAIN: "not okay, not ok, isn't okay, isn't ok, not comfortable, creepy, not right that",
    Cue.BREACH: "breach of my privacy, breach of privacy, invasion of privacy, invasion of my",
    Cue.OTHERS: """
        someone else, someone else's, somebody else, another customer, other customers,
        another person, wrong person, third party, third parties, my neighbour,
        other companies, strangers""",
    Cue.SOURCE: """
        where did you find, how did you find my, how do you know my, how come you have,
        get hold of my, got hold of my, how did you come by, who passed on my,
        where have you got my""",
    Cue.QUESTION: """
        get hold of me, got hold of me, how did you find me, you know my name,
        know where i live, do you record, are calls recorded, cctv, been hacked,
        were you hacked""",
    Cue.AGENT: """
        legal guardian of, guardian of, i am the guardian, i hold power of attorney,
        i have power of attorney, lasting power""",
    Cue.KIN: """
        my husband, my wife, my partner, my mother, my father, my mum, my mom, my dad,
        my brother, my sister, my grandmother, my grandfather, my elderly mother,
        my elderly father, my aunt, my uncle, my nan, my grandma""",
    Cue.HIM: "him, her, his, she, he",
    Cue.ABOUT_OTHER: """
        about her, about him, on her, on him, her data, his data, her details, his details,
        her account, his account, her information, his information""",
    Cue.CHILD: """
        year old daughter, year old son, my ~3 daughter, my little girl, my little boy,
        mother of a, father of a, parent of a""",
    Cue.ACCOUNT: "an account, her account, his account, signed up, the account",
    Cue.IMPOSTOR: """
        victim of identity*, victim of ~2 fraud, stolen my identity, stole my identity,
        someone used my, somebody used my, someone has used my, someone ~7 in my name,
        somebody ~7 in my name, pretending to be me, impersonat*, using my identity,
        opened in my name, hacked my account, hijacked my account, into my account""",
    Cue.OTHERS_DATA: """
        information about a customer, details of a customer, address of your customer,
        address of a customer, information about one of your""",
    Cue.AUTOMATED: "a person to look, a human to look, a person look at, a human look at",
    Cue.BOILER: """
        this email may contain, this e-mail may contain, we help companies,
        we help businesses, we help organisations""",
    Cue.ADS: "brochure*, leaflet*",
}
