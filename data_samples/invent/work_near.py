"""Fields of work near the ego: events, marketing, hospitality, software."""

from __future__ import annotations

from data_samples.invent.work import Field, lines

EVENTS = Field(
    30,
    lines("""
        Event Manager
        de:Projektleiter Messen~Projektleiterin Messen
        Senior Event Manager
        Project Manager Trade Fairs
        Exhibition Manager
        de:Veranstaltungskaufmann~Veranstaltungskauffrau
        Head of Events
        Conference Producer
        Key Account Manager Exhibitors
        fr:Chef de projet événementiel~Cheffe de projet événementiel
        Event Coordinator
        de:Messebauer~Messebauerin
        Sponsorship Manager
        es:Coordinador de eventos~Coordinadora de eventos
        Venue Sales Manager
        de:Teamleiter Ausstellerservice~Teamleiterin Ausstellerservice
        Managing Director
        Account Director, Live Experiences
        Technical Event Manager
        Freelance Event Producer
        Congress Manager
        de:Leiter Messebau~Leiterin Messebau
        Registration & Housing Manager
        Stage manager, events & tours
        fr:Responsable salons professionnels
        Hybrid events | Streaming | Production lead
        Junior Event Manager
        """),
    lines("""
        Papierkran
        Koelnmesse
        Lindenhof Kongresse
        Messe Frankfurt
        Blickfang Messebau GmbH
        Hamburg Messe und Congress
        Deutsche Messe AG
        Standfest Messebau
        Leipziger Messe
        fr:GL events
        RX
        Informa Markets
        Lautsprecher & Söhne Eventtechnik
        Tagwerk Events
        es:Fira Barcelona
        Messe Berlin
        Roter Teppich Agentur GmbH
        Zeitsprung Festival e.V.
        fr:Atelier Grand Soir
        Skyline Stands Ltd
        Freelance
        MCI Group
        Fairweather Live
        Messe München
        """),
)

MARKETING = Field(
    13,
    lines("""
        Marketing Manager
        Social Media Manager
        Brand Manager
        de:Referent Unternehmenskommunikation~Referentin Unternehmenskommunikation
        Head of Marketing
        Content Marketing Manager
        PR Consultant
        fr:Chargé de communication~Chargée de communication
        Art Director
        Copywriter ✍️
        Performance Marketing Manager
        es:Responsable de marketing
        CRM Manager
        Corporate Communications Lead
        Graphic designer / illustrator
        Chief Marketing Officer
        de:Texter~Texterin
        SEO Manager
        Senior Account Manager
        Growth Marketing Lead
        """),
    lines("""
        Otto
        Lautwerk Kommunikation
        Beiersdorf
        Jung von Matt
        Wortgut Agentur
        Edelman
        Tchibo
        Silberfuchs Media
        Montblanc
        fr:Publicis
        fr:Studio Brindille
        Unilever
        es:Telefónica
        Bright Heron Ltd
        adidas
        Ogilvy
        """),
)

HOSPITALITY = Field(
    8,
    lines("""
        Hotel Manager
        Banquet Manager
        Sales Manager MICE
        Head Chef
        de:Restaurantleiter~Restaurantleiterin
        Director of Sales & Events
        Guest Relations Manager
        Catering Manager
        de:Bankettleiter~Bankettleiterin
        General Manager
        Travel Consultant
        es:Jefe de recepción~Jefa de recepción
        Front Office Manager
        """),
    lines("""
        Hafenrand Hotel
        Accor
        Marriott International
        Kombüse Catering GmbH
        Hilton
        TUI
        Radisson Hotel Group
        Elbküche Catering
        25hours Hotels
        Gasthaus Zur Boje
        fr:Maison Verdier Traiteur
        es:Meliá Hotels International
        """),
)

TECH = Field(
    10,
    lines("""
        Software Engineer
        Product Manager
        UX Designer
        Customer Success Manager
        Senior Software Engineer
        Account Executive
        Scrum Master
        IT Project Manager
        de:Softwareentwickler~Softwareentwicklerin
        Frontend Developer | React | TypeScript
        Head of Product
        IT Support Specialist
        CTO & Co-Founder
        DevOps Engineer
        fr:Développeur web~Développeuse web
        Sales Development Representative
        Engineering Manager @ work, dad at home
        Solutions Architect
        Implementation Consultant
        Technical Writer
        """),
    lines("""
        SAP
        Kranwind Software
        Microsoft
        XING
        Google
        Tidelift Labs GmbH
        Salesforce
        Deutsche Telekom
        About You
        Personio
        Ticketbaum
        fr:OVHcloud
        Amazon
        Zalando
        Brambleway Software Ltd
        IBM
        Backwerk IT
        Spotify
        """),
)
