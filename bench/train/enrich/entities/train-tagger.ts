/**
 * Learns the tagger of libs/enrich from labels of readers and silver labels and writes its weights. Usage: node
 * --conditions=newsmill-source train-tagger.ts LABELS VERSION [drop=0.45] [epochs=4] ... (every `setting`
 * below and in learning.ts) LABELS is what label_texts.py wrote. Sites that are kept back (`isKeptBack`) are held
 * out; figures on what readers saw there are printed.
 */
import { readFileSync } from 'node:fs';
import { hashText } from '../../../../libs/enrich/src/entities/hash-text.ts';
import { nameKinds, OUTSIDE } from '../../../../libs/enrich/src/entities/name-labels.ts';
import { isKeptBack } from '../../../enrichment/labelled-pages.ts';
import { asRead, namesOf, readNamesOfPages, readParagraphs } from '../../../enrichment/names-of-pages.ts';
import type { ChainModel } from './chain-model.ts';
import {
  chance,
  copiesOf,
  doubt,
  exampleOf,
  examplesOf,
  figuresOf,
  halvesOf,
  holdsOut,
  inBytes,
  inTokens,
  isCut,
  learnBothReadings,
  learnedFrom,
  none,
  opinionsBy,
  organisationsOf,
  readOpinionsOf,
  readView,
  say,
  sayDocuments,
  setting,
  shiftLabels,
  spansByLabels,
  strangerOf,
  sumOf,
  tallyOf,
  temperatureOf,
  varied,
  vary,
  writeTagger,
  type Document,
} from './learning.ts';
import { harmonise, labelsOf, spansOf, type TeacherSpan } from './silver-labels.ts';
import type { NameSpan } from './vary-names.ts';
import { writeSportsWire } from './write-sports-wire.ts';

const headline = setting('headline', 0.4);
const wire = setting('wire', 800);
const wireWeight = setting('wireWeight', 0.3);
const shift = setting('shift', 0.45);
const kindShift = setting('kindShift', 0.1);
const judgements = setting('judgements', 1);
/** How much a zone that a reader has labelled counts. */
const readWeight = setting('read', 3);

interface Row {
  id: string;
  /** Its address; undefined where it is of no page. */
  url?: string;
  paragraphs: string[];
  md: TeacherSpan[][];
  sm: TeacherSpan[][];
  nlp4j: TeacherSpan[][];
}

function inText(paragraphs: readonly string[], names: readonly TeacherSpan[][]): TeacherSpan[] {
  let at = 0;
  return paragraphs.flatMap((paragraph, index) => {
    const from = at;
    at += paragraph.length + 1;
    return names[index]!.map(([start, end, label]) => [start + from, end + from, label] as const);
  });
}

const teacherNames = ['md', 'sm', 'nlp4j'] as const;
/** How much each teacher is believed, and the tagger that has not seen the document: NLP4J, unless all others agree. */
const trusts = [0.9, 0.6, 2.2, 1] as const;

/** The labelling of a zone that the most trusted say, and their share of all trust. */
function vote(
  labelings: readonly Uint8Array[],
  start: number,
  end: number,
): { best: Uint8Array; share: number } {
  const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
    one.subarray(start, end).every((label, index) => label === other[start + index]);
  const sums = labelings.map((one) =>
    labelings.reduce((sum, other, judge) => sum + (isSame(one, other) ? trusts[judge]! : 0), 0),
  );
  const top = Math.max(...sums);
  const all = labelings.reduce((sum, _, judge) => sum + trusts[judge]!, 0);
  return { best: labelings[sums.indexOf(top)]!, share: top / all };
}

const namesOfPages = readNamesOfPages();

/** Where readers have read a document, and the names that they saw there, in its text. */
function readersOf(row: Row): { ranges: (readonly [number, number])[]; names: NameSpan[] } {
  const parts = namesOfPages.get(row.id);
  const ranges: (readonly [number, number])[] = [];
  const names: NameSpan[] = [];
  if (parts === undefined) return { ranges, names };
  let at = 0;
  for (const paragraph of row.paragraphs) {
    const [read] = asRead(paragraph) === paragraph ? readParagraphs(parts, [paragraph]) : [];
    if (read !== undefined) {
      ranges.push([at, at + paragraph.length]);
      names.push(
        ...namesOf(read).map(({ start, end, kind }) => ({
          start: start + at,
          end: end + at,
          kind: nameKinds.indexOf(kind),
        })),
      );
    }
    at += paragraph.length + 1;
  }
  return { ranges, names };
}

function readDocument(row: Row): Document {
  const text = row.paragraphs.join('\n');
  const view = readView(text);
  const teachers = teacherNames.map((name) =>
    labelsOf(view, harmonise(view, spansOf(view, inText(row.paragraphs, row[name])))),
  );
  const readers = readersOf(row);
  const seen = labelsOf(view, inTokens(view, readers.names));
  const isRead = view.zoneStart.map((start) =>
    readers.ranges.some(([from, to]) => view.tokens.start[start]! >= from && view.tokens.start[start]! < to),
  );
  const labels = new Uint8Array(view.tokens.count).fill(OUTSIDE);
  const weights = view.zoneStart.map((start, zone) => {
    const end = view.zoneEnd[zone]!;
    if (isRead[zone]!) {
      labels.set(seen.subarray(start, end), start);
      return isCut(view, zone, inTokens(view, readers.names)) ? 0 : readWeight;
    }
    const { best, share } = vote(teachers, start, end);
    labels.set(best.subarray(start, end), start);
    const weight = share > 0.99 ? 1 : share > 0.5 ? (doubt + 1) / 2 : doubt;
    return weight * (view.manner[start] === 0 ? 1 : headline);
  });
  return {
    id: row.id,
    url: row.url,
    isRead,
    text,
    view,
    spans: spansByLabels(labels),
    labels,
    teachers,
    weights,
  };
}

/** A made-up page of results; names that do not lie in one zone are left out of learning. */
function sportsPage(number: number): Document {
  const { text, spans } = writeSportsWire(chance);
  const view = readView(text);
  const found = inTokens(view, spans);
  const weights = view.zoneStart.map((_, zone) => (isCut(view, zone, found) ? 0 : wireWeight));
  return {
    id: `wire/${number}`,
    url: undefined,
    isRead: [],
    text,
    view,
    spans: found,
    labels: labelsOf(view, found),
    teachers: [],
    weights,
  };
}

const documents = readFileSync(learnedFrom, 'utf8')
  .trim()
  .split('\n')
  .map((line) => readDocument(JSON.parse(line)));
const isHeld = (document: Document): boolean =>
  holdsOut && (document.url === undefined ? hashText(document.id) % 10 === 0 : isKeptBack(document.url));
const held = documents.filter(isHeld);
const training = documents.filter((document) => !isHeld(document));
sayDocuments(documents, held);
const organisations = organisationsOf(training);

/**
 * Lets four judge every zone: the teachers and a tagger that has not seen the document. What less than half of the
 * trust stands behind counts less.
 */
function judged(document: Document, judge: ChainModel): Document {
  const own = new Uint8Array(document.labels.length);
  const labels = document.labels.slice();
  const weights = document.view.zoneStart.map((start, zone) => {
    const end = document.view.zoneEnd[zone]!;
    if (document.isRead[zone]!) return document.weights[zone]!;
    own.set(judge.best(exampleOf(document, zone, document.opinions ?? none, 1)), start);
    const { best, share } = vote([...document.teachers, own], start, end);
    labels.set(best.subarray(start, end), start);
    const manner = document.view.manner[start] === 0 ? 1 : headline;
    return manner * (share > 0.5 ? 1 : doubt);
  });
  return { ...document, labels, weights, spans: spansByLabels(labels) };
}

let models = halvesOf(training);
readOpinionsOf(training, models);
let agreed = training.map((document) => judged(document, strangerOf(models, document)));
// Judges that learned from what was agreed on, and from other names, judge better.
for (let round = 1; round < judgements; round += 1) {
  models = halvesOf([...agreed, ...agreed.map((document) => varied(document, organisations, false, vary))]);
  readOpinionsOf(training, models);
  agreed = training.map((document) => judged(document, strangerOf(models, document)));
}
const extra = copiesOf(agreed, organisations);
extra.push(...Array.from({ length: wire }, (_, number) => sportsPage(number)));
readOpinionsOf(extra, models);
const model = learnBothReadings([...agreed, ...extra]);

// The teachers miss names rather than invent them: outside weighs less by a little, tuned on the development
// half. Names that they do not know they call organisations, more often than places.
shiftLabels(model, shift, kindShift);
const shipped = inBytes(model);
for (const document of held) document.opinions = opinionsBy(model, document);
const temperature = holdsOut
  ? temperatureOf(
      model,
      held
        .flatMap((document) => examplesOf(document, document.opinions ?? none, 1))
        .filter((example) => example.weight > 1),
    )
  : setting('temperature', 1);
say(
  'on sites held out, against readers:',
  ...figuresOf(sumOf(held.map((document) => tallyOf(model, document)))),
  'temperature',
  temperature,
  'weights',
  shipped.bytes.filter((byte) => byte !== 0).length,
);
writeTagger(
  'name-tagger',
  {
    description: 'Which words of an English text are names of people, organisations or places.',
    sources: 'see bench/train/enrich/entities/README.md',
  },
  shipped,
  temperature,
);
