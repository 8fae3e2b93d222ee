"""Edits of questions by rule: some leave the answer as it is, some change it. Every edit takes a text and a `random.Random` and may give None."""
import re
from collections import Counter

HOW = (
    "how do i|how can i|how to|how do you|how can you|how could i|how does one|what is the best way to|what's the best way to|what is the way to|"
    "what are some ways to|is there any way to|what should i do to|can you tell me how to|ways to|what are the steps to|i want to know how to|"
    "how should i|what is a good way to|tell me how to"
).split("|")
BEFORE = (
    "does anyone know {}|can anyone tell me {}|could you please tell me {}|i was wondering {}|quick question, {}|hi, {}|please tell me {}|"
    "can someone explain {}|any idea {}|hello, {}|i would like to know {}|sorry, {}|so {}|just curious: {}"
).split("|")
AFTER = "{}, please|{} thanks|{} please help|{} thank you|{}, thanks in advance|{} any help is appreciated".split("|")
ALIKE = [
    ("what is", "what's"), ("what are", "what're"), ("do not", "don't"), ("does not", "doesn't"), ("is not", "isn't"), ("cannot", "can't"),
    ("i am", "i'm"), ("i have", "i've"), ("how much does it cost", "what is the price"), ("why is it that", "why"), ("want to", "would like to"),
    ("need to", "have to"), ("get rid of", "remove"), ("a lot of", "many"), ("buy", "purchase"), ("begin", "start"), ("fix", "repair"),
    ("quickly", "fast"), ("big", "large"), ("kids", "children"), ("job", "work"), ("mobile phone", "cell phone"), ("photo", "picture"),
    ("photos", "pictures"), ("company", "firm"), ("movie", "film"), ("movies", "films"), ("doctor", "physician"), ("because of", "due to"),
    ("people", "folks"), ("also", "too"), ("so many", "a lot of"), ("best", "top"), ("smart", "clever"), ("earn", "make"),
    ("difference between", "differences between"), ("meaning of", "definition of"), ("reason", "cause"), ("reasons", "causes"),
    ("tips for", "advice on"), ("delete", "remove"), ("error", "problem"), ("issue", "problem"), ("e-mail", "email"), ("utilize", "use"),
    ("help me", "assist me"),
]
FILLERS = ["really", "actually", "just", "basically", "exactly", "currently", "usually", "even", "ever", "possibly", "easily", "properly"]
NEGATED = {w: w + " not" for w in ("is", "are", "do", "does", "should", "will", "was", "did", "could", "would", "have", "has")} | {"can": "cannot"}
PRONOUNS = [("my", "your"), ("your", "my"), ("i", "you"), ("his", "her"), ("he", "she"), ("we", "they"), ("my", "their")]
ASKED = {
    "how": ["why", "when", "where"], "why": ["how", "when"], "when": ["where", "how", "why"], "where": ["when", "how"],
    "who": ["what", "when"], "what": ["who", "when"],
}
NAME = re.compile(r"[A-Z][a-z]{2,}[?,.!]?$")


def plain(text):
    return " ".join(text.lower().split())


class Edits:
    """The edits, with the words they draw from: names that occur in `texts`, and synonyms that `alike(a, b)` holds to be near."""

    def __init__(self, sources, texts, alike):
        self.antonyms = sources.related("antonyms")
        self.siblings = sources.related("siblings")
        names = Counter(w.strip("?,.!") for t in texts for w in t.split()[1:] if NAME.match(w))
        self.names = [w for w, n in names.items() if n >= 2]
        self.synonyms = {}
        for word, others in sources.related("synonyms").items():
            near = [o for o in others if alike(word, o) > 0.45 and o not in self.antonyms.get(word, ())]
            if near:
                self.synonyms[word] = near
        self.keeping = [self.frame, self.frame, self.frame, self.alike, self.alike, self.synonym, self.typo, self.letter_case, self.filler]
        self.changing = [
            ("number", self.number), ("opposite", self.antonym), ("sibling", self.sibling), ("name", self.name),
            ("negation", self.negate), ("direction", self.direction), ("pronoun", self.pronoun), ("question", self.question_word),
        ]

    def same(self, text, random, count=None):
        """The text after one to three edits that keep the answer; None where none applied."""
        edited = text
        for _ in range(count or random.choice([1, 1, 2, 2, 3])):
            edited = random.choice(self.keeping)(edited, random) or edited
        return edited if edited != text else None

    # Edits that keep the answer.

    def frame(self, text, random):
        bare = text.rstrip("?!. ")
        low = bare.lower()
        for how in sorted(HOW, key=len, reverse=True):
            if low.startswith(how + " "):
                other = random.choice([h for h in HOW if h != how])
                return other[0].upper() + other[1:] + bare[len(how) :] + ("?" if random.random() < 0.7 else "")
        if re.match(r"(why|what|how|when|where|who|which|is|are|can|do|does|should) ", low) and random.random() < 0.75:
            return random.choice(BEFORE).format(low[0] + bare[1:]) + ("?" if random.random() < 0.6 else "")
        return random.choice(AFTER).format(bare)

    def alike(self, text, random):
        found = [(a, b) for a, b in ALIKE + [(b, a) for a, b in ALIKE] if re.search(r"\b" + re.escape(a) + r"\b", text, re.I)]
        if not found:
            return None
        a, b = random.choice(found)
        return re.sub(r"\b" + re.escape(a) + r"\b", b, text, count=1, flags=re.I)

    def synonym(self, text, random):
        return self._replace(text, random, self.synonyms, lambda w: w in self.synonyms)

    def typo(self, text, random):
        words = text.split()
        long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
        if not long:
            return None
        i = random.choice(long)
        letters = list(words[i])
        at = random.randrange(1, len(letters) - 1)
        slip = random.randrange(4)
        if slip == 0:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif slip == 1:
            del letters[at]
        elif slip == 2:
            letters.insert(at, letters[at])
        else:
            letters[at] = random.choice("abcdefghijklmnopqrstuvwxyz")
        words[i] = "".join(letters)
        return " ".join(words)

    def letter_case(self, text, random):
        return text.lower().rstrip("?!. ") if random.random() < 0.8 else text.upper()

    def filler(self, text, random):
        words = text.split()
        there = [i for i, w in enumerate(words) if w.lower() in FILLERS]
        if there and random.random() < 0.6:
            del words[random.choice(there)]
            return " ".join(words)
        if len(words) < 4:
            return None
        words.insert(random.randrange(2, len(words)), random.choice(FILLERS[:6]))
        return " ".join(words)

    # Edits that change the answer.

    def number(self, text, random):
        found = list(re.finditer(r"\d+", text))
        if not found:
            return None
        at = random.choice(found)
        value = at.group()
        change = random.randrange(3)
        if change == 0:
            other = str(max(0, int(value) + random.choice([-3, -2, -1, 1, 2, 3, 5, 10])))
        elif change == 1:
            digit = random.randrange(len(value))
            other = value[:digit] + str((int(value[digit]) + random.randrange(1, 10)) % 10) + value[digit + 1 :]
        else:
            other = str(random.randrange(1, 10 ** min(len(value), 9)))
        return text[: at.start()] + other + text[at.end() :] if other != value else None

    def antonym(self, text, random):
        return self._replace(text, random, self.antonyms, lambda w: w in self.antonyms and len(w) > 2)

    def sibling(self, text, random):
        return self._replace(text, random, self.siblings, lambda w: w in self.siblings and len(w) > 3, last=3)

    def name(self, text, random):
        words = text.split()
        found = [i for i, w in enumerate(words) if i > 0 and NAME.match(w)]
        if not found:
            return None
        i = random.choice(found)
        words[i] = random.choice(self.names) + words[i][len(words[i].rstrip("?,.!")) :]
        return " ".join(words)

    def negate(self, text, random):
        for a, b in (("without", "with"), ("with", "without"), (" not ", " "), ("n't ", " ")):
            if a in text and random.random() < 0.6:
                return text.replace(a, b, 1)
        words = text.split()
        found = [i for i, w in enumerate(words) if w.lower() in NEGATED and i < 6]
        if not found:
            return None
        i = found[-1]
        if i == 0 and len(words) > 2:
            words.insert(2, "not")
        elif i + 1 < len(words) and words[i + 1].lower() in ("i", "you", "we", "they", "he", "she", "it"):
            words.insert(i + 2, "not")
        else:
            words[i] = NEGATED[words[i].lower()]
        return " ".join(words)

    def direction(self, text, random):
        for pattern in (r"\bfrom (\w[\w-]*) to (\w[\w-]*)\b", r"\b(\w+) (?:into|than|before|after|over) (\w+)\b"):
            at = re.search(pattern, text)
            if at and at[1].lower() != at[2].lower() and len(at[1]) > 2 and len(at[2]) > 2:
                return text[: at.start(1)] + at[2] + text[at.end(1) : at.start(2)] + at[1] + text[at.end(2) :]
        return None

    def pronoun(self, text, random):
        found = [(a, b) for a, b in PRONOUNS if re.search(r"\b" + a + r"\b", text, re.I)]
        if not found:
            return None
        a, b = random.choice(found)
        return re.sub(r"\b" + a + r"\b", b, text, flags=re.I)

    def question_word(self, text, random):
        words = text.split()
        asked = words[0].lower()
        if asked not in ASKED or len(words) < 4 or (asked == "what" and words[1].lower() != "is"):
            return None
        other = random.choice(ASKED[asked])
        words[0] = other.capitalize() if words[0][0].isupper() else other
        return " ".join(words)

    @staticmethod
    def _replace(text, random, table, fits, last=None):
        words = text.split()
        found = [i for i, w in enumerate(words) if fits(w.lower().strip("?,.!"))]
        if not found:
            return None
        i = random.choice(found[-last:] if last else found)
        end = words[i][len(words[i].rstrip("?,.!")) :]
        words[i] = random.choice(table[words[i].lower().strip("?,.!")]) + end
        return " ".join(words)
