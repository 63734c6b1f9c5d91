"""CPython's syntax tree in the format of `otter --dump-ast`, so that the two can be compared.

Left out on both sides (by `strip`): what CPython's tree does not have, and positions that it does not keep or, inside
f-strings, gets wrong.
"""
import ast
import re

# Our names of kinds and fields, where they differ.
KINDS = {"AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try",
         "arguments": "Arguments", "arg": "Arg", "keyword": "Keyword", "alias": "Alias", "withitem": "WithItem",
         "match_case": "MatchCase", "comprehension": "Comprehension"}
FIELDS = {
    "FunctionDef": "name args returns decorators=decorator_list body",
    "ClassDef": "name bases keywords decorators=decorator_list body",
    "AnnAssign": "target annotation value is_simple=simple",
    "Raise": "exception=exc cause", "Assert": "test message=msg", "ImportFrom": "module names level",
    "For": "target iter body orelse", "With": "items body", "ListComp": "element=elt generators",
    "SetComp": "element=elt generators", "GeneratorExp": "element=elt generators", "List": "elements=elts",
    "Tuple": "elements=elts", "Set": "elements=elts", "Subscript": "value index=slice", "Attribute": "value attr",
    "Name": "id", "Starred": "value", "Constant": "value", "Arg": "name=arg annotation",
    "Arguments": "posonly=posonlyargs args vararg kwonly=kwonlyargs kwarg defaults kw_defaults",
    "Keyword": "name=arg value", "WithItem": "context=context_expr target=optional_vars",
    "Assign": "targets value", "FunctionType": "", "Comprehension": "target iter ifs",
    "MatchClass": "cls patterns kwd_attrs kwd_patterns", "Module": "body",
    "AugAssign": "target op value",
}
DEEPEST = 60  # levels of indentation that are shown
SPANLESS = {"Module", "Arguments", "WithItem", "MatchCase", "Comprehension", "JoinedStr", "FormattedValue"}


def quote(data):
    out = ['"']
    for byte in data:
        char = bytes([byte])
        if char in (b'"', b"\\"):
            out.append("\\" + chr(byte))
        elif char == b"\n":
            out.append("\\n")
        elif char == b"\t":
            out.append("\\t")
        elif byte < 32 or byte == 127:
            out.append("\\x%02x" % byte)
        else:
            out.append(chr(byte))
    return "".join(out).encode("latin-1") + b'"'


def constant(value):
    if isinstance(value, str):
        return quote(value.encode("utf-8", "surrogatepass"))
    if isinstance(value, bytes):
        return b"b" + quote(value)
    if isinstance(value, complex):
        return real(value.imag) + b"j"
    if isinstance(value, float):
        return real(value)
    return str(value).encode()


def real(value):
    for digits in range(1, 19):
        text = "%.*g" % (digits, value)
        if float(text) == value:
            break
    return (text if set(text) & set(".enia") else text + ".0").encode()


def kind_of(node):
    name = type(node).__name__
    return KINDS.get(name, name)


def flags_of(node):
    name = type(node).__name__
    if name.startswith("Async") or getattr(node, "is_async", 0):
        yield "is_async", True
    if name == "TryStar":
        yield "is_star", True


def last_statement(node):
    """CPython lets a block end behind a closing `;`, Otter before it."""
    if isinstance(node, ast.stmt):
        for name in ("finalbody", "orelse", "handlers", "body", "cases"):
            if getattr(node, name, None):
                return last_statement(getattr(node, name)[-1])
    elif isinstance(node, (ast.excepthandler, ast.match_case)):
        return last_statement(node.body[-1])
    return node


class Dump:
    def __init__(self):
        self.out = []

    def head(self, level, label, node):
        span = ""
        if hasattr(node, "lineno"):
            end = last_statement(node)
            span = " %d:%d-%d:%d" % (node.lineno, node.col_offset, end.end_lineno, end.end_col_offset)
        self.put(level, label + kind_of(node) + span)

    def put(self, level, text):
        margin = "  " * min(level, DEEPEST) + ("[%d] " % level if level > DEEPEST else "")
        self.out.append(margin.encode() + (text if isinstance(text, bytes) else text.encode()))

    def field(self, level, name, text):
        self.put(level, name.encode() + b": " + (text if isinstance(text, bytes) else text.encode()))

    def node(self, level, label, node):
        self.head(level, label, node)
        kind = kind_of(node)
        names = FIELDS.get(kind)
        names = names.split() if names is not None else node._fields
        pairs = [(n.split("=")[0], getattr(node, n.split("=")[-1], None)) for n in names]
        children = []
        for name, value in pairs:
            self.scalar(level + 1, kind, name, value, children)
        for name, flag in flags_of(node):
            self.field(level + 1, name, "yes")
        for name, value in children:
            self.child(level + 1, name, value)

    def scalar(self, level, kind, name, value, children):
        if kind == "Constant":
            if name == "value":
                self.field(level, name, constant(value))
        elif kind == "MatchSingleton":
            children.append((name, ast.Constant(value)))
        elif isinstance(value, (ast.operator, ast.unaryop, ast.boolop)):
            self.field(level, name, type(value).__name__)
        elif isinstance(value, list) and value and isinstance(value[0], ast.cmpop):
            self.field(level, name, ", ".join(type(op).__name__ for op in value))
        elif isinstance(value, list) and value and isinstance(value[0], str):
            self.field(level, name, ", ".join(value))
        elif isinstance(value, str):
            self.field(level, name, value)
        elif name == "is_simple":
            if value:
                self.field(level, name, "yes")
        elif name in ("level", "conversion"):
            self.field(level, name, str(value))
        elif isinstance(value, (ast.AST, list)):
            children.append((name, value))

    def child(self, level, name, value):
        if isinstance(value, ast.AST):
            self.node(level, name + ": ", value)
            return
        for index, item in enumerate(value):
            label = "%s[%d]: " % (name, index)
            if item is None:
                self.put(level, label + "none")
            else:
                self.node(level, label, item)


SPAN = re.compile(rb" \d+:\d+-\d+:\d+$")
BIG = re.compile(rb"^( *value: )(0[xXoObB]\w+)$")
HEAD = re.compile(rb"^( *)(?:[a-z_]+(?:\[\d+\])?: )?([A-Z]\w+)( \d+:\d+-\d+:\d+)?$")


def strip(lines):
    """Removes what the two sides cannot agree on."""
    inside = None  # indentation of the f-string that we are in
    previous = b""
    for line in lines:
        if line.strip() == b"is_parenthesized: yes":
            continue
        if BIG.match(line):
            line = BIG.sub(lambda found: found[1] + str(int(found[2], 0)).encode(), line)
        match = HEAD.match(line)
        if match:
            indent = len(match[1])
            if inside is not None and indent <= inside:
                inside = None
            kind = match[2].decode()
            if inside is None and kind in ("JoinedStr", "FormattedValue"):
                inside = indent
            if inside is not None or kind in SPANLESS or previous.endswith(b"MatchSingleton"):
                line = SPAN.sub(b"", line)
            previous = SPAN.sub(b"", line)
        yield line


def compare(ours, source):
    """The first difference between our dump and CPython's tree of the source, or None."""
    dump = Dump()
    dump.node(0, "", ast.parse(source))
    left, right = list(strip(ours.split(b"\n")[:-1])), list(strip(dump.out))
    for index, (a, b) in enumerate(zip(left + [b"<end>"], right + [b"<end>"])):
        if a != b:
            texts = (text.decode("utf-8", "replace").strip() for text in (a, b))
            return "line %d of the trees differs\n  otter   %s\n  cpython %s" % (index, *texts)
    return None
