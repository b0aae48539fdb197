"""Our calendars and cards, read by the programs of others, and theirs by us. Run by hand:

    python3 -m venv /tmp/foreign && /tmp/foreign/bin/pip install icalendar vobject
    /tmp/foreign/bin/python tests/foreign/calendars_and_cards.py

What icalendar and vobject write goes into a folder, the rulebook reads it and writes ours beside it
(tests/spec/interchange/foreign.rs), and both read that again. Nothing here is a dependency of the project.
"""

import datetime
import json
import os
import pathlib
import quopri
import subprocess
import tempfile

import icalendar
import vobject

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEOPLE = [
    ("Ana Ruiz", "North, South; Ltd", "Head of Alliances", ["ana@example.com", "a.ruiz@example.org"], ["+49 421 1"], "one\ntwo, three; four\\five"),
    ("Jörg Žák-Müller", "Straßenbau 🌉", "", ["joerg@example.com"], [], "ä" * 300),
    ("Li", "", "", [], ["0151 2", "0151 3"], ""),
]


def by_vobject(person):
    name, company, title, emails, phones, notes = person
    card = vobject.vCard()
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=name.split()[-1], given=" ".join(name.split()[:-1]))
    for kind, values in (("email", emails), ("tel", phones)):
        for value in values:
            card.add(kind).value = value
    if company:
        card.add("org").value = [company]
    if title:
        card.add("title").value = title
    if notes:
        card.add("note").value = notes
    return card.serialize()


def as_version_2_1(person):
    """What telephones wrote: quoted-printable, with soft breaks, everything else bare."""
    name, company, title, emails, phones, notes = person

    def quoted(text):
        return quopri.encodestring(text.encode(), quotetabs=False).decode().replace("\n", "\r\n")

    def escaped(text):
        return text.replace("\\", "\\\\").replace(";", "\\;")

    marked = "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
    lines = ["BEGIN:VCARD", "VERSION:2.1", f"FN;{marked}:{quoted(escaped(name))}"]
    if company:
        lines.append(f"ORG;{marked}:{quoted(escaped(company))}")
    if title:
        lines.append(f"TITLE:{title}")
    lines += [f"EMAIL;INTERNET:{email}" for email in emails]
    lines += [f"TEL;CELL:{phone}" for phone in phones]
    if notes:
        # A line break of a note is three characters there.
        lines.append(f"NOTE;{marked}:{quoted(escaped(notes)).replace(chr(13) + chr(10) + 'two', '=0D=0Atwo')}")
    return "\r\n".join([*lines, "END:VCARD", ""])


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "theirs-3.0.vcf").write_bytes("".join(map(by_vobject, PEOPLE)).encode())
        (folder / "theirs-2.1.vcf").write_bytes("".join(map(as_version_2_1, PEOPLE)).encode())
        (folder / "theirs.json").write_text(json.dumps(PEOPLE))
        command = ["cargo", "test", "--no-default-features", "--test", "spec", "foreign", "--", "--ignored"]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "BRIDGEKEEPER_FOREIGN": str(folder)})
        wanted = json.loads((folder / "ours.json").read_text())
        events(folder, wanted["summaries"])
        cards(folder, wanted["people"])


def events(folder, summaries):
    data = (folder / "ours.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    found = list(calendar.walk("VEVENT"))
    assert [str(event["SUMMARY"]) for event in found] == summaries, "every title as it was"
    alarms = 0
    for event in found:
        assert not event.errors, event.errors
        assert event["DTSTAMP"].dt.tzinfo is not None and event["UID"]
        if isinstance(event["DTSTART"].dt, datetime.datetime):
            assert event["DTSTART"].dt.tzinfo is None, "a time without a zone"
        for alarm in event.walk("VALARM"):
            alarms += 1
            assert isinstance(alarm["TRIGGER"].dt, datetime.timedelta)
    assert not calendar.errors, calendar.errors
    other = vobject.readOne(data.decode())
    assert other.validate(raiseException=True)
    assert [event.summary.value for event in other.vevent_list] == summaries
    timed = sum(isinstance(event["DTSTART"].dt, datetime.datetime) for event in found)
    print(f"icalendar {icalendar.__version__} and vobject {vobject.VERSION} read {len(found)} entries, {timed} with a time, {alarms} alarms")


def cards(folder, people):
    found = list(vobject.readComponents((folder / "ours.vcf").read_bytes().decode()))
    assert [card.fn.value for card in found] == people, "every name as it was"
    for card in found:
        assert card.validate(raiseException=True)
        assert card.version.value == "4.0"
    print(f"vobject {vobject.VERSION} reads {len(found)} cards")


if __name__ == "__main__":
    main()
