"""English of what only people may take: danger, authorities, the dead, whoever asks for others."""

from typing import Final

from bot.classify.cues import Cue, Table

CONCERN: Final[Table] = {
    Cue.PROTECTED: """
        identity is protected, address is protected, address is confidential, address is secret,
        secret address, protected personal data, confidential by the tax, stalked, stalks me,
        being stalked, is stalking, threatened me, threatens me, threatening me, been threatened,
        death threats, domestic violence, abusive, years of abuse, abused me, abuse from my,
        physical abuse, victim of abuse, a new identity, violent ex, violent husband,
        violent partner, afraid of him, afraid of her, afraid of my, scared of him, scared of my,
        in fear of, fear for my, in hiding, fled from, ran away from, run away from, hiding from,
        looking for me, shelter for women, women's shelter, safe house, non molestation, hit me,
        beat me, danger to me, dangerous for me, my life is in danger""",
    Cue.SECRECY: """
        must never find, must never know, must never learn, without him, without her knowing,
        get at my new, finding out, must not find out, mustn't find out, must not know,
        mustn't know, not to find out, cannot find out, can't find out, does not find out,
        doesn't find out, not know where i, must not find me, can't find me, cannot find me,
        where i live now, find out where i, don't tell him, do not tell him, don't tell her,
        do not tell her, not let him know, not let her know, don't let him, do not let him,
        never tell him, not ~3 to our old address, not ~3 to my old address,
        nothing to our old address, nothing to my old address, not ~3 to the old address,
        nothing to the old address, keep it from him, keep this from him""",
    Cue.SEPARATED: """
        my ex, my ex husband, my ex wife, my ex partner, my ex boyfriend, my ex girlfriend,
        my former husband, my former wife, my former partner, my estranged, we have separated,
        we separated, we are separated, i am separated, i'm separated, we've separated,
        separated from my, separated from him, our separation, my separation, divorce, divorced,
        divorcing, left my husband, left my wife, left my partner, left my boyfriend, left him,
        moved away from my husband, moved away from my wife, moved away from my partner,
        moved away from him, moved out from my husband, away from my husband,
        away from my partner, split up with, broke up with, broken up with""",
    Cue.EX: """
        my ex, my ex husband's, my ex wife's, my ex wife, my ex husband, my former husband,
        my former wife, my former husband's, my former wife's, my ex partner's""",
    Cue.CHILD: """
        my ~ daughter, my ~ son, our daughter, our son, our child, a minor, parent of,
        my teenage*, year old child, year old girl, year old boy""",
    Cue.MINOR: """
        i'm 9, i'm 10, i'm 11, i'm 12, i'm 13, i'm 14, i'm 15, i am 9, i am 10, i am 11, i am 12,
        i am 13, i am 14, i am 15""",
    Cue.TEEN: "i'm 16, i'm 17, i am 16, i am 17",
    Cue.WHERE_I_LIVE: """
        my new address, my address, my new number, my phone number, where i live,
        my new phone number, my whereabouts, my new home, my new email""",
    Cue.DEAD: """
        has died, my dead, estate administrator, no longer with us, no longer alive, passed on in,
        the late mr, the late mrs, the late ms""",
    Cue.AGENT: """
        we represent, i represent, acting for our, we are acting for, signed authority,
        authority is attached, a power of attorney, on behalf of ~ * data subject,
        submitted ~5 on behalf of, on behalf of our user, on behalf of your customer,
        on behalf of my husband, on behalf of my wife, on behalf of my parents, authorised by,
        legal representative of, legal representative for, has authorised us, has authorized us,
        our user, i act on behalf, i act for""",
    Cue.ALL_THERE_IS: "all records, the entire file, everything you hold",
    Cue.HIS_DATA: """
        his personal data, her personal data, his data, her data, his account, her account,
        his details, her details, his personal information, her personal information,
        personal data ~2 about her, personal data ~2 about him""",
    Cue.RELATIVE_OF: """
        i help, i am helping, i'm helping, i look after, writing for, writing on behalf of""",
    Cue.FRIEND: "my neighbour, my neighbor, my friend, a friend, my ~ neighbour, my ~ friend",
    Cue.KIN: "my late father, my late mother, my parents, my ~ mother, my ~ father",
    Cue.PRESS: """
        we are a newspaper, from the newspaper, i am a journalist, i'm a journalist,
        i am a reporter, i'm a reporter, journalist at, journalist with, journalist for,
        reporter at, reporter for, reporter with, as a journalist, writing a story about,
        investigative journalist, news desk""",
    Cue.OPPONENT: """
        opposing party, opposing side, opposing counsel, the claimant's solicitor*,
        the defendant's solicitor*, for the claimant, for the defendant""",
    Cue.OTHERS_DATA: """
        my ex wife's ~ number, my ex wife's ~ address, my ex husband's ~ number,
        my ex husband's ~ address, my wife's new, my husband's new""",
    Cue.COLLECTOR: "collections department, collecting a debt, collect a debt, outstanding debt of",
    Cue.IDLE: "my objection",
    Cue.THIRD_PARTY: """
        customer records relating, records relating to, customer records, purchase records of,
        your client's, information about your customer, information on your customer""",
    Cue.INSPECTOR: """
        from the swedish authority for privacy, from the data protection authority,
        from the information commissioner*, from the data protection commission*,
        from the supervisory authority, behalf of the data protection authority,
        behalf of the data protection commission*, behalf of the supervisory authority,
        this is the swedish authority, office ~2 data protection ombudsman, case officer at,
        in our capacity as supervisory""",
    Cue.OVERSEER: "consumer agency, consumer ombudsman, swedish authority for privacy protection",
    Cue.OPENS: """
        has opened, have opened, has received, have received, is investigating, are investigating,
        requests your, requests that you, requires you, orders you, hereby requests,
        has decided to""",
    Cue.SUPERVISION: """
        supervisory matter, opened a case concerning your, supervisory case, your reply within,
        submit your records""",
    Cue.MENACE: """
        sue you, going to sue, will sue, i'll sue, suing you, sue your, take you to court,
        taking you to court, see you in court, meet in court, end up in court, going to court,
        go to court, file a lawsuit, filing a lawsuit, lawsuit against, take legal action,
        taking legal action, start legal, begin legal, commence legal, initiate legal,
        legal action against you, legal action will, bring legal, pursue legal,
        consider legal action, my lawyer, my lawyers, my solicitor, my solicitors, my attorney,
        my attorneys, our lawyers, our solicitors, instruct solicitors, instruct a solicitor,
        hear from my lawyer*, hear from my solicitor*, hear from a lawyer, press charges,
        you will regret, you'll regret, i know where you, smash up, smash your, burn down,
        burn your, make you pay, begin proceedings, start proceedings, issue proceedings,
        commence proceedings, small claims, class action, come for you, hunt you down""",
    Cue.RESERVED: "reserve the right, reserve my right, reserve all rights, reserve my rights",
    Cue.DAMAGES: """
        want damages, demand damages, damages of, damages for, seeking damages, claiming damages,
        damages from you, claim for damages, compensated for, i claim compensation,
        demand compensation, want compensation""",
    Cue.DIRECTLY: """
        directly to, direct to, straight to, directly from you to, directly from your""",
    Cue.AUTOMATED: """
        your computer, the computer said no, refused by an algorithm, a person looks at,
        a human looks at, a machine, a human being, want a human, someone to reconsider,
        person to reconsider, human to reconsider, automated refusal, automated rejection,
        contest the decision, contest this decision, without any human, without a human, no human,
        a robot, by an ai""",
    Cue.CREDIT_REFUSED: """
        declined my credit, refused my credit, rejected my credit, turned me down,
        turned down for, rejected my application, refused my application, declined my application,
        refused an account, refused credit, my application""",
}
