"""Reads the sources that the weights are trained on beside our own groups. README.md says where each comes from and its licence."""
import csv
import json
import os


class Sources:
    """A folder with the outside sources, laid out as README.md says."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def clinc(self, left_out=()):
        """CLINC150: the training questions of each intent, but for the intents that are measured."""
        with open(self.path("clinc150", "data_full.json"), encoding="utf-8") as file:
            rows = json.load(file)["train"]
        intents = {}
        for text, intent in rows:
            if intent != "oos" and intent not in left_out:
                intents.setdefault(intent, []).append(text)
        return intents

    def banking(self, left_out=()):
        """BANKING77: the training questions of each intent, but for the questions that are measured."""
        left_out = {" ".join(t.lower().split()) for t in left_out}
        intents = {}
        with open(self.path("banking77", "train.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if " ".join(row["text"].lower().split()) not in left_out:
                    intents.setdefault(row["category"], []).append(row["text"])
        return intents

    def training_intents(self):
        """The intents of both sets without what is measured: `measured-intents.txt` and `measured-questions.txt` name it, a line each."""
        return {"clinc": self.clinc(self._lines("measured-intents.txt")), "banking": self.banking(self._lines("measured-questions.txt"))}

    def paraphrases(self, name):
        """Pairs of texts that mean the same: `disfl-qa` (fluent, disfluent) or `nl2bash` (two descriptions of one command)."""
        return [tuple(row[:2]) for row in self._rows("pairs", name + ".tsv")]

    def glosses(self):
        """Open English WordNet: words and their definitions."""
        return [tuple(row[:2]) for row in self._rows("lexicon", "glosses.tsv")]

    def related(self, name):
        """`synonyms`, `antonyms` (a pair a line) or `siblings` (a word, then the words that share its hypernym)."""
        words = {}
        for row in self._rows("lexicon", name + ".tsv"):
            words.setdefault(row[0], []).extend(row[1].split() if name == "siblings" else [row[1]])
        return {word: others for word, others in words.items() if others}

    def word_counts(self):
        """How often a word occurs in general English."""
        counts = {}
        for word, count in self._rows("lexicon", "word-counts.tsv"):
            counts.setdefault(word, int(count))
        return counts

    def _lines(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return {line.rstrip("\n") for line in file}

    def _rows(self, *parts):
        with open(self.path(*parts), encoding="utf-8") as file:
            for line in file:
                row = line.rstrip("\n").split("\t")
                if len(row) > 1:
                    yield row
