"""Words of languages that have no module of their own, which sources and names have all the same; where a module comes, its
words move there."""

from __future__ import annotations

from citecheck.languages.base import Pages, block, wordset

WORDS = {
    "particles": block("van | von | der | den | di | al"),
    "list_particles": block("da | del | della | dal | bin | ibn | dem | ter | ten | zu | do | dos | das | el | 't"),
    "joined_particles": block("al- | el- | 's-"),
    "name_links": block("e | i | y"),
    "name_prefixes": block("ó"),
    "connectors": block("""
        von | van | der | den | di | da | del | della | al | bin | ibn | y | dos | das | e | ter | ten | zu | zur | für | und
    """),
    "filing_articles": block("der | die | das"),
    "edition_labels": block("Aufl."),
    "companies": block("GmbH | AG"),
    "publisher_words": block("verlag | editorial | ediciones | edizioni | editore | editora | uitgeverij | forlag"),
}
"""Words by the field of a language that they belong to."""

CONJUNCTIONS = block("und | y")
"""Words for "and" between names, where it is no harm to read them in any text."""
PAGE_LABELS = block("S.")
"""Abbreviations before the pages of a reference, which are no pages in a note of another language."""

STOP_WORDS = {
    "de": wordset("""
        der | die | das | den | dem | des | und | ist | sind | war | wird | werden | wurde | nicht | auch | sich | mit | von
        zu | zur | zum | auf | für | ein | eine | einer | eines | einem | als | bei | aus | nach | oder | durch | im | in | an
        es | sie | wie | hat | haben | noch | nur | über | dass | um | vor
    """),
    "nl": wordset("""
        de | het | een | en | van | in | is | dat | op | te | voor | met | zijn | niet | aan | er | om | ook | als | door
        bij | naar | uit | maar | over | wordt | worden | werd | deze | die | dit | tot | nog | heeft | hebben | kan | hun | of
    """),
    "es": wordset("""
        de | la | que | el | en | y | los | las | se | del | por | un | una | con | no | su | para | es | al | lo | como | más
        o | pero | sus | le | ha | sobre | este | esta | entre | cuando | muy | sin | también | fue | son | desde | era
    """),
    "pt": wordset("""
        de | a | o | que | e | do | da | em | um | uma | para | com | não | os | as | no | na | dos | das | por | mais | como
        mas | ao | se | foi | é | ou | ser | são | pela | pelo | sua | seu | entre | também | aos | sobre | à | nos | nas
    """),
    "it": wordset("""
        di | e | il | la | che | in | un | una | è | per | del | della | dei | delle | degli | con | non | le | si | da | al
        alla | nel | nella | come | più | i | gli | lo | sono | anche | dal | dalla | ha | ma | o | su | questo | questa | tra | dell'
        l' | un' | all' | nell' | d'
    """),
    "ca": wordset("""
        de | la | el | i | que | a | en | els | les | un | una | del | per | amb | és | no | es | al | dels | més | com | o
        són | seva | seu | va | aquest | aquesta | també | però | l' | d' | s' | entre | ha | han
    """),
    "ro": wordset("""
        de | și | în | a | la | cu | pe | că | din | pentru | o | un | nu | se | mai | ale | al | este | sunt | care | fost
        ai | prin | sau | ca | dar | către | după | această | acest | între | sa | lui | cea | cel
    """),
    "da": wordset("""
        og | i | at | det | en | er | til | af | den | på | for | ikke | der | med | som | de | et | har | var | om | vi | kan
        men | fra | eller | også | sig | over | efter | blev | være | ved | ud | hvor | når
    """),
    "nb": wordset("""
        og | i | det | er | på | en | som | til | av | for | at | med | ikke | de | har | et | om | den | var | fra | men | vi
        kan | eller | også | seg | ble | være | ved | ut | hvor | når | etter | dette | skal | ein | eit | ikkje | dei | frå
    """),
    "sv": wordset("""
        och | i | att | det | som | en | på | är | av | för | med | den | till | inte | om | ett | har | de | var | men | från
        kan | eller | också | sig | vid | ut | där | när | efter | detta | ska | blev | vara | så
    """),
    "is": wordset("""
        og | að | í | á | er | sem | til | við | um | var | en | með | það | ekki | af | fyrir | hann | frá | því | eru | þess
    """),
    "fi": wordset("""
        ja | on | ei | että | se | oli | joka | ovat | mutta | myös | kuin | hän | ole | tai | sen | sekä | jos | niin | vain
        mukaan | kun | voi | ovat | olla | tämä | jotka
    """),
    "et": wordset("""
        ja | on | ei | et | see | oli | mis | kui | ka | oma | aga | või | ning | seda | selle | kes | nii | mida | olla | tema
    """),
    "pl": wordset("""
        i | w | na | z | się | nie | do | to | że | jest | o | a | jak | przez | od | po | za | co | ale | dla | oraz | są
        jego | był | która | który | które | tym | tego | czy | lub | może | jako
    """),
    "cs": wordset("""
        a | v | se | na | je | že | o | s | z | do | to | i | pro | jako | ale | byl | by | k | jsou | od | při | po | které
        který | která | nebo | ve | jeho | také | jen | není | sa | aj | ako | ktoré
    """),
    "sl": wordset("""
        in | je | v | na | se | da | za | so | ki | z | pa | po | ne | tudi | kot | iz | od | bi | ali | pri | do | bil | s | ter
    """),
    "hr": wordset("""
        i | u | je | se | na | da | za | su | od | s | o | koji | što | kao | iz | ne | po | ali | bi | do | sa | ili | nije
        koje | biti | bio | također
    """),
    "hu": wordset("""
        a | az | és | hogy | nem | is | egy | ez | meg | volt | de | el | mint | csak | már | vagy | még | ha | ami | azt
    """),
    "tr": wordset("""
        ve | bir | bu | da | de | için | ile | olarak | olan | daha | çok | en | gibi | ne | ya | kadar | sonra | ise | değil | o
    """),
    "id": wordset("""
        yang | dan | di | dengan | untuk | dari | ini | dalam | pada | tidak | itu | adalah | sebagai | oleh | juga | akan | atau
        ke | telah | bahwa | karena | ada
    """),
    "vi": wordset("""
        và | của | là | có | trong | được | cho | không | với | các | một | những | người | đã | này | để | về | khi | từ | như
    """),
    "sw": wordset(
        "na | ya | wa | kwa | ni | katika | la | za | cha | kama | hii | huo | ambayo | pia | au | yake | hiyo"
    ),
    "eo": wordset(
        "la | kaj | de | en | estas | al | por | ke | ne | estis | kun | li | mi | ĝi | sed | pri | el | ankaŭ | kiel"
    ),
    "la": wordset(
        "et | in | est | non | ad | ut | cum | quod | sed | qui | ex | de | ab | esse | atque | per | quae | enim | nec | si"
    ),
    "eu": wordset(
        "eta | da | ez | bat | ere | du | dira | dute | izan | baina | zen | hau | egin | edo | gabe | arte | beste"
    ),
    "lt": wordset(
        "ir | yra | kad | iš | su | į | ne | tai | kaip | bet | buvo | ar | per | apie | nuo | už | jo | savo | dėl"
    ),
    "lv": wordset(
        "un | ir | no | ka | ar | par | uz | tas | bet | kas | kā | lai | gan | pēc | arī | nav | vai | tika"
    ),
}
"""The commonest words of languages, by which a text is told to be in one of them and in none that citecheck knows."""

PAGES = {
    "de": Pages(
        not_found=block("""
            seite nicht gefunden | seite wurde nicht gefunden | seite konnte nicht gefunden werden
            seite existiert nicht | seite ist nicht verfügbar | nicht gefunden | fehler 404
        """),
        login=block("anmelden | anmeldung | einloggen"),
        consent=block("bevor sie fortfahren | bevor du fortfährst | datenschutzeinstellungen"),
        human=block("einen moment | zugriff verweigert"),
        parked=block("domain steht zum verkauf | domain zu verkaufen | domain ist geparkt | domain kaufen"),
        maintenance=block("wartungsarbeiten | wartungsmodus | wegen wartung | vorübergehend nicht erreichbar"),
        home_paths=block("startseite"),
    ),
    "es": Pages(
        not_found=block("""
            página no encontrada | página no existe | no se encontró la página | no se ha encontrado la página
            no hemos encontrado la página | página que busca no
        """),
        login=block("iniciar sesión | inicio de sesión | entrar"),
        consent=block("antes de continuar"),
        human=block("un momento | acceso denegado"),
        parked=block("dominio está en venta | dominio en venta | dominio a la venta"),
        maintenance=block("en mantenimiento | mantenimiento programado | temporalmente fuera de servicio"),
        home_paths=block("inicio"),
    ),
    "it": Pages(
        not_found=block("""
            pagina non trovata | pagina non esiste | pagina inesistente | impossibile trovare la pagina | errore 404
        """),
        login=block("accedi"),
        consent=block("prima di continuare"),
        human=block("accesso negato"),
        parked=block("dominio è in vendita | dominio in vendita"),
        maintenance=block("in manutenzione | manutenzione in corso"),
    ),
    "pt": Pages(
        not_found=block("página não encontrada | página não existe | página não foi encontrada"),
        login=block("entrar"),
    ),
    "nl": Pages(
        not_found=block("pagina niet gevonden | pagina bestaat niet"),
        login=block("inloggen"),
        consent=block("voordat je verdergaat"),
    ),
    "pl": Pages(
        not_found=block("nie znaleziono strony | strona nie została znaleziona | strona nie istnieje"),
        login=block("zaloguj się"),
    ),
    "cs": Pages(not_found=block("stránka nenalezena | stránka nebyla nalezena")),
    "sv": Pages(not_found=block("sidan hittades inte | sidan kunde inte hittas"), login=block("logga in")),
    "da": Pages(not_found=block("siden blev ikke fundet"), login=block("log ind")),
    "nb": Pages(not_found=block("siden ble ikke funnet"), login=block("logg inn")),
    "fi": Pages(not_found=block("sivua ei löytynyt")),
    "ru": Pages(
        not_found=block("страница не найдена | страница не существует | такой страницы нет | ошибка 404"),
        login=block("вход | войти"),
        human=block("доступ запрещен | проверка браузера"),
    ),
    "uk": Pages(not_found=block("сторінку не знайдено"), login=block("увійти")),
    "tr": Pages(not_found=block("sayfa bulunamadı")),
    "el": Pages(not_found=block("η σελίδα δεν βρέθηκε")),
    "zh": Pages(not_found=block("页面不存在 | 找不到页面 | 未找到页面"), login=block("登录")),
    "ja": Pages(not_found=block("ページが見つかりません"), login=block("ログイン")),
    "ko": Pages(not_found=block("페이지를 찾을 수 없습니다")),
    "ar": Pages(not_found=block("الصفحة غير موجودة")),
}
"""What web pages say, by the codes of languages."""
