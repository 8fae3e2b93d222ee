"""Runs training/Extract, which reads text and computes features through the code that ships, so that training and inference cannot part."""
import os
import subprocess

import numpy as np

TOOL = os.environ.get("PARSIMONY_EXTRACT", os.path.join(os.path.dirname(os.path.abspath(__file__)), "Extract", "bin", "Release", "net10.0", "extract"))
_words = {}


def _run(arguments, lines):
    text = "".join(line + "\n" for line in lines).encode("utf-8")
    return subprocess.run([TOOL, *arguments], input=text, capture_output=True, check=True).stdout


def _field(text):
    return " ".join(text.split())


def words(texts):
    """The words of each text, as the model reads them. Ask for many texts at once: every call starts a process."""
    missing = [t for t in dict.fromkeys(texts) if t not in _words]
    if missing:
        lines = _run(["words"], map(_field, missing)).decode("utf-8").split("\n")
        for text, line in zip(missing, lines):
            _words[text] = line.split(" ") if line else []
    return [_words[t] for t in texts]


def pair_features(pairs, weights):
    """One row of features for each pair of questions, under the embedding in the file `weights`."""
    return _rows(["features", weights], pairs)


def turn_features(pairs, weights):
    """One row of features for each pair of a turn and what was said before it."""
    return _rows(["turns", weights], pairs)


def names():
    """The names of the pair features, in their order."""
    return _run(["names"], []).decode("utf-8").split("\n")


def _rows(arguments, pairs):
    raw = _run(arguments, (_field(a) + "\t" + _field(b) for a, b in pairs))
    return np.frombuffer(raw, dtype=np.float32).reshape(len(pairs), -1)
