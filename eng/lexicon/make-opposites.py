#!/usr/bin/env python3
"""Makes src/Embeddings/Guards/Opposites/opposites.txt, the words of the guard of opposites.

    python3 eng/lexicon/make-opposites.py ANTONYMS SYNONYMS COUNTS

ANTONYMS and SYNONYMS are files of pairs (word<TAB>word), here those of Open English WordNet (CC BY 4.0) together with the
counter-fitting lexica (Apache-2.0); COUNTS is a file of words with the commonest first (word<TAB>count, SIF's, MIT). The project's own
pairs stand in opposites.txt beside this script. What is written: a word and its opposites a line; above the line of dashes those that
count wherever they stand, below it those that count only where one stands in the other's place.
"""
import sys
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE / "../../src/Embeddings/Guards/Opposites/opposites.txt"
RARE = 40_000  # a word beyond this place is in no question that anyone asks

# What other guards compare, or whose "opposites" are only other things of a kind.
OTHER_GUARDS = set("""
zero one two three four five six seven eight nine ten first second third half whole double no not none january february march april may
june july august september october november december monday tuesday wednesday thursday friday saturday sunday saturdays sundays fridays
james anybody nobody
""".split())

# Words that carry grammar more often than a meaning.
VAGUE = set("be is are was been being do did done doing does have has had having like likes mind man men well way".split())

PREFIXES = ("un", "dis", "non", "in", "im", "il", "ir", "mis", "de")


def pairs(path):
    for line in open(path, encoding="utf-8"):
        words = line.rstrip("\n").lower().split("\t")[:2]
        if len(words) == 2 and all(w.isascii() and w.isalpha() and len(w) > 1 for w in words):
            yield tuple(sorted(words))


def main(antonyms, synonyms, counts):
    place = {line.split("\t")[0]: n for n, line in enumerate(open(counts, encoding="utf-8"))}
    alike = set(pairs(synonyms))
    capital = names(HERE / "../../src/Embeddings/Guards/Names/names.txt")
    everywhere, in_place = own(HERE / "opposites.txt")
    for a, b in pairs(antonyms):
        skip = (
            (a, b) in alike
            or {a, b} & (OTHER_GUARDS | VAGUE | capital)
            or max(place.get(a, RARE), place.get(b, RARE)) >= RARE
            or any(a == p + b or b == p + a for p in PREFIXES)  # the guard of negations has these
            or (a, b) in everywhere
        )
        if not skip:
            in_place.add((a, b))
    in_place -= everywhere
    text = "\n".join(lines(everywhere)) + "\n---\n" + "\n".join(lines(in_place)) + "\n"
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(everywhere)} + {len(in_place)} pairs, {len(text):,} bytes")


def own(path):
    everywhere, in_place = set(), set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            left, right = line.lstrip("~ ").replace("-", "").split("/")
            (in_place if line[0] == "~" else everywhere).update(tuple(sorted((a, b))) for a in left.split() for b in right.split())
    return everywhere, in_place


def names(path):
    if not path.exists():
        return set()
    return {w for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#" for w in line.lower().split()}


def lines(pairs):
    of = {}
    for a, b in sorted(pairs):
        of.setdefault(a, []).append(b)
    return [" ".join([a, *bs]) for a, bs in of.items()]


if __name__ == "__main__":
    main(*sys.argv[1:4])
