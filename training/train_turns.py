"""Trains the recogniser of self-contained turns: boosted trees over what a turn says and how near it is to what was said before.

    python3 training/train_turns.py --weights questions.bin --out turn-weights.bin

Every turn is learned twice: behind its own history, and behind that of another conversation.
"""
import argparse
import glob
import hashlib
import os
import random
import struct

os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np
import xgboost

from extract import turn_features
from question_groups import HERE, read
from trees import pack

DEPTH, TREES = 4, 200


def conversations():
    """Lists of (stands alone, text, the text with everything it leans on filled in or None)."""
    found = []
    for path in sorted(glob.glob(os.path.join(HERE, "data", "turns", "*.txt"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if line.startswith("# "):
                    found.append([])
                elif line.startswith("s | "):
                    found[-1].append((1, line[4:], None))
                elif line.startswith("d | "):
                    found[-1].append((0, *line[4:].split(" | ")))
    return found


def history(turns):
    """What was said before, the newest first: the reader stops after some hundred words."""
    return " ".join(text for _, text, _ in reversed(turns))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--weights", required=True)
    arguments.add_argument("--out", required=True)
    a = arguments.parse_args()
    rng, all_turns, rows = random.Random(1), conversations(), []  # (label, turn, history, weight)
    for turns in all_turns:
        for i, (label, text, resolved) in enumerate(turns):
            other = rng.choice(all_turns)
            elsewhere = history(other[: rng.randrange(1, len(other) + 1)])
            for before in (history(turns[:i]), elsewhere):
                if before:
                    rows.append((label, text, before, 1))
                    if resolved:
                        rows.append((1, resolved, before, 1))
    groups = [g for g in read() if not g["held"]]
    rows += [(1, rng.choice(g["phrasings"]), history(rng.choice(all_turns)), 0.3) for g in rng.sample(groups, 1500)]
    features = turn_features([r[1:3] for r in rows], a.weights)
    labels, weights = np.array([r[0] for r in rows]), np.array([r[3] for r in rows], float)
    parameters = {
        "max_depth": DEPTH, "eta": 0.08, "subsample": 0.7, "colsample_bytree": 0.6, "min_child_weight": 5, "reg_lambda": 3, "tree_method": "hist",
        "nthread": 2, "seed": 7, "base_score": 0.5, "objective": "binary:logistic",
    }
    body = pack(xgboost.train(parameters, xgboost.DMatrix(features, labels, weight=weights), TREES), DEPTH)
    with open(a.out, "wb") as file:
        file.write(struct.pack("<I", 0x31545350) + hashlib.sha256(body).digest()[:8] + body)


if __name__ == "__main__":
    main()
