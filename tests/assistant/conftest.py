"""An assistant over the small case, with the words that come with osteocase."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache

import pytest

from osteocase.assistant.engine import Assistant
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon import default_lexicon
from osteocase.review import Session
from tests.review.casework import a_session, plain_read


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary(default_lexicon())


@pytest.fixture
def assistant(vocabulary: Vocabulary) -> Assistant:
    return Assistant(copy.copy(_built()), read=plain_read, vocabulary=vocabulary)


@cache
def _built() -> Session:
    """The case, built once: changes make a new state, so that a copy is enough for each test."""
    return a_session()


@pytest.fixture
def talk(vocabulary: Vocabulary) -> Callable[[Session], Assistant]:
    def make(session: Session) -> Assistant:
        return Assistant(session, read=plain_read, vocabulary=vocabulary)

    return make
