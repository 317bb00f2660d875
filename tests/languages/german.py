"""German, as one file: what the proof puts beside the modules of the languages as ``de.py``."""

from __future__ import annotations

from citecheck.languages.base import Language, Pages, block, numbered, table, wordset

LANGUAGE = Language(
    code="de",
    name="Deutsch",
    stop_words=wordset("""
        der | die | das | und | ist | nicht | von | den | dem | ein | eine | einer | eines | einem | einen | mit
        auf | für | im | sich | auch | als | wird | werden | wurde | wurden | sind | war | waren | nach | bei | aus | zum
        zur | über | unter | zwischen | durch | dass | oder | aber | wie | nur | noch | vor | bis | seit | sie | er | es
        ihre | seine | haben | hat | kann | können | diese | dieser | dieses
    """),
    months=numbered("""
        1: januar | jänner | jan; 2: februar | feb; 3: märz; 4: april | apr; 5: mai; 6: juni; 7: juli; 8: august | aug
        9: september | sept; 10: oktober | okt; 11: november | nov; 12: dezember | dez
    """),
    conjunctions=block("und | &"),
    et_al=block("et al | u. a | u.a | und andere"),
    no_date=block("o. J. | o.J. | ohne Jahr"),
    ibid=block("ebenda | ebd"),
    loc_cit=block("a. a. O. | a.a.O. | ders. | dies."),
    op_cit=block("op. cit. | a. a. O. | a.a.O."),
    note_words=block("siehe Anm. | siehe Fn. | vgl. Anm. | vgl. Fn. | siehe oben Anm. | wie Anm. | Anm. | Fn."),
    back_words=block("oben"),
    ahead_words=block("unten"),
    lead_ins=block("""
        siehe | siehe auch | siehe dazu | vgl. | vgl. auch | vgl. dazu | zitiert nach | zit. nach | nach | laut | so
        auch | und | sowie | insbesondere | etwa | z. B. | Quelle: | Quellen: | in
    """),
    cited_in=block("zitiert nach | zit. nach | zitiert in"),
    page_labels=block("S. | Seite | Seiten"),
    locator_labels=block("Kap. | Kapitel | § | §§ | Abs. | Art. | Abb. | Tab. | Anhang | Bd. | Nr. | Anm. | Fn. | Rn."),
    connectors=block("für | und | der | die | des | von | im | zur | zum | in | auf | am"),
    function_words=wordset("""
        der | die | das | den | dem | des | ein | eine | einen | einem | einer | eines | in | im | an | am | auf | mit | von
        vom | zu | zum | zur | für | bei | aus | nach | über | unter | und | oder
    """),
    editors=block("Hg. | Hrsg. | hrsg. von"),
    in_words=block("in"),
    accessed=block("abgerufen am | zuletzt abgerufen am | verfügbar unter | online unter | Zugriff am | abgerufen von"),
    bibliography_headings=block("literatur | literaturverzeichnis | quellen und literatur | bibliographie"),
    further_reading_headings=block("weiterführende literatur"),
    notes_headings=block("anmerkungen | fußnoten | endnoten"),
    chapter_words=block("kapitel | teil | abschnitt | anhang"),
    caption_words=block("abbildung | abb. | tabelle | tab. | karte | quelle | quellen"),
    quotes=(("„", "“"), ("»", "«")),
    decimal_comma=True,
    group_separators=(".", "\u00a0", "\u202f", "\u2009", " ", "'", "’"),
    scales=numbered("""
        1_000: tausend | Tsd; 1_000_000: million | millionen | Mio; 1_000_000_000: milliarde | milliarden | Mrd
        1_000_000_000_000: billion | billionen
    """),
    currencies=table("EUR: euro; USD: dollar | us-dollar; RUB: rubel; GBP: pfund; CHF: franken | schweizer franken"),
    about=block("etwa | rund | ungefähr | circa | ca. | fast | knapp | mehr als | weniger als | über | ~ | ≈"),
    rate_words=block("wechselkurs | umrechnungskurs | umrechnung | kurs"),
    whole_text=block("im gesamten bericht | im ganzen text | durchgehend | sofern nicht anders"),
    number_words=numbered("""
        1: ein | eins | eine; 2: zwei; 3: drei; 4: vier; 5: fünf; 6: sechs; 7: sieben; 8: acht; 9: neun; 10: zehn
        11: elf; 12: zwölf; 20: zwanzig; 30: dreißig; 100: hundert; 1_000: tausend
    """),
    units=wordset(
        "% | prozent | km | m | kg | t | tonnen | jahre | jahren | tage | tagen | stunden | menschen | personen"
    ),
    not_authors=wordset("""
        artikel | kapitel | abbildung | tabelle | gesetz | richtlinie | verordnung | anhang | teil | abschnitt | montag
        dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | frühling | sommer | herbst | winter | seit | im
    """),
    source_words=block("""
        protokoll | gericht | urteil | gesetz | verordnung | richtlinie | vertrag | archiv | rede | bericht | interview
        gespräch | brief | erklärung | beschluss
    """),
    courts=block("BGH | BVerfG | BVerwG | EuGH"),
    laws=block("gesetz vom | verordnung (eu) nr."),
    acts=(),
    places=wordset("berlin | bern | wien | paris | moskau | brüssel | hamburg | münchen | zürich | deutschland"),
    before_years=wordset("im | seit | bis | um | ab | jahr | jahre | nach | vor | ende | anfang"),
    note_labels=block("Anm | Fn"),
    onwards=block("f | ff | passim"),
    counted=block("Bde | Bände | Min | Std | Aufl"),
    number_signs=block("Nr."),
    loose_connectors=block("in | im | auf | am"),
    body_words=block("für"),
    place_words=block("in | im | auf | an | am | gegen | mit | unter"),
    articles=block("der | die | das"),
    indefinite=block("ein | eine"),
    filing_articles=block("der | die | das | ein | eine"),
    particles=block("von | vom | zu | zur | zum"),
    companies=block("GmbH | AG | KG | Söhne | Gesellschaft"),
    dockets=block("Az. | Rn. | Rs."),
    source_labels=block("quelle | quellen"),
    online=block("online | internet"),
    disjunctions=block("oder"),
    range_words=block("bis"),
    between_words=block("zwischen"),
    of_words=block("an"),
    stated_as=block("d. h. | das heißt | entspricht"),
    pair_ends=block("zu | im | in"),
    is_worth=block("entspricht | entsprach"),
    exchanged_for=block("für | je | pro"),
    average_words=block("jährlich | jährliche | jährlicher | durchschnittlich | mittlere | mittlerer | durchschnitt"),
    pages=Pages(not_found=block("seite nicht gefunden"), login=block("anmelden")),
)
