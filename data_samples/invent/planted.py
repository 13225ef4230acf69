"""People put into the network by hand: who holds the target job, who opens doors, who only looks like it.

A line is `culture | title | company | ties | connected on | note`. Ties are habits of `data_samples.invent.letters`,
joined with `+`; "" or `-` is none. `!` before a culture makes a man, `?` a woman; else chance decides.
"""

from __future__ import annotations

BOSS = "?de | Director Exhibitions & Events | Nordhalle Messe GmbH | boss | 2021-03-22 | present manager"

PRACTITIONERS = """
?de | Data Analyst | Halden Freight | dormant-long @leipzig | 2017-03-08 | old friend from Leipzig, silent for years
!de | Senior Data Analyst | Marlow Grid | warm @crane | 2018-05-14 | ex-colleague at Papierkran who changed over
?de | Junior Data Analyst 📊 ex-Event Manager | Otto | warm @sql | 2018-11-02 | left events two years ago
en | Analytics Engineer | Zalando | light @data | 2023-09-19 | met at a data evening
!de | Datenanalyst | Techniker Krankenkasse | dormant @leipzig | 2016-12-11 | fellow student, once lively
?fr | Analyste de données | Capgemini | dormant-long @lyon | 2016-11-20 | friend of the year in Lyon
es | Analista de datos | BBVA | light | 2022-06-07 | speaker at a congress
en | Lead Data Analyst - SQL, dbt, Looker | Marlow Grid | - | 2025-02-25 | never written to
?xx | Analytics Engineer (dbt, BigQuery) | Halden Freight | opened | 2026-06-18 | her opener is unanswered
en | Product Data Analyst @ Spotify | Spotify | light | 2024-03-05 | one exchange
?de | Data Analyst (she/her) | Universitätsklinikum Hamburg-Eppendorf | dormant | 2017-06-29 | from congress days
?de | Datenanalystin bei Hapag-Lloyd | Hapag-Lloyd | answered | 2025-10-09 | answers within hours
!en | Staff Analytics Engineer | Delivery Hero | - | 2024-10-30 | never written to
de | Junior Data Analyst, Supply Chain | DHL | light @sql | 2025-04-16 | intern on her team once
?en | Data Analyst II | Booking.com | - | 2023-01-24 | never written to
!de | Freelance Data Analyst / Excel survivor | Selbstständig | warm @data @sql | 2019-08-21 | built her first dashboard
?xx | Principal Data Analyst, Network Planning | Kühne+Nagel | answered | 2026-02-10 | exhibitor, quick to answer
"""

COLLEAGUE_PRACTITIONER = "!xx | Data Analyst | Nordhalle Messe GmbH | light | 2024-08-05 | own employer: barred"

RELATED = """
!en | Head of Data & Analytics | Halden Freight | light | 2024-05-28 | one rung over
?de | BI Analyst | Otto | - | 2022-09-12 | neighbouring
de | Data Engineer | N26 | - | 2021-11-03 | neighbouring
en | Data Scientist | DHL | light | 2020-02-19 | neighbouring
?de | Werkstudentin Data Analytics | Marlow Grid | - | 2026-01-27 | in training
!en | ex-Data Analyst, now Product Manager | Booking.com | dormant | 2018-09-25 | held it before
?xx | Business Intelligence Developer | Hapag-Lloyd | - | 2023-06-14 | neighbouring
?de | Statistikerin | Statistisches Bundesamt | - | 2019-04-30 | neighbouring
?fr | Directrice Analytics | Ubisoft | - | 2022-12-06 | another rung
en | Web Analyst | NDR | light | 2021-05-17 | neighbouring
de | Trainee Data & Analytics | Beiersdorf | - | 2026-09-08 | in training
"""

CONNECTORS = """
?de | Alumni Relations Manager | Universität Leipzig | warm | 2016-11-08 | alumni office of her university
!de | Founder & Organiser | Hamburg Data Evenings | warm @data | 2022-10-13 | runs the local data community
!de | Managing Director | Papierkran | warm+recommends @crane | 2018-02-20 | former manager, recommended her
?en | Senior Consultant Data Strategy | Deloitte | warm @data | 2020-07-08 | consultant who meets many data teams
?de | Talent Partner Data & Tech | Halden Freight | answered | 2025-11-12 | recruiter there who answers
!fr | Community Manager & Meetup Host | Code & Kaffee e.V. | warm | 2023-04-20 | community organiser
?de | Head of Customer Events | Marlow Grid | warm+recommended | 2018-06-05 | former client, sees the data team daily
"""

TRAPS = """
en | Aspiring Data Analyst - open to work | Looking for new opportunities | light | 2025-08-11 | aspires
?de | Data Recruiter: I place Data Analysts | Nordstern Personal | pitch | 2024-11-19 | recruits them
!en | Career coach: become a Data Analyst in 90 days 🚀 | Leap Ahead Coaching | pitch | 2025-05-06 | coaches them
?de | Data Entry Clerk | Elbspur Spedition GmbH | - | 2020-10-01 | shares a word
!de | Datenschutzbeauftragter | Haspa | - | 2019-11-27 | data protection
en | Account Executive, Data Platforms | Snowflake | pitch | 2025-09-30 | sells to them
de | Assistenz Head of Data | Otto | - | 2023-08-02 | assists
es | Student of Data Analytics | Universidad de Sevilla | - | 2026-03-17 | studies for it
en | Data Center Technician | Equinix | - | 2022-02-08 | shares a word
!de | Professor für Datenrecht | Universität Hamburg | - | 2021-09-21 | another subject
en | Tech journalist. I write about data people | DIE ZEIT | light | 2024-02-13 | writes about them
!en | Financial Analyst | Commerzbank | warm | 2017-10-18 | shares a word
?en | Talent Acquisition Data & Analytics | Amazon | pitch | 2026-08-25 | recruits them
!de | Chemisch-technischer Analyst | Lindner Medizintechnik | - | 2018-08-14 | shares a word
"""

# Close friends, family and colleagues: many letters, no use for the target. They fill a list ranked by message count.
DEAR = """
?de | Event Manager | Nordhalle Messe GmbH | close-work @fair | 2021-04-06 | desk neighbour
!de | Teamleiter Technik | Nordhalle Messe GmbH | close-work @fair | 2021-05-11 | halls and cables
?de | Marketing Manager | Nordhalle Messe GmbH | close-work @fair | 2021-09-14 | campaign twin
?xx | Senior Project Manager Trade Fairs | Nordhalle Messe GmbH | close-work+recommended @fair | 2022-03-30 | same fair
!de | Sales Manager Exhibitions | Nordhalle Messe GmbH | close-work @fair | 2022-11-08 | exhibitors
!en | Technical Event Manager | Standfest Messebau | close-work @fair @trade | 2019-06-19 | stand builder of every fair
?de | Conference Producer | Tagwerk Events | close-work+recommends @trade | 2018-10-04 | same trade, weekly lunch
?de | Freelance Event Producer | Freelance | close @trade @friends @crane | 2017-01-15 | friend in the trade
?de | Lehrerin | Stadtteilschule Am Deich | close @leipzig @friends | 2016-10-09 | best friend
!de | Software Engineer | Kranwind Software | close @friends | 2017-05-02 | partner of a friend
?fr | Chargée de communication | Ville de Lyon | close @lyon | 2016-10-30 | flatmate in Lyon
!de | Musician, tutor, occasional DJ | Selbstständig | close | 2018-03-11 | brother
?en | Physiotherapist | Praxis Dr. Harmsen | close @friends | 2020-05-22 | running partner
"""
