"""Fits the table of pieces to the answers of the teacher and writes it for pack-model.ts.

fit_table.py FOLDER PACKED_MODEL OUT.json

FOLDER holds what write_targets.py and cut-texts.ts wrote: pieces.json, pieces.npy, texts.json, targets.npy, cut.json.

1. From the answer for each text the mean answer of its language is taken: what remains says what the text is about, not its language.
2. The 256 directions that hold most of that, each divided by a power of how far the texts spread along it, so that a few do not
   drown the others.
3. What the teacher makes of a piece alone and its input embedding, each weighted by how rare the piece is (SIF: Arora et al. 2017),
   mapped linearly onto the answers, by ridge regression over the texts.
4. Each row is moved from there to where the sums of the texts fit best (ridge towards step 3; conjugate gradients).
5. Four bits for each number, -7 to 7, with the scale for each row that errs least.
A twentieth of the texts is kept back; how near their sums come to the teacher's answers is told for each language.
"""
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from packed_model import PackedModel

sys.path.append(str(Path(__file__).resolve().parent.parent / "vectors"))
from fitting import base, descend, design, rounded

folder, packed, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
dimensions = 256
rarity, map_ridge, row_ridge, steps = 3e-5, 0.1, 0.5, 30
whitening = 0.65
fewest_of_language = 80


def unit(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def without_language(answers, languages, train):
    """The answers less the mean of their language, where there are enough of it; of all others together otherwise."""
    members = defaultdict(list)
    for i in train:
        members[languages[i]].append(i)
    means = {language: answers[some].mean(0) for language, some in members.items() if len(some) >= fewest_of_language}
    common = np.mean(list(means.values()), axis=0)
    return np.stack([answer - means.get(language, common) for answer, language in zip(answers, languages)])


def main():
    vocabulary = json.loads((folder / "pieces.json").read_text())
    texts = json.loads((folder / "texts.json").read_text())
    rows = json.loads((folder / "cut.json").read_text())
    answers = np.load(folder / "targets.npy")
    kept = [i for i, row in enumerate(rows) if row]
    rows, answers, texts = [rows[i] for i in kept], answers[kept], [texts[i] for i in kept]
    languages = [language for language, _ in texts]
    held = np.array([hashlib.sha256(("kept back " + text).encode()).digest()[0] < 13 for _, text in texts])
    train = [i for i in range(len(rows)) if not held[i]]

    about = without_language(answers, languages, train)
    directions = np.linalg.eigh(about[train].T @ about[train])[1][:, ::-1][:, :dimensions].astype(np.float32)
    spread = (about[train] @ directions).std(0)
    targets = unit(about @ directions / spread**whitening).astype(np.float32)

    count = len(vocabulary["pieces"])
    seen = np.bincount(np.concatenate([rows[i] for i in train]), minlength=count)
    shares = np.maximum(np.exp(np.array(vocabulary["scores"])), seen / seen.sum() / 2)
    rare = (rarity / (rarity + shares)).astype(np.float32)[:, None]
    centred = lambda A: (A - A.mean(0)) / np.linalg.norm(A - A.mean(0), axis=1).mean()
    alone = np.load(folder / "pieces.npy").astype(np.float32)
    features = np.concatenate([centred(alone), centred(PackedModel(packed).inputs(vocabulary["numbers"]))], 1).astype(np.float32) * rare

    X = design([rows[i] for i in train], count)
    G = X @ features
    mapped = features @ np.linalg.solve(G.T @ G + map_ridge * np.eye(G.shape[1]), G.T @ targets[train]).astype(np.float32)
    print(f"{len(train)} texts, {sum(len(rows[i]) for i in train)} pieces", flush=True)
    table = descend(X, targets[train], row_ridge, mapped, steps)
    numbers, scales = rounded(table)
    shipped = numbers * scales[:, None]

    nearness = defaultdict(list)
    for i in np.flatnonzero(held):
        nearness[languages[i]].append(float((unit(shipped[rows[i]].sum(0)[None]) * unit(targets[i][None])).sum()))
    print("kept back, cosine to the teacher: " + " ".join(f"{language} {np.mean(some):.2f}" for language, some in sorted(nearness.items(), key=lambda pair: -np.mean(pair[1]))))
    halves = (numbers + 8).astype(np.uint8)
    out.write_text(json.dumps({"dimensions": dimensions, "pieces": vocabulary["pieces"], "bare": vocabulary["bare"], "scores": base(np.array(vocabulary["scores"], dtype="<f4")), "scales": base(scales.astype("<f4")), "table": base(halves[:, 0::2] | (halves[:, 1::2] << 4))}, ensure_ascii=False), encoding="utf-8")
    print(f"{count} rows, {out.stat().st_size} bytes")


main()
