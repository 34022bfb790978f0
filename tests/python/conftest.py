"""Every test ends, and leaves no descriptor, thread or warning behind."""

import contextlib
import faulthandler
import gc
import os
import sys
import threading

import pytest
import support

ALLOWED = ("anon_inode:", "/dev/")

#: Seconds after which a test that hangs takes the whole run down, and says where.
LIMIT = 120


def pytest_configure(config):
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled() if capture else contextlib.nullcontext():
        config.real_stderr = os.dup(2)


def pytest_collection_finish():
    # What was made so far stays; each test collects twice, and would go through all of it anew.
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config):
    os.close(config.real_stderr)


@pytest.fixture(autouse=True)
def _ends(request):
    faulthandler.dump_traceback_later(LIMIT, exit=True, file=request.config.real_stderr)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True)
def _leaves_nothing(_ends):
    gc.collect()
    before = support.descriptors()
    threads = threading.active_count()
    yield
    gc.collect()
    left = {
        fd: what
        for fd, what in support.descriptors().items()
        if before.get(fd) != what and not what.startswith(ALLOWED)
    }
    assert not left, f"descriptors left open: {left}"
    assert threading.active_count() == threads, "threads left running"


@pytest.fixture
def unraisable(monkeypatch):
    """What destructors could not raise."""
    caught = []
    monkeypatch.setattr(sys, "unraisablehook", caught.append)
    return caught


@pytest.fixture
def stack():
    """Closes what a test opens, before anyone asks what it has left behind."""
    with contextlib.ExitStack() as stack:
        yield stack
