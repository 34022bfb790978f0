#!/usr/bin/env python3
"""Builds the rock or the wheel, installs it for each interpreter, and runs programs with it.

    tests/environments.py install INTERPRETER...    builds and installs: lua5.4, luajit, python3.13
    tests/environments.py run INTERPRETER ARG...    runs it, with llsocket installed where it is not
    tests/environments.py exec INTERPRETER CMD...   runs a command that starts it, in the same way
    tests/environments.py find INTERPRETER          prints its path
    tests/environments.py shown                     prints the Python that demonstrations run in
    tests/environments.py tools                     installs what builds and checks the wheel
    tests/environments.py wheel PYTHON              builds the wheel that a Python takes
    tests/environments.py install-wheel PYTHON      installs that wheel

Every Lua has a rock tree in build/rock, called after cargo's feature for it (lua54), and every
Python a virtual environment in build/venv, called after its version. One more environment,
build/venv/tools, has what builds and checks the wheel. Only the standard library is used.
"""

import functools
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"

LUAS = ("lua5.1", "lua5.2", "lua5.3", "lua5.4", "luajit")
#: Each of these that is on the machine is tested, and each that is not is named as skipped.
PYTHONS = tuple(f"python3.{minor}" for minor in range(9, 16))
#: One wheel, of the stable ABI, serves Python 3.11 and every later one.
FIRST_ABI3_MINOR = 11
TOOLS = ("maturin>=1.9,<2", "ruff", "mypy", "pytest", "abi3audit")


class UnavailableError(Exception):
    """Something cannot be built or run here; the text is for the user."""


def run_command(*command, **options):
    """Runs a command from the root and raises CalledProcessError when it fails."""
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT, **options)


def python_works(python, code, *arguments):
    """Whether a Python runs a piece of code without an error, which pyenv's shims may not."""
    command = [str(python), "-c", code, *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def version_of(python):
    """3.13 for python3.13."""
    return python[len("python") :]


@functools.cache
def find(interpreter):
    """The path of an interpreter, in PATH or else the newest that pyenv has; or None."""
    if interpreter in LUAS:
        return shutil.which(interpreter)
    version = version_of(interpreter)
    kept = glob.glob(os.path.expanduser(f"~/.pyenv/versions/{version}.*/bin/python"))
    kept.sort(key=lambda path: [int(number) for number in re.findall(r"\d+", path)], reverse=True)
    code = "import sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != sys.argv[1])"
    for path in (shutil.which(interpreter), *kept):
        if path and python_works(path, code, version):
            return path
    return None


def found(interpreter):
    """The path of an interpreter that must be there."""
    if interpreter not in LUAS + PYTHONS:
        raise UnavailableError(f"'{interpreter}' is none of {' '.join(LUAS + PYTHONS)}")
    path = find(interpreter)
    if path is None:
        raise UnavailableError(f"{interpreter} is not on this machine")
    return path


def shown_python():
    """The Python for demonstrations: that of the system's python3, or the newest one."""
    here = [python for python in PYTHONS if find(python)]
    system = "python{}.{}".format(*sys.version_info)
    if not here:
        raise UnavailableError(f"there is none of {' '.join(PYTHONS)} with the venv module")
    return system if system in here else here[-1]


# ---------------------------------------------------------------------------------- Lua's rock


def lua_version(lua):
    """The version directory that a Lua looks into: 5.1 for LuaJIT as well."""
    return "5.1" if lua == "luajit" else lua[len("lua") :]


def rock_tree(lua):
    return BUILD / "rock" / lua.replace(".", "")


def build_rock(lua):
    """Builds the rock, which leaves its library in build/llsocket.so, and installs it anew."""
    path, tree = found(lua), rock_tree(lua)
    shutil.rmtree(tree, ignore_errors=True)
    (rockspec,) = ROOT.glob("rockspec/*.rockspec")
    run_command(
        *("luarocks", "--lua-version", lua_version(lua), "make"),
        *(f"LUA={path}", "--tree", tree, rockspec.relative_to(ROOT)),
    )


def lua_environment(lua):
    """The variables with which a Lua finds its rock, what Debian has, and nothing else."""
    version, tree = lua_version(lua), rock_tree(lua)
    suffix = version.replace(".", "_")
    unwanted = {"LUA_INIT", f"LUA_INIT_{suffix}", f"LUA_PATH_{suffix}", f"LUA_CPATH_{suffix}"}
    variables = {name: value for name, value in os.environ.items() if name not in unwanted}
    share = f"{tree}/share/lua/{version}"
    variables["LUA_PATH"] = f"{share}/?.lua;{share}/?/init.lua;;"
    variables["LUA_CPATH"] = f"{tree}/lib/lua/{version}/?.so;;"
    return variables


# ------------------------------------------------------------------------------ Python's wheel


def environment_python(name):
    """The python of a virtual environment: of a version, such as 3.13, or of the tools."""
    return BUILD / "venv" / name / "bin" / "python"


def create_environment(name, python, *packages):
    """Makes a virtual environment unless there is one that works, with packages from PyPI."""
    inside = environment_python(name)
    if not python_works(inside, ""):
        shutil.rmtree(inside.parent.parent, ignore_errors=True)
        run_command(python, "-m", "venv", inside.parent.parent)
        run_command(inside, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    run_command(inside, "-m", "pip", "install", "--quiet", *packages)


def create_tools():
    """The environment with the tools, of the newest Python that Debian 12 and later have."""
    python = find("python3.11") or find("python3.13") or sys.executable
    create_environment("tools", python, *TOOLS)


def wheel_name(python):
    """Which wheel a Python takes: abi3, or that of its own version, such as 3.9."""
    minor = int(version_of(python).partition(".")[2])
    return "abi3" if minor >= FIRST_ABI3_MINOR else version_of(python)


def wheel_directory(name):
    return BUILD / "wheels" / name


def build_wheel(python):
    """Builds the wheel that a Python takes, each in a target directory of its own: cargo would
    otherwise build pyo3 anew at each change of the version."""
    name = wheel_name(python)
    shutil.rmtree(wheel_directory(name), ignore_errors=True)
    run_command(
        *(environment_python("tools").parent / "maturin", "build", "--release", "--locked"),
        *("--out", wheel_directory(name), "--target-dir", BUILD / "target" / f"python-{name}"),
        *("--interpreter", found(python)),
    )


def install_wheel_into(name, directory):
    run_command(
        *(environment_python(name), "-m", "pip", "install", "--quiet", "--force-reinstall"),
        *("--no-deps", "--no-index", "--find-links", directory, "llsocket"),
    )


def install_wheel(python):
    """Installs the built wheel into the environment of a Python, together with pytest."""
    version = version_of(python)
    create_environment(version, found(python), "pytest")
    install_wheel_into(version, wheel_directory(wheel_name(python)))


# ------------------------------------------------------------------------------------ commands


def install(interpreter):
    """Builds and installs the rock or the wheel of one interpreter."""
    found(interpreter)
    if interpreter in LUAS:
        build_rock(interpreter)
    else:
        create_tools()
        build_wheel(interpreter)
        install_wheel(interpreter)


def is_installed(interpreter):
    if interpreter in LUAS:
        return (rock_tree(interpreter) / "lib").is_dir()
    return python_works(environment_python(version_of(interpreter)), "import llsocket")


def execute(interpreter, command):
    """Becomes a command that may start the interpreter, which finds llsocket then."""
    found(interpreter)
    if not is_installed(interpreter):
        # What the build says must not mix with what the command says.
        run_command(sys.executable, __file__, "install", interpreter, stdout=sys.stderr)
    variables = dict(os.environ)
    if interpreter in LUAS:
        variables = lua_environment(interpreter)
    else:
        programs = environment_python(version_of(interpreter)).parent
        variables["PATH"] = f"{programs}:{os.environ['PATH']}"
    os.execvpe(command[0], command, variables)


def main(arguments):
    command, words = (arguments or [""])[0], arguments[1:]
    if command == "shown":
        print(shown_python())
    elif command == "find" and len(words) == 1:
        print(found(*words))
    elif command == "run" and words:
        execute(words[0], words)
    elif command == "exec" and words[1:]:
        execute(words[0], words[1:])
    elif command == "install" and words:
        for interpreter in words:
            install(interpreter)
    elif command == "tools" and not words:
        create_tools()
    elif command == "wheel" and len(words) == 1:
        build_wheel(*words)
    elif command == "install-wheel" and len(words) == 1:
        install_wheel(*words)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (UnavailableError, OSError) as error:
        sys.exit(f"{pathlib.Path(__file__).name}: {error}")
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode if error.returncode > 0 else 1)
