"""What the stubs say of each function: its arguments, and whether a result is of its type."""

import ast
import os
import socket
from typing import NamedTuple

import llsocket


class Argument(NamedTuple):
    """An argument's name and annotation."""

    name: str
    annotation: ast.expr
    optional: bool


class Signature(NamedTuple):
    """Arguments, the annotation of further ones, and the annotation of the result."""

    arguments: list
    vararg: ast.expr
    result: ast.expr


def _signature(node):
    args = node.args.posonlyargs + node.args.args
    defaults = len(args) - len(node.args.defaults)
    arguments = [
        Argument(arg.arg, arg.annotation, index >= defaults)
        for index, arg in enumerate(args)
        if arg.arg != "self"
    ]
    vararg = node.args.vararg and node.args.vararg.annotation
    return Signature(arguments, vararg, node.returns)


def load():
    """The signatures by name, a list for each since a function may be overloaded; the records."""
    path = os.path.join(os.path.dirname(llsocket.__file__), "_llsocket.pyi")
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    signatures, records = {}, {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            signatures.setdefault(node.name, []).append(_signature(node))
        elif isinstance(node, ast.ClassDef) and hasattr(llsocket, node.name):
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    key = f"{node.name}.{each.name}"
                    signatures.setdefault(key, []).append(_signature(each))
        elif isinstance(node, ast.ClassDef):
            fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
            records[node.name] = {each.target.id: each.annotation for each in fields}
    return signatures, records


SIGNATURES, RECORDS = load()

PRIMITIVES = {"int": int, "str": str, "bytes": bytes, "bool": bool, "float": float}


def names(annotation):
    """The alternatives of a union, each an expression."""
    if isinstance(annotation, ast.BinOp):
        return names(annotation.left) + names(annotation.right)
    return [annotation]


def _is_record(value, fields):
    if type(value) is not dict or not value.keys() <= fields.keys():
        return False
    for name, annotation in fields.items():
        generic = isinstance(annotation, ast.Subscript) and annotation
        may_lack = generic and generic.value.id == "NotRequired"
        if name not in value:
            if not may_lack:
                return False
        elif not conforms(value[name], generic.slice if may_lack else annotation):
            return False
    return True


def _is_generic(value, node):
    kind = node.value.id
    if kind == "Literal":
        return any(conforms(value, part) for part in names(node.slice))
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if kind == "tuple":
        return (
            type(value) is tuple
            and len(value) == len(parts)
            and all(conforms(item, part) for item, part in zip(value, parts))
        )
    if kind in ("list", "Sequence"):
        return type(value) is list and all(conforms(item, parts[0]) for item in value)
    if kind == "dict":
        return type(value) is dict and all(
            conforms(key, parts[0]) and conforms(item, parts[1]) for key, item in value.items()
        )
    return True


def _is_named(value, name):
    if name in RECORDS:
        return _is_record(value, RECORDS[name])
    if name == "OSError":
        return isinstance(value, OSError)
    known = PRIMITIVES.get(name) or getattr(llsocket, name, None)
    return not isinstance(known, type) or type(value) is known


def conforms(value, annotation):
    """Whether a value is exactly of an annotation's type."""
    if isinstance(annotation, ast.BinOp):
        return any(conforms(value, part) for part in names(annotation))
    if isinstance(annotation, ast.Subscript):
        return _is_generic(value, annotation)
    if isinstance(annotation, ast.Constant):
        return value is annotation.value
    return _is_named(value, annotation.id)


def _wrong_error(err):
    if not isinstance(err.errno, int) or err.errno == 0:
        return "an error without a number"
    if isinstance(err, socket.gaierror):
        expected = llsocket.gaistrerror(err.errno)
    else:
        expected = llsocket.strerror(err.errno)
        if type(err) is not type(OSError(err.errno, "")):
            return f"an error of class {type(err).__name__}"
    told = (expected, f"{expected} (not a numeric address; inet.getaddrinfo asks the resolver)")
    return None if err.strerror in told else f"an error with the text {err.strerror!r}"


def _wrong_shape(result, is_whole):
    """Values, err, and perhaps again: what the table of results rules out."""
    errors = [index for index, item in enumerate(result) if isinstance(item, OSError)]
    waits = any(type(item) is bool for item in result[1:])
    if errors:
        rest = result[: errors[0]] + result[errors[0] + 1 :]
        # sendall and recvexactly give what went or came before the error.
        rest = rest[1:] if is_whole else rest
        if any(item is not None and item is not False for item in rest):
            return "a value, or again, beside an error"
        return _wrong_error(result[errors[0]])
    if not waits and len(result) == 2 and result[0] is None:
        return "neither value nor error"
    return None


def wrong_result(key, result):
    """What is wrong with the result of a function, or None."""
    if result is NotImplemented and key.endswith("__"):
        return None
    if isinstance(result, OSError):
        wrong = _wrong_error(result)
    elif type(result) is tuple and len(result) > 1:
        wrong = _wrong_shape(result, key.endswith(("sendall", "recvexactly")))
    else:
        wrong = None
    known = SIGNATURES.get(key, [])
    if not wrong and known and not any(conforms(result, each.result) for each in known):
        wrong = f"not of type {ast.unparse(known[0].result)}"
    return wrong and f"{wrong}: {result!r:.200}"
