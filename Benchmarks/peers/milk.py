"""Milk results into the tables of Vigie, as one would write it in an afternoon: csv, sqlite3, the same checks.

What Vigie does and this does not: alerts for what is not negative, findings kept with their lines, an audit entry,
marking the interventions that wait for these results.

    milk.py DATABASE FILE LABORATORY TODAY
"""

import csv
import sqlite3
import sys
from datetime import date

DISEASES = {"LBRUBVS": "BRU", "LLEUBVS": "LEU"}
CODES = {"NEG", "DTX", "POS", "POS_FBL", "POS_MOY", "POS_FOR", "ABS", "IN_ITPBLE"}


def is_siret(text):
    """Fourteen digits; the last one checks the others, and the ninth those of the company (Luhn)."""
    return len(text) == 14 and text.isdigit() and luhn(text) and luhn(text[:9])


def luhn(text):
    total = 0
    for place, digit in enumerate(reversed(text)):
        value = int(digit)
        if place % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def read(file, holdings, today):
    """The good lines, and how many are not."""
    rows, refused, seen = [], 0, set()
    for number, fields in enumerate(csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONE), 1):
        try:
            if len(fields) != 13:
                raise ValueError("fields")
            nature, _, _, sampled, analysed, holding, siret, _, _, _, _, code, dossier = fields
            disease = DISEASES[nature.strip()]
            sampled, analysed = date.fromisoformat(sampled.strip()), date.fromisoformat(analysed.strip())
            if sampled > today or analysed > today or analysed < sampled:
                raise ValueError("dates")
            if len(holding) != 8 or not holding.isdigit() or not is_siret(siret.strip()):
                raise ValueError("holding")
            if code not in CODES or not dossier or len(dossier) > 64:
                raise ValueError("result")
            holding_id, sirets = holdings[holding]
        except (KeyError, ValueError):
            refused += 1
            continue
        key = (dossier, disease, holding_id, sampled, analysed, code)
        if key in seen:
            continue
        seen.add(key)
        rows.append((holding_id, disease, sampled.isoformat(), analysed.isoformat(), code, dossier, number))
    return rows, refused


def main(database, path, laboratory, today):
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA cache_size = -131072")
    connection.execute("PRAGMA foreign_keys = ON")
    holdings = {number: (id, set()) for number, id in connection.execute("SELECT number, id FROM holding")}
    for number, siret in connection.execute(
            "SELECT h.number, e.siret FROM establishment e JOIN holding h ON h.id = e.holding_id"):
        holdings[number][1].add(siret)
    laboratory, = connection.execute("SELECT id FROM organisation WHERE code = ?", (laboratory,)).fetchone()
    with open(path, newline="") as file:
        rows, refused = read(file, holdings, date.fromisoformat(today))
    if refused:
        sys.exit(f"{refused} lines refused: the file is refused")
    with connection:
        base, = connection.execute(
            "UPDATE id_block SET next = next + ? WHERE name = 'id' RETURNING next - ?",
            (len(rows) + 1, len(rows) + 1)).fetchone()
        connection.execute(
            """INSERT INTO import_run (id, kind, file_name, digest, sender, received_at, received_on, actor, policy,
                state, line_count, accepted_count, refused_count)
            VALUES (?, 'milk', ?, '', ?, ?, ?, 'script', 'file', 'accepted', ?, ?, 0)""",
            (base, path, laboratory, today, today, len(rows), len(rows)))
        # A dossier sent again replaces its results; nothing to look for when the laboratory has none.
        known = connection.execute("SELECT 1 FROM milk_result WHERE laboratory_id = ? LIMIT 1", (laboratory,))
        if known.fetchone():
            connection.executemany(
                """UPDATE milk_result SET replaced_by = ?
                WHERE laboratory_id = ? AND dossier = ? AND replaced_by IS NULL""",
                ((base, laboratory, row[5]) for row in rows))
        connection.executemany(
            """INSERT INTO milk_result (id, holding_id, disease, sampled_on, analysed_on, received_on, interpretation,
                laboratory_id, dossier, import_id, line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            ((base + place, holding, disease, sampled, analysed, today, code, laboratory, dossier, base, line)
             for place, (holding, disease, sampled, analysed, code, dossier, line) in enumerate(rows, 1)))


if __name__ == "__main__":
    main(*sys.argv[1:])
