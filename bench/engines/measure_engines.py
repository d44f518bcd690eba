"""Embedded search engines over the same articles and the same queries, each in a process of its own.

Reads articles (`--articles`: one JSON line `{"text"}` each, the oldest first; words in lower case with a space between) and
queries (`--queries`: a JSON list of lists of words, all of which must be there). Writes the index into `--folder`.
Prints one JSON line: seconds of CPU for the index, megabytes of memory, and of each order the CPU of a question in
milliseconds, how long each took, and the articles found.
"""
import argparse
import importlib.metadata
import json
import resource
import sys
import time
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--engine", choices=["sqlite", "tantivy", "duckdb", "turso"], required=True)
parser.add_argument("--articles", required=True)
parser.add_argument("--queries", required=True)
parser.add_argument("--folder", required=True)
options = parser.parse_args()
folder = Path(options.folder)
LIMIT = 50
BATCH = 2_000


def batches():
    """The articles, with their numbers from 1, some thousand at a time."""
    batch = []
    with open(options.articles, encoding="utf8") as lines:
        for number, line in enumerate(lines, 1):
            batch.append((number, json.loads(line)["text"]))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


class Sqlite:
    """FTS5 without contents, as the library keeps its words; BM25 of the extension. Rows are in the order of time."""

    def __init__(self):
        import sqlite3

        self.version = sqlite3.sqlite_version
        self.base = sqlite3.connect(folder / "articles.db", isolation_level=None)
        self.base.execute("PRAGMA journal_mode = WAL")
        self.base.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'unicode61')")

    def write(self):
        for batch in batches():
            self.base.execute("BEGIN")
            self.base.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", batch)
            self.base.execute("COMMIT")
        self.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def ask(self, words, order):
        match = " ".join(f'"{word}"' for word in words)
        by = "rank" if order == "relevance" else "rowid DESC"
        found = self.base.execute(
            f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {by} LIMIT {LIMIT}", (match,)
        ).fetchall()
        (total,) = self.base.execute("SELECT count(*) FROM words WHERE words MATCH ?", (match,)).fetchone()
        return [number for (number,) in found], total


class Tantivy:
    """A field of words with their places, and the number of the article as a column."""

    def __init__(self):
        import tantivy

        self.tantivy = tantivy
        self.version = importlib.metadata.version("tantivy")
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        schema.add_unsigned_field("number", fast=True)
        self.schema = schema.build()
        self.index = tantivy.Index(self.schema, path=str(folder))

    def write(self):
        writer = self.index.writer(heap_size=256_000_000, num_threads=1)
        for batch in batches():
            for number, text in batch:
                document = self.tantivy.Document()
                document.add_text("text", text)
                document.add_unsigned("number", number)
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, words, order):
        query = self.tantivy.Query
        terms = [
            (self.tantivy.Occur.Must, query.term_query(self.schema, "text", word, "freq")) for word in words
        ]
        by = {} if order == "relevance" else {"order_by_field": "number"}
        result = self.searcher.search(query.boolean_query(terms), LIMIT, count=True, **by)
        found = [address for _, address in result.hits]
        return self.searcher.fast_field_values("number", found), result.count


class Duckdb:
    """The extension for full text: words, documents and frequencies are tables, BM25 is SQL."""

    def __init__(self):
        import duckdb
        from duckdb_extensions import import_extension

        self.version = duckdb.__version__
        import_extension("fts")
        self.base = duckdb.connect(str(folder / "articles.duckdb"))
        self.base.execute("LOAD fts")
        self.base.execute("SET threads = 1")

    def write(self):
        self.base.execute(
            f"CREATE TABLE articles AS SELECT row_number() OVER () AS number, text FROM read_json('{options.articles}')"
        )
        self.base.execute(
            "PRAGMA create_fts_index('articles', 'number', 'text', stemmer = 'none', stopwords = 'none', ignore = '(\\s)+')"
        )
        self.base.execute("CHECKPOINT")

    def ask(self, words, order):
        by = "score DESC" if order == "relevance" else "number DESC"
        rows = self.base.execute(
            "SELECT number, count(*) OVER () FROM (SELECT number,"
            " fts_main_articles.match_bm25(number, ?, conjunctive := 1) AS score FROM articles)"
            f" WHERE score IS NOT NULL ORDER BY {by} LIMIT {LIMIT}",
            (" ".join(words),),
        ).fetchall()
        return [number for number, _ in rows], rows[0][1] if rows else 0


class Turso:
    """A SQLite in Rust, whose index for full text is tantivy. It is made behind the articles: with it there, each of
    500 articles took 20 ms to write."""

    def __init__(self):
        import turso

        self.version = importlib.metadata.version("pyturso")
        self.base = turso.connect(str(folder / "articles.db"), experimental_features="index_method")
        self.base.execute("CREATE TABLE articles (number INTEGER PRIMARY KEY, text TEXT)")

    def write(self):
        for batch in batches():
            self.base.executemany("INSERT INTO articles VALUES (?, ?)", batch)
            self.base.commit()
        self.base.execute("CREATE INDEX words ON articles USING fts (text) WITH (tokenizer = 'whitespace')")
        self.base.commit()

    def ask(self, words, order):
        by = "score DESC" if order == "relevance" else "number DESC"
        match = " AND ".join(words)
        rows = self.base.execute(
            "SELECT number, fts_score(text, ?1) AS score FROM articles"
            f" WHERE fts_match(text, ?1) ORDER BY {by} LIMIT {LIMIT}",
            (match,),
        ).fetchall()
        (total,) = self.base.execute(
            "SELECT count(*) FROM articles WHERE fts_match(text, ?1)", (match,)
        ).fetchone()
        return [number for number, _ in rows], total


engine = {"sqlite": Sqlite, "tantivy": Tantivy, "duckdb": Duckdb, "turso": Turso}[options.engine]()
began = time.process_time()
engine.write()
wrote = time.process_time() - began
questions = json.loads(Path(options.queries).read_text(encoding="utf8"))
orders = {}
for order in ("relevance", "newest"):
    for words in questions:
        engine.ask(words, order)
    times, answers, began = [], [], time.process_time()
    for words in questions:
        start = time.perf_counter()
        found, total = engine.ask(words, order)
        times.append((time.perf_counter() - start) * 1_000)
        answers.append({"found": found, "total": total})
    cpu = (time.process_time() - began) * 1_000 / len(questions)
    orders[order] = {"cpuMs": cpu, "timesMs": times, "answers": answers}
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
json.dump(
    {"version": engine.version, "writeCpuSeconds": wrote, "memoryMb": memory, "orders": orders},
    sys.stdout,
)
