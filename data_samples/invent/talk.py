"""What invented people write to one another: short harmless talk, by topic, each side in turn."""

from __future__ import annotations

_EN_WORK = """
Morning, do you have the hall plan at hand? | Sending it over in a minute. | Thanks, that helps.
Are we still on for the exhibitor call at ten? | Yes, I booked the small room. | See you there. | Bring coffee please.
The client asked for two more tables. | Of course they did. | I told them tomorrow noon is the last call. | Good.
Badge printer is down again. | Try the blue cable. | It was the blue cable. | It is always the blue cable.
Could you look over the visitor numbers before the meeting? | On it. | Row 14 looks doubled. | Fixed, thank you.
Quick one: who signs off on the catering order? | I do, send it to me. | Done.
Great fair. My feet disagree. | Same here. Numbers look good though. | Let us write it down before we forget.
Can we move our weekly to Thursday? | Thursday works. | Same time? | Same time.
The sponsor loved the chart. | Really? I made it on the train. | Make more on trains.
Is the opening speech settled? | Second draft is with the office. | I will read it tonight.
"""
_EN_FRIEND = """
Are you free on {day} evening? | Yes, finally. The usual place? | Seven? | Perfect, see you.
Happy birthday, {n}! | Thank you so much! | Cake on {day}? | Always.
I finished the book you gave me. | And? | I cried on the bus. | Told you.
How was {city}? | Rainy and wonderful. | Send pictures. | Tonight, promise.
We found a flat! | No way, congratulations! | Housewarming in a month, you must come. | I am bringing plants.
I think I need something new at work. | You have said so since spring. | I made a table. | Then it is serious.
Running on {day}? | If it does not storm. | It will storm. | Then soup.
Did you land well? | Yes, already home. | Sleep well.
"""
_EN_CATCH_UP = """
Hi {n}, long time. How are things at your end? | Busy but good. And with you? | Same, the season starts. | Good luck.
Congratulations on the new job, {n}! | Thank you, it still feels new. | You will be great.
Saw your post, well done. | Thanks, that means a lot.
Are you in {city} for the fair? | Two days, yes. | Let us have a coffee at the north gate. | Gladly.
Happy new year, {n}! | The same to you and yours. | Let us meet in spring.
Could you recommend a caterer in {city}? | Yes, I will send you the card of ours. | You saved my week.
"""
_EN_DATA = """
Hi {n}, where did you begin with SQL? | With one boring report I did by hand. | I have three. | Then you have a plan.
How do you like the new team, {n}? | More meetings, fewer dashboards. | Sounds like events. | Ha, exactly.
Do you know a good data evening in {city}? | Yes, second Wednesday of the month. | I will come. | Say hello.
I rebuilt our visitor report, would you take a look? | Happy to. | The join in line 9 was the trick. | It usually is.
"""
_DE_WORK = """
Moin, hast du den Hallenplan da? | Schicke ich dir gleich. | Super, danke dir.
Kommst du mit zum Mittag? | In zehn Minuten unten. | Gut.
Der Aussteller aus Halle 3 will tauschen. | Schon wieder? | Ich rede mit ihm. | Danke, du rettest mich.
Können wir den Termin auf {day} legen? | Passt. | Dann stelle ich ihn um.
Die Zahlen sind da. | Und? | Besser als letztes Jahr. | Sehr schön.
Wer macht heute den letzten Rundgang? | Ich. | Danke, dann bis morgen.
"""
_DE_FRIEND = """
Na, wie war dein Wochenende? | Ruhig, endlich mal. Und deins? | Umzug geholfen, alles tut weh. | Oje.
Sehen wir uns am {day}? | Unbedingt. | Ich koche. | Ich bringe Nachtisch mit.
Alles Gute zum Geburtstag, {n}! | Danke, wie lieb von dir! | Feiern wir nach? | Klar.
Bist du gut angekommen? | Ja, gerade eben. | Schlaf gut.
Ich habe wieder bis nachts an der Tabelle gesessen. | Freiwillig? | Ja. | Dann mach doch das beruflich.
"""
_DE_CATCH_UP = """
Hallo {n}, wie geht es dir? Lange nichts gehört. | Gut, viel zu tun. | Kaffee nach der Messe? | Sehr gern.
Glückwunsch zur neuen Stelle, {n}! | Danke dir, ich bin gespannt. | Viel Erfolg!
Frohes neues Jahr, {n}! | Dir auch! | Auf bald.
Bist du dieses Jahr in {city}? | Nur einen Tag. | Dann melde ich mich.
"""
_FR = """
Salut {n}, tu vas bien ? | Très bien, et toi ? | Ça va, beaucoup de travail. | Courage !
Tu passes à Lyon cet été ? | Oui, en juillet. | Alors on se voit. | Avec plaisir !
Bon anniversaire {n} ! | Merci, c'est gentil. | On fête ça bientôt.
Tu te souviens du ciné-club ? | Comment oublier. | J'ai retrouvé les affiches. | Garde-les !
Félicitations pour le nouveau poste ! | Merci beaucoup. | Raconte-moi tout.
"""
_ES = """
Hola {n}, ¿qué tal todo? | Muy bien, ¿y tú? | Con mucho trabajo. | Ánimo.
¿Vienes a la feria de Barcelona? | Sí, el {day}. | Nos vemos allí. | Perfecto.
¡Feliz cumpleaños, {n}! | ¡Muchas gracias! | Un abrazo.
Enhorabuena por el puesto nuevo. | Gracias, empiezo el lunes. | Me alegro.
"""
_GROUP = """
Who is in for {day}? | Me! | Count me in. | I will be late, keep a chair. | Booked for seven. | See you all. | 👍
Pictures are in the folder. | Great ones. | Delete number 12 please. | Never. | Ha.
Does anybody have a projector? | Office has one. | I can bring it. | Thank you!
New date: the first {day} of the month. | Works. | Works for me too. | I have to check. | Fine.
Thanks everybody, that was fun. | Same time next year. | Yes! | Already looking forward.
"""


def _topics(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.strip() for part in line.split(" | ")) for line in text.strip().splitlines())


# Context, then language: en where a language has none of its own.
TOPICS: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {
    ("work", "en"): _topics(_EN_WORK),
    ("work", "de"): _topics(_DE_WORK),
    ("friend", "en"): _topics(_EN_FRIEND),
    ("friend", "de"): _topics(_DE_FRIEND),
    ("friend", "fr"): _topics(_FR),
    ("friend", "es"): _topics(_ES),
    ("catch-up", "en"): _topics(_EN_CATCH_UP),
    ("catch-up", "de"): _topics(_DE_CATCH_UP),
    ("catch-up", "fr"): _topics(_FR),
    ("catch-up", "es"): _topics(_ES),
    ("data", "en"): _topics(_EN_DATA),
    ("group", "en"): _topics(_GROUP),
}
SMALL = {
    "en": ("Thanks!", "👍", "On my way.", "Ok.", "Sounds good.", "Talk soon.", "One minute.", "Ha, true."),
    "de": ("Danke!", "👍", "Bin gleich da.", "Alles klar.", "Klingt gut.", "Bis dann.", "Moment.", "Stimmt."),
    "fr": ("Merci !", "👍", "D'accord.", "À bientôt.", "Parfait."),
    "es": ("¡Gracias!", "👍", "Vale.", "Hasta luego.", "Perfecto."),
}
OPENERS = (
    "Hello {n}, thank you for connecting. I organise trade fairs in Hamburg and would be glad to stay in touch.",
    "Hi {n}, we met at the evening reception. Would you have a minute for a question about your stand?",
    "Hallo {n}, schön, dass wir uns vernetzt haben. Darf ich Sie zu unserer Frühjahrsmesse einladen?",
    "Dear {n}, I am looking for speakers on sustainable venues for next year. Would this be of interest?",
)
PITCHES = (
    "Hi Tessa, I came across your profile and have an exciting role for you. Are you open to a quick call?",
    "Hello Tessa, our booth system saves event managers 30 percent of their time. May I show you a demo?",
    "Liebe Tessa, wir suchen genau Sie! Wann darf ich Sie anrufen?",
    "Hi Tessa, we help teams like yours to find visitors. When would suit you for fifteen minutes?",
    "Dear Tessa, congratulations on your career. Our programme turns managers into leaders. Interested?",
)
PITCH_SUBJECTS = ("An opportunity for you", "Quick question", "Ihre Karriere", "Your next fair", "Partnership")
SPONSORED = (
    '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%, discover the badge printer of tomorrow.</p>',
    '<p class="spinmail-quill-editor__spin-break">Hello Tessa, the executive course starts in spring.</p>',
    '<p class="spinmail-quill-editor__spin-break">Plan your next offsite with us, %FIRSTNAME%.</p>',
)
SPAM = (
    "Hello dear, I have a business proposal for you, kindly reply.",
    "Congratulations, you were selected for our prize. Answer now.",
    "We sell attendee lists of all fairs, best price.",
)
CITIES = ("Berlin", "Leipzig", "Lyon", "Barcelona", "Bremen", "Frankfurt", "Paris", "Rotterdam")
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
}


def topics(context: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the topics of a context in a language, English where there are none."""
    return TOPICS.get((context, language), TOPICS[context, "en"])
