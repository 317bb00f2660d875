"""What web pages say, in the languages of the web: that something is not there, that one must sign in, agree, or be human.

Every phrase is as `citecheck.languages.folding.fold` makes it: lower case, no accents, no punctuation.
"""

from __future__ import annotations

from citecheck.languages.folding import fold

NOT_FOUND = tuple(
    fold(phrase)
    for phrase in (
        # English
        "page not found",
        "page cannot be found",
        "page can't be found",
        "page could not be found",
        "page couldn't be found",
        "page was not found",
        "page is not found",
        "page you requested was not found",
        "page you requested could not be found",
        "page you are looking for",
        "page you were looking for",
        "page you're looking for",
        "we can't find that page",
        "we can't find the page",
        "we couldn't find that page",
        "we couldn't find the page",
        "we could not find the page",
        "page does not exist",
        "page doesn't exist",
        "page no longer exists",
        "page no longer available",
        "page is no longer available",
        "page not available",
        "page unavailable",
        "page has been removed",
        "page has moved or been deleted",
        "content not found",
        "content no longer available",
        "document not found",
        "article not found",
        "file not found",
        "resource not found",
        "item not found",
        "no such page",
        "not found",
        "error 404",
        "404 error",
        "404 not found",
        "http 404",
        # French
        "page introuvable",
        "page non trouvée",
        "page pas trouvée",
        "page inexistante",
        "page inconnue",
        "page n'existe pas",
        "page n'existe plus",
        "page demandée n'existe",
        "page demandée est introuvable",
        "page que vous recherchez",
        "page que vous cherchez",
        "page que vous avez demandée",
        "page n'est plus disponible",
        "page n'a pas été trouvée",
        "page n'a pu être trouvée",
        "contenu introuvable",
        "document introuvable",
        "article introuvable",
        "fichier introuvable",
        "erreur 404",
        # German
        "seite nicht gefunden",
        "seite wurde nicht gefunden",
        "seite konnte nicht gefunden werden",
        "seite existiert nicht",
        "seite ist nicht verfügbar",
        "nicht gefunden",
        "fehler 404",
        # Spanish
        "página no encontrada",
        "página no existe",
        "no se encontró la página",
        "no se ha encontrado la página",
        "no hemos encontrado la página",
        "página que busca no",
        # Italian
        "pagina non trovata",
        "pagina non esiste",
        "pagina inesistente",
        "impossibile trovare la pagina",
        "errore 404",
        # Portuguese
        "página não encontrada",
        "página não existe",
        "página não foi encontrada",
        # Dutch
        "pagina niet gevonden",
        "pagina bestaat niet",
        # Polish, Czech
        "nie znaleziono strony",
        "strona nie została znaleziona",
        "strona nie istnieje",
        "stránka nenalezena",
        "stránka nebyla nalezena",
        # Swedish, Danish, Norwegian, Finnish
        "sidan hittades inte",
        "sidan kunde inte hittas",
        "siden blev ikke fundet",
        "siden ble ikke funnet",
        "sivua ei löytynyt",
        # Russian, Ukrainian
        "страница не найдена",
        "страница не существует",
        "такой страницы нет",
        "ошибка 404",
        "сторінку не знайдено",
        # Turkish, Greek
        "sayfa bulunamadı",
        "η σελίδα δεν βρέθηκε",
        # Chinese, Japanese, Korean, Arabic
        "页面不存在",
        "找不到页面",
        "未找到页面",
        "ページが見つかりません",
        "페이지를 찾을 수 없습니다",
        "الصفحة غير موجودة",
    )
)
"""Parts of a title or a main heading by which a page says that there is nothing at its address."""

NOT_FOUND_SEGMENTS = frozenset(
    (
        *("404", "not-found", "notfound", "page-not-found", "pagenotfound", "error404", "404error", "error-404"),
        *("404-error", "404-not-found", "page-404", "page404", "erreur-404", "erreur404", "page-introuvable"),
    )
)
"""The last part of the path of such a page."""

LOGIN = tuple(
    fold(phrase)
    for phrase in (
        *("log in", "login", "sign in", "signin", "please log in", "please sign in", "account login", "member login"),
        *("user login", "single sign on", "authentication required", "authentication"),
        *("connexion", "se connecter", "connectez-vous", "identification", "identifiez-vous", "authentification"),
        *("anmelden", "anmeldung", "einloggen", "iniciar sesión", "inicio de sesión", "accedi", "entrar"),
        *("inloggen", "zaloguj się", "logga in", "log ind", "logg inn", "вход", "войти", "увійти", "登录", "ログイン"),
    )
)
"""The titles and main headings of pages on which one signs in."""

LOGIN_SEGMENTS = frozenset(
    (
        *("login", "log-in", "logon", "signin", "sign-in", "sign_in", "sso", "saml", "saml2", "cas", "idp", "oauth"),
        *("oauth2", "authorize", "auth", "authenticate", "authentication", "connexion", "login.aspx", "login.php"),
        *("login.html", "signin.html", "shibboleth.sso", "wayf", "wp-login.php", "accessrestricted", "login.jsp"),
    )
)
"""Parts of the path of such a page."""

CONSENT = tuple(
    fold(phrase)
    for phrase in (
        *("before you continue", "your privacy choices", "we value your privacy", "cookie consent", "privacy settings"),
        *("cookie settings", "consent required", "accept cookies to continue", "your consent"),
        *(
            "avant de continuer",
            "avant d'accéder",
            "votre consentement",
            "gestion des cookies",
            "paramètres des cookies",
        ),
        *("le respect de votre vie privée", "nous respectons votre vie privée", "gérer mes cookies"),
        *("bevor sie fortfahren", "bevor du fortfährst", "datenschutzeinstellungen", "antes de continuar"),
        *("prima di continuare", "voordat je verdergaat"),
    )
)
"""The titles and main headings of pages that ask for consent before they let one through."""

HUMAN = tuple(
    fold(phrase)
    for phrase in (
        *("just a moment", "attention required", "checking your browser", "are you a robot", "are you human"),
        *("are you a human", "robot check", "robot or human", "verify you are human", "verifying you are human"),
        *("please verify you are a human", "human verification", "security check", "access denied", "access to this"),
        *("ddos guard", "ddos protection", "pardon our interruption", "you have been blocked", "request unsuccessful"),
        *("one more step", "making sure you're not a bot", "unusual traffic", "captcha", "complete the security check"),
        *("bot verification", "access blocked", "security verification", "request blocked", "request rejected"),
        *("un instant", "un momento", "einen moment", "vérification de sécurité", "êtes-vous un robot", "accès refusé"),
        *("je ne suis pas un robot", "vérifiez que vous êtes humain", "zugriff verweigert", "acceso denegado"),
        *("accesso negato", "доступ запрещен", "проверка браузера"),
    )
)
"""The beginnings of titles and main headings of pages that want to be sure that a person is there."""

HOME_SEGMENTS = frozenset(
    (
        *(
            "index.html",
            "index.htm",
            "index.php",
            "index.asp",
            "index.aspx",
            "index.jsp",
            "default.aspx",
            "default.asp",
        ),
        *(
            "default.htm",
            "home",
            "home.html",
            "home.aspx",
            "homepage",
            "accueil",
            "accueil.html",
            "startseite",
            "inicio",
        ),
    )
)
"""Last parts of a path that mean the home page."""

LANGUAGE_CODES = frozenset(
    (
        *(
            "en",
            "fr",
            "de",
            "es",
            "it",
            "pt",
            "nl",
            "pl",
            "ru",
            "uk",
            "cs",
            "sk",
            "sl",
            "hr",
            "sr",
            "hu",
            "ro",
            "bg",
            "el",
        ),
        *("sv", "da", "no", "nb", "fi", "et", "lv", "lt", "tr", "ar", "he", "fa", "zh", "ja", "ko", "vi", "th", "hi"),
        *("eng", "fra", "fre", "deu", "ger", "spa", "english", "french", "francais", "deutsch", "espanol"),
    )
)
"""Parts of a path that mean the home page in a language. Codes that sites use for regions and subjects too are left out."""
