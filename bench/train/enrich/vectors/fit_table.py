"""Fits the table of word pieces to the answers of the teacher and writes it as a module of libs/enrich.

fit_table.py MODEL_FOLDER TARGETS_FOLDER OUT.ts [STS.csv]   (the last one is measured only: both halves and the whole, before and after rounding)

1. The 256 directions that hold most of the teacher's answers (no centring: cosines are what counts).
2. What the teacher makes of a piece alone and its input embedding, each weighted by how rare the piece is (SIF: Arora et al. 2017),
   mapped linearly onto the answers, by ridge regression over the texts.
3. Each row is moved from there to where the sums of the texts fit best (ridge towards step 2; conjugate gradients).
4. Four bits for each number, -7 to 7, with the scale for each row that errs least. Pieces of other scripts and reserved ones get no row.
"""
import glob
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

import numpy as np

from fitting import base, descend, design, rounded
from teacher import Teacher, read_tensors

model, folder, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
name, dimensions = "word-pieces/1", 256
rarity, map_ridge, row_ridge, steps = 1e-3, 0.1, 0.3, 30


def fit():
    parts = sorted(path for path in glob.glob(str(folder / "targets-*.npy")) if Path(path.replace("targets", "rows").replace(".npy", ".json")).exists())
    rows = [row for path in parts for row in json.loads(Path(path.replace("targets", "rows").replace(".npy", ".json")).read_text())]
    answers, pieces = np.concatenate([np.load(path) for path in parts]), np.load(folder / "pieces.npy")
    kept = [i for i, row in enumerate(rows) if row]
    rows, answers = [rows[i] for i in kept], answers[kept]
    inputs = read_tensors(model / "model.safetensors")["embeddings.word_embeddings.weight"]
    frequency = np.bincount(np.concatenate(rows), minlength=len(pieces)) / sum(map(len, rows))
    rare = (rarity / (rarity + frequency)).astype(np.float32)[:, None]
    centred = lambda A: (A - A.mean(0)) / np.linalg.norm(A - A.mean(0), axis=1).mean()
    features = np.concatenate([centred(pieces), centred(inputs)], 1).astype(np.float32) * rare
    directions = np.linalg.eigh(answers.T @ answers)[1][:, ::-1][:, :dimensions].astype(np.float32)
    targets = answers @ directions
    X = design(rows, len(pieces))
    G = X @ features
    mapped = features @ np.linalg.solve(G.T @ G + map_ridge * np.eye(G.shape[1]), G.T @ targets).astype(np.float32)
    print(f"{len(rows)} texts, {sum(map(len, rows))} pieces", flush=True)
    return mapped, descend(X, targets, row_ridge, mapped, steps)


def has_row(piece):
    if re.fullmatch(r"\[(?:unused\d+|PAD|UNK|CLS|SEP|MASK)\]", piece):
        return False
    return all(not character.isalpha() or "LATIN" in unicodedata.name(character, "") for character in piece)


def measured(path, tokenizer):
    from scipy.stats import spearmanr

    lines = [line.split("\t") for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]
    gold = np.array([float(line[4]) for line in lines])
    halves = np.array([hashlib.sha256((line[5] + line[6]).encode()).digest()[0] % 2 == 0 for line in lines])
    ids = [[tokenizer.encode(line[column], add_special_tokens=False).ids for line in lines] for column in (5, 6)]

    def score(table):
        one, other = (np.stack([table[row].sum(0) for row in side]) for side in ids)
        cosines = (one * other).sum(1) / np.linalg.norm(one, axis=1) / np.linalg.norm(other, axis=1)
        return " ".join(f"{label} {spearmanr(cosines[mask], gold[mask])[0]:.4f}" for label, mask in (("half", halves), ("other half", ~halves), ("all", halves | True)))

    return score


def main():
    tokenizer = Teacher(model).tokenizer
    vocabulary = tokenizer.get_vocab()
    lines = sorted(vocabulary, key=vocabulary.get)
    mapped, table = fit()
    kept = [i for i, piece in enumerate(lines) if has_row(piece)]
    numbers, scales = rounded(table[kept])
    halves = (numbers + 8).astype(np.uint8)
    rows = np.full(len(lines), 65535, dtype="<u2")
    rows[kept] = np.arange(len(kept))
    if len(sys.argv) > 4:
        score = measured(sys.argv[4], tokenizer)
        shipped = np.zeros_like(table)
        shipped[kept] = numbers * scales[:, None]
        for label, measured_table in (("mapped", mapped), ("fitted", table), ("rounded", shipped)):
            print(f"{label}: {score(measured_table)}")
    fields = {"dimensions": dimensions, "pieces": "\n".join(lines), "unknown": vocabulary["[UNK]"], "rows": base(rows), "scales": base(scales.astype("<f4")), "table": base(halves[:, 0::2] | (halves[:, 1::2] << 4))}
    out.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    print(f"{len(kept)} rows, {out.stat().st_size} bytes")


main()
