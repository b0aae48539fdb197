"""Our CSV read by Python's csv module, and files it writes read by us. Run by hand:

    python3 tests/foreign/lists.py

Python writes lists in every dialect and encoding we know, the rulebook reads them and writes ours beside
(tests/spec/interchange/import/foreign.rs), and Python reads that again. Nothing but Python itself is needed.
"""

import csv
import itertools
import json
import os
import pathlib
import random
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADINGS = ["Partner", "Notes", "Owner"]
ROWS = [
    ["Acme, \"the\" one", "first\nsecond\r\nthird", "Ada"],
    ["Müller & Söhne – GmbH", "“quoted”; tab\there", "Jörg"],
    ["=cmd|' /C calc'!A0", "'apostrophe", "+1 555"],
    ["-4", "+12.5", "@SUM(A1)"],
    ["  spaces  ", "", "it's"],
    ["sep=;", "a|b;c,d", "\"\""],
]
ODD = "abcž€ ,;|\t\"'\n=+-@"


def theirs(folder):
    """Every delimiter, way of quoting, line end and encoding."""
    names = []
    rest = itertools.product(
        {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}.items(),
        {"minimal": csv.QUOTE_MINIMAL, "all": csv.QUOTE_ALL}.items(),
        {"crlf": "\r\n", "lf": "\n"}.items(),
        ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"],
    )
    for (delimiter, sign), (quoting, how), (end, characters), encoding in rest:
        name = f"{delimiter}-{quoting}-{end}-{encoding}.csv"
        with open(folder / name, "w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=sign, quoting=how, lineterminator=characters)
            writer.writerow(HEADINGS)
            writer.writerows(guarded(ROWS))
        names.append(name)
    return names


def guarded(rows):
    """What begins with an apostrophe is taken for guarded by us, as by spreadsheets: written with one more."""
    return [["'" + cell if cell.startswith("'") else cell for cell in row] for row in rows]


def unguarded(cell):
    return cell[1:] if cell.startswith("'") else cell


def main():
    chance = random.Random(7)
    wild = [["".join(chance.choices(ODD, k=chance.randint(1, 20))) for _ in HEADINGS] for _ in range(500)]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = theirs(folder)
        (folder / "lists.json").write_text(json.dumps({"names": names, "rows": ROWS, "wild": wild}))
        command = ["cargo", "test", "--no-default-features", "--test", "spec", "lists_of_others", "--", "--ignored"]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "BRIDGEKEEPER_FOREIGN": str(folder)})
        for name, is_raw in (("ours.csv", False), ("ours-raw.csv", True)):
            with open(folder / name, encoding="utf-8-sig", newline="") as file:
                headings, *rows = csv.reader(file, strict=True)
            back = rows if is_raw else [[unguarded(cell) for cell in row] for row in rows]
            assert headings == HEADINGS and back == wild, f"{name} is read otherwise"
            if not is_raw:
                risky = [cell for row in rows for cell in row if cell[:1] in tuple("=+@")]
                assert not [cell for cell in risky if not cell[1:].replace(".", "").isdigit()], risky
    print(f"{len(names)} lists of Python's are read by us, and {len(wild)} rows of ours by Python")


if __name__ == "__main__":
    main()
