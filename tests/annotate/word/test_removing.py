"""Which comments are taken out: test_word.py asks it through the whole; here are files that know no answers."""

from __future__ import annotations

from citecheck.read.documents import read_document
from tests.annotate.word.samples import OWN, RELATIONS, around, comment, commented, comments, related, with_remarks
from tests.read.word.samples import document, p, r


def test_in_files_that_know_no_answers_all_of_its_own_go() -> None:
    held = comments(comment(0, "citecheck", "CIT004 · error", "v1:0000000000000000"), comment(1, "Ann", "Why?"))
    made = document(p(around(0, r("One")), around(1, r(" two"))), parts={RELATIONS: related("comments"), OWN: held})
    assert commented(with_remarks(made, ())) == {"1": " two"}


def test_a_reference_in_a_run_with_words_leaves_the_words() -> None:
    held = comments(comment(0, "citecheck", "CIT004 · error", "v1:0000000000000000"))
    run = '<w:r><w:t>One</w:t><w:commentReference w:id="0"/></w:r>'
    made = document(p(run), parts={RELATIONS: related("comments"), OWN: held})
    assert read_document("a.docx", with_remarks(made, ())).text == "One\n\n"
    assert commented(with_remarks(made, ())) == {}
