"""Tests of corrections in the files of documents."""
