#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the tree keeps to its architecture, and names each line that does not.

    layers.py FOLDER        check the tree in FOLDER
    layers.py --self-test   plant one violation of each rule and see that it is found
"""
import re
import sys
import tempfile
from pathlib import Path

# What each part may include of ours; "core" is the headers that lie in core itself.
MAY_SEE = {
    "core": {"core"},
    "core/domain": {"core", "core/domain"},
    "core/io": {"core", "core/domain", "core/io"},
    "core/db": {"core", "core/domain", "core/db"},
    "core/config": {"core", "core/domain", "core/config"},
    "core/services": {"core", "core/domain", "core/io", "core/db", "core/config", "core/services"},
    "ui": {"core", "core/domain", "core/config", "core/services", "ui"},
    "app": {"core", "core/domain", "core/config", "core/services", "ui", "app"},
}
# Values that other parts may see although their folder is closed to them.
OPEN_HEADERS = {"core/io/csvformat.h", "core/io/fieldmapping.h"}
# Tables of words, which are as long as they are.
TABLES = {"core/io/columnsynonyms.h"}
# libpq takes connection URLs apart.
OPEN_LIBRARIES = {("core/config/libpq.cpp", "libpq-fe.h")}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QUALIFIED = re.compile(r"^(Qt[A-Z]\w*|postgresql)/")
DATABASE = re.compile(r"^(QSql\w*|QtSql|libpq-fe\.h|sqlite3\.h)$")
WINDOWS = re.compile(r"^(Qt(Gui|Widgets)|Q(Widget|Application|GuiApplication|Action|Color|Font|FontMetrics|Icon|Image|Key"
                     r"Sequence|Painter|Palette|Pixmap|Style|Brush|Pen|Clipboard|DesktopServices|Validator|StandardItemModel"
                     r"|Dialog|MessageBox|MainWindow|TableView|HeaderView|LineEdit|Label|PushButton))$")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|(CREATE|ALTER|DROP) (TABLE|INDEX|DATABASE)"
                 r"|PRAGMA)\b")
# An entry for each row, of which there may be millions.
ROW_BY_ROW = re.compile(r"\b(selectedRows|selectedIndexes)\b")
EVENT_LOOP = re.compile(r"\b(processEvents|QEventLoop)\b")


def part_of(path):
    """The part that a path inside the tree belongs to, or None."""
    parts = Path(path).parts
    if parts[0] == "core" and len(parts) > 2:
        return "core/" + parts[1]
    return parts[0] if parts[0] in ("core", "ui", "app", "tests") else None


def include_fault(path, part, quote, name):
    """What is wrong with an include, or None."""
    if QUALIFIED.match(name):
        return f"<{name}> names the module: this compiles past the link lines; leave the folder out"
    if part == "tests":
        return None
    if part != "core/db" and DATABASE.match(name) and (path, name) not in OPEN_LIBRARIES:
        return f"<{name}> belongs into core/db alone"
    if part.startswith("core") and WINDOWS.match(name):
        return f"<{name}> is a matter of windows, which core has none of"
    if quote == "<" or name in OPEN_HEADERS or not (seen := part_of(name)):
        return None
    if seen not in MAY_SEE[part]:
        return f"{part} must not see {seen}"
    return None


def faults_in(path, text):
    part = part_of(path)
    if part is None:
        return
    lines = text.splitlines()
    if not lines or lines[0] != "// SPDX-License-Identifier: GPL-3.0-or-later":
        yield 1, "the first line is not the licence's"
    if path.endswith(".h") and (len(lines) < 2 or lines[1] != "#pragma once"):
        yield 2, "the second line of a header is #pragma once"
    if part != "tests" and path not in TABLES and len(lines) > (200 if path.endswith(".h") else 400):
        yield len(lines), "too long: there are two things in it"
    for number, line in enumerate(lines, 1):
        if include := INCLUDE.match(line):
            if fault := include_fault(path, part, include[1], include[2]):
                yield number, fault
            continue
        if part == "tests":
            continue
        code = line.split("//")[0]
        if part != "core/db" and any(SQL.search(found) for found in STRING.findall(code)):
            yield number, "SQL belongs into core/db alone"
        if EVENT_LOOP.search(code):
            yield number, "no nested event loop and no processEvents"
        if path.startswith(("ui/customers/", "ui/models/")) and ROW_BY_ROW.search(code):
            yield number, "a selection of millions is ranges, not rows"


def check(root, report=print):
    """Reports each fault below root, and returns how many there are and how many files were read."""
    faults = files = 0
    for folder in ("core", "ui", "app", "tests"):
        for file in sorted(Path(root, folder).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            files += 1
            path = file.relative_to(root).as_posix()
            for number, fault in faults_in(path, file.read_text(encoding="utf-8")):
                report(f"{path}:{number}: {fault}")
                faults += 1
    return faults, files


HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
# A file, what stands in it below the licence, and whether that is a violation.
PLANTED = [
    ("core/domain/a.cpp", '#include "core/db/session.h"', True),
    ("core/domain/a.cpp", '#include "core/result.h"', False),
    ("core/db/a.cpp", '#include "core/services/book.h"', True),
    ("core/io/a.cpp", '#include "core/db/session.h"', True),
    ("core/result.cpp", '#include "core/domain/customer.h"', True),
    ("core/services/a.cpp", '#include "ui/common/icons.h"', True),
    ("core/services/a.cpp", '#include "core/db/session.h"', False),
    ("core/services/a.cpp", "#include <QSqlQuery>", True),
    ("core/services/a.cpp", "#include <QWidget>", True),
    ("core/services/a.cpp", 'auto s = u"SELECT 1 FROM t"_s;', True),
    ("core/db/a.cpp", 'auto s = u"SELECT 1 FROM t"_s;', False),
    ("ui/a.cpp", '#include "core/db/session.h"', True),
    ("ui/a.cpp", '#include "core/io/csvreader.h"', True),
    ("ui/a.cpp", '#include "core/io/csvformat.h"', False),
    ("ui/a.cpp", '#include "app/ctl.h"', True),
    ("ui/a.cpp", "#include <QtWidgets/QWidget>", True),
    ("ui/a.cpp", "#include <QWidget>", False),
    ("ui/a.cpp", 'auto s = u"DELETE FROM customer"_s;', True),
    ("ui/a.cpp", "// DELETE FROM customer is core/db's", False),
    ("ui/a.cpp", "QCoreApplication::processEvents();", True),
    ("ui/customers/a.cpp", "selectionModel()->selectedRows();", True),
    ("ui/diagnostics/a.cpp", "selectionModel()->selectedRows();", False),
    ("app/a.cpp", '#include "core/db/session.h"', True),
    ("app/a.cpp", "#include <libpq-fe.h>", True),
    ("tests/db/a.cpp", "#include <postgresql/libpq-fe.h>", True),
    ("tests/db/a.cpp", '#include "core/db/session.h"', False),
    ("core/a.h", "#include <QString>", True),
    ("core/a.h", "#pragma once", False),
]


def self_test():
    wrong = 0
    for path, line, is_violation in PLANTED:
        with tempfile.TemporaryDirectory() as root:
            file = Path(root, path)
            file.parent.mkdir(parents=True)
            file.write_text(HEAD + line + "\n", encoding="utf-8")
            faults, files = check(root, report=lambda fault: None)
            if files != 1 or bool(faults) != is_violation:
                print(f"NOT {'found' if is_violation else 'allowed'}: {path}: {line}")
                wrong += 1
    return wrong


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--self-test":
        sys.exit(1 if self_test() else 0)
    faults, files = check(sys.argv[1])
    print(f"{files} files, {faults} faults")
    sys.exit(1 if faults or files == 0 else 0)


if __name__ == "__main__":
    main()
