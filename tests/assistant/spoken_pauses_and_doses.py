"""Questions whether a drug was paused, how many doses were given, when the first, the last and the next one was."""

from __future__ import annotations

__all__ = ["AT_A_TIME", "DOSES", "PAUSES"]

PAUSES = """
d | was the denosumab paused? | ask | says No pause is told ; ongoing ; -Yes
d | when was denosumab paused? | ask | says No pause is told ; -started: month 0
d | how long was denosumab on hold? | ask | says No pause is told ; -24 months
d | was alendronate held? | ask | says No pause is told ; stopped ; -Yes
g | is teriparatide on hold? | ask | says has not missed a dose ; completed ; -Yes
g | did he ever have a break from teriparatide | ask | says No, in these words ; has not missed a dose
p | any pause of the romosozumab? | ask | says No pause is told ; completed
d | did she have a drug holiday | ask | says Alendronic acid: stopped ; -Yes
d | the denosumab was paused in May 2021 | correct | tells Nothing was changed
1 | was the prolia interrupted? | ask | says Prolia not given ; restart Prolia ; -Yes
"""

DOSES = """
1 | how many prolia doses did she have | ask | says 6 doses
2 | how many prolia shots so far | ask | says 3 doses
2 | when was the last prolia | ask | says 2021-04-20
2 | when did he start the denosumab? | ask | says first told as given on 2020-04-14
2 | when's the next denosumab due? | ask | says No day for the next dose ; 2021-04-20 ; Continue denosumab q6mo
2 | when did he start the prolia and when's the next one due | ask | says 2020-04-14 ; No day for the next dose
d | when did she start prolia and when's the next one due | ask | says 2020-10-05 ; 2022-10-05 ; every 6 months
d | when is the next prolia due? | ask | says No day for the next dose ; 2022-10-05
p | when is the next romo due? | ask | says its end is told ; completed ; -Go on with romosozumab
j | when is the next zoledronate due | ask | says 2018-10-24 ; stop zoledronic acid after three ; -2018-11-07.
j | when was the second infusion | ask | says 2018-04-25
d | when is the next scan due? | ask.passage | says DXA
"""

AT_A_TIME = """
g | what dose of pred was he on in december 2018? | ask | says 15 mg ; 7.5 mg ; -60 mg ; -2.5 mg
g | how much prednisone was he on in january 2019? | ask.value | says 7.5 mg ; -15 mg
j | what dose of prednisolone was he on when he broke his back | ask | says 20 mg ; 7.5 mg ; -5 mg daily ·
2 | how long has he been on ADT | ask.duration | says since ; 2019-10 ; planned until ; -36 months
"""
