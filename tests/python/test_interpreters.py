"""Interpreters: a second one is refused or works, and the end of one neither crashes nor hangs."""

import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig
import textwrap

import pytest
from support import run

SECOND = """
    import sys
    try:
        import _interpreters as interpreters
    except ImportError:
        import _xxsubinterpreters as interpreters

    def create(kind):
        try:
            return interpreters.create(kind)
        except TypeError:
            pass
        if sys.version_info >= (3, 10):
            return interpreters.create(isolated=kind == "isolated")
        return interpreters.create()

    def fails(interpreter, code):
        try:
            failed = interpreters.run_string(interpreter, code)
        except Exception as raised:
            failed = raised
        return failed
"""

#: What an interpreter says that has the module: that it works.
WORKS = """
try:
    import llsocket
except ImportError as err:
    assert str(err)
else:
    (one, two), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
    assert one.send(b"x") == (1, None, False)
    assert two.recv() == (b"x", None, False)
    err = one.send(b"x", llsocket.MSG_OOB)[1]
    assert err is None or isinstance(err, OSError)
    one.close(), two.close()
"""

kinds = pytest.mark.parametrize("kind", ["isolated", "legacy"])


@pytest.fixture(scope="module", autouse=True)
def _interpreters():
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            __import__(name)
        except ImportError:
            continue
        return
    pytest.skip("this CPython has no module for interpreters")


def second(code, *args):
    # Python 3.12 and 3.13 may warn at the end of an interpreter; that is theirs.
    return run(SECOND + code + '\n    print("well")\n', *args).stdout == "well\n"


@kinds
def test_a_second_interpreter_is_refused_or_works(kind):
    assert second(f"""
    import llsocket
    other = create({kind!r})
    failed = fails(other, {WORKS!r})
    assert not failed, failed
    interpreters.destroy(other)
    exec({WORKS!r})
    """)


@kinds
def test_one_after_the_other(kind):
    assert second(f"""
    for _ in range(5):
        other = create({kind!r})
        failed = fails(other, {WORKS!r})
        assert not failed, failed
        interpreters.destroy(other)
    exec({WORKS!r})
    """)


@kinds
def test_the_first_one_is_unharmed(kind):
    assert second(f"""
    import llsocket
    (one, two), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
    for _ in range(5):
        other = create({kind!r})
        assert not fails(other, {WORKS!r})
        interpreters.destroy(other)
    assert one.send(b"x") == (1, None, False)
    assert two.recv() == (b"x", None, False)
    assert one.recv(10, llsocket.MSG_DONTWAIT) == (None, None, True)
    assert isinstance(one.bind(), OSError)
    one.close(), two.close()
    """)


@kinds
def test_an_interpreter_that_is_gone_is_not_said_to_be_in_use(kind):
    assert second(f"""
    other = create({kind!r})
    unimportable = fails(other, "import llsocket")
    interpreters.destroy(other)
    try:
        import llsocket
    except ImportError as err:
        assert not unimportable, unimportable
        assert str(err).startswith("llsocket was first imported by another interpreter"), err
    else:
        assert unimportable
    """)


#: A host that begins Python anew, several times, and runs the same in each of its lives.
HOST = """
#include <Python.h>
#include <stdio.h>
int main(int argc, char **argv) {
    (void)argc;
    for (int life = 0; life < 5; life++) {
        Py_Initialize();
        int failed = PyRun_SimpleString(argv[1]);
        if (Py_FinalizeEx() < 0 || failed) return 1;
        printf("life %d\\n", life);
    }
    return 0;
}
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """The host, linked with the library of this Python."""
    value = sysconfig.get_config_var
    directories = [value("LIBDIR"), value("LIBPL")]
    library = next(
        (
            path
            for directory in directories
            if directory
            for name in (value("LDLIBRARY"), value("LIBRARY"))
            if name and (path := pathlib.Path(directory, name)).exists()
        ),
        None,
    )
    include = pathlib.Path(sysconfig.get_paths()["include"])
    compiler = shutil.which("cc")
    if not (compiler and library and (include / "Python.h").exists()):
        pytest.skip("there is no C compiler, or no library of this Python")
    directory = tmp_path_factory.mktemp("host")
    (directory / "host.c").write_text(HOST)
    command = [compiler, directory / "host.c", "-o", directory / "host", f"-I{include}"]
    if library.suffix == ".a":
        command += ["-rdynamic", "-Wl,--whole-archive", library, "-Wl,--no-whole-archive"]
    else:
        command += [library, f"-Wl,-rpath,{library.parent}"]
    command += f"{value('LIBS')} {value('SYSLIBS')} -lm".replace("None", "").split()
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.skip(f"this Python cannot be linked: {built.stderr[-200:]}")
    return directory / "host"


LIVES = "".join(f"life {life}\n" for life in range(5))


def lives(host, code):
    """Runs code in each life of a host."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    environment["PYTHONHOME"] = sys.base_prefix
    command = [host, textwrap.dedent(code)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env=environment
    )


def test_a_python_that_begins_anew_is_refused(host):
    assert lives(host, "import json").stdout == LIVES
    ended = lives(
        host,
        """
        import builtins, os
        try:
            import llsocket
        except ImportError as err:
            assert os.environ.get("LATER"), err
            assert str(err).startswith("llsocket was imported before Py_FinalizeEx"), err
            try:
                import llsocket.socket
            except ImportError:
                pass
        else:
            assert not os.environ.get("LATER")
            (one, two), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
            assert one.send(b"x") == (1, None, False)
            assert two.recv() == (b"x", None, False)
            assert one.recv(1, llsocket.MSG_DONTWAIT) == (None, None, True)
            assert isinstance(one.bind(), OSError)
            assert llsocket.inet.getaddrinfo("name.invalid", "80")[1]
            # One of them stays open to the end.
            one.close()
            os.environ["LATER"] = "1"
            os.putenv("LATER", "1")
        """,
    )
    assert (ended.returncode, ended.stdout) == (0, LIVES), ended


def test_a_python_that_begins_anew_may_import_it_the_first_time(host):
    ended = lives(
        host,
        """
        import os
        life = int(os.environ.get("LIFE", "0"))
        os.putenv("LIFE", str(life + 1))
        if life == 2:
            import llsocket
            (one, two), err = llsocket.socket.pair(llsocket.SOCK_STREAM)
            one.close(), two.close()
        """,
    )
    assert (ended.returncode, ended.stdout) == (0, LIVES), ended


BLOCKED = {
    "recv": "one.recv()",
    "recv-much": "one.recv(200000)",
    "recvfrom": "one.recvfrom()",
    "recvable": "one.recvable()",
    "accept": "server.accept()",
    "recvfd": "one.recvfd()",
    "send": "one.send(bytes(10000000))",
    "a busy one": "[one.recv(10, llsocket.MSG_DONTWAIT) for _ in iter(int, 1)]",
    "a maker": "[two.dup()[0].close() for _ in iter(int, 1)]",
}


@pytest.mark.parametrize("call", BLOCKED.values(), ids=BLOCKED)
@pytest.mark.parametrize("end", ["pass", "sys.exit(0)", "one.close()", "del one, two, server"])
def test_an_end_while_a_thread_waits(call, end):
    code = f"""
        import sys, threading, time, warnings
        warnings.simplefilter("ignore")
        import llsocket
        (one, two), _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
        server, _ = llsocket.socket.new(llsocket.addrinfo.inet("127.0.0.1", 0)[0])
        server.bind(), server.listen()
        def wait(one=one, two=two, server=server):
            {call}
        for _ in range(3):
            threading.Thread(target=wait, daemon=True).start()
        time.sleep(0.05)
        {end}
    """
    ended = run(code)
    assert "panic" not in ended.stderr
    assert "Fatal" not in ended.stderr


def test_an_end_with_sockets_open_says_nothing():
    ended = run(
        """
        import sys, llsocket
        socks, _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
        class Late:
            def __del__(self, socks=socks):
                self.kept = socks
                socks[0].send(b"late")
        sys.late = Late()
        sys.socks = socks
        """,
        "-W",
        "ignore",
    )
    assert ended.stderr == ""


def test_an_end_with_warnings_on():
    ended = run("""
        import warnings
        warnings.simplefilter("always")
        import llsocket
        socks, _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
    """)
    assert "panic" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_import_that_is_undone_and_done_again():
    told = run("""
        import importlib, sys
        import llsocket
        (one, two), _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
        for _ in range(20):
            for name in [name for name in sys.modules if name.split(".")[0] == "llsocket"]:
                del sys.modules[name]
            import llsocket
            (three, four), _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
            assert three.send(b"x") == (1, None, False)
            three.close(), four.close()
            importlib.reload(llsocket)
        assert one.send(b"x") == (1, None, False)
        one.close(), two.close()
        print("well")
    """)
    assert told.stdout == "well\n"


def test_an_exit_by_a_signal_is_python_s():
    code = """
        import os, signal, threading, llsocket
        (one, two), _ = llsocket.socket.pair(llsocket.SOCK_STREAM)
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        with one, two:
            one.recv()
    """
    command = [sys.executable, "-c", "\n".join(line.strip() for line in code.splitlines())]
    command[-1] = command[-1].replace("\none.recv()", "\n    one.recv()")
    ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == -2
    assert ended.stderr.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.skipif(
    not sysconfig.get_config_var("Py_GIL_DISABLED"),
    reason="this CPython is not free-threading",
)
def test_free_threading_stays_on():
    told = run("""
        import sys
        import llsocket
        assert not sys._is_gil_enabled()
        print("free")
    """)
    assert told.stdout == "free\n"
