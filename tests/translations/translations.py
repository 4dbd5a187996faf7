#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations to the sources, and to what a person may expect of them.

  translations.py ROOT LUPDATE    every text of the sources is translated, and nothing else
  translations.py --self-test     the checks find what they are there for
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

# How many forms of a text with %n a language has.
PLURALS = {"de": 2, "en": 2}
# English is in the sources; its file has only what they cannot say.
PLURALS_ONLY = {"en"}


def placeholders(text):
    return Counter(re.findall(r"%L?(?:\d+|n)", text))


def accelerators(text):
    return len(re.findall(r"&(?!&)", text.replace("&&", "")))


def faults_of(source, form):
    """What is wrong with a translation, whatever it means."""
    if not form.strip() and source.strip():
        return "is not translated"
    # A form may leave its number out: "The one that is selected".
    missing = placeholders(source) - placeholders(form)
    if placeholders(form) - placeholders(source) or set(missing) - {"%n", "%Ln"}:
        return "has other placeholders"
    if accelerators(source) != accelerators(form):
        return "has other accelerators"
    if source[:1].isspace() != form[:1].isspace() or source[-1:].isspace() != form[-1:].isspace():
        return "begins or ends with other blanks"
    if source.count("\n") != form.count("\n"):
        return "has other line breaks"
    for end in "….:?":
        if source.endswith(end) != form.endswith(end):
            return f"ends differently: “{end}”"
    return None


def check(root, language):
    """The faults of a language's file, as lines."""
    for context in root.iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            where = f"{language}: {name}: {source!r}"
            if translation.get("type"):
                yield f"{where} is {translation.get('type')}"
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            if message.get("numerus") == "yes":
                if len(forms) != PLURALS[language]:
                    yield f"{where} has {len(forms)} forms"
                if re.search("%L?n", source) and not re.search("%L?n", forms[-1]):
                    yield f"{where} says no number: {forms[-1]!r}"
            for form in forms or [translation.text or ""]:
                fault = faults_of(source, form)
                if fault:
                    yield f"{where} {fault}: {form!r}"


def texts(root):
    return {(context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            for context in root.iter("context") for message in context.iter("message")}


def up_to_date(root, lupdate, file, language):
    """What lupdate would add to the file or take from it, as lines."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / file.name
        shutil.copy(file, fresh)
        options = ["-pluralonly"] if language in PLURALS_ONLY else []
        subprocess.run([lupdate, "-silent", "-I", ".", "-extensions", "cpp,h", "-locations", "none",
                        "-no-obsolete", *options, "core", "ui", "app", "-ts", str(fresh)],
                       cwd=root, check=True)
        before, after = texts(xml.parse(file)), texts(xml.parse(fresh))
    for name, source, _ in sorted(after - before):
        yield f"{language}: {name}: {source!r} is not in the file; ./dev translations adds it"
    for name, source, _ in sorted(before - after):
        yield f"{language}: {name}: {source!r} is in no source any more; ./dev translations takes it out"


def self_test():
    bad = [("a %1", "b"), ("a", "b %1"), ("&Open", "Öffnen"), ("Open", "&Öffnen"), ("a…", "b"),
           (" or ", "or"), ("a\nb", "c"), ("a", ""), ("The %Ln that", "%1")]
    good = [("a %1 %2", "%2 b %1"), ("&Open", "Ö&ffnen"), ("The %Ln sho&wn", "Den einen &gezeigten"),
            ("Copy && paste", "Kopieren && einfügen")]
    wrong = [pair for pair in bad if not faults_of(*pair)] + [pair for pair in good if faults_of(*pair)]
    unfinished = xml.fromstring('<TS><context><name>A</name><message numerus="yes"><source>%n</source>'
                                '<translation><numerusform>%n</numerusform></translation></message>'
                                '<message><source>a</source><translation type="unfinished"/></message>'
                                '</context></TS>')
    if len(list(check(unfinished, "de"))) != 2:
        wrong.append("unfinished")
    for pair in wrong:
        print(f"judged wrongly: {pair}")
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root, lupdate = Path(sys.argv[1]), sys.argv[2]
    files = sorted((root / "resources/translations").glob("clientele_*.ts"))
    faults = [] if len(files) == len(PLURALS) else [f"there are {len(files)} files"]
    for file in files:
        language = file.stem.split("_")[1]
        faults += check(xml.parse(file).getroot(), language)
        faults += up_to_date(root, lupdate, file, language)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
