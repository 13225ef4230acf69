"""Fields of work the ego meets at her fairs: money, goods, schools, health, the public, shops."""

from __future__ import annotations

from data_samples.invent.work import Field, lines

FINANCE = Field(
    9,
    lines("""
        Consultant
        Senior Consultant
        Controller~Controllerin
        Tax Advisor
        Financial Analyst
        Auditor
        de:Steuerberater~Steuerberaterin
        Investment Manager
        Insurance Broker
        Manager
        fr:Contrôleur de gestion~Contrôleuse de gestion
        Relationship Manager
        Partner
        Lawyer
        HR Business Partner
        Procurement Manager
        Risk Manager
        es:Abogado~Abogada
        Accountant
        """),
    lines("""
        Deloitte
        Commerzbank
        PwC
        Allianz
        Kessler & Brandt Steuerberatung
        KPMG
        EY
        Haspa
        Accenture
        Ankerplatz Versicherungsmakler
        fr:BNP Paribas
        McKinsey & Company
        es:Banco Santander
        Techniker Krankenkasse
        Signal Iduna
        Ostwall Capital
        Capgemini
        """),
)

LOGISTICS = Field(
    8,
    lines("""
        Logistics Manager
        Supply Chain Manager
        de:Disponent~Disponentin
        Operations Manager
        Key Account Manager
        de:Speditionskaufmann~Speditionskauffrau
        Warehouse Manager
        Production Planner
        Purchasing Manager
        Quality Engineer
        Sales Director DACH
        Mechanical Engineer
        de:Vertriebsleiter~Vertriebsleiterin
        Terminal Operations Lead
        fr:Responsable logistique
        Export Manager
        """),
    lines("""
        Halden Freight
        Hapag-Lloyd
        Kühne+Nagel
        DHL
        Airbus
        Siemens
        Elbspur Spedition GmbH
        DB Schenker
        Bosch
        Deichgraf Maschinenbau
        Jungheinrich
        HHLA
        Lufthansa Technik
        Marlow Grid
        fr:Geodis
        Volkswagen
        """),
)

EDUCATION = Field(
    7,
    lines("""
        Research Associate
        de:Wissenschaftlicher Mitarbeiter~Wissenschaftliche Mitarbeiterin
        Lecturer
        de:Lehrer~Lehrerin
        PhD Candidate in Media Studies
        fr:Enseignant~Enseignante
        Professor of Communication
        Student
        de:Studienberater~Studienberaterin
        Programme Manager
        es:Profesor de español~Profesora de español
        Trainer & Moderator
        International Office
        """),
    lines("""
        Universität Leipzig
        Universität Hamburg
        HAW Hamburg
        fr:Université Lumière Lyon 2
        Goethe-Institut
        Technische Universität Hamburg
        Stadtteilschule Am Deich
        Universität Leipzig
        VHS Hamburg
        es:Universidad de Sevilla
        University of Glasgow
        Sprachschule Kolibri
        """),
)

HEALTH = Field(
    5,
    lines("""
        Congress & Events Manager, Medical Society
        de:Ärztin~Ärztin
        Pharmaceutical Sales Representative
        Physiotherapist
        de:Krankenpfleger~Krankenschwester
        Medical Advisor
        Product Specialist
        de:Praxismanager~Praxismanagerin
        Psychologist
        Clinical Research Associate
        """),
    lines("""
        Universitätsklinikum Hamburg-Eppendorf
        Asklepios Kliniken
        Bayer
        Charité - Universitätsmedizin Berlin
        Praxis Dr. Harmsen
        fr:Sanofi
        Universitätsklinikum Leipzig
        Lindner Medizintechnik
        Fresenius
        """),
)

PUBLIC = Field(
    8,
    lines("""
        Project Coordinator
        Editor
        de:Redakteur~Redakteurin
        Policy Officer
        Fundraising Manager
        Cultural Manager
        de:Sachbearbeiter~Sachbearbeiterin
        Journalist
        City Marketing
        fr:Chargé de mission~Chargée de mission
        Musician, tutor, occasional DJ
        Programme Director
        Volunteer Manager
        es:Gestor cultural~Gestora cultural
        de:Referent für Wirtschaftsförderung~Referentin für Wirtschaftsförderung
        """),
    lines("""
        Freie und Hansestadt Hamburg
        NDR
        Kulturhaus Speicher 9
        Greenpeace
        Elbphilharmonie
        Handelskammer Hamburg
        DIE ZEIT
        Stiftung Wattenmeer Morgen
        UNICEF
        Stadt Leipzig
        fr:Ville de Lyon
        Deutsches Rotes Kreuz
        Offener Kanal Ost
        """),
)

RETAIL = Field(
    5,
    lines("""
        Store Manager
        Buyer
        Visual Merchandiser
        Founder & Owner
        de:Filialleiter~Filialleiterin
        Area Sales Manager
        Interior Designer
        E-Commerce Manager
        Real Estate Agent
        Yoga teacher | Mum of two | Coffee first
        """),
    lines("""
        IKEA
        H&M
        Otto
        Teekontor Lüders
        Selbstständig
        Lidl
        REWE
        Atelier Fundholz
        es:Inditex
        Engel & Völkers
        Buchladen Kajüte
        """),
)
