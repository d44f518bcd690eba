"""Trains the body model: a linear model over hashed words, then boosted trees over the block features and its score.

Usage: train_body.py PACK OUT   (reads OUT.f32, OUT.jsonl, OUT.labels.json; writes OUT.fold<k>.json for k in 0..4 and OUT.final.json)
Figures printed are out-of-fold: five folds by registrable domain. Permitted data: sets aeb, fundus (MIT), wcxb (CC-BY-4.0) and
the snippets of traf (Apache-2.0) of the development half.
"""
import base64
import json
import sys
import warnings

import lightgbm
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

pack, out = sys.argv[1:3]
sys.path.insert(0, pack)
import score

FOLDS = 5
TREES = dict(objective='binary', deterministic=True, force_col_wise=True, learning_rate=.05, num_leaves=31, min_child_weight=15, min_data_in_leaf=20, feature_fraction=.35, bagging_fraction=.8, bagging_freq=1, lambda_l2=5, max_bin=255, num_threads=2, verbose=-1, seed=7)
ROUNDS = 300
# chosen once on the out-of-fold scores; the figures of the others are printed beside it
CALIBRATION = {'scale': .35, 'bias': -.25}


class Pages:
    def __init__(self):
        self.names = json.load(open(f'{out}.names.json'))
        self.gold = {g['id']: g for g in map(json.loads, open(f'{pack}/gold.jsonl', encoding='utf8'))}
        self.pages = [json.loads(line) for line in open(f'{out}.jsonl', encoding='utf8')]
        self.matrix = numpy.fromfile(f'{out}.f32', dtype=numpy.float32).reshape(-1, len(self.names))
        sizes = [len(p['text']) for p in self.pages]
        self.begin = numpy.concatenate([[0], numpy.cumsum(sizes)])
        self.page = numpy.repeat(numpy.arange(len(sizes)), sizes)
        labels = {row[0]: row for row in json.load(open(f'{out}.labels.json'))}
        self.share = numpy.concatenate([numpy.array(labels[p['id']][1]) for p in self.pages])
        self.tokens = numpy.concatenate([numpy.array(labels[p['id']][2]) for p in self.pages])
        self.gold_size = numpy.array([labels[p['id']][3] for p in self.pages])
        self.body = (self.share >= .5).astype(int)
        self.page_fold = numpy.array([p['fold'] for p in self.pages])
        self.fold = self.page_fold[self.page]
        indices, pointers = [], [0]
        for p in self.pages:
            for slots in p['slots']:
                indices += slots
                pointers.append(len(indices))
        self.hashed = csr_matrix((numpy.ones(len(indices), numpy.float32), numpy.array(indices, numpy.int32), numpy.array(pointers, numpy.int64)), shape=(len(self.matrix), 1 << 15))
        self.hashed.sum_duplicates()
        self.kind = [score.body_set(self.gold[p['id']]) for p in self.pages]
        weight = numpy.clip(self.tokens / numpy.maximum(self.gold_size[self.page], 60) * 100, .15, 10)
        weight[self.gold_size[self.page] == 0] = 0
        # a page of which only snippets are judged counts as one of usual length
        snippets = numpy.array([k == 'traf' for k in self.kind])[self.page]
        self.weight = numpy.where(snippets, numpy.where(self.share >= 0, numpy.clip(self.tokens / 4, .3, 10), 0), weight)
        self.block_tokens = [[score.tokens(t, p['set'] != 'aeb') for t in p['text']] for p in self.pages]
        self.gold_tokens = [score.tokens(self.gold[p['id']].get('body') or '', p['set'] != 'aeb') for p in self.pages]
        self.comment = numpy.concatenate([numpy.array(p['isComment'], bool) for p in self.pages])

    def choose(self, raw, scale, bias, whole=False):
        """Blocks kept by `chooseBody` of libs/clean: the candidate extraction with the highest expected F1, of an article its one run."""
        keep = numpy.zeros(len(raw), bool)
        for begin, end in zip(self.begin[:-1], self.begin[1:]):
            if begin == end:
                continue
            scores, tokens, comment = raw[begin:end], self.tokens[begin:end], self.comment[begin:end]
            chance = numpy.where(comment | (scores < -4), 0, 1 / (1 + numpy.exp(-(scale * scores + bias))))
            order = numpy.argsort(-chance, kind='stable')
            right, kept = numpy.cumsum(tokens[order] * chance[order]), numpy.cumsum(tokens[order])
            line = scores[order[int(numpy.argmax(2 * right / (kept + right[-1] + 1e-9)))]]
            chosen = (scores >= min(max(line, -3), .5)) & ~comment
            if not whole:
                first, last = self.best_run(scores, tokens, comment)
                place = numpy.arange(end - begin)
                article = (scores >= min(max(line, -1), .5)) & ~comment & (((place >= first) & (place <= last)) | (scores > 3))
                chosen = article if article.any() else chosen
            keep[begin:end] = chosen
        return keep

    @staticmethod
    def best_run(scores, tokens, comment):
        """First and last block of the run whose words are rather body than not by most (Kadane)."""
        value = tokens * (numpy.where(comment, 0, 1 / (1 + numpy.exp(-scores))) - .5)
        total, start, best, run = 0, 0, 0, (0, -1)
        for place, one in enumerate(value):
            total += one
            if total <= 0:
                total, start = 0, place + 1
            elif total > best:
                best, run = total, (start, place)
        return run

    def figures(self, keep, each=None):
        rows = {}
        for at, p in enumerate(self.pages):
            if not self.gold_tokens[at]:
                continue
            predicted = []
            for block in numpy.nonzero(keep[self.begin[at]:self.begin[at + 1]])[0]:
                predicted += self.block_tokens[at][block]
            if len(predicted) < 60 and p['body']:
                body = score.tokens(p['body'], p['set'] != 'aeb')
                if len(body) > 2 * len(predicted):
                    predicted = body
            g, q = score.shingles(self.gold_tokens[at]), score.shingles(predicted)
            hit = sum(min(c, q[k]) for k, c in g.items())
            extra, lost = sum(q.values()) - hit, sum(g.values()) - hit
            row = (hit / (hit + extra + lost), extra / (hit + extra + lost), lost / (hit + extra + lost), extra == lost == 0)
            rows.setdefault(self.kind[at], []).append(row)
            if each is not None:
                each[p['id']] = score.page_f1(row)
        result = {k: score.prf(v)['f1'] for k, v in rows.items()}
        result['news_body'] = float(numpy.mean([result[k] for k in ('aeb', 'fundus', 'wcxb_article')]))
        return result


def fit_linear(pages, rows):
    rows = rows & (pages.weight > 0)
    model = LogisticRegression(C=.08, max_iter=60, solver='lbfgs')
    model.fit(pages.hashed[rows], pages.body[rows], sample_weight=numpy.sqrt(pages.weight[rows]))
    weights = model.coef_[0]
    scale = float(numpy.percentile(numpy.abs(weights), 99.9) / 127)
    whole = numpy.clip(numpy.rint(weights / scale), -127, 127).astype(numpy.int8)
    return {'weights': whole, 'scale': scale, 'bias': float(model.intercept_[0])}


def apply_linear(model, hashed):
    return hashed @ model['weights'].astype(numpy.float32) * model['scale'] + model['bias']


def fit_trees(matrix, body, weight, rounds=ROUNDS, **changes):
    return lightgbm.train({**TREES, **changes}, lightgbm.Dataset(matrix, body, weight=weight), rounds)


def pack_trees(booster):
    """Flat arrays: per split its feature, threshold and two children (>= 0 a split, < 0 the leaf -1 - child), per leaf its value; trees one after the other."""
    feature, threshold, left, right, leaves, roots = [], [], [], [], [], []
    for tree in booster.dump_model()['tree_info']:
        roots.append((len(feature), len(leaves)))
        base, leaf_base = len(feature), len(leaves)

        def add(node):
            if 'split_feature' not in node:
                leaves.append(node['leaf_value'])
                return -1 - (len(leaves) - 1 - leaf_base)
            at = len(feature)
            feature.append(node['split_feature'])
            threshold.append(node['threshold'])
            left.append(0)
            right.append(0)
            left[at] = add(node['left_child'])
            right[at] = add(node['right_child'])
            return at - base

        add(tree['tree_structure'])
    encode = lambda values, kind: base64.b64encode(numpy.array(values, dtype=kind).tobytes()).decode()
    return {'feature': encode(feature, '<u1' if max(feature, default=0) < 256 else '<u2'), 'threshold': encode(threshold, '<f4'), 'left': encode(left, '<i1'), 'right': encode(right, '<i1'), 'leaves': encode(leaves, '<f4'),
            'splitStarts': encode([r[0] for r in roots], '<u2'), 'leafStarts': encode([r[1] for r in roots], '<u2')}


def pack_mean(boosters):
    """The mean of several boosters as one set of trees."""
    kinds = {'feature': '<u1', 'threshold': '<f4', 'left': '<i1', 'right': '<i1', 'leaves': '<f4', 'splitStarts': '<u2', 'leafStarts': '<u2'}
    joined = {name: [] for name in kinds}
    splits = leaves = 0
    for booster in boosters:
        part = {name: numpy.frombuffer(base64.b64decode(text), kinds[name]) for name, text in pack_trees(booster).items()}
        for name, values in part.items():
            joined[name].append(values / len(boosters) if name == 'leaves' else values + (splits if name == 'splitStarts' else leaves if name == 'leafStarts' else 0))
        splits, leaves = splits + len(part['feature']), leaves + len(part['leaves'])
    return {name: base64.b64encode(numpy.concatenate(values).astype(kinds[name]).tobytes()).decode() for name, values in joined.items()}


def pack_model(linear, booster, calibration):
    return {'linear': {'weights': base64.b64encode(linear['weights'].tobytes()).decode(), 'scale': linear['scale'], 'bias': linear['bias']}, 'trees': pack_trees(booster), 'calibration': calibration}


def main():
    pages = Pages()
    linear, hashed_score = [], numpy.zeros(len(pages.matrix), numpy.float32)
    for fold in range(FOLDS):
        model = fit_linear(pages, pages.fold != fold)
        linear.append(model)
        hashed_score[pages.fold == fold] = apply_linear(model, pages.hashed[pages.fold == fold])
    print('linear alone', pages.figures(hashed_score > 0), flush=True)
    matrix = pages.matrix.copy()
    matrix[:, pages.names.index('hashed')] = hashed_score
    usable = pages.weight > 0
    raw, boosters = numpy.zeros(len(matrix)), []
    for fold in range(FOLDS):
        rows = (pages.fold != fold) & usable
        booster = fit_trees(matrix[rows], pages.body[rows], pages.weight[rows])
        boosters.append(booster)
        raw[pages.fold == fold] = booster.predict(matrix[pages.fold == fold], raw_score=True)
    numpy.save(f'{out}.raw.npy', raw)
    numpy.save(f'{out}.hashed.npy', hashed_score)
    for scale in (.35, .45, .6):
        for bias in (-.3, -.15, 0):
            print('scale', scale, 'bias', bias, {k: round(v, 4) for k, v in pages.figures(pages.choose(raw, scale, bias)).items()}, flush=True)
    print('whole pages', {k: round(v, 4) for k, v in pages.figures(pages.choose(raw, *CALIBRATION.values(), whole=True)).items()}, flush=True)
    print('one line for all pages', {k: round(v, 4) for k, v in pages.figures((raw > 0) & ~pages.comment).items()}, flush=True)
    for fold in range(FOLDS):
        json.dump(pack_model(linear[fold], boosters[fold], CALIBRATION), open(f'{out}.fold{fold}.json', 'w'))
    booster = fit_trees(matrix[usable], pages.body[usable], pages.weight[usable])
    json.dump(pack_model(fit_linear(pages, numpy.ones(len(matrix), bool)), booster, CALIBRATION), open(f'{out}.final.json', 'w'))
    gains = sorted(zip(booster.feature_importance('gain'), pages.names), reverse=True)
    print('gain', [(n, round(g / sum(x for x, _ in gains), 3)) for g, n in gains[:25]])


if __name__ == '__main__':
    main()
