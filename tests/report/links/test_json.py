"""The links of a report, for programs."""

from __future__ import annotations

import json

from citecheck import pipeline
from citecheck.model.links import LinkReport
from citecheck.report.json import json_text
from citecheck.report.links.json import json_links
from tests.report.links.samples import COPY, report


def test_json_has_every_key_and_no_password() -> None:
    links = report("SIGINT")
    text = json_links(pipeline.audit_links(links.documents, links), links)
    data = json.loads(text)
    assert (data["interrupted"], "secret" in text) == ("SIGINT", False)
    assert len({tuple(one) for one in data["links"]}) == 1
    dead = data["links"][2]
    assert (dead["archived_url"], dead["archived_on"], dead["attempts"], dead["elapsed_ms"]) == (
        COPY.url,
        COPY.day,
        2,
        17,
    )
    assert data["links"][4]["redirects"][0] == {
        "url": "https://…@quai.example/picky",
        "status": 302,
        "target": "https://…@quai.example/p",
    }


def test_json_is_laid_out_as_everywhere() -> None:
    links = report()
    text = json_links(pipeline.audit_links(links.documents, links), links)
    assert text == json_text(json.loads(text))
    empty = LinkReport((), ())
    assert json.loads(json_links(pipeline.audit_links((), empty), empty))["links"] == []
