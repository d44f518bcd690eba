"""Writes the word classes of the tagger: k-means over the word vectors that NLP4J carries (Apache-2.0).

Usage: write_clusters.py VECTORS TEXTS OUT.json    VECTORS as WriteVectors.java writes them, TEXTS as write-texts.ts does;
bench/train/models/pack-model.ts makes the model of it
Words of letters, as they are written, get one of 1,024 fine classes; fine classes are grouped into 128 and 16 wider ones.
"""
import base64
import collections
import json
import re
import struct
import sys
import zlib
from pathlib import Path

import numpy as np

fine, middle, coarse = 1024, 128, 16
bucket_bits = 16
most_words = 760_000
strangers = 120_000
vectors, texts, out = sys.argv[1:]
is_word = re.compile(r"(?=.{2,15}$)[^\W\d_]+(?:['&.][^\W\d_]+)*\.?")
with_second_capital = re.compile(r"(?:Mc|Mac|La|Le|De|Di|Van|O'|D'|Al)[A-Z]")


def hash_of(word):
    """FNV-1a over UTF-16 units, the same as hashText of the library."""
    value = 0x811C9DC5
    for unit in struct.unpack(f"<{len(word.encode('utf-16-le')) // 2}H", word.encode("utf-16-le")):
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return value


def is_written(word):
    """Words glued together and long words in capitals are mistakes of the texts that the vectors come from."""
    if word.isupper():
        return len(word) <= 6
    return word[1:] == word[1:].lower() or with_second_capital.match(word) is not None


def nearest(points, centres):
    steps = range(0, len(points), 20_000)
    return np.concatenate([(points[at : at + 20_000] @ centres.T).argmax(axis=1) for at in steps])


def cluster(points, count, rounds, rng):
    """Spherical k-means; empty clusters take a random point."""
    centres = points[rng.choice(len(points), count, replace=False)]
    for _ in range(rounds):
        chosen = nearest(points, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, chosen, points)
        empty = np.bincount(chosen, minlength=count) == 0
        sums[empty] = points[rng.integers(len(points), size=empty.sum())]
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return nearest(points, centres), centres


rng = np.random.default_rng(7)
words = Path(vectors + ".txt").read_text(encoding="utf8").split("\n")[:-1]
table = np.fromfile(vectors + ".bin", dtype=">f4").astype(np.float32).reshape(len(words), -1)
rows = [row for row, word in enumerate(words) if is_word.fullmatch(word) and is_written(word)]
words = [words[row] for row in rows]
table = table[rows] / (np.linalg.norm(table[rows], axis=1, keepdims=True) + 1e-9)
counts = collections.Counter()
for line in open(texts, encoding="utf8"):
    for paragraph in json.loads(line)["paragraphs"]:
        counts.update(re.findall(r"[^\W\d_][\w.'&]*", paragraph))
seen = np.array([counts[word] > 0 for word in words])
# Words of news make the classes, and as many others as show where the rest lies.
sample = np.concatenate([np.flatnonzero(seen), rng.choice(np.flatnonzero(~seen), strangers, replace=False)])
_, centres = cluster(table[sample], fine, 12, rng)
fine_of = nearest(table, centres)
middle_of, middle_centres = cluster(centres, middle, 30, rng)
coarse_of_middle, _ = cluster(middle_centres, coarse, 30, rng)
# A word is looked for as it is written, then in small letters: what both say alike stands there once.
class_of = dict(zip(words, fine_of.tolist()))
needed = np.array([word == word.lower() or class_of.get(word.lower()) != kind for word, kind in class_of.items()])
closeness = (table * centres[fine_of]).sum(axis=1) + seen
kept = np.flatnonzero(needed)
kept = kept[np.argsort(-closeness[kept], kind="stable")[:most_words]]
buckets = [[] for _ in range(1 << bucket_bits)]
for row in kept.tolist():
    value = hash_of(words[row])
    mixed = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    mixed ^= mixed >> 12
    buckets[mixed & ((1 << bucket_bits) - 1)].append((mixed >> 18, int(fine_of[row])))
packed = bytearray(middle_of.astype(np.uint8)) + bytearray(coarse_of_middle.astype(np.uint8)) + bytearray(min(255, len(bucket)) for bucket in buckets)
for bucket in buckets:
    for mark, kind in sorted(bucket)[:255]:
        packed += struct.pack("<I", mark << 10 | kind)[:3]
deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
deflated = base64.b64encode(deflate.compress(bytes(packed)) + deflate.flush()).decode("ascii")
Path(out).write_text(json.dumps({"deflated": deflated}))
print(len(needed), "words,", len(kept), "kept")
for sample in ("London", "Merkel", "university", "Siemens", "said", "Bank", "John", "Pleszew"):
    if sample in class_of:
        kind = class_of[sample]
        print(sample, kind, [word for word in words if class_of[word] == kind][:12])
