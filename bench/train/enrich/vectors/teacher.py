"""The teacher: all-MiniLM-L6-v2 (Apache-2.0) in numpy, from the safetensors file of its package. One thread, no framework."""
import json
import struct
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer


def read_tensors(path):
    """Tensors of a safetensors file by name."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    body = memoryview(data)[8 + length :]
    return {
        name: np.frombuffer(body[entry["data_offsets"][0] : entry["data_offsets"][1]], dtype=np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def gelu(x):
    # The exact form needs erf; the sigmoid one would move the answers by 1e-2.
    from scipy.special import erf

    return x * 0.5 * (1 + erf(x * np.float32(0.7071067811865476)))


def normalise(x, weight, bias):
    mean = x.mean(-1, keepdims=True)
    centred = x - mean
    return centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-12) * weight + bias


class Teacher:
    heads = 12

    def __init__(self, folder):
        folder = Path(folder)
        self.tensors = read_tensors(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def linear(self, x, name):
        # As one matrix: numpy would multiply row by row of a stack, ten times slower.
        return (x.reshape(-1, x.shape[-1]) @ self.tensors[f"{name}.weight"].T + self.tensors[f"{name}.bias"]).reshape(*x.shape[:-1], -1)

    def encode_ids(self, ids):
        """Mean of the last layer over tokens, of unit length. `ids`: rows of equal length, so that no mask is needed."""
        ids = np.asarray(ids)
        rows, length = ids.shape
        t = self.tensors
        x = t["embeddings.word_embeddings.weight"][ids] + t["embeddings.position_embeddings.weight"][:length] + t["embeddings.token_type_embeddings.weight"][0]
        x = normalise(x, t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"])
        for layer in range(6):
            name = f"encoder.layer.{layer}"
            split = lambda y: y.reshape(rows, length, self.heads, -1).transpose(0, 2, 1, 3)
            q, k, v = (split(self.linear(x, f"{name}.attention.self.{part}")) for part in ("query", "key", "value"))
            scores = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(q.shape[-1]))
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = (scores / scores.sum(-1, keepdims=True)) @ v
            mixed = mixed.transpose(0, 2, 1, 3).reshape(rows, length, -1)
            x = normalise(x + self.linear(mixed, f"{name}.attention.output.dense"), t[f"{name}.attention.output.LayerNorm.weight"], t[f"{name}.attention.output.LayerNorm.bias"])
            inner = gelu(self.linear(x, f"{name}.intermediate.dense"))
            x = normalise(x + self.linear(inner, f"{name}.output.dense"), t[f"{name}.output.LayerNorm.weight"], t[f"{name}.output.LayerNorm.bias"])
        pooled = x.mean(1)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)

    def encode(self, rows, batch_tokens=4_096, report=None):
        """Vectors of token rows of any lengths (with [CLS] and [SEP]), in their order."""
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        out = np.zeros((len(rows), 384), dtype=np.float32)
        start = 0
        while start < len(order):
            length = len(rows[order[start]])
            end = start
            while end < len(order) and len(rows[order[end]]) == length and (end - start) * length < batch_tokens:
                end += 1
            batch = order[start:end]
            out[batch] = self.encode_ids([rows[i] for i in batch])
            start = end
            if report is not None:
                report(start)
        return out
