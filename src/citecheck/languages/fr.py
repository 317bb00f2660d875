"""French."""

from __future__ import annotations

from citecheck.languages.base import Language

MILLION = 10**6

LANGUAGE = Language(
    code="fr",
    name="français",
    stop_words=frozenset(
        ["le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "en", "dans", "que", "qui", "sur", "par", "pour", "au", "aux", "ce", "cette", "ces", "il", "elle", "ils", "elles", "ne", "pas", "plus", "sont", "été", "avec", "leur", "leurs", "son", "sa", "ses", "se", "sous", "entre", "ou", "où", "mais", "comme", "dont", "a", "ont", "être", "avoir", "selon", "ainsi", "donc", "car", "deux", "tout", "toute", "tous", "aussi", "afin", "lors", "depuis", "pendant", "après", "avant", "d'", "l'", "qu'", "n'", "s'", "c'", "j'"]
    ),
    months={
        "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
        "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
        "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juill": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
    },
    conjunctions=("et", "&"),
    et_al=("et al", "et alii", "et collab", "et coll"),
    no_date=("s.d.", "s. d.", "sans date", "s.d"),
    ibid=("ibidem", "ibid"),
    loc_cit=("loc. cit.", "loc. cit", "loc cit", "idem", "id."),
    op_cit=("op. cit.", "op. cit", "op cit", "op.cit.", "art. cit.", "art. cit", "art cit", "ouvr. cité", "art. cité",
            "ouvrage cité", "article cité", "préc.", "précité", "précitée"),
    note_words=("voir note", "cf. note", "supra note", "supra, note", "note", "voir supra note", "voir la note",
                "cf. supra note", "infra note"),
    lead_ins=("voir", "voir aussi", "voir également", "voir notamment", "voir par exemple", "cf.", "cf", "v.", "selon",
              "d'après", "cité dans", "cité par", "cité in", "citée dans", "citée par", "cités dans", "cités par",
              "repris dans", "source :", "sources :", "source", "notamment", "par exemple", "et", "ainsi que", "dans",
              "également", "sur ce point", "à ce sujet", "pour plus de détails", "comparer avec", "contra", "p. ex.",
              "in", "et aussi", "puis", "traduit de", "d’après", "à ce propos", "sur ce sujet", "pour aller plus loin",
              "lire", "consulter", "voir en particulier"),
    page_labels=("p.", "pp.", "page", "pages", "p", "pp"),
    locator_labels=("chap.", "chapitre", "ch.", "§", "§§", "par.", "art.", "article", "n°", "fig.", "figure", "tabl.",
                    "tableau", "annexe", "section", "sect.", "vol.", "t.", "tome", "note", "n."),
    connectors=("de", "du", "des", "d", "l", "la", "le", "les", "et", "pour", "sur", "en", "aux", "au", "à", "dans",
                "par", "sous", "contre"),
    function_words=frozenset(
        ["le", "la", "les", "un", "une", "des", "du", "de", "d'", "l'", "ce", "cette", "ces", "cet", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "au", "aux", "à", "en", "dans", "par", "pour", "sur", "sous", "avec", "sans", "chez", "vers", "entre", "et", "ou", "ni", "que", "qu'", "qui", "dont", "très", "plus", "moins"]
    ),
    editors=("dir.", "éd.", "éds.", "coord.", "sous la direction de", "dirs.", "eds.", "ed.", "coords.", "org."),
    in_words=("dans", "in"),
    accessed=("consulté le", "consulté à l'adresse suivante", "consulté à l'adresse", "consulté à l’adresse", "consulté sur",
              "consulté en", "consultée le", "page consultée le", "consulté", "disponible à l'adresse", "disponible sur",
              "disponible en ligne", "disponible à", "récupéré de", "récupéré sur", "récupéré le", "tiré de", "extrait de",
              "repéré à", "accessible sur", "accessible à", "accessible en ligne", "en ligne", "url", "lien",
              "dernière consultation le", "vu le", "téléchargé de"),
    bibliography_headings=("bibliographie", "références", "références bibliographiques", "sources", "ouvrages cités",
                           "sources citées", "bibliographie sélective", "liste des références", "sources et bibliographie",
                           "bibliographie et sources", "travaux cités", "bibliographie générale", "références citées",
                           "littérature citée", "documents cités", "liste de références", "sources et références"),
    further_reading_headings=("pour aller plus loin", "lectures complémentaires", "pour en savoir plus",
                              "bibliographie complémentaire", "lectures recommandées", "lectures conseillées",
                              "autres lectures", "pour approfondir", "lectures suggérées", "suggestions de lecture"),
    notes_headings=("notes", "notes de fin", "notes de bas de page", "notes et références"),
    chapter_words=("chapitre", "partie", "section", "annexe", "titre"),
    caption_words=("figure", "fig.", "tableau", "graphique", "carte", "encadré", "source", "sources", "photo", "schéma"),
    quotes=(("«", "»"), ("“", "”")),
    list_and="et",
    decimal_comma=True,
    group_separators=(" ", "\u00a0", "\u202f", "\u2009", "."),
    scales={
        "mille": 10**3, "millier": 10**3, "milliers": 10**3, "million": MILLION, "millions": MILLION,
        "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12, "trillion": 10**18,
        "trillions": 10**18, "Md": 10**9, "Mds": 10**9, "Mrd": 10**9, "M": MILLION, "k": 10**3, "K": 10**3,
        "mds": 10**9, "md": 10**9, "mio": MILLION, "mrd": 10**9, "mia": 10**9, "bn": 10**9, "bln": 10**9, "mln": MILLION,
    },
    currencies={
        "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "dollar américain": "USD",
        "dollars américains": "USD", "dollars us": "USD", "dollar us": "USD", "dollars des états-unis": "USD",
        "rouble": "RUB", "roubles": "RUB", "rouble russe": "RUB", "roubles russes": "RUB", "livre sterling": "GBP",
        "livres sterling": "GBP", "livre": "GBP",
        "livres": "GBP", "yen": "JPY", "yens": "JPY", "yuan": "CNY", "yuans": "CNY", "renminbi": "CNY",
        "franc suisse": "CHF", "francs suisses": "CHF", "couronne suédoise": "SEK", "couronnes suédoises": "SEK",
        "couronnes norvégiennes": "NOK", "couronnes danoises": "DKK", "zloty": "PLN", "zlotys": "PLN",
        "roupie indienne": "INR", "roupies indiennes": "INR", "won": "KRW", "wons": "KRW", "real": "BRL",
        "reais": "BRL", "dollars canadiens": "CAD", "dollar canadien": "CAD", "dollars australiens": "AUD",
        "livres turques": "TRY", "livre turque": "TRY", "hryvnia": "UAH", "hryvnias": "UAH", "forints": "HUF",
        "couronnes tchèques": "CZK", "shekels": "ILS", "rands": "ZAR", "dirhams": "AED", "riyals": "SAR",
    },
    about=("environ", "près de", "quelque", "à peu près", "plus de", "moins de", "presque", "autour de", "de l'ordre de",
           "approximativement", "aux alentours de", "au moins", "jusqu'à", "pas loin de", "au plus", "au maximum", "env.",
           "estimé à", "estimée à", "estimés à", "estimées à", "à peine", "~", "≈", "±"),
    rate_words=("taux de change", "taux de conversion", "conversion", "cours de change", "taux"),
    whole_text=("tout au long", "dans tout le document", "dans ce document", "dans ce rapport", "dans l'ensemble",
                "dans le présent", "pour l'ensemble", "sauf indication contraire", "dans tout le texte"),
    number_words={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
        "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
        "nonante": 90, "cent": 100, "cents": 100, "mille": 1000,
    },
    units=frozenset(
        ["%", "‰", "pour-cent", "km", "m", "cm", "mm", "kg", "t", "tonnes", "tonne", "kilomètres", "kilomètre", "mètres", "mètre", "hectares", "hectare", "ha", "ans", "an", "années", "année", "mois", "jours", "jour", "heures", "heure", "minutes", "minute", "secondes", "seconde", "semaines", "semaine", "points", "degrés", "degré", "°c", "°", "habitants", "personnes", "km²", "m²", "km/h", "mw", "gw", "tw", "kw", "kwh", "mwh", "gwh", "twh", "ko", "mo", "go", "to", "hz", "khz", "mhz", "ghz"]
    ),
    not_authors=frozenset(
        ["article", "articles", "chapitre", "figure", "tableau", "loi", "décret", "directive", "règlement", "résolution", "annexe", "partie", "section", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "printemps", "été", "automne", "hiver", "horizon", "agenda", "plan", "note", "sommet", "scénario", "projet", "page", "version", "édition", "paris", "londres", "bruxelles", "genève", "berlin", "moscou", "pékin", "washington"]
    ),
    source_words=("entretien", "entretiens", "directive", "règlement", "loi", "décret", "arrêté", "arrêt", "ordonnance",
                  "traité", "convention", "résolution", "code", "archives", "archive", "discours", "communiqué", "rapport",
                  "témoignage", "audition", "circulaire", "constitution", "charte", "accord", "journal officiel", "jo",
                  "données", "base de données", "enquête", "interview", "conférence", "lettre", "courriel", "entrevue"),
)
