"""Reads the question groups under training/data; their format is in training/README.md, its rules are tested in tests/Repository."""
import glob
import hashlib
import os

SETS = ("groups", "lean", "merged")
HERE = os.path.dirname(os.path.abspath(__file__))


def held_back(domain, topic):
    """Whether a group belongs to the tenth that no training sees."""
    return int(hashlib.sha256(f"{domain}|{topic}".encode()).hexdigest(), 16) % 10 == 0


def fold(topic):
    """Which half of the groups a topic belongs to: 0 or 1."""
    return int(hashlib.sha256(topic.encode()).hexdigest(), 16) // 16 % 2


def read(root=os.path.join(HERE, "data")):
    """All groups: dictionaries with set, domain, topic, phrasings, near (pairs of kind and text; only "groups" names kinds), held."""
    groups = []
    for name in SETS:
        for path in sorted(glob.glob(os.path.join(root, name, "*.txt"))):
            domain = os.path.basename(path)[:-4]
            with open(path, encoding="utf-8") as file:
                for line in file:
                    mark, text = line[:2], line[2:].strip()
                    if mark == "# ":
                        group = {"set": name, "domain": domain, "topic": text, "phrasings": [], "near": [], "held": held_back(domain, text)}
                        groups.append(group)
                    elif mark == "= ":
                        group["phrasings"].append(text)
                    elif mark == "! ":
                        kind, question = text.split(" | ", 1) if name == "groups" else ("", text)
                        group["near"].append((kind, question))
    return groups


if __name__ == "__main__":
    found = read()
    for name in SETS:
        these = [g for g in found if g["set"] == name]
        print(
            f"{name}: {len(these)} groups in {len({g['domain'] for g in these})} domains, {sum(len(g['phrasings']) for g in these)} phrasings, "
            f"{sum(len(g['near']) for g in these)} near misses, {sum(g['held'] for g in these)} held back"
        )
