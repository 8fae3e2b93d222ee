"""Trains the judge of two questions: boosted trees for the meaning, boosted trees for small differences, and the curves around them.

    python3 training/train_judge.py --sources DIR --folds F0 F1 --out judge-weights.bin [--pairs pairs.npz]

F0 and F1 are embeddings trained with `--fold 0` and `--fold 1`: the features of a pair come from the one that has not seen its group.
"""
import argparse
import hashlib
import os
import random
import struct

os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np
import xgboost
from sklearn.isotonic import IsotonicRegression

from edits import Edits, plain
from extract import names, pair_features, words
from question_groups import fold, read
from sources import Sources
from trees import pack

# How much each kind of pair counts: for the meaning, and for the small differences.
MEANING = {
    "groups": 1, "lean": 1, "merged": 3, "related": 1, "near": 0.3, "neighbour": 0.5, "random": 1, "edit": 0.1, "same": 0.5, "same-other": 1,
    "clinc": 1, "clinc-near": 1, "banking": 1, "banking-near": 1,
}
DIFFERENCE = {
    "groups": 1, "lean": 1, "merged": 2, "related": 0.7, "near": 1, "neighbour": 0.3, "random": 0.3, "edit": 1, "same": 1, "same-other": 1,
    "clinc": 0.3, "clinc-near": 0.3, "banking": 0.3, "banking-near": 0.3,
}
NATURAL = ("merged", "related", "neighbour", "same", "same-other", "lean", "clinc", "clinc-near", "banking", "banking-near")
DEPTH, TREES = 5, 250
COSINE_IN_TRAINING, COSINE_ADDED = 0.5, 1.0  # in log-odds per unit of log((1+c)/(1-c))
DIFFERENCE_WEIGHT, DIFFERENCE_QUANTILE = 0.3, 0.15
# A pair that the trees for differences score lower than nine in ten of the natural pairs with one answer stays below the bound of every named policy.
REFUSAL_QUANTILE, REFUSED = 0.1, 0.84
# Features of which more can only speak for, or against, the same answer.
RISING = ("cosine", "jaccard", "contained", "cover", "letters", "neighbours", "sequence", "oneToOne", "worst.", "second", "ends", "first")
FALLING = ("unlike", "loss", "only", "rest.", "restContent", "worstLoss", "swapped", "class.")


class Vectors:
    """An embedding as its training left it, words only: good enough to draw pairs by."""

    def __init__(self, path):
        file = np.load(path + ".npz", allow_pickle=True)
        self.rows = file["vectors"] / np.abs(file["vectors"]).max()
        self.index = {w: i for i, w in enumerate(file["words"])}

    def of(self, texts):
        out = np.zeros((len(texts), self.rows.shape[1]), np.float32)
        for i, found in enumerate(words(texts)):
            rows = [self.index[w] for w in found if w in self.index]
            if rows:
                out[i] = self.rows[rows].sum(0)
        return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9)

    def alike(self, a, b):
        if a not in self.index or b not in self.index:
            return -1
        x, y = self.rows[self.index[a]], self.rows[self.index[b]]
        return float(x @ y / np.sqrt((x @ x) * (y @ y) + 1e-9))


def group_pairs(groups, edits, rng):
    """Of every group: phrasings of each other, near misses, and edits of both kinds. (label, left, right, kind)"""
    pairs = []
    for group in groups:
        same = group["phrasings"]
        both = [(a, b) for i, a in enumerate(same) for b in same[i + 1 :]]
        rng.shuffle(both)
        pairs += [(1, a, b, group["set"]) for a, b in both[:6]]
        near = [(a, text, kind) for a in same for kind, text in group["near"]]
        rng.shuffle(near)
        pairs += [(0, a, text, "near" if kind else "related") for a, text, kind in near[: 6 if group["set"] == "groups" else 4]]
        text = rng.choice(same)
        for _ in range(2):
            edited = edits.same(text, rng)
            if edited:
                pairs.append((1, text, edited, "same"))
        edited, other = edits.same(rng.choice(same), rng, 1), rng.choice(same)
        if edited and edited != other:
            pairs.append((1, edited, other, "same-other"))
        changes = edits.changing[:]
        rng.shuffle(changes)
        made = 0
        for _, change in changes:
            text = rng.choice(same)
            edited = change(text, rng)
            if edited and plain(edited) != plain(text):
                if rng.random() < 0.3:
                    edited = edits.same(edited, rng, 1) or edited
                pairs.append((0, text, edited, "edit"))
                made += 1
                if made == 2:
                    break
    return pairs


def neighbour_pairs(groups, vectors, rng):
    """Phrasings of different groups that the embedding holds to be near."""
    texts, owner = [], []
    for number, group in enumerate(groups):
        for text in rng.sample(group["phrasings"], 2):
            texts.append(text)
            owner.append(number)
    points, owner, pairs = vectors.of(texts), np.array(owner), []
    for start in range(0, len(texts), 1000):
        cosines = points[start : start + 1000] @ points.T
        for row, best in enumerate(np.argpartition(-cosines, 12, axis=1)[:, :12]):
            others = [j for j in best if owner[j] != owner[start + row] and cosines[row, j] < 0.9]
            rng.shuffle(others)
            pairs += [(0, texts[start + row], texts[j], "neighbour") for j in others[:2]]
    return pairs


def intent_pairs(name, intents, vectors, rng):
    pairs, all_texts = [], [(text, intent) for intent, texts in intents.items() for text in texts]
    points = vectors.of([text for text, _ in all_texts])
    for texts in intents.values():
        pairs += [(1, *rng.sample(texts, 2), name) for _ in range(min(60, len(texts)))]
    for i in rng.sample(range(len(all_texts)), min(len(all_texts), 2500)):
        near = [j for j in np.argsort(-(points @ points[i]))[:60] if all_texts[j][1] != all_texts[i][1]][:6]
        pairs += [(0, all_texts[i][0], all_texts[j][0], name + "-near") for j in rng.sample(near, min(2, len(near)))]
    return pairs


def build(sources, folds):
    """All pairs with their features: (features, labels, kinds, texts)."""
    groups = [g for g in read() if not g["held"] and len(g["phrasings"]) > 1]
    intents = sources.training_intents()
    texts = [t for g in groups for t in g["phrasings"]]
    words(texts + [t for d in intents.values() for v in d.values() for t in v])
    vectors = [Vectors(path) for path in folds]
    edits, rng, rows, features = Edits(sources, texts, vectors[0].alike), random.Random(11), [], []
    for half in (0, 1):
        mine = [g for g in groups if fold(g["topic"]) == half]
        unseen = vectors[half]  # trained without this half
        pairs = group_pairs(mine, edits, rng) + neighbour_pairs(mine, unseen, rng)
        pairs += [(0, rng.choice(rng.choice(mine)["phrasings"]), rng.choice(rng.choice(mine)["phrasings"]), "random") for _ in range(len(mine) // 2)]
        for name, found in intents.items():
            pairs += intent_pairs(name, {k: v for k, v in found.items() if fold(k) == half}, unseen, rng)
        # In the order in which the judge reads a pair (LocalSameAnswerJudge.cs).
        pairs = [(y, *sorted((a, b)), kind) for y, a, b, kind in pairs]
        features.append(pair_features([p[1:3] for p in pairs], folds[half] + ".bin"))
        rows += pairs
    return np.concatenate(features), np.array([r[0] for r in rows]), np.array([r[3] for r in rows]), np.array([r[1:3] for r in rows])


def by_overlap(weights, features, labels, columns, bins=10, at_none=-2.5, per_overlap=4.5):
    """
    Weights under which the share of positives at each overlap of words is 1/(1+exp(-(at_none + per_overlap*overlap))). Our full groups
    have positives that share few words and negatives that share many; life does not.
    """
    overlap = features[:, [columns.index("contained.content.min"), columns.index("contained.content.max")]].mean(1)
    bins_of = np.minimum((overlap * bins).astype(int), bins - 1)
    weights = weights.copy()
    for k in range(bins):
        same, other = (bins_of == k) & (labels == 1), (bins_of == k) & (labels == 0)
        share = 1 / (1 + np.exp(-(at_none + per_overlap * (k + 0.5) / bins)))
        for chosen, part in ((same, share), (other, 1 - share)):
            if weights[chosen].sum() > 0:
                weights[chosen] *= len(labels) / bins * part / weights[chosen].sum()
    return weights


def monotone(columns, rising):
    return [
        1 if c.startswith("cosine") or (rising and c.startswith(RISING) and c != "oneToOne.count") else -1 if c.startswith(FALLING) else 0 for c in columns
    ]


class Trees:
    def __init__(self, columns, rising, cosine):
        self.parameters = {
            "max_depth": DEPTH, "eta": 0.08, "subsample": 0.7, "colsample_bytree": 0.5, "min_child_weight": 20, "reg_lambda": 5, "tree_method": "hist",
            "nthread": 2, "seed": 7, "base_score": 0.5, "objective": "binary:logistic", "monotone_constraints": tuple(monotone(columns, rising)),
        }
        self.cosine = cosine

    def fit(self, features, labels, weights, offset):
        used = weights > 0
        scale = used.sum() / weights[used].sum()
        data = xgboost.DMatrix(features[used], labels[used], weight=weights[used] * scale, base_margin=self.cosine * offset[used])
        self.model = xgboost.train(self.parameters, data, TREES)
        return self

    def score(self, features):
        """The trees alone, without the offset."""
        zero = np.zeros(len(features), np.float32)
        return self.model.predict(xgboost.DMatrix(features, base_margin=zero), output_margin=True).astype(np.float64)


def log_odds_of(cosines):
    return np.log((1.0001 + cosines) / (1.0001 - cosines))


def write(path, meaning, difference, floor, refusal, cosine_column, cosine_curve, probability_curve):
    """The file that JudgeWeights.cs reads."""
    curve = lambda points: struct.pack("<i", len(points[0])) + b"".join(np.asarray(p, np.float32).tobytes() for p in points)
    body = struct.pack("<ffffi", floor, DIFFERENCE_WEIGHT, refusal, REFUSED, cosine_column) + curve(cosine_curve) + curve(probability_curve) + pack(meaning.model, DEPTH) + pack(difference.model, DEPTH)
    with open(path, "wb") as file:
        file.write(struct.pack("<I", 0x324A5350) + hashlib.sha256(body).digest()[:8] + body)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sources", required=True)
    arguments.add_argument("--folds", nargs=2, required=True)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--pairs", help="keeps the pairs and their features here, and takes them from here when it is there")
    a = arguments.parse_args()
    if a.pairs and os.path.exists(a.pairs):
        kept = np.load(a.pairs)
        features, labels, kinds, texts = (kept[k] for k in ("features", "labels", "kinds", "texts"))
    else:
        features, labels, kinds, texts = build(Sources(a.sources), a.folds)
        if a.pairs:
            np.savez(a.pairs, features=features, labels=labels, kinds=kinds, texts=texts)
    columns = names()
    cosine = columns.index("cosine")
    offset = log_odds_of(features[:, cosine])
    for_meaning = by_overlap(np.array([MEANING[k] for k in kinds]), features, labels, columns)
    for_difference = np.array([DIFFERENCE[k] for k in kinds])
    fit = lambda rising, part, weights, rows: Trees(columns, rising, part).fit(features[rows], labels[rows], weights[rows], offset[rows])
    everything = np.ones(len(labels), bool)
    meaning = fit(True, COSINE_IN_TRAINING, for_meaning, everything)
    difference = fit(False, 0, for_difference, everything)

    # The curve is drawn with scores of pairs that the trees behind them have not seen.
    halves = np.array([int(hashlib.sha256(left.encode()).hexdigest(), 16) % 2 for left in texts[:, 0]])
    scores, differences = np.zeros(len(labels)), np.zeros(len(labels))
    for half in (0, 1):
        rest, mine = halves != half, halves == half
        scores[mine] = fit(True, COSINE_IN_TRAINING, for_meaning, rest).score(features[mine])
        differences[mine] = fit(False, 0, for_difference, rest).score(features[mine])
    weight_of_cosine = COSINE_IN_TRAINING + COSINE_ADDED
    natural = differences[np.isin(kinds, NATURAL) & (labels == 1)]
    floor, refusal = float(np.quantile(natural, DIFFERENCE_QUANTILE)), float(np.quantile(natural, REFUSAL_QUANTILE))
    scores += weight_of_cosine * offset + DIFFERENCE_WEIGHT * np.minimum(0, differences - floor)
    asked = (kinds != "edit") & (differences >= refusal)  # the guards refuse most edits before the judge is asked
    fitted = IsotonicRegression(y_min=0.0005, y_max=0.9995, out_of_bounds="clip").fit(scores[asked], labels[asked], sample_weight=for_meaning[asked])
    at = np.unique(np.round(np.quantile(scores[asked], np.r_[np.linspace(0, 0.9, 40), np.linspace(0.905, 1, 40)]), 4))
    chance = np.convolve(np.pad(fitted.predict(at), 2, mode="edge"), np.ones(5) / 5, "valid")
    chance = np.maximum.accumulate(np.clip(chance, 0.0005, 0.9995)) + np.arange(len(at)) * 1e-7
    points = np.unique(np.r_[np.linspace(-0.95, 0.95, 77), np.linspace(0.95, 1, 41)])
    write(a.out, meaning, difference, floor, refusal, cosine, (points, weight_of_cosine * log_odds_of(points)), (at, chance))
    for score, probability in zip(at[::8], chance[::8]):
        print(f"{score:8.2f} {probability:.4f}")


if __name__ == "__main__":
    main()
