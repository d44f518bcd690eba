"""Labels the blocks of the training pages: share of a block's tokens that the gold body holds, every gold token given once.

Pages without a gold body but with snippets (set traf): 1 for blocks that hold a wanted snippet, 0 for those that hold an unwanted one, -1 for all others.

Usage: label.py PACK OUT   (reads OUT.jsonl, writes OUT.labels.json)
"""
import difflib
import json
import sys
from multiprocessing import Pool

pack, out = sys.argv[1:3]
sys.path.insert(0, pack)
import score  # the pack's own tokens and shingles


def label_by_snippets(identity, texts, snippets):
    wanted, unwanted = ([score.ws(snippet) for snippet in snippets[name]] for name in ('with', 'without'))
    plain = [score.ws(text) for text in texts]
    share = [1 if any(s and s in text for s in wanted) else 0 if any(s and s in text for s in unwanted) else -1 for text in plain]
    return identity, share, [len(score.tokens(text)) for text in texts], 0


def label(job):
    identity, texts, gold = job
    if isinstance(gold, dict):
        return label_by_snippets(identity, texts, gold)
    unspaced = not identity.startswith('aeb')
    gold_tokens = score.tokens(gold, unspaced)
    page, owner = [], []
    for index, text in enumerate(texts):
        tokens = score.tokens(text, unspaced)
        page += tokens
        owner += [index] * len(tokens)
    shingles = score.shingles(gold_tokens)
    covered = [False] * len(page)
    for at in range(len(page) - 3):
        if tuple(page[at:at + 4]) in shingles:
            covered[at:at + 4] = [True] * 4
    places = [at for at, is_covered in enumerate(covered) if is_covered]
    matched = set()
    if places:
        matcher = difflib.SequenceMatcher(None, [page[at] for at in places], gold_tokens, autojunk=False)
        for first, _, size in matcher.get_matching_blocks():
            matched.update(places[first:first + size])
    count, hits = [0] * len(texts), [0] * len(texts)
    for at, index in enumerate(owner):
        count[index] += 1
        hits[index] += at in matched
    return identity, [h / c if c else 0 for h, c in zip(hits, count)], count, len(gold_tokens)


if __name__ == '__main__':
    gold = {g['id']: g.get('body') or ({'with': g['with'], 'without': g['without']} if g['set'] == 'traf' else '') for g in map(json.loads, open(f'{pack}/gold.jsonl', encoding='utf8'))}
    jobs = [(d['id'], d['text'], gold[d['id']]) for d in map(json.loads, open(f'{out}.jsonl', encoding='utf8'))]
    with Pool(2) as pool:
        json.dump(pool.map(label, jobs, chunksize=8), open(f'{out}.labels.json', 'w'))
