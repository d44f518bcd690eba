"""Asks the teacher: for every word piece alone, and for every training text. Writes pieces.npy, and texts in numbered parts, so that a run can be cut short.

write_targets.py MODEL_FOLDER WORDNET_FOLDER EXTRACTION_PACK OUT [TEXTS]
"""
import json
import random
import re
import sys
import time
from pathlib import Path

import numpy as np

from glosses import glosses
from teacher import Teacher

model, wordnet, pack, out = (Path(argument) for argument in sys.argv[1:5])
limit = int(sys.argv[5]) if len(sys.argv) > 5 else 50_000
out.mkdir(parents=True, exist_ok=True)
teacher = Teacher(model)
tokenizer = teacher.tokenizer
chance = random.Random(7)


def sentences():
    """Titles, sentences and pairs of sentences of the articles with an open licence, development half."""
    for line in (pack / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["set"] not in ("aeb", "fundus", "wcxb") or not isinstance(row.get("body"), str):
            continue
        if isinstance(row.get("title"), str):
            yield row["title"]
        last = None
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", row["body"][:20_000]):
            words = sentence.split()
            if not 4 <= len(words) <= 60 or sum(character.isascii() for character in sentence) < 0.97 * len(sentence):
                continue
            yield sentence if last is None or chance.random() < 0.8 else f"{last} {sentence}"
            last = sentence


def some(texts, count):
    texts = sorted(set(texts))
    chance.shuffle(texts)
    return texts[:count]


texts = some(sentences(), limit * 2 // 3) + some(glosses(wordnet, chance), limit // 3)
chance.shuffle(texts)
began = time.process_time()
if not (out / "pieces.npy").exists():
    np.save(out / "pieces.npy", teacher.encode([[101, i, 102] for i in range(tokenizer.get_vocab_size())]))
rows = [[101, *encoding.ids[:126], 102] for encoding in tokenizer.encode_batch(texts, add_special_tokens=False)]
print(f"{len(rows)} texts, {sum(map(len, rows))} pieces", flush=True)
part = 4_000
for start in range(0, len(rows), part):
    chunk = rows[start : start + part]
    np.save(out / f"targets-{start // part:03}.npy", teacher.encode(chunk))
    (out / f"rows-{start // part:03}.json").write_text(json.dumps([row[1:-1] for row in chunk]))
    print(f"{start + len(chunk)} texts, {time.process_time() - began:.0f} s", flush=True)
