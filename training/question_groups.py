"""Reads and checks the question groups under training/data.

A group is one topic line (#), phrasings that one answer serves (=), and near misses that need another answer (!), the latter with the
kind of difference where it is named. Files in groups/ have 4-6 phrasings and 3-5 near misses, files in lean/ and merged/ 2-3 and 1-2.
"""
import glob
import hashlib
import os
import re
import sys

KINDS = {"number", "id", "entity", "negation", "opposite", "direction", "time", "quantity", "condition", "role", "scope", "question type"}
SETS = {"groups": ((4, 6), (3, 5)), "lean": ((2, 3), (1, 2)), "merged": ((2, 4), (1, 3))}
HERE = os.path.dirname(os.path.abspath(__file__))


def held_back(domain, topic):
    """Whether a group belongs to the tenth that no training sees."""
    return int(hashlib.sha256(f"{domain}|{topic}".encode()).hexdigest(), 16) % 10 == 0


def half(topic):
    """The half, 0 or 1, that a group belongs to where two models each learn from one half."""
    return int(hashlib.sha256(topic.encode()).hexdigest(), 16) // 16 % 2


def read(root=os.path.join(HERE, "data")):
    """All groups: dictionaries with set, domain, topic, line, phrasings, near (pairs of kind and text), held."""
    groups = []
    for name in SETS:
        for path in sorted(glob.glob(os.path.join(root, name, "*.txt"))):
            domain = os.path.basename(path)[:-4]
            current = None
            with open(path, encoding="utf-8") as file:
                for number, line in enumerate(file, 1):
                    line = line.rstrip("\n")
                    if line.startswith("# "):
                        topic = line[2:].strip()
                        current = {"set": name, "domain": domain, "topic": topic, "line": number, "phrasings": [], "near": [], "held": held_back(domain, topic)}
                        groups.append(current)
                    elif line.startswith("= "):
                        current["phrasings"].append(line[2:].strip())
                    elif line.startswith("! "):
                        kind, bar, text = line[2:].partition("|")
                        current["near"].append((kind.strip(), text.strip()) if bar and kind.strip() in KINDS else ("", line[2:].strip()))
                    elif line.strip():
                        raise ValueError(f"{path}:{number}: neither topic, phrasing nor near miss: {line[:60]}")
    return groups


def plain(text):
    return re.sub(r"[^a-z0-9+#%$]+", " ", text.lower()).strip()


def problems(groups):
    """What is wrong with the data, one line each."""
    topics, lines = {}, {}
    for group in groups:
        where = f"{group['set']}/{group['domain']}.txt:{group['line']}"
        (least, most), (least_near, most_near) = SETS[group["set"]]
        if not least <= len(group["phrasings"]) <= most:
            yield f"{where}: {len(group['phrasings'])} phrasings, wanted {least}-{most}"
        if not least_near <= len(group["near"]) <= most_near:
            yield f"{where}: {len(group['near'])} near misses, wanted {least_near}-{most_near}"
        if group["set"] == "groups" and any(not kind for kind, _ in group["near"]):
            yield f"{where}: a near miss without a kind"
        key = (group["set"], group["domain"], plain(group["topic"]))
        if key in topics:
            yield f"{where}: topic again, see {topics[key]}"
        topics[key] = where
        seen = set()
        for text in group["phrasings"]:
            if plain(text) in lines:
                yield f"{where}: phrasing again, see {lines[plain(text)]}"
            lines[plain(text)] = where
            seen.add(plain(text))
        for _, text in group["near"]:
            if plain(text) in seen:
                yield f"{where}: a near miss that is a phrasing"


if __name__ == "__main__":
    found = read()
    wrong = list(problems(found))
    print("\n".join(wrong))
    for name in SETS:
        these = [g for g in found if g["set"] == name]
        print(f"{name}: {len(these)} groups in {len({g['domain'] for g in these})} domains, {sum(len(g['phrasings']) for g in these)} phrasings, {sum(len(g['near']) for g in these)} near misses, {sum(g['held'] for g in these)} held back")
    sys.exit(1 if wrong else 0)
