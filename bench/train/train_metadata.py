"""Trains the rankers for title, date and authors.

Usage: train_metadata.py PACK CANDIDATES OUT   (writes OUT.fold<k>.json and OUT.final.json)
Figures printed are out-of-fold. Permitted data: sets fundus (MIT), wcxb (CC-BY-4.0), traf and htmldate (Apache-2.0) of the development half.
"""
import json
import sys
from collections import defaultdict

import lightgbm
import numpy

pack, source, out = sys.argv[1:4]
sys.path[:0] = [pack, __file__.rsplit('/', 1)[0]]
import score
from train_body import pack_trees

TREES = dict(objective='binary', deterministic=True, force_col_wise=True, learning_rate=.05, num_leaves=12, min_child_weight=4, min_data_in_leaf=8, feature_fraction=.5, bagging_fraction=.8, bagging_freq=1, lambda_l2=3, num_threads=2, verbose=-1, seed=7)
ROUNDS = {'title': 160, 'date': 160, 'author': 160}
pages = [json.loads(line) for line in open(source, encoding='utf8')]
gold = {g['id']: g for g in map(json.loads, open(f'{pack}/gold.jsonl', encoding='utf8'))}


def right(field, candidate, g):
    if field == 'title':
        return score.norm(candidate['text']) == score.norm(g['title'])
    if field == 'date':
        return candidate['key'] in g['dates']
    return bool(score.people([candidate['text']]) & score.people(g['authors']))


def usable(field, p):
    g = gold[p['id']]
    if p['set'] == 'wcxb' and g['type'] != 'article' and field != 'author':
        return bool(g.get({'title': 'title', 'date': 'dates'}[field]))
    return bool(g.get({'title': 'title', 'date': 'dates', 'author': 'authors'}[field])) or (field == 'author' and g.get('authors') == [])


def where(p):
    g = gold[p['id']]
    if p['set'] == 'wcxb' and g['type'] != 'article':
        return 'wcxb_other'
    return g['type'] if p['set'] == 'htmldate' else p['set']


packed = [{} for _ in range(6)]
for field in ('title', 'date', 'author'):
    rows, labels, folds, owner, weights = [], [], [], [], []
    used = [p for p in pages if usable(field, p)]
    for number, p in enumerate(used):
        for candidate in p[field]:
            rows.append(candidate['row'])
            labels.append(right(field, candidate, gold[p['id']]))
            folds.append(p['fold'])
            owner.append(number)
            weights.append(1.)
    rows, labels, folds, owner = numpy.array(rows), numpy.array(labels, int), numpy.array(folds), numpy.array(owner)
    raw = numpy.zeros(len(labels))
    for fold in range(5):
        model = lightgbm.train(TREES, lightgbm.Dataset(rows[folds != fold], labels[folds != fold]), ROUNDS[field])
        raw[folds == fold] = model.predict(rows[folds == fold], raw_score=True)
        packed[fold][field] = pack_trees(model)
    packed[5][field] = pack_trees(lightgbm.train(TREES, lightgbm.Dataset(rows, labels), ROUNDS[field]))
    begin = numpy.searchsorted(owner, numpy.arange(len(used) + 1))
    if field != 'author':
        hits, ceiling, misses = defaultdict(list), defaultdict(list), []
        for number, p in enumerate(used):
            span = range(begin[number], begin[number + 1])
            best = max(span, key=lambda at: raw[at], default=None)
            ok = best is not None and bool(labels[best])
            hits[where(p)].append(ok)
            ceiling[where(p)].append(any(labels[at] for at in span))
            if not ok:
                misses.append((p['id'], p['url'][:90], gold[p['id']].get('title' if field == 'title' else 'dates'), p[field][best - begin[number]]['text'] if best is not None else None, ceiling[where(p)][-1]))
        print(field, {k: (round(float(numpy.mean(v)), 3), len(v)) for k, v in hits.items()}, 'ceiling', {k: round(float(numpy.mean(v)), 3) for k, v in ceiling.items()}, 'macro', round(float(numpy.mean([numpy.mean(hits[k]) for k in ('fundus', 'wcxb', 'traf')])), 4))
        json.dump(misses, open(f'{out}.{field}.misses.json', 'w'), ensure_ascii=False, indent=0)
        continue
    for limit in (-1.2, -1, -.8, -.6, -.4, -.2, 0, .3):
        hits, noise, ceiling, misses = defaultdict(list), [], defaultdict(list), []
        for number, p in enumerate(used):
            span = range(begin[number], begin[number + 1])
            names = [p[field][at - begin[number]]['text'] for at in span if raw[at] > limit]
            truth = score.people(gold[p['id']]['authors'])
            if not truth:
                noise.append(bool(names))
                continue
            hits[where(p)].append(score.set_f1(truth, score.people(names)))
            ceiling[where(p)].append(score.set_f1(truth, score.people([p[field][at - begin[number]]['text'] for at in span if labels[at]])))
            if hits[where(p)][-1] < 1:
                misses.append((p['id'], p['url'][:90], gold[p['id']]['authors'], names, ceiling[where(p)][-1]))
        print(field, limit, {k: round(float(numpy.mean(v)), 3) for k, v in hits.items()}, 'ceiling', {k: round(float(numpy.mean(v)), 3) for k, v in ceiling.items()}, 'macro', round(float(numpy.mean([numpy.mean(hits[k]) for k in ('fundus', 'wcxb', 'traf')])), 4), 'noise', round(float(numpy.mean(noise)), 3) if noise else None)
        if limit == -.6:
            json.dump(misses, open(f'{out}.{field}.misses.json', 'w'), ensure_ascii=False, indent=0)
for fold in range(5):
    json.dump(packed[fold], open(f'{out}.fold{fold}.json', 'w'))
json.dump(packed[5], open(f'{out}.final.json', 'w'))
