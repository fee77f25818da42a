"""English around a request: how it is said, boilerplate, who writes, and ordinary business."""

from typing import Final

from bot.classify.cues import Cue, Table

AROUND: Final[Table] = {
    Cue.ASK: """
        i want, i would like, id like, i'd like, i wish, please, pls, plz, kindly, can you,
        could you, i request, i am requesting, im requesting, i'm requesting, i hereby,
        hereby, request for, requesting, request, i demand, demand, i need, i am writing to,
        i ask, i require, would you, i am exercising, i exercise, exercising my, exercise my,
        we request, i am making, i wish to, want you to, i insist, you must, asap,
        immediately, let me know, tell me, wanna, need you to""",
    Cue.HOW: """
        how do i, how can i, how to, can i, is it possible, where can i, could i,
        how does one, how would i, what do i need to do""",
    Cue.NOT: "not, don, never, doesn, didn, won",
    Cue.UNLESS: """
        otherwise, if you do not, if you fail, if you don't, failing, reserve the right,
        failure to, unless, if i do not, if i don't""",
    Cue.DONE: """
        by mistake, by accident, accidentally, was deleted, got deleted, has been deleted,
        have been deleted, has been removed, thank you for removing, thanks for removing,
        thanks for deleting, already deleted, i deleted, restore, was closed,
        has been terminated, got closed""",
    Cue.BOILER: """
        you are receiving this, you're receiving, you received this, you have received this,
        you may unsubscribe, you can unsubscribe, to unsubscribe, if you no longer,
        if you don't want, if you do not want, if you'd like to unsubscribe,
        if you would like to unsubscribe, if you wish to unsubscribe,
        if you would like to stop, if you wish to stop, if you prefer not, click here,
        click the, clicking, link below, unsubscribe here, unsubscribe link, reply stop,
        reply with stop, reply unsubscribe, reply no, text stop, update your preferences,
        manage your preferences, manage preferences, unsubscribe at any time,
        opt out at any time, our privacy policy, our privacy notice, our privacy statement,
        we process your, we respect your, we may process, we collect, your personal data,
        your personal information, your data is, your account, you have the right,
        your rights, our mailing*, our newsletter*, our list*, our database, our special,
        our emails, emails from us, hear from us, mailings from us, if you would prefer,
        should you wish, if you wish to, wish to be removed, wants to be removed,
        to be removed please, to be removed send, to be removed click, to be removed reply,
        be removed from future, removed from future, reply remove, reply with remove,
        with remove in, to be removed from our, type remove, word remove,
        unsubscribed from this, anyone to receive, those who, this was sent to,
        was sent to you, you have been sent, sent to you, this email and any,
        this e-mail and any, this message is, if you are not the intended, intended recipient,
        if you have received this, received this email in error, confidential and,
        existence of the right to request, existence of the right,
        right to request from the controller, data subjects have the right, individuals have,
        the data subject shall, i consent to, i agree that, please delete this email,
        delete this email, delete this message, notify the sender, our services,
        view in browser, pursuant to this policy, customers have the right""",
    Cue.AGENT: """
        our client, my client, we act for, we act on behalf, i act for, acting on behalf,
        acting for, on behalf of our, on behalf of my client, on behalf of mr,
        on behalf of mrs, on behalf of ms, power of attorney, letter of authority,
        instructed by, solicitors, solicitor for, law firm, attorneys at law, attorney for,
        authorised agent, authorized agent, attorney at law, on behalf of my mother,
        on behalf of my father, on behalf of the data subject, on behalf of a data subject""",
    Cue.COLLECTOR: """
        debt collect*, collection agency, collections agency, debtor, creditor, bailiff*,
        debt recovery, enforcement authority, enforcement agent""",
    Cue.POLICE: """
        police, detective, constable, criminal investigation, prosecutor, court order,
        subpoena, warrant, law enforcement, tax authority, hmrc, fraud investigation,
        production order""",
    Cue.SUPERVISION: """
        received a complaint about you, received a complaint against you,
        received a complaint from, opened an inquiry, supervisory investigation,
        we are investigating, opened an investigation, article 58, complaint handling ico,
        statutory inquiry""",
    Cue.THIRD_PARTY: """
        your customer, a customer of yours, customer records of, the debtor, debtor's,
        this customer, this individual, this person, the suspect, details of the customer,
        customer named, address and telephone, address and phone, current address of,
        data about the customer, named individual, details for the customer, account holder""",
    Cue.DEAD: """
        passed away, deceased, died, late husband, late wife, late mother, late father,
        probate, executor of, estate of, bereavement, death certificate, is dead, my late""",
    Cue.PROTECTED: """
        protected identity, protected address, witness protection, confidential address,
        restraining order, women's refuge, stalker, stalking me, domestic abuse""",
    Cue.CHILD: """
        my daughter, my son, my child, my children, my kid, my minor, underage,
        years old and my parents, parental responsibility""",
    Cue.DAMAGES: """
        compensation for, damages under, claim damages, article 82, claim compensation,
        distress caused, non-material damage, seek damages, seek compensation,
        claiming compensation, compensation under""",
    Cue.AUTOMATED: """
        automated decision*, automated decision-making, automatically rejected,
        automatically declined, algorithm, human review, human intervention,
        reviewed by a human, a real person, by a computer, solely automated,
        automatic decision, automatically refused, reviewed by a person""",
    Cue.CREDIT_REFUSED: """
        credit, credit application, declined credit, refused credit, loan, invoice account,
        application was, application has been, credit check, credit account, credit decision""",
    Cue.THREAT: """
        legal action, sue you, see you in court, my lawyer, my solicitor, take you to court,
        legal proceedings, you will regret, i know where you, go to the police, court action,
        small claims, my attorney, press charges, class action""",
    Cue.GOODS: """
        order, orders, ordered, ordering, invoice*, toner*, ink, cartridge*, paper, deliver*,
        shipment*, shipping, package, parcel, printer*, copier*, quote, quotation, refund*,
        purchase, purchases, purchased, bought, return, returned, receipt*, payment*, pay, paid,
        billing, bill, charged, charge, price*, product*, item*, stock, freight, chair*, desk*,
        warranty, repair*, broken, password*, login, log in, stapler*, binder*, pens, box, boxes,
        pallet, spare parts, vat, statement, credit note, discount*, tracking number, courier,
        basket, cart, checkout, shipping address, delivery address, furniture, meeting room,
        envelopes, shredder*, labels, coffee, leasing, lease, hire contract, maintenance,
        line from, line on, cable, screen, monitor""",
    Cue.ERRAND: """
        opening hours, meeting, demo, job, vacancy, vacancies, application for, cv, resume,
        internship, partnership, collaborate, collaboration, proposal, backlinks, seo,
        guest post, webinar, invitation, conference, training, quote for, how much, cost,
        costs, sponsor*, event, appointment, schedule, book a, call me, interview, hotel,
        booking, flight, ticket, app, bug, crash*""",
    Cue.NO_REGISTER: """
        criminal record*, police record*, dbs check, land registry, companies house,
        company register extract""",
}
