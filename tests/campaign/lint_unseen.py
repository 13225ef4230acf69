# ruff: noqa: E501  # a text stands whole, as it is read
"""Drafts written apart from the lists of phrases: good ones of every kind, and bad ones for every must-rule."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.lint import Fact, Permission
from tests.campaign.lint_samples import ASKED, MET, NORA, Sample, mail, message

_ALLOWED = replace(NORA, permissions=(Permission("Ada Lind", allowed=True),))
_SCHOOL = replace(
    NORA, facts=(*NORA.facts, Fact("school", "Westmark University"), Fact("article", "load forecasting in winter"))
)
_DUE = replace(ASKED, asked="2026-11-03", may_remind="2026-11-12")
_OWING = replace(MET, owing=("report-back",))
_SEEN = replace(MET, notes=(*MET.notes, "asked to see my CV"))

GOOD = {
    "mail": Sample(
        mail(
            "How you came to grid analysis",
            "Dear Nora,\n\nYour move from metering to the control room at Brightwater Grid is close to the step I am "
            "weighing up. May I ask you a few questions about it? Twenty minutes by phone or video would be plenty, on "
            "whichever day suits you. I am not looking for a position, only for an honest picture of the work. Should "
            "this be a busy season, a short no is perfectly fine.\n\nKind regards,\nSam Ode",
        )
    ),
    "message": Sample(
        message(
            "Hi Nora, we have been connected here since 2019, and I have followed the grid from afar ever since. Now I am "
            "exploring work as an analyst and would love to hear how a day at Brightwater really runs. Would 15 to 20 "
            "minutes on the phone be possible some time this month, whenever it fits? If not, that is absolutely fine. "
            "Sam"
        )
    ),
    "referred": Sample(
        mail(
            "Ada Lind suggested I ask you about grid analysis",
            "Dear Ms Quill,\n\nAda Lind thought you would be the right person to ask what a grid analyst does when the "
            "wind drops. Could I learn about your path over a coffee or a call, half an hour at most, at a time that is "
            "convenient for you? This is not a job application; I am deciding whether the field is for me. Please feel "
            "free to decline.\n\nSam Ode",
        ),
        _ALLOWED,
    ),
    "alumni": Sample(
        mail(
            "From one Westmark graduate to another",
            "Hello Nora,\n\nAs a fellow Westmark graduate I read your article on load forecasting with great interest. I "
            "work in food logistics and wonder how much of it would carry over to your field. Could you spare 20 minutes "
            "for my questions, by video or phone, on any day you like? No obligation at all; I know your weeks are "
            "full.\n\nSam",
        ),
        _SCHOOL,
    ),
    "open": Sample(
        mail(
            "Working as a grid analyst in Hamburg",
            "Dear Nora,\n\nTo be upfront: I am looking for a new job as an analyst, and Brightwater Grid is one of the "
            "firms I watch. Would you tell me in 20 minutes how your group works, and what current openings ask for? By "
            "phone, video or in person, as you like best. It is quite all right to say no.\n\nSam Ode",
            mode="job-seeking",
        )
    ),
    "note": Sample(
        message(
            "Hi Nora, I am exploring grid analysis and your path to Brightwater caught my eye. I would be glad to connect "
            "and learn from afar. No worries if not. Sam",
            channel="note",
        )
    ),
    "call": Sample(
        message(
            "Hello Nora, this is Sam Ode. Is this a good moment?\n\nI am finding out what grid analysts do, and you do it "
            "at Brightwater. Might I put a few questions about your work to you, 20 minutes in all, on a day that suits "
            "you? This is not about a job.\n\nIf it is inconvenient, no problem, just say so.",
            channel="call",
        )
    ),
    "connector": Sample(
        message(
            "Hi Nora, you know half of the energy field, and I am just finding my way into it. Who should I talk to about "
            "grid analysis, in your opinion? A line would help, and so would 20 minutes over tea whenever you like. I "
            "understand entirely if you have no time. Sam"
        )
    ),
    "follow-up": Sample(
        mail(
            "Grid analysis: my question of 3 November",
            "Hi Nora,\n\nIn case this got lost: I asked whether I might learn about your work at Brightwater in a "
            "20-minute call, at any time that suits you. If now is a bad moment, please simply ignore this; I will not "
            "write again.\n\nSam",
            "follow-up",
        ),
        _DUE,
    ),
    "thanks": Sample(
        mail(
            "Thank you for yesterday",
            "Dear Nora,\n\nThank you for the half hour yesterday. Your account of the shift handover, and of load forecasts "
            "made at six in the morning, stayed with me on the way home. I have already ordered the regulator's yearly "
            "report and will go through it before the end of the month.\n\nWith warm regards,\nSam",
            "thanks",
        ),
        MET,
    ),
    "card": Sample(
        message(
            "Dear Nora,\n\nThank you for the talk. What you said about the handover between shifts, and how a forecast is "
            "made before dawn, showed me the work as it is. I will read the regulator's report next.\n\nSam",
            "thanks",
            "card",
        ),
        MET,
    ),
    "update": Sample(
        message(
            "Dear Nora,\n\nYou told me to read the regulator's yearly report, and I did: the chapter on reserves answered "
            "the question I had brought to you. It also led to a decision. I am taking the evening course in statistics "
            "from January. Thank you for setting me on that road.\n\nSam",
            "update",
        ),
        _OWING,
    ),
    "introduction": Sample(
        mail(
            "A word with somebody at Northwind Power?",
            "Hi Nora,\n\nI would like to understand how grid analysts work at a smaller firm, and you mentioned that you "
            "know people at Northwind Power. Would you introduce me to one of them, for 20 minutes by phone at a time that "
            "suits them? I am not asking for a job there. If you would rather not, I understand completely.\n\nSam",
            "introduction",
        ),
        MET,
    ),
}
"""Good drafts: nothing to find in any of them."""

_OPEN = "Hi Nora, "
_END = " No problem if not. Sam"
_ASK = "Could I learn how a grid analyst works, in 20 minutes by phone on a day that suits you?"

UNSEEN = {
    "R1 a": ("R1", Sample(message(_OPEN + _ASK + " " + "There is a great deal that could be said here about the winding road which brought this letter to your desk. " * 6 + _END))),
    "R1 b": ("R1", Sample(message(_OPEN + "in case this got lost: I asked to learn about your work in 20 minutes by phone. " + "The grid has been on my mind since the storms of last winter took the lights out twice. " * 4 + _END, "follow-up"), _DUE)),
    "R2 a": ("R2", Sample(message(_OPEN + "I would like to learn about grid analysis. Could we sit down for an hour or so over coffee, any day you like?" + _END))),
    "R2 b": ("R2", Sample(message(_OPEN + "I would like to learn about grid analysis. Might we talk on the phone some evening that suits you?" + _END))),
    "R2 c": ("R2", Sample(message(_OPEN + "may I ask you about grid analysis for twenty to forty minutes, by phone, whenever you like?" + _END))),
    "R3 a": ("R3", Sample(message(_OPEN + "it would be lovely to meet somebody from Brightwater Grid. Could we have a coffee, 20 minutes, any day you like?" + _END))),
    "R3 b": ("R3", Sample(message(_OPEN + "I admire Brightwater Grid. Let us have a 20-minute call on a day that suits you so that you know who I am." + _END))),
    "R4 a": ("R4", Sample(message(_OPEN + _ASK + " Perhaps your department could use an extra pair of hands this winter." + _END))),
    "R4 b": ("R4", Sample(message(_OPEN + _ASK + " My aim is to be on the payroll of Brightwater by spring." + _END))),
    "R4 c": ("R4", Sample(message(_OPEN + "may I ask you about your work for 20 minutes by phone? Who does one speak to at Brightwater to get taken on?" + _END))),
    "R4 d": ("R4", Sample(message(_OPEN + "could I learn about your work in 20 minutes by phone, and about how Brightwater hires?" + _END, mode="job-seeking"))),
    "R5 a": ("R5", Sample(message(_OPEN + "back in our days at Westmark we shared a bench in the physics lab. " + _ASK + _END))),
    "R5 b": ("R5", Sample(message(_OPEN + "I so enjoyed what you said on stage in Leipzig last spring. " + _ASK + _END))),
    "R5 c": ("R5", Sample(message(_OPEN + "we have been linked on LinkedIn since 2014. " + _ASK + _END))),
    "R5 d": ("R5", Sample(message(_OPEN + "you and I were at Northwind Power at the same time. " + _ASK + _END))),
    "R6 a": ("R6", Sample(message(_OPEN + "over lunch Ada Lind spoke of you as the person to ask. " + _ASK + _END))),
    "R6 b": ("R6", Sample(message(_OPEN + "I am writing on the warm recommendation of Jonas Beck. " + _ASK + _END))),
    "R6 c": ("R6", Sample(message(_OPEN + "it was Ada who put your name on my list. " + _ASK + _END))),
    "R7 a": ("R7", Sample(message(_OPEN + _ASK + " Looking forward to it. Sam"))),
    "R7 b": ("R7", Sample(message(_OPEN + _ASK + " Please let me have an answer by Friday, also if you are busy. Sam"))),
    "R8 a": ("R8", Sample(message(_OPEN + _ASK + " You can see my CV at https://sam.example/cv." + _END))),
    "R8 b": ("R8", Sample(message(_OPEN + _ASK + " I enclose a summary of my career." + _END))),
    "R9 a": ("R9", Sample(message(_OPEN + "I have read about the grid for a year now, and of all the people who work with it at Brightwater you seem to have come to it by the road that I would take myself. I would be glad to connect." + _END, channel="note"))),
    "R9 b": ("R9", Sample(message(_OPEN + _ASK + " \N{GRINNING FACE}" * 1500 + _END))),
    "R10 a": ("R10", Sample(mail("Re: grid analysis", _OPEN + _ASK + _END))),
    "R10 b": ("R10", Sample(mail("Vacant desk in grid analysis?", _OPEN + _ASK + _END))),
    "R10 c": ("R10", Sample(mail("   ", _OPEN + _ASK + _END))),
    "R12 a": ("R12", Sample(message(_OPEN + "I have followed <company> for years. " + _ASK + _END))),
    "R12 b": ("R12", Sample(message(_OPEN + "your work at {employer} is close to mine. " + _ASK + _END))),
    "R13 a": ("R13", Sample(message("Hi Tomas, " + _ASK + _END))),
    "R13 b": ("R13", Sample(message("Good day to you! " + _ASK + _END))),
    "R16 a": ("R16", Sample(message(_OPEN + "between ourselves, Halden Foods is a madhouse run by amateurs. " + _ASK + _END))),
    "R16 b": ("R16", Sample(message(_OPEN + "by spring I shall have turned my back on Halden Foods. " + _ASK + _END))),
    "R16 c": ("R16", Sample(message(_OPEN + "my supervisor shouts at us all day. " + _ASK + _END))),
    "R18 a": ("R18", Sample(message("Dear Nora, thank you for the talk, which gave me so much to think about and made my week. You were generous with your time and kind with your answers. I will read more about it soon, and I will begin this Saturday. Sam", "thanks"), MET)),
    "R18 b": ("R18", Sample(message("Dear Nora, what you told me about turbines and the sea wind was a pleasure to hear, and I will take it with me into the new year. I have already bought a book on offshore parks, and it is a very good one. Sam", "thanks"), MET)),
    "R19 a": ("R19", Sample(message("Dear Nora, thank you for the talk. The load forecasts at dawn and the shift handover are pictures that stay. It was kind of you to make room for it in a week like this one, and the regulator's report sounds like fine reading. Sam", "thanks"), MET)),
    "R19 b": ("R19", Sample(message("Dear Nora, I really enjoyed hearing about load forecasts and the shift handover, and I will always think of it fondly. I have seldom had such a good half hour with anybody in this trade. All good wishes for the winter, Sam", "thanks"), MET)),
    "R20 a": ("R20", Sample(message("Dear Nora, the load forecasts and the shift handover stay with me, and I will read the regulator's report this week. If you happen to think of somebody else in the trade, send me their number. Thank you for everything, and all the best. Sam", "thanks"), MET)),
    "R20 b": ("R20", Sample(message("Dear Nora, I read the regulator's report as you advised, and it answered my question. Might there be ten minutes for a second call? Sam", "update"), _OWING)),
    "R22 a": ("R22", Sample(message(_OPEN + "in case this got lost: I asked to learn about your work, 20 minutes by phone, any day." + _END, "follow-up"), replace(_DUE, reminded=True))),
    "R22 b": ("R22", Sample(message(_OPEN + "in case this got lost: I asked to learn about your work, 20 minutes by phone, any day." + _END, "follow-up"), NORA)),
    "R23 a": ("R23", Sample(message(_OPEN + "two weeks and not a word from you. I asked for 20 minutes by phone, any day." + _END, "follow-up"), _DUE)),
    "R23 b": ("R23", Sample(message(_OPEN + "I had counted on hearing from you by now about the 20 minutes by phone, any day." + _END, "follow-up"), _DUE)),
    "R24 a": ("R24", Sample(message(_OPEN + _ASK + " I would also love to know who at Brightwater cannot get along with whom." + _END))),
    "R24 b": ("R24", Sample(message(_OPEN + _ASK + " Tell me too what Brightwater pays for the new software, which I know is not public." + _END))),
    "R25 a": ("R25", Sample(message("Dear Nora, I trust the winter is treating you kindly. Life is busy here and the days are short. All good wishes from a grey Hamburg. Sam", "update"), _OWING)),
    "R25 b": ("R25", Sample(message("Dear Nora, your tip about the regulator's report is still on my shelf and I have not come round to it. More another time. Sam", "update"), _OWING)),
}  # fmt: skip
"""Bad drafts with the rule that must fire; they share no wording with the plain entries of the lists."""
