"""Texts written to make a page run, fetch or leave something: our own, and those of the corpora if at hand."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import product
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
CALL = "netscoutCanary(1)"
HOST = "https://evil.example"
_PAYLOAD = re.compile(r'^\s*"?payload"?\s*:\s*("(?:[^"\\]|\\.)*")', re.MULTILINE)

_TAGS = (
    "<script>{}</script>",
    "<script/x>{}</script\t>",
    "<ScRiPt>{}</sCrIpT>",
    "<scr<script>ipt>{}</scr</script>ipt>",
    "<script src=data:text/javascript,{}></script>",
    "<script type=module>{}</script>",
    "<img src=x onerror={}>",
    "<img src=x onerror={}//",
    "<IMG SRC=x OnErRoR={}>",
    "<img/src=`x`/onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={}>#x'/></svg>",
    "<svg><a xlink:href='javascript:{}'><text y=20>x</text></a></svg>",
    "<math><mi xlink:href='javascript:{}'>x</mi></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror={}>",
    "<iframe src='javascript:parent.{}'></iframe>",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<select autofocus onfocus={}></select>",
    "<textarea autofocus onfocus={}></textarea>",
    "<details open ontoggle={}>x</details>",
    "<video><source onerror={}></video>",
    "<audio src=x onerror={}>",
    "<marquee onstart={}>x</marquee>",
    "<object data='javascript:{}'></object>",
    "<embed src='javascript:{}'>",
    "<form action='javascript:{}'><button>x</button></form>",
    "<button formaction='javascript:{}'>x</button>",
    "<isindex type=image src=x onerror={}>",
    "<style onload={}></style>",
    "<b onmouseover={}>x</b>",
    "<b style='animation-name:x' onanimationend={}>x</b>",
    '<p style="width:expression({})">x</p>',
    "<a href='javascript:{}'>x</a>",
    "<a href='JaVaScRiPt:{}'>x</a>",
    "<a href='java\tscript:{}'>x</a>",
    "<a href='&#106;avascript&colon;{}'>x</a>",
    "<a href='vbscript:{}'>x</a>",
    "<a href='data:text/html,<script>{}</script>'>x</a>",
    "<template><script>{}</script></template>",
    '<noscript><p title="</noscript><img src=x onerror={}>">',
    "<span style='color:red' onclick={}>x</span>",
    "<b>x</b><br><a href='javascript:{}'><span style='font-size:90px'>x</span></a>",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&amp;lt;img src=x onerror={}&amp;gt;",
    "&#60;img src=x onerror={}&#62;",
    "&#x3c;svg onload={}&#x3e;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "\uff1cscript\uff1e{}\uff1c/script\uff1e",
    "javascript:{}",
    "javascript://%0a{}",
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */onerror={} )//%0D%0A//</stYle/</titLe/</scRipt/--!><sVg/oNloAd={}//>",
)
_BREAKS = (
    "",
    '">',
    "'>",
    "-->",
    "]]>",
    "</script>",
    "</style>",
    "</title>",
    "</textarea>",
    "</noscript>",
    "<!--",
)
_BROKEN = ("<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>")
_INSIDE = (
    "{{7*7}}",
    "${{7*7}}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{{ ''.__class__.__mro__ }}",
    "{% set x = 1 %}{{ x }}",
    "{0.__class__}",
    "%s %d %(name)s",
    "%{customdata} %{hovertext} <br> <extra>x</extra>",
    "{{constructor.constructor('" + CALL + "')()}}",
    "${" + CALL + "}",
    "`+" + CALL + "+`",
    "'+" + CALL + "+'",
    "';" + CALL + ";//",
    '";' + CALL + ";//",
    "\\';" + CALL + ";//",
    '"}]};' + CALL + ";//",
    '","__proto__":{"netscoutPolluted":1},"x":"',
    "__proto__",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "toString",
    "null",
    "undefined",
    "(blank)",
    "true",
    "\\",
    "\\u2028",
    "\u2028" + CALL + "\u2029",
    "\u202egnirts desrever\u202c \u2066isolate\u2069",
    "\u200bzero\u200dwidth\ufeff",
    "\x00nul\x1b[31mred\x07bell",
    "\ttab\rline\nline",
    "مريم الحسن <b>",
    "a\u0301\u0327\u0327\u0327\u0327",
    "👩\u200d🔬<script>" + CALL + "</script>",
    "x" * 900 + "<script>" + CALL + "</script>",
    "<" * 300,
    "&" * 300,
    "<b>" * 60,
    "$\\href{javascript:" + CALL + "}{x}$",
    "<a href='" + HOST + "' target=_blank>x</a>",
    "<a href='" + HOST + "' style='pointer-events:all' popup=width=1,height=1>x</a>",
    "<sup>x</sup><sub>y</sub><i>z</i><em>e</em><s>s</s><u>u</u>",
    "<base href=" + HOST + "/>",
    "<link rel=stylesheet href=" + HOST + "/x.css>",
    "<link rel=dns-prefetch href=" + HOST + ">",
    "<meta http-equiv=refresh content='0;url=" + HOST + "/'>",
    "<img src=" + HOST + "/pixel.gif>",
    "<img srcset='" + HOST + "/pixel.gif 1x'>",
    "<video poster=" + HOST + "/x.png></video>",
    "<style>@import '" + HOST + "/x.css';*{background:url(" + HOST + "/x)}</style>",
    "<div style='background:url(" + HOST + "/x)'>x</div>",
    "<form action=" + HOST + "><input type=submit></form>",
    "<object data=" + HOST + "></object>",
    "<iframe src=" + HOST + "></iframe>",
    "url(" + HOST + "/x)",
    "red;background:url(" + HOST + "/x)",
    "expression(" + CALL + ")",
    HOST + "/in/x",
    "//evil.example/in/x",
    "https://www.linkedin.com@evil.example/in/x",
    "https://www.linkedin.com.evil.example/in/x",
    "https://www.linkedin.com/in/../../x",
    "https://www.linkedin.com/in/x'onmouseover=" + CALL,
    'https://www.linkedin.com/in/x"><script>' + CALL + "</script>",
    "https://www.linkedin.com/in/javascript:" + CALL,
    "https://www.linkedin.com/in/%22%3E%3Cscript%3E",
    "mailto:evil@evil.example",
    "file:///etc/passwd",
    "blob:" + HOST + "/x",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "*starred*",
    "*" * 40,
    "#map",
    "#%E0%A4%A",
)
LONE = "\ud800lone \udc00<b>"
"""Halves of a letter: no file that is UTF-8 holds them, but a text inside Python may."""


@cache
def own() -> tuple[str, ...]:
    """Return our own payloads, each once, in the order they are written."""
    made = [one.replace("{}", CALL) for one in _TAGS]
    made += [f"{start}{one.replace('{}', CALL)}" for start, one in product(_BREAKS, _BROKEN)]
    return tuple(dict.fromkeys((*made, *_INSIDE)))


@cache
def borrowed() -> tuple[str, ...]:
    """Return the payloads of the corpora, sorted; () where they are not at hand."""
    found: set[str] = set()
    for path in sorted((CORPORA / "payloads").glob("*.txt")):
        found.update(path.read_text(encoding="utf-8", errors="replace").split("\n"))
    fixture, naughty = CORPORA / "dompurify" / "expect.mjs", CORPORA / "blns" / "blns.json"
    if fixture.is_file():
        found.update(json.loads(one) for one in _PAYLOAD.findall(fixture.read_text(encoding="utf-8")))
    if naughty.is_file():
        found.update(json.loads(naughty.read_text(encoding="utf-8")))
    return tuple(sorted(one for one in found if one.strip() and one not in own()))


def every() -> tuple[str, ...]:
    """Return all payloads, our own first."""
    return own() + borrowed()


def turned(texts: tuple[str, ...], by: int) -> tuple[str, ...]:
    """Return the texts in the same order, begun `by` places later."""
    start = by % len(texts)
    return texts[start:] + texts[:start]
