"""Makes the filter of common passwords: passwords.py FILTER LIST… (see Sources/Secrets/CommonPasswords.swift).

A list is a text of one word a line, packed or not, or the Python file of zxcvbn, of which the passwords are taken.
"""
import gzip
import hashlib
import os
import re
import sys

BITS_PER_WORD = 20  # eight places of twenty bits each: one word in seven thousand is held for one of them
LEAST = 4           # shorter ones say nothing of a password of twelve characters


def words(path):
    if path.endswith(".py"):
        found = re.search(r'"passwords": "([^"]*)"', open(path, encoding="utf-8").read())
        yield from found[1].split(",") if found else []
        return
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", errors="replace") as lines:
        yield from (line.strip() for line in lines)


def main(target, lists):
    found = set()
    for path in lists:
        before = len(found)
        found |= {word.lower() for word in words(path) if len(word) >= LEAST}
        if len(found) == before:
            sys.exit(f"{path}: no word in it")
    size = max(1, len(found) * BITS_PER_WORD // 8)
    bits = bytearray(size)
    for word in found:
        digest = hashlib.sha256(word.encode()).digest()
        for start in range(0, 32, 4):
            place = int.from_bytes(digest[start:start + 4], "big") % (size * 8)
            bits[place // 8] |= 1 << place % 8
    partial = target + ".partial"
    with open(partial, "wb") as file:
        file.write(b"VIGIEPW1" + bits)
    os.replace(partial, target)
    print(f"{target}: {len(found)} words, {size // 1024} KiB")


main(sys.argv[1], sys.argv[2:])
