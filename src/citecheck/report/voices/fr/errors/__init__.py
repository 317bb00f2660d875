"""What can stop a run, in French: by the English of each error, a template of which fields are filled."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.report.voices.fr.errors.inputs import INPUTS
from citecheck.report.voices.fr.errors.libraries import LIBRARIES
from citecheck.report.voices.fr.errors.options import OPTIONS
from citecheck.report.voices.fr.errors.settings import SETTINGS

__all__ = ["ERRORS"]

ERRORS: Mapping[str, str] = {**LIBRARIES, **INPUTS, **SETTINGS, **OPTIONS}
