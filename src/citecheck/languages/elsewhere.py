"""Words of languages that have no module of their own, which sources and names have all the same; where a module comes, its
words move there."""

from __future__ import annotations

from citecheck.languages.base import Pages, block

WORDS = {
    "particles": block("van | von | der | den | di | al"),
    "list_particles": block("da | del | della | dal | bin | ibn | ter | ten | zu | do | dos | das | el"),
    "joined_particles": block("al- | el-"),
    "name_links": block("e | i | y"),
    "name_prefixes": block("ó"),
    "connectors": block("""
        von | van | der | den | di | da | del | della | al | bin | ibn | y | dos | das | e | ter | ten | zu | zur | für | und
    """),
    "filing_articles": block("der | die | das"),
    "edition_labels": block("Aufl."),
    "companies": block("GmbH | AG"),
}
"""Words by the field of a language that they belong to."""

CONJUNCTIONS = block("und | y")
"""Words for "and" between names, where it is no harm to read them in any text."""
PAGE_LABELS = block("S.")
"""Abbreviations before the pages of a reference, which are no pages in a note of another language."""

PAGES = {
    "de": Pages(
        not_found=block("""
            seite nicht gefunden | seite wurde nicht gefunden | seite konnte nicht gefunden werden
            seite existiert nicht | seite ist nicht verfügbar | nicht gefunden | fehler 404
        """),
        login=block("anmelden | anmeldung | einloggen"),
        consent=block("bevor sie fortfahren | bevor du fortfährst | datenschutzeinstellungen"),
        human=block("einen moment | zugriff verweigert"),
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
        home_paths=block("inicio"),
    ),
    "it": Pages(
        not_found=block("""
            pagina non trovata | pagina non esiste | pagina inesistente | impossibile trovare la pagina | errore 404
        """),
        login=block("accedi"),
        consent=block("prima di continuare"),
        human=block("accesso negato"),
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
