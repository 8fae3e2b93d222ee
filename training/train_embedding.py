"""Trains the embedding of questions: rows for words and for letter groups of unknown words, summed and scaled to length 1.

    python3 training/train_embedding.py --sources DIR --out questions [--fold 0|1] [--steps 3500]

writes questions.npz (floats) and questions.bin (what ships). With --fold one half of the groups is left out: the judge learns from
features of questions that the embedding under them has not seen (cross-fitting).
"""
import argparse
import hashlib
import math
import os
import random
import struct
import time
from collections import Counter

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np
import torch

from extract import words
from question_groups import fold, read
from sources import Sources

DIMENSIONS, WORDS, BUCKETS, NUMBERS = 256, 24000, 16000, 8
BATCH, TEMPERATURE, RATE, LABEL_LOSS = 512, 0.05, 0.004, 0.3
SEED = 7


def training_sets(sources, left_out, held_fold):
    """(name, share of the batches, [(texts of one meaning, texts that only look alike)])"""
    mine = lambda topic: held_fold < 0 or fold(topic) != held_fold
    groups = [g for g in read() if not g["held"] and len(g["phrasings"]) > 1 and mine(g["topic"])]
    of = lambda name: [(g["phrasings"], [t for _, t in g["near"]]) for g in groups if g["set"] == name]
    synonyms, antonyms = sources.related("synonyms"), sources.related("antonyms")
    return [
        ("groups", 0.24, of("groups")),
        ("lean", 0.22, of("lean")),
        ("merged", 0.28, of("merged")),
        ("clinc", 0.05, [(v, []) for k, v in left_out["clinc"].items() if mine(k)]),
        ("banking", 0.05, [(v, []) for k, v in left_out["banking"].items() if mine(k)]),
        ("disfl-qa", 0.05, [(list(p), []) for p in sources.paraphrases("disfl-qa")[::2]]),
        ("nl2bash", 0.03, [(list(p), []) for p in sources.paraphrases("nl2bash")[::2]]),
        ("glosses", 0.18, [(list(p), []) for p in sources.glosses() if len(p[1].split()) > 2]),
        ("synonyms", 0.05, [([w] + others, antonyms.get(w, [])) for w, others in synonyms.items()]),
    ]


def hash64(text):
    """FNV-1a over characters, as WordHash.cs."""
    value = 14695981039346656037
    for character in text:
        value = ((value ^ ord(character)) * 1099511628211) & (2**64 - 1)
    return value


class Rows:
    """Which rows a text sums: one for a known word, those of its letter groups for an unknown one."""

    def __init__(self, sets, counts):
        seen, asked = Counter(), Counter()
        for name, _, items in sets:
            for texts, others in items:
                for text in texts + others:
                    for word in words([text])[0]:
                        seen[word] += 1
                        if name not in ("glosses", "synonyms"):
                            asked[word] += 1
        score = {w: n * 50 + math.log1p(counts.get(w, 0)) * 3 + min(seen[w], 50) for w, n in asked.items() if n >= 2}
        for word, n in seen.items():
            if word not in score and n >= 3:
                score[word] = min(n, 50) * 0.2 + math.log1p(counts.get(word, 0)) * 3
        self.words = [w for w, _ in sorted(score.items(), key=lambda x: (-x[1], x[0]))[:WORDS]]
        self.index = {w: i for i, w in enumerate(self.words)}
        self.total = len(self.words) + BUCKETS + NUMBERS
        all_words, all_asked = sum(counts.values()), max(1, sum(asked.values()))
        self.share = np.array([0.5 * asked.get(w, 0) / all_asked + 0.5 * counts.get(w, 0) / all_words for w in self.words])
        self._groups, self._texts = {}, {}

    def letter_groups(self, word):
        if word not in self._groups:
            first = len(self.words)
            if word.isdigit() or word.replace(".", "").isdigit():
                rows = [first + BUCKETS + min(len(word), NUMBERS) - 1]
            else:
                marked = "<" + word + ">"
                grams = [marked[i : i + n] for n in (3, 4, 5) for i in range(len(marked) - n + 1)] or [marked]
                rows = [first + (hash64(g) >> 20) % BUCKETS for g in grams]
            self._groups[word] = np.array(rows, dtype=np.int64)
        return self._groups[word]

    def variant(self, text_words, dropped):
        rows, shares = [], []
        for word in text_words:
            if word not in self.index or (dropped and len(word) > 3 and random.random() < dropped):
                group = self.letter_groups(word)
                rows.append(group)
                shares.append(np.full(len(group), 1 / len(group), np.float32))
            else:
                rows.append(np.array([self.index[word]]))
                shares.append(np.ones(1, np.float32))
        if not rows:
            return np.array([len(self.words) + BUCKETS]), np.array([1e-3], np.float32)
        return np.concatenate(rows), np.concatenate(shares)

    def of(self, text):
        if text not in self._texts:
            found = words([text])[0]
            self._texts[text] = (self.variant(found, 0), self.variant(found, 0.5))
        return self._texts[text]


class Embedding:
    def __init__(self, rows):
        self.rows = rows
        self.vectors = torch.randn(rows.total, DIMENSIONS) / math.sqrt(DIMENSIONS)
        self.weights = torch.zeros(rows.total)  # logarithms, from smooth inverse frequency on
        for word, i in rows.index.items():
            self.weights[i] = math.log(1e-3 / (1e-3 + rows.share[i]))
        self.momentum = torch.zeros_like(self.vectors)
        self.squares = torch.zeros(rows.total)
        self.weight_squares = torch.zeros(rows.total)

    def batch(self, texts):
        """One in five texts with half of its longer words as if they were unknown, so that letter groups learn; one word in twenty left out."""
        variants = [self.rows.of(t) for t in texts]
        pick = np.random.rand(len(variants)) < 0.2
        variants = [v[int(k)] for v, k in zip(variants, pick)]
        lengths = np.array([len(v[0]) for v in variants])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        shares = np.concatenate([v[1] for v in variants])
        shares = shares * (np.random.rand(len(shares)) > 0.05) + 1e-6
        return torch.from_numpy(np.concatenate([v[0] for v in variants])), torch.from_numpy(shares.astype(np.float32)), torch.from_numpy(starts)

    def step(self, batches, loss_of, rate):
        """One step of a per-row Adam over the rows that occur."""
        used = torch.unique(torch.cat([b[0] for b in batches]))
        vectors, weights = self.vectors[used].requires_grad_(), self.weights[used].requires_grad_()
        outputs = []
        for rows, shares, starts in batches:
            here = torch.searchsorted(used, rows)
            sums = torch.nn.functional.embedding_bag(here, vectors, starts, mode="sum", per_sample_weights=shares * torch.exp(weights)[here])
            outputs.append(torch.nn.functional.normalize(sums + 1e-9, dim=1))
        loss = loss_of(outputs)
        loss.backward()
        with torch.no_grad():
            gradient = vectors.grad
            self.squares[used] = 0.98 * self.squares[used] + 0.02 * (gradient * gradient).mean(1)
            self.momentum[used] = 0.8 * self.momentum[used] + 0.2 * gradient
            self.vectors[used] -= rate * self.momentum[used] / (self.squares[used].sqrt()[:, None] + 1e-7)
            gradient = weights.grad
            self.weight_squares[used] = 0.98 * self.weight_squares[used] + 0.02 * gradient * gradient
            self.weights[used] -= 0.3 * rate * gradient / (self.weight_squares[used].sqrt() + 1e-7)
        return loss.item()


def train(sets, rows, steps):
    rng = np.random.default_rng(SEED)
    model = Embedding(rows)
    scale = torch.nn.Parameter(torch.tensor([8.0, -4.0]))
    scale_optimizer = torch.optim.Adam([scale], lr=0.02)
    shares = np.array([share for _, share, _ in sets])
    shares /= shares.sum()
    began = time.time()
    for step in range(steps):
        done = step / steps
        rate = RATE * min(1, step / 200) * (1 - done) + 1e-5
        name, _, items = sets[rng.choice(len(sets), p=shares)]
        first, second, near, near_of = [], [], [], []
        for j, k in enumerate(rng.choice(len(items), size=min(BATCH, len(items)), replace=False)):
            same, other = items[k]
            a, b = random.sample(range(len(same)), 2)
            first.append(same[a])
            second.append(same[b])
            for text in random.sample(other, min(2, len(other))):
                near.append(text)
                near_of.append(j)

        def loss_of(outputs):
            # InfoNCE with the other pairs of the batch and the near misses as negatives, and a logistic loss on the labelled cosines.
            a, b = outputs[0], outputs[1]
            scores, labels = a @ b.T / TEMPERATURE, torch.arange(len(a))
            backwards = torch.nn.functional.cross_entropy(scores.T, labels)
            if near:
                scores = torch.cat([scores, a @ outputs[2].T / TEMPERATURE], 1)
            loss = torch.nn.functional.cross_entropy(scores, labels) + backwards
            if near:
                cosines = torch.cat([(a * b).sum(1), (a[torch.tensor(near_of)] * outputs[2]).sum(1)])
                truth = torch.cat([torch.ones(len(a)), torch.zeros(len(near))])
                loss = loss + LABEL_LOSS * torch.nn.functional.binary_cross_entropy_with_logits(cosines * scale[0] + scale[1], truth)
            return loss

        batches = [model.batch(t) for t in (first, second, near) if t]
        scale_optimizer.zero_grad()
        loss = model.step(batches, loss_of, rate)
        if near:
            scale_optimizer.step()
        if step % 500 == 0:
            print(step, name, round(loss, 3), f"{time.time() - began:.0f} s", flush=True)
    return (model.vectors * torch.exp(model.weights)[:, None]).numpy()


def write(path, rows, vectors):
    """The file that QuestionWeights.cs reads: a byte per number, a factor per row."""
    scale = np.abs(vectors).max(1) / 127
    cap = np.quantile(scale, 0.9995)
    factors = np.clip(np.round(scale / cap * 4095), 1, 4095).astype(np.uint16)
    numbers = np.clip(np.round(vectors / (factors.astype(np.float64) * cap / 4095)[:, None]), -127, 127).astype(np.int8)
    rarities = np.clip(np.round(-np.log(np.maximum(rows.share, 1e-7)) * 16), 0, 255).astype(np.uint8)
    keys = np.array([hash64(w) for w in rows.words], dtype=np.uint64)
    if len(set(keys.tolist())) != len(keys) or 0 in keys:
        raise ValueError("Two words have the same hash, or one has the hash 0.")
    body = keys.tobytes() + factors.tobytes() + rarities.tobytes()
    data = body + b"\0" * ((32 - (32 + len(body)) % 32) % 32) + numbers.tobytes()
    low, high = struct.unpack("<II", hashlib.sha256(data).digest()[:8])
    with open(path, "wb") as file:
        file.write(struct.pack("<8I", 0x31575150, DIMENSIONS, len(rows.words), BUCKETS, NUMBERS, low, high, 0) + data)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sources", required=True)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--fold", type=int, default=-1)
    arguments.add_argument("--steps", type=int, default=3500)
    arguments.add_argument("--threads", type=int, default=1)
    a = arguments.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    np.random.seed(SEED)
    sources = Sources(a.sources)
    sets = training_sets(sources, sources.training_intents(), a.fold)
    words([t for _, _, items in sets for same, other in items for t in same + other])
    rows = Rows(sets, sources.word_counts())
    vectors = train(sets, rows, a.steps)
    np.savez(a.out + ".npz", vectors=vectors, words=np.array(rows.words))
    write(a.out + ".bin", rows, vectors)


if __name__ == "__main__":
    main()
