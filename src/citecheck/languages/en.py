"""English."""

from __future__ import annotations

from citecheck.languages.base import Language, Pages, block, numbered, table, wordset
from citecheck.languages.currency_names import with_world

LANGUAGE = Language(
    code="en",
    name="English",
    stop_words=wordset("""
        the | of | and | to | in | is | that | for | on | with | as | by | are | was | were | be | been | this
        these | those | which | it | its | their | they | he | she | from | at | an | or | not | but | have | has
        had | will | would | can | could | may | also | more | than | into | between | under | over | however
        while | when | where | who | what | there | such | other | some | any | each | both | during | after
        before | since | about
    """),
    months=numbered("""
        1: january | jan; 2: february | feb; 3: march | mar; 4: april | apr; 5: may; 6: june | jun
        7: july | jul; 8: august | aug; 9: september | sep | sept; 10: october | oct; 11: november | nov
        12: december | dec
    """),
    conjunctions=block("and | &"),
    et_al=block("et al | and others | and colleagues"),
    no_date=block("n.d. | n. d. | no date | undated | n.d | forthcoming | in press"),
    ibid=block("ibidem | ibid"),
    loc_cit=block("loc. cit. | loc. cit | loc cit | idem | id."),
    op_cit=block(
        "op. cit. | op. cit | op cit | op.cit. | art. cit. | art. cit | art cit | ed. cit. | ed. cit | work cited"
    ),
    back_words=block("supra | above"),
    ahead_words=block("infra | below"),
    note_words=block("""
        supra note | see note | see supra note | infra note | above note | note | see above note | cf. note
        supra n. | n. | above n
    """),
    cited_in=block("as cited in | cited in | as quoted in | quoted in | qtd. in | cited by | quoted by"),
    lead_ins=block("""
        as cited in | as quoted in | qtd. in | see | see also | see, for example, | see for example | see e.g.
        see, e.g., | see in particular | cf. | cf | compare | compare with | but see | e.g. | e.g., | for example
        quoted in | cited in | cited by | quoted by | quoted from | according to | source: | sources: | source
        also | and | as well as | adapted from | based on | in | from | contra | see notably | notably | especially
        see generally | for more | on this point, see | on this, see | for details, see | for an overview, see
        for a discussion, see | for a discussion | for an overview | for a review | for a review, see
        for a contrary view | for a contrary view, see | for a contrary view, see also | for a different view
        for a different view, see | for another view | for another view, see | to the same effect | to the contrary
        translated from | reprinted in | by contrast | see further
    """),
    page_labels=block("p. | pp. | page | pages | p | pp | pg."),
    plural_page_labels=block("pp. | pp | pages"),
    locator_labels=block("""
        ch. | chap. | chapter | § | §§ | para. | paras. | par. | art. | article | fig. | figure | table | appendix
        annex | section | sec. | sect. | vol. | no. | n. | note | line | loc.
    """),
    connectors=block("of | for | the | and | on | in | to | against | at | with"),
    function_words=wordset("""
        the | a | an | this | that | these | those | his | her | its | their | my | our | your | to | of | in | on
        at | by | for | with | from | into | and | or | nor | than | very | as | is | was | are | were
    """),
    editors=block("ed. | eds. | editor | editors | ed | eds"),
    in_words=block("in"),
    accessed=block("""
        retrieved from | retrieved on | retrieved | accessed on | accessed | available at | available from
        available on | available online | last accessed | last accessed on | viewed on | viewed | consulted on
        consulted | date accessed | web. | url | online at | online | link | read the full story under this link
        downloaded from
    """),
    bibliography_headings=block("""
        bibliography | references | works cited | sources | literature | reference list | list of references
        cited works | literature cited | sources cited | selected bibliography | select bibliography
        references cited | sources and references | bibliography and sources | cited literature
    """),
    teaching_words=block("""
        create | creating | creation | manage | managing | management | tool | tools | style | styles | software | format
        formats | formatting | insert | inserting | add | adding | generate | generating | generator
    """),
    further_reading_headings=block("""
        further reading | additional reading | recommended reading | suggested reading | for further reading
        suggestions for further reading | further resources | suggested readings | recommended readings
        further readings | additional resources
    """),
    notes_headings=block("notes | endnotes | footnotes | notes and references"),
    chapter_words=block("chapter | part | section | appendix | annex"),
    caption_words=block("figure | fig. | table | chart | map | box | source | sources | photo | graph"),
    quotes=(("“", "”"), ("‘", "’"), ('"', '"')),
    decimal_comma=False,
    group_separators=(",", "'", "’", " ", "\u202f", "\u2009", "\u00a0"),
    scales=numbered("""
        1_000: thousand | k | K; 1_000_000: million | millions | mn | mln | m | M | mio
        1_000_000_000: billion | billions | bn | bln | b | B
        1_000_000_000_000: trillion | trillions | tn | trn
    """),
    currencies=with_world(
        "en",
        table("""
        EUR: euro | euros
        USD: dollar | dollars | us dollar | us dollars | u.s. dollars | u.s. dollar | us-dollar | us-dollars
        USD: american dollars | american dollar
        RUB: russian rubles | russian roubles | ruble | rubles | rouble | roubles
        GBP: pound | pounds | pound sterling | pounds sterling; JPY: yen; CNY: yuan | renminbi
        CHF: swiss franc | swiss francs; SEK: swedish kronor; NOK: norwegian kroner; DKK: danish kroner
        PLN: zloty | zlotys; INR: rupee | rupees; KRW: won; BRL: reais | real; CAD: canadian dollars
        AUD: australian dollars; TRY: turkish lira | lira; UAH: hryvnia | hryvnias; HUF: forints
        CZK: czech crowns; ILS: shekels; ZAR: rand; AED: dirhams; SAR: riyals
        XOF: cfa franc | cfa francs
    """),
    ),
    about=block("""
        about | around | approximately | nearly | almost | some | roughly | ca. | c. | circa | more than | over
        less than | under | at least | up to | close to | in the order of | estimated | estimated at | an estimated
        at most | no more than | ca | ~ | ≈ | ±
    """),
    rate_words=block("exchange rate | conversion | conversion rate | rate of exchange | rate"),
    whole_text=block("""
        throughout this | throughout the | in this paper | in this report | in this document | unless otherwise
        throughout
    """),
    number_words=numbered("""
        1: one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven
        12: twelve; 13: thirteen; 14: fourteen; 15: fifteen; 16: sixteen; 17: seventeen; 18: eighteen
        19: nineteen; 20: twenty; 30: thirty; 40: forty; 50: fifty; 60: sixty; 70: seventy; 80: eighty
        90: ninety; 100: hundred; 1_000: thousand
    """),
    collective_numbers=numbered("12: dozen; 20: score"),
    fractions=numbered("""
        2: half | halves; 3: third | thirds; 4: quarter | quarters | fourth | fourths; 5: fifth | fifths; 10: tenth | tenths
    """),
    durations=numbered("""
        1: minute | minutes | min; 60: hour | hours; 1440: day | days; 10_080: week | weeks; 43_800: month | months
        525_600: year | years
    """),
    hour_signs=block("h | hrs"),
    half_days=block("am | pm | a.m. | p.m. | a.m | p.m | o'clock | noon"),
    before_hours=block("at | between | from | until | till | by | before | after | and"),
    units=wordset("""
        % | ‰ | percent | per-cent | km | m | cm | mm | kg | t | tons | ton | tonnes | tonne | kilometers
        kilometer | kilometres | kilometre | meters | meter | metres | metre | hectares | hectare | ha | years
        year | months | month | days | day | hours | hour | minutes | minute | seconds | second | weeks | week
        points | degrees | degree | °c | ° | people | individuals | inhabitants | miles | mile | feet | foot | km²
        m² | km/h | mph | mw | gw | tw | kw | kwh | mwh | gwh | twh | wh | kb | mb | gb | tb | hz | khz | mhz | ghz
        nm | µm | ml | cl | m/s | km/s | db | min | ppm
    """),
    not_authors=wordset("""
        article | articles | chapter | figure | table | act | law | decree | directive | regulation | resolution
        annex | part | section | january | february | march | april | may | june | july | august | september
        october | november | december | monday | tuesday | wednesday | thursday | friday | saturday | sunday
        spring | summer | autumn | fall | winter | agenda | plan | note | summit | scenario | project | page
        version | edition | paris | london | brussels | geneva | berlin | moscow | beijing | washington | in | since
        by | until | from | before | after | between | during | early | late | mid
    """),
    source_words=block("""
        protocol | court | games | olympics | film | cup | summit | born | died | congress | bill | decision | case
        declaration | census | figures | photo | map | interview | interviews | directive | regulation | act | law
        decree | statute | treaty | convention | resolution | code | archives | archive | speech | press release
        report | hearing | testimony | memorandum | executive order | ruling | judgment | constitution | charter
        agreement | official journal | data | dataset | database | survey | letter | email | e-mail | conference
        correspondence | statement | personal communication
    """),
    courts=(),
    laws=block("""
        decree no. | executive order no. | executive order | public law no. | regulation (eu) | regulation (ec)
    """),
    acts=block("Act | Regulations | Rules | Ordinance | Bill"),
    places=wordset("""
        afghanistan | africa | albania | algeria | algiers | america | amsterdam | ankara | argentina | asia
        athens | australia | austria | baghdad | bali | bamako | bangkok | barcelona | beijing | beirut | belgium
        belgrade | berlin | bern | birmingham | bogota | bordeaux | boston | brasilia | bratislava | brazil
        brussels | bucharest | budapest | cairo | cameroon | canada | canberra | cancun | chicago | china | colombia
        copenhagen | croatia | cuba | cyprus | dakar | damascus | delhi | denmark | doha | dubai | dublin | durban
        edinburgh | egypt | england | estonia | ethiopia | europe | finland | florence | france | frankfurt | geneva
        georgia | germany | glasgow | greece | hamburg | hanoi | havana | helsinki | hiroshima | hungary | iceland
        india | indonesia | iran | iraq | ireland | israel | istanbul | italy | jakarta | japan | jerusalem
        johannesburg | kabul | kampala | katowice | kazakhstan | kenya | kyiv | kiev | korea | kyoto | lagos
        latvia | lausanne | lebanon | libya | lima | lisbon | lithuania | liverpool | ljubljana | london
        luxembourg | madrid | malaysia | mali | malta | manchester | marrakesh | melbourne | mexico | milan | minsk
        moldova | monaco | montreal | morocco | moscow | mumbai | munich | nairobi | naples | netherlands | new york
        nigeria | norway | oslo | ottawa | oxford | pakistan | paris | peru | philadelphia | philippines | poland
        portugal | prague | pretoria | quebec | reykjavik | riga | rio | rome | romania | russia | santiago
        scotland | senegal | seoul | serbia | shanghai | sharm | singapore | slovakia | slovenia | sofia | spain
        stockholm | strasbourg | sweden | switzerland | sydney | syria | taipei | tallinn | tbilisi | tehran
        thailand | tokyo | toronto | tunis | tunisia | turin | turkey | u.k. | u.s. | u.s.a. | uganda | uk | ukraine | usa | valletta | vancouver
        venice | vienna | vietnam | vilnius | wales | warsaw | warwick | washington | yalta | yokohama | zagreb
        zurich
    """),
    before_years=wordset("""
        after | ante | around | before | between | by | ca | circa | during | early | from | in | late | post | since | till | until
        year | years
    """),
    pages=Pages(
        not_found=block("""
            page not found | page cannot be found | page can't be found | page could not be found
            page couldn't be found | page was not found | page is not found | page you requested was not found
            page you requested could not be found | page you are looking for | page you were looking for
            page you're looking for | we can't find that page | we can't find the page | we couldn't find that page
            we couldn't find the page | we could not find the page | page does not exist | page doesn't exist
            page no longer exists | page no longer available | page is no longer available | page not available
            page unavailable | page has been removed | page has moved or been deleted | content not found
            content no longer available | document not found | article not found | file not found
            resource not found | item not found | no such page | not found | error 404 | 404 error | 404 not found
            http 404
        """),
        login=block("""
            log in | login | sign in | signin | please log in | please sign in | account login | member login
            user login | single sign on | authentication required | authentication
        """),
        consent=block("""
            before you continue | your privacy choices | we value your privacy | cookie consent | privacy settings
            cookie settings | consent required | accept cookies to continue | your consent
        """),
        human=block("""
            just a moment | attention required | checking your browser | are you a robot | are you human
            are you a human | robot check | robot or human | verify you are human | verifying you are human
            please verify you are a human | human verification | security check | access denied | access to this
            ddos guard | ddos protection | pardon our interruption | you have been blocked | request unsuccessful
            one more step | making sure you're not a bot | unusual traffic | captcha | complete the security check
            bot verification | access blocked | security verification | request blocked | request rejected
        """),
        parked=block("""
            domain is for sale | domain name is for sale | domain for sale | domain may be for sale | buy this domain
            this domain is parked | domain is parked | parked domain | domain parking | domain has expired
            domain name has expired | domain is available for purchase | domain may be available
        """),
        maintenance=block("""
            under maintenance | down for maintenance | scheduled maintenance | maintenance mode | site maintenance
            undergoing maintenance | we'll be back soon | we will be back soon | be right back
            temporarily unavailable | temporarily down
        """),
        not_found_paths=block("not-found | notfound | page-not-found | pagenotfound | 404-not-found"),
        login_paths=block("""
            login | log-in | logon | signin | sign-in | sign_in | authorize | authenticate | authentication
            accessrestricted
        """),
        home_paths=block("home | home.html | home.aspx | homepage"),
    ),
    weak_leads=block("also | from"),
    untitled=block("personal communication | interview | letter | e-mail | email | conversation | correspondence"),
    shown_works=block("""
        film | movie | documentary | installation | painting | sculpture | photograph | drawing | performance
        exhibition | song | album | opera | ballet | choreography
    """),
    by_words=block("by | of"),
    retraction_marks=block("retracted article | retracted | withdrawn | removed | retraction"),
    notices=block("""
        correction | author correction | publisher correction | corrections | corrigendum | erratum | addendum | retraction
        retraction note | expression of concern | reply | reply to | author response | response to | comment on | review of
        peer review
    """),
    generic_titles=block("""
        introduction | preface | foreword | editorial | conclusion | conclusions | annual report | afterword | discussion
        acknowledgements | overview | abstract | book review | book reviews | letter to the editor | summary | appendix
        methods | results | background | commentary | news | index | table of contents | bibliography
    """),
    translators=block("translated by | trans. by | tr. by | trans."),
    sentence_adverbs=block("""
        first | firstly | second | secondly | third | thirdly | fourth | finally | lastly | later | earlier | then
        next | again | recently | previously | subsequently | similarly | likewise | conversely | however | moreover
        furthermore | additionally | also | thus | hence | therefore | indeed | meanwhile | nevertheless
        nonetheless | still | today | instead | interestingly | importantly | notably | specifically | accordingly
        consequently | originally | elsewhere | now | yet | so
    """),
    sentence_openers=block("""
        as | while | whereas | although | though | when | since | because | if | unlike | like | both | even | but
        and | for | with | by | in | following
    """),
    note_labels=block("n | nn | note | notes | fn"),
    at_pages=block("at | here | here at | here p. | here pp."),
    onwards=block("f | ff | sq | sqq | et seq | et sq | et sqq | et al | and following | passim"),
    counted=block("vol | vols | volume | volumes | min | minute | minutes | sec | h | ed | eds | edition | editions"),
    number_signs=block("no. | iss."),
    volume_labels=block("vol."),
    edition_labels=block("ed. | edn | edition"),
    day_endings=block("st | nd | rd | th"),
    ordinal_endings=block("st | nd | rd | th | d"),
    loose_connectors=block("in | to | on | with"),
    body_words=block("of | for"),
    place_words=block("in | at | on | to | against | with"),
    articles=block("the"),
    filing_articles=block("the | a | an"),
    indefinite=block("a | an"),
    name_prefixes=block("st. | mac | mc"),
    generations=block("Jr | Sr"),
    companies=block("Partners | Associates | Co | Ltd | Inc | LLC | LLP | Corp | Group | Sons | Company | plc"),
    institutions=block("""
        academy | administration | agency | alliance | assembly | association | authority | bank | board | bureau | centre | center | city of
        coalition | college | commission | committee | company | congress | consortium | corporation | council | court | department
        federation | forum | foundation | fund | government | governance | group | initiative | institute | institution | laboratory
        league | ministry | mission | museum | nations | network | observatory | office | organisation | organization | parliament
        programme | protocol | school | secretariat | senate | service | society | trust | union | university
    """),
    publisher_words=block("university press | univ. press | books | publishing | publishers | publications"),
    publishers=block("""
        academic press | allen & unwin | allen lane | ashgate | berg | blackwell | bloomsbury | brill | cassell | chapman & hall | columbia up
        crc press | de gruyter | doubleday | duckworth | edward elgar | elgar | elsevier | faber | faber & faber | farrar | free press
        granta | greenwood | harpercollins | harper & row | harvard up | heinemann | hodder | houghton mifflin | john wiley | knopf
        macmillan | mcgraw-hill | methuen | mit press | norton | oneworld | o'reilly | oup | cup | palgrave | palgrave macmillan | pantheon
        pelican | penguin | picador | polity | polity press | praeger | princeton up | prentice hall | profile | puffin | random house
        routledge | rowman & littlefield | sage | scribner | scribner's | simon & schuster | springer | suny press
        taylor & francis | verso | viking | vintage | virago | wiley | yale up | zed | zondervan
    """),
    versus=block("v | vs"),
    act_parts=block("s | ss | sec | secs | section | sections | art | arts | reg | regs | c | ch | sch | r"),
    source_labels=block("source | sources"),
    online=block("online | internet"),
    disjunctions=block("or"),
    range_words=block("to"),
    between_words=block("between"),
    of_words=block("of"),
    stated_as=block("i.e. | that is | equivalent to"),
    pair_ends=block("at | in"),
    is_worth=block("""
        equals | equalled | is worth | is equal to | is equivalent to | was worth | was equal to | was equivalent to
    """),
    exchanged_for=block("for | to | per | against"),
    average_words=block("annual | annually | average | averaged | averages | mean | yearly"),
    not_only_money=block("pound | pounds | real | won | rand | rands"),
)
