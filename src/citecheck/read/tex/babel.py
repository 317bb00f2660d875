"""What packages for LaTeX call languages, by their codes (ISO 639)."""

from __future__ import annotations

__all__ = ["code_of"]

CODES = {
    "fr": "french francais frenchb français acadian canadien frenchle frenchpro",
    "en": "english british american usenglish ukenglish uk us canadian australian newzealand usenglishmax",
    "de": "german ngerman austrian naustrian germanb nswissgerman swissgerman",
    "es": "spanish es mexican",
    "it": "italian",
    "pt": "portuguese portuges brazil brazilian brazilportuguese",
    "nl": "dutch afrikaans",
    "ca": "catalan",
    "la": "latin",
    "el": "greek polutonikogreek",
    "nb": "norsk norwegian nynorsk bokmal",
    "da": "danish",
    "sv": "swedish",
    "fi": "finnish",
    "is": "icelandic",
    "pl": "polish",
    "cs": "czech",
    "sk": "slovak",
    "sl": "slovene slovenian",
    "hr": "croatian",
    "sr": "serbian serbianc",
    "hu": "magyar hungarian",
    "ro": "romanian",
    "ru": "russian",
    "uk": "ukrainian",
    "bg": "bulgarian",
    "tr": "turkish",
    "et": "estonian",
    "lv": "latvian",
    "lt": "lithuanian",
    "eu": "basque",
    "eo": "esperanto",
    "he": "hebrew",
    "ar": "arabic",
    "fa": "persian farsi",
    "ja": "japanese",
    "zh": "chinese",
    "ko": "korean",
    "br": "breton",
}
BY_NAME = {name: code for code, names in CODES.items() for name in names.split()}


def code_of(name: str) -> str | None:
    """The code of the language that a package calls so; None where it is none."""
    return BY_NAME.get(name.strip().lower())
