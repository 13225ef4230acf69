"""Names, titles and companies written to harm a page, planted in a small report."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.ranking import RankedList
from netscout.model.report import ReportData
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report

CALL = "window.netscoutCanary(1)"
PAYLOADS = (
    f"<script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f'"><img src=x onerror={CALL}>',
    f"'><svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<body onload={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<a href=javascript:{CALL}>x</a>",
    f"javascript:{CALL}",
    f"<math><mi xlink:href='javascript:{CALL}'>x</mi></math>",
    f"<style>@import 'data:text/css,';</style><b onmouseover={CALL}>x</b>",
    f"--><script>{CALL}</script><!--",
    f"]]><script>{CALL}</script>",
    f"</style><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</noscript><script>{CALL}</script>",
    f"<!--<script>{CALL}</script>",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"{{% set x = 1 %}}<script>{CALL}</script>",
    f"${{{CALL}}}",
    f"`+{CALL}+`",
    f"';{CALL};//",
    f'";{CALL};//',
    f"\\';{CALL};//",
    f"\u2028{CALL}\u2029",
    f"<form action=javascript:{CALL}><button>x</button></form>",
    f"<object data=javascript:{CALL}></object>",
    f"<embed src=javascript:{CALL}>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<img src=https://evil.example/pixel.gif>",
    "<b>bold</b> & <i>italic</i> &lt;b&gt; &amp;amp;",
    "%{customdata} %{hovertext} <br> <extra>x</extra>",
    "\u202egnirts desrever\u202c \u2066isolate\u2069",
    "\x00nul\x1b[31mred\x07bell\ttab\nline",
    "مريم الحسن <b>",
    "x" * 400 + "<script>",
)


def hostile() -> ReportData:
    """Return a report of 120 people in which listed people, titles, companies, targets and sentences are payloads."""
    data = report(120)
    bad = {one.id: PAYLOADS[place % len(PAYLOADS)] for place, one in enumerate(data.people)}
    people = tuple(
        replace(
            one,
            name=bad[one.id],
            title=PAYLOADS[(place * 7 + 3) % len(PAYLOADS)],
            company=PAYLOADS[place % 9],
            company_label=PAYLOADS[place % 9],
            company_key=f"k{place % 9}",
            url=_URLS[place % len(_URLS)],
            family=one.family and PAYLOADS[(place % 3) + 4],
        )
        for place, one in enumerate(data.people)
    )
    shown = {one.id: one for one in people}

    def spoil(ranked: RankedList) -> RankedList:
        rows = tuple(
            replace(
                row,
                name=shown[row.id].name,
                title=shown[row.id].title,
                company=shown[row.id].company,
                url=shown[row.id].url,
                against=PAYLOADS[row.rank % len(PAYLOADS)],
                parts=tuple(replace(one, sentence=f"{one.sentence} {PAYLOADS[row.rank]}") for one in row.parts),
            )
            for row in ranked.rows
        )
        return replace(ranked, rows=rows, passed_over=PAYLOADS[:3])

    asks = tuple(
        replace(ask, name=PAYLOADS[0], request=f"Dear {PAYLOADS[1]}", why=PAYLOADS[2], company=PAYLOADS[3])
        for ask in data.asks
    )
    name = f"{DATA} {PAYLOADS[1]}"
    return replace(
        data,
        owner=PAYLOADS[2],
        targets=tuple(
            replace(one, name=name, companies=PAYLOADS[:4]) if one.name == DATA else one for one in data.targets
        ),
        lists=tuple(
            (replace(spoil(one), target=_new(one.target, name)), replace(spoil(two), target=_new(two.target, name)))
            for one, two in data.lists
        ),
        asks=tuple(replace(ask, target=_new(ask.target, name)) for ask in asks),
        people=people,
    )


_URLS = (
    "https://www.linkedin.com/in/somebody-1",
    "javascript:alert(1)",
    "https://www.linkedin.com@evil.example/in/x",
    "https://www.linkedin.com.evil.example/in/x",
    "//evil.example/in/x",
    'https://www.linkedin.com/in/x"onmouseover=1',
    "data:text/html,x",
    "",
)


def _new(target: str, name: str) -> str:
    return name if target == DATA else target
