"""French."""

from __future__ import annotations

from citecheck.languages.base import Language, Pages, block, numbered, table, wordset
from citecheck.languages.currency_names import with_world

LANGUAGE = Language(
    code="fr",
    name="français",
    stop_words=wordset("""
        le | la | les | un | une | des | du | de | et | est | en | dans | que | qui | sur | par | pour | au | aux
        ce | cette | ces | il | elle | ils | elles | ne | pas | plus | sont | été | avec | leur | leurs | son | sa
        ses | se | sous | entre | ou | où | mais | comme | dont | a | ont | être | avoir | selon | ainsi | donc
        car | deux | tout | toute | tous | aussi | afin | lors | depuis | pendant | après | avant | d' | l' | qu'
        n' | s' | c' | j'
    """),
    months=numbered("""
        1: janvier | janv; 2: février | fevrier | févr | fév; 3: mars; 4: avril | avr; 5: mai; 6: juin
        7: juillet | juill; 8: août | aout; 9: septembre | sept; 10: octobre | oct; 11: novembre | nov
        12: décembre | decembre | déc
    """),
    conjunctions=block("et | &"),
    et_al=block("et al | et alii | et collab | et coll | et autres"),
    no_date=block("s.d. | s. d. | sans date | s.d | à paraître | sous presse"),
    ibid=block("ibidem | ibid"),
    loc_cit=block("loc. cit. | loc. cit | loc cit | idem | id."),
    op_cit=block("""
        op. cit. | op. cit | op cit | op.cit. | art. cit. | art. cit | art cit | éd. cit. | éd. cit | ouvr. cité | art. cité
        ouvrage cité | article cité | préc. | précité | précitée
    """),
    back_words=block("supra | ci-dessus | plus haut"),
    ahead_words=block("infra | ci-dessous | plus bas"),
    note_words=block("""
        voir note | cf. note | supra note | supra, note | note | voir supra note | voir la note | cf. supra note
        infra note
    """),
    cited_in=block("""
        cité dans | cité par | cité in | citée dans | citée par | cités dans | cités par | repris dans
    """),
    lead_ins=block("""
        citée | cité | voir | voir aussi | voir également | voir notamment | voir par exemple | cf. | cf | selon
        d'après | cité dans | cité par | cité in | citée dans | citée par | cités dans | cités par | repris dans
        source : | sources : | source | notamment | par exemple | et | ainsi que | dans | également | sur ce point
        à ce sujet | pour plus de détails | comparer avec | contra | p. ex. | in | et aussi | puis | traduit de
        d’après | à ce propos | sur ce sujet | pour aller plus loin | lire | consulter | voir en particulier
        pour un état de la question | pour un état de la question, voir | pour une synthèse
        pour une synthèse, voir | pour une vue d'ensemble | pour une vue d'ensemble, voir | pour un autre avis
        pour un avis contraire | pour un avis contraire, voir | dans le même sens | dans le même sens, voir
        en ce sens | v. en ce sens | v. dans le même sens | v. notamment | v. aussi | v. par exemple
        en sens contraire | en sens contraire, voir
    """),
    page_labels=block("p. | pp. | page | pages | p | pp"),
    locator_labels=block("""
        chap. | chapitre | ch. | § | §§ | par. | art. | article | n° | fig. | figure | tabl. | tableau | annexe
        section | sect. | vol. | t. | tome | note | n.
    """),
    connectors=block("""
        de | du | des | d | l | la | le | les | et | pour | sur | en | aux | au | à | dans | par | sous | contre
    """),
    function_words=wordset("""
        le | la | les | un | une | des | du | de | d' | l' | ce | cette | ces | cet | son | sa | ses | leur | leurs
        mon | ma | mes | notre | nos | votre | vos | au | aux | à | en | dans | par | pour | sur | sous | avec
        sans | chez | vers | entre | et | ou | ni | que | qu' | qui | dont | très | plus | moins
    """),
    editors=block("dir. | éd. | éds. | coord. | sous la direction de | dirs. | eds. | ed. | coords. | org."),
    in_words=block("dans | in"),
    accessed=block("""
        consulté le | consulté à l'adresse suivante | consulté à l'adresse | consulté à l’adresse | consulté sur
        consulté en | consultée le | page consultée le | consulté | disponible à l'adresse | disponible sur
        disponible en ligne | disponible à | récupéré de | récupéré sur | récupéré le | tiré de | extrait de
        repéré à | accessible sur | accessible à | accessible en ligne | en ligne | url | lien
        dernière consultation le | vu le | téléchargé de
    """),
    bibliography_headings=block("""
        bibliographie | références | références bibliographiques | sources | ouvrages cités | sources citées
        bibliographie sélective | liste des références | sources et bibliographie | bibliographie et sources
        travaux cités | bibliographie générale | références citées | littérature citée | documents cités
        liste de références | sources et références
    """),
    teaching_words=block("""
        créer | création | gérer | gestion | outil | outils | style | styles | logiciel | logiciels | format | formats
        insérer | insertion | ajouter | ajout | générer | générateur | rédiger | rédaction
    """),
    further_reading_headings=block("""
        pour aller plus loin | lectures complémentaires | pour en savoir plus | bibliographie complémentaire
        lectures recommandées | lectures conseillées | autres lectures | pour approfondir | lectures suggérées
        suggestions de lecture
    """),
    notes_headings=block("notes | notes de fin | notes de bas de page | notes et références"),
    chapter_words=block("chapitre | partie | section | annexe | titre"),
    caption_words=block("""
        figure | fig. | tableau | graphique | carte | encadré | source | sources | photo | schéma
    """),
    quotes=(("«", "»"), ("“", "”")),
    decimal_comma=True,
    group_separators=(" ", "\u00a0", "\u202f", "\u2009", "."),
    scales=numbered("""
        1_000: mille | millier | milliers | k | K; 1_000_000: million | millions | M | mio | mln
        1_000_000_000: milliard | milliards | Md | Mds | Mrd | mds | md | mrd | mia | bn | bln
        1_000_000_000_000: billion | billions; 1_000_000_000_000_000_000: trillion | trillions
    """),
    currencies=with_world(
        "fr",
        table("""
        EUR: euro | euros
        USD: dollar | dollars | dollar américain | dollars américains | dollars us | dollar us
        USD: dollars des états-unis; RUB: rouble | roubles | rouble russe | roubles russes
        GBP: livre sterling | livres sterling | livre | livres; JPY: yen | yens
        CNY: yuan | yuans | renminbi; CHF: franc suisse | francs suisses
        SEK: couronne suédoise | couronnes suédoises; NOK: couronnes norvégiennes; DKK: couronnes danoises
        PLN: zloty | zlotys; INR: roupie indienne | roupies indiennes; KRW: won | wons; BRL: real | reais
        CAD: dollars canadiens | dollar canadien; AUD: dollars australiens
        TRY: livres turques | livre turque; UAH: hryvnia | hryvnias; HUF: forints; CZK: couronnes tchèques
        ILS: shekels; ZAR: rands; AED: dirhams; SAR: riyals
        XOF: franc cfa | francs cfa | fcfa
    """),
    ),
    about=block("""
        environ | près de | quelque | à peu près | plus de | moins de | presque | autour de | de l'ordre de
        approximativement | aux alentours de | au moins | jusqu'à | pas loin de | au plus | au maximum | env.
        estimé à | estimée à | estimés à | estimées à | à peine | ~ | ≈ | ±
    """),
    rate_words=block("taux de change | taux de conversion | conversion | cours de change | taux"),
    whole_text=block("""
        tout au long | dans tout le document | dans ce document | dans ce rapport | dans l'ensemble
        dans le présent | pour l'ensemble | sauf indication contraire | dans tout le texte
    """),
    number_words=numbered("""
        1: un | une; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 9: neuf; 10: dix
        11: onze; 12: douze; 13: treize; 14: quatorze; 15: quinze; 16: seize; 20: vingt | vingts; 30: trente
        40: quarante; 50: cinquante; 60: soixante; 70: septante; 80: huitante; 90: nonante
        100: cent | cents; 1_000: mille
    """),
    collective_numbers=numbered("""
        10: dizaine; 12: douzaine; 15: quinzaine; 20: vingtaine; 30: trentaine; 40: quarantaine; 50: cinquantaine
        60: soixantaine; 100: centaine; 1_000: millier
    """),
    fractions=numbered("""
        2: moitié | demi | demie; 3: tiers; 4: quart | quarts; 5: cinquième | cinquièmes; 10: dixième | dixièmes
    """),
    durations=numbered("""
        1: minute | minutes | min; 60: heure | heures; 1440: jour | jours; 10_080: semaine | semaines; 43_800: mois
        525_600: an | ans | année | années
    """),
    hour_signs=block("h | heures | heure"),
    half_days=block("du matin | de l'après-midi | du soir"),
    before_hours=block("à | entre | dès | vers | avant | après | jusqu'à | depuis | de | et"),
    units=wordset("""
        % | ‰ | pour-cent | km | m | cm | mm | kg | t | tonnes | tonne | kilomètres | kilomètre | mètres | mètre
        hectares | hectare | ha | ans | an | années | année | mois | jours | jour | heures | heure | minutes
        minute | secondes | seconde | semaines | semaine | points | degrés | degré | °c | ° | habitants | personnes
        individus | km² | m² | km/h | mw | gw | tw | kw | kwh | mwh | gwh | twh | wh | ko | mo | go | to | kb | mb | gb | tb | hz | khz | mhz
        ghz | miles | mile | mph | nm | µm | ml | cl | m/s | km/s | db | min | ppm
    """),
    not_authors=wordset("""
        article | articles | chapitre | figure | tableau | loi | décret | directive | règlement | résolution
        annexe | partie | section | janvier | février | mars | avril | mai | juin | juillet | août | septembre
        octobre | novembre | décembre | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | printemps
        été | automne | hiver | horizon | agenda | plan | note | sommet | scénario | projet | page | version
        édition | paris | londres | bruxelles | genève | berlin | moscou | pékin | washington
    """),
    source_words=block("""
        protocole | cour | tribunal | jeux | film | coupe | sommet | né | née | mort | morte | congrès | décision
        affaire | déclaration | recensement | chiffres | photo | carte | entretien | entretiens | directive
        règlement | loi | décret | arrêté | arrêt | ordonnance | traité | convention | résolution | code | archives
        archive | discours | communiqué | rapport | témoignage | audition | circulaire | constitution | charte
        accord | journal officiel | jo | données | base de données | enquête | interview | conférence | lettre
        courriel | entrevue
    """),
    untitled=block(
        "communication personnelle | entretien | entrevue | lettre | courriel | conversation | correspondance"
    ),
    shown_works=block("""
        film | documentaire | installation | tableau | peinture | toile | sculpture | photographie | dessin | performance
        exposition | chanson | album | opéra | ballet | chorégraphie | spectacle
    """),
    by_words=block("de | d' | d’ | par"),
    retraction_marks=block("article rétracté | rétracté | rétractation"),
    notices=block("correction | corrigendum | erratum | addendum | rétractation | mise en garde | réponse à"),
    generic_titles=block("""
        introduction | préface | avant-propos | éditorial | conclusion | conclusions | rapport annuel | postface | annexe
        remerciements | présentation | résumé | comptes rendus | compte rendu | lettre à la rédaction | bibliographie
        table des matières | notes de lecture | actualités | liminaire | avertissement
    """),
    translators=block("traduit par | traduite par | trad. par | trad."),
    courts=block("""
        Cass. | CE | Conseil d'État | Conseil d’État | Cons. const. | CC | CA | CAA | TA | TGI | TJ | CJUE | CJCE
        CEDH | Cour EDH
    """),
    laws=block("""
        loi n° | loi no | loi organique n° | décret n° | décret no | ordonnance n° | arrêté du | règlement (ue)
        règlement (ce) | art. | articles | article l. | article r.
    """),
    acts=(),
    institutions=block("""
        académie | agence | ambassade | assemblée nationale | association | autorité | banque | bureau | caisse | centre | chambre
        collectif | comité | commissariat | commission | confédération | conseil | cour des comptes | défenseur des droits | délégation
        département | direction | école | fédération | fondation | forum | gouvernement | groupe | haut conseil | haute autorité
        inspection | institut | laboratoire | ligue | mairie | métropole | ministère | mission | musée | nations unies | observatoire | office
        ordre | organisation | parlement | préfecture | présidence | programme | région | réseau | secrétariat | sénat | service | société
        syndicat | union | université | ville de
    """),
    publisher_words=block("éditions | editions | éditeur | éditeurs | presses | presses universitaires | librairie"),
    publishers=block("""
        actes sud | agone | albin michel | armand colin | aubier | autrement | belin | boréal | bruylant | calmann-lévy
        christian bourgois | cnrs | corti | dalloz | de boeck | denoël | droz | dunod | economica | eyrolles | fayard | flammarion
        gallimard | garnier | grasset | hachette | harmattan | hermann | hurtubise | iste | julliard | karthala | l'harmattan
        la découverte | la fabrique | larousse | lattès | leméac | le seuil | les belles lettres | lgdj | maspero | mercure de france
        minuit | nathan | odile jacob | payot | perrin | picard | plon | pocket | puf | pug | pum | pur | pul | raisons d'agir | robert laffont
        seuil | stock | tallandier | vrin | vuibert | xyz
    """),
    act_parts=block("art | arts | article | articles | al | alinéa"),
    places=wordset("""
        afghanistan | afrique | albanie | algerie | alger | allemagne | amerique | amsterdam | ankara | annecy
        argentine | asie | athenes | australie | autriche | bagdad | bamako | bangkok | barcelone | belgique
        belgrade | berlin | berne | besancon | bordeaux | bratislava | bresil | brest | bruxelles | bucarest
        budapest | cameroun | canada | canberra | caen | chine | chypre | colombie | copenhague | coree | croatie
        cuba | dakar | damas | danemark | dijon | doha | dubai | dublin | dunkerque | edimbourg | egypte | espagne
        estonie | ethiopie | etats-unis | europe | finlande | florence | france | francfort | geneve | georgie
        grece | grenoble | hambourg | hanoi | helsinki | hongrie | inde | indonesie | irak | iran | irlande
        islande | israel | istanbul | italie | jakarta | japon | jerusalem | kaboul | kazakhstan | kiev | kyiv
        kinshasa | kyoto | lagos | lausanne | leningrad | le caire | lettonie | liban | libye | lille | limoges
        lisbonne | lituanie | ljubljana | londres | lyon | luxembourg | madrid | malaisie | mali | malte | maroc
        marrakech | marseille | metz | mexico | mexique | milan | minsk | moldavie | monaco | montpellier | montreal
        moscou | mumbai | munich | nancy | nantes | naples | new\u00a0york | nice | nigeria | norvege | oslo | ottawa
        ouganda | pakistan | palerme | paris | pays-bas | pekin | perou | perpignan | philippines | pologne
        portugal | prague | quebec | reims | rennes | riga | rome | rouen | roumanie | royaume-uni | russie
        senegal | seoul | serbie | shanghai | singapour | slovaquie | slovenie | sofia | stockholm | strasbourg
        suede | suisse | sydney | syrie | tallinn | tbilissi | teheran | thailande | tokyo | toronto | toulon
        toulouse | tours | tunis | tunisie | turin | turquie | ukraine | valence | varsovie | venise | vienne
        vietnam | vilnius | washington | yalta | zagreb | zurich
    """),
    before_years=wordset("""
        an | année | années | après | avant | ca | circa | courant | depuis | durant | dès | début | en | entre | fin
        jusqu'en | pendant | vers
    """),
    pages=Pages(
        not_found=block("""
            page introuvable | page non trouvée | page pas trouvée | page inexistante | page inconnue
            page n'existe pas | page n'existe plus | page demandée n'existe | page demandée est introuvable
            page que vous recherchez | page que vous cherchez | page que vous avez demandée
            page n'est plus disponible | page n'a pas été trouvée | page n'a pu être trouvée | contenu introuvable
            document introuvable | article introuvable | fichier introuvable | erreur 404
        """),
        login=block("connexion | se connecter | connectez-vous | identification | identifiez-vous | authentification"),
        consent=block("""
            avant de continuer | avant d'accéder | votre consentement | gestion des cookies | paramètres des cookies
            le respect de votre vie privée | nous respectons votre vie privée | gérer mes cookies
        """),
        human=block("""
            un instant | vérification de sécurité | êtes-vous un robot | accès refusé | je ne suis pas un robot
            vérifiez que vous êtes humain
        """),
        parked=block("""
            domaine est à vendre | domaine à vendre | domaine en vente | domaine est en vente | achetez ce domaine
            acheter ce domaine | domaine est parqué | domaine a expiré | page de parking
        """),
        maintenance=block("""
            en maintenance | en cours de maintenance | maintenance en cours | mode maintenance | site en travaux
            temporairement indisponible | momentanément indisponible | de retour bientôt | nous revenons bientôt
        """),
        not_found_paths=block("erreur-404 | erreur404 | page-introuvable"),
        login_paths=block("connexion"),
        home_paths=block("accueil | accueil.html"),
    ),
    at_pages=block("ici p. | ici pp. | ici | ici à la page"),
    note_labels=block("n | nn | note | notes"),
    onwards=block("s | ss | sq | sqq | suiv | et seq | et sq | et sqq | et suiv | passim"),
    counted=block(
        "vol | vols | volume | volumes | tome | tomes | min | minute | minutes | h | éd | édition | éditions"
    ),
    number_signs=block("n°"),
    volume_labels=block("vol."),
    edition_labels=block("éd. | édition"),
    series_labels=block("coll."),
    day_endings=block("er"),
    ordinal_endings=block("""
        er | ers | re | res | ère | ères | e | es | ème | èmes | eme | emes | nd | nds | d | o | os
    """),
    loose_connectors=block("en | sur | par"),
    body_words=block("pour | des | aux | sur"),
    place_words=block("à | en | dans | par | contre | sous"),
    articles=block("le | la | les"),
    single_articles=block("le | du | au"),
    filing_articles=block("le | la | les | l' | un | une | des"),
    indefinite=block("un | une"),
    sentence_adverbs=block("""
        premièrement | deuxièmement | troisièmement | ensuite | puis | enfin | finalement | récemment | auparavant
        ainsi | aussi | cependant | toutefois | néanmoins | pourtant | inversement | notamment | précédemment
        ultérieurement | parallèlement | également | donc | or
    """),
    sentence_openers=block("""
        comme | si | lorsque | quand | selon | pour | chez | avec | après | depuis | suivant | mais | et | tandis
    """),
    elisions=block("d' | l'"),
    particles=block("de | du | la | le"),
    list_particles=block("des | d'"),
    name_prefixes=block("st. | ste."),
    companies=block("Associés | SA | SAS | Groupe | Fils | Cie"),
    dockets=block("n° | no | aff. | req. | préc. | précité | précitée"),
    versus=block("c"),
    source_labels=block("source | sources"),
    online=block("en ligne | internet"),
    disjunctions=block("ou"),
    range_words=block("à"),
    between_words=block("entre"),
    of_words=block("de | d' | des"),
    stated_as=block("soit | c.-à-d. | c'est-à-dire | équivalant à | l'équivalent de"),
    pair_ends=block("en | au | à"),
    is_worth=block("vaut | valait | équivaut à | équivalait à | est égal à"),
    exchanged_for=block("pour | par | contre"),
    average_words=block("annuel | annuels | annuelle | annuelles | moyen | moyens | moyenne | moyennes"),
    not_only_money=block("livre | livres | real | won | wons"),
)
