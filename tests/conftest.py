"""For all tests: property tests are not timed, as a busy machine says nothing of the code."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("newstui", deadline=None)
settings.load_profile("newstui")
