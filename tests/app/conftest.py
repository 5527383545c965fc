"""What tests of several modules are given."""

import pytest

from tests.app.sample_shop import filled


@pytest.fixture(scope="session")
def painted(tmp_path_factory, template):
    """The shop of the pictures, made once; take a copy of it."""
    return filled(tmp_path_factory.mktemp("painted"), template, people=None)
