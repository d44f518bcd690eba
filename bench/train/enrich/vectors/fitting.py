"""What the fits of both tables share: the one for English here, the one for many languages in ../meaning."""
import base64

import numpy as np
from scipy import sparse


def design(rows, vocabulary):
    """Texts by pieces; divided by the root of the length, so that long texts do not rule."""
    ends = np.cumsum([0] + [len(row) for row in rows])
    columns = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    values = np.concatenate([np.full(len(row), len(row) ** -0.5, dtype=np.float32) for row in rows])
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), vocabulary))


def descend(X, B, ridge, start, steps):
    """(X'X + ridge) E = X'B + ridge * start, all columns at once."""
    E = start.copy()
    apply = lambda E: X.T @ (X @ E) + ridge * E
    R = X.T @ B + ridge * start - apply(E)
    D, squares = R.copy(), (R * R).sum(0)
    for _ in range(steps):
        Q = apply(D)
        step = squares / np.maximum((D * Q).sum(0), 1e-20)
        E += step * D
        R -= step * Q
        after = (R * R).sum(0)
        D = R + (after / np.maximum(squares, 1e-20)) * D
        squares = after
    return E


def rounded(table):
    """Whole numbers from -7 to 7 and the scale of each row; the largest numbers are cut off where that errs less."""
    numbers, scales, errors = np.zeros(table.shape, dtype=np.int8), np.zeros(len(table), dtype=np.float32), np.full(len(table), np.inf)
    for share in (1.0, 0.85, 0.7, 0.6, 0.5):
        scale = np.maximum(np.abs(table).max(1) * share / 7, 1e-12)
        tried = np.clip(np.round(table / scale[:, None]), -7, 7)
        error = ((tried * scale[:, None] - table) ** 2).sum(1)
        better = error < errors
        numbers[better], scales[better], errors[better] = tried[better], scale[better], error[better]
    return numbers, scales


def base(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()
