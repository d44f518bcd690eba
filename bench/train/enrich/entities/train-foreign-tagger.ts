/**
 * Learns the tagger of other languages than English from labels of readers and writes its weights. Usage: node
 * --conditions=newsmill-source train-foreign-tagger.ts PACKS VERSION [epochs=4] [vary=0.5] ... (every `setting`
 * below and in learning.ts) PACKS is the folder of the public packs. It learns from their pages that may be learned
 * from, none of a site that is measured alone, from WikiNews, and from the labelled texts beside it (own-texts). Sites that are kept back (`isKeptBack`) and one in ten of
 * the own texts are held out; figures on them are printed by language.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../../../libs/enrich/src/entities/hash-text.ts';
import { nameKinds } from '../../../../libs/enrich/src/entities/name-labels.ts';
import {
  isKeptBack,
  labelledPages,
  languageOfPage,
  withoutMeasuredSites,
} from '../../../enrichment/labelled-pages.ts';
import { asRead, namesOf, type NamesOfPage, type ReadParagraph } from '../../../enrichment/names-of-pages.ts';
import { readLines } from '../../../enrichment/read-lines.ts';
import {
  copiesOf,
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
  sumOf,
  tallyOf,
  temperatureOf,
  writeTagger,
  type Document,
} from './learning.ts';
import { labelsOf } from './silver-labels.ts';
import type { NameSpan } from './vary-names.ts';

const shift = setting('shift', 0);
const kindShift = setting('kindShift', 0);

/** A text of which every paragraph was read. */
interface ReadText {
  readonly id: string;
  /** Undefined where it is of no page. */
  readonly url: string | undefined;
  readonly language: string;
  readonly paragraphs: readonly ReadParagraph[];
}

/** The names of paragraphs, in the text that they make together. */
function namesInText(paragraphs: readonly ReadParagraph[]): NameSpan[] {
  let at = 0;
  return paragraphs.flatMap((paragraph) => {
    const from = at;
    at += paragraph.text.length + 1;
    return namesOf(paragraph).map(({ start, end, kind }) => ({
      start: start + from,
      end: end + from,
      kind: nameKinds.indexOf(kind),
    }));
  });
}

function readDocument({ id, url, language, paragraphs }: ReadText): Document {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const view = readView(text, language);
  const spans = inTokens(view, namesInText(paragraphs));
  const weights = view.zoneStart.map((_, zone) => (isCut(view, zone, spans) ? 0 : 1));
  return {
    id,
    url,
    language,
    isRead: weights.map((weight) => weight > 0),
    view,
    text,
    spans,
    labels: labelsOf(view, spans),
    teachers: [],
    weights,
  };
}

function* pages(): Generator<ReadText> {
  const learned = withoutMeasuredSites([...labelledPages(learnedFrom)]);
  if (learned.length === 0)
    throw new Error(`no labelled pages in ${learnedFrom}: name the folder of the packs`);
  for (const page of learned) {
    const language = languageOfPage(page);
    if (language === 'en') continue;
    const { id, url, paragraphs } = page;
    // A text without an address is held out, or not, by its own id.
    yield { id, url: url === '' ? id : url, language, paragraphs };
  }
}

/** A text of own-texts: a label row whose paragraphs are the texts themselves. */
interface OwnText extends Omit<NamesOfPage, 'paragraphs'> {
  readonly paragraphs: readonly string[];
}

function* ownTexts(): Generator<ReadText> {
  const folder = join(import.meta.dirname, 'own-texts');
  for (const file of readdirSync(folder).sort())
    for (const { paragraphs, ...names } of readLines<OwnText>(join(folder, file)))
      yield {
        id: names.id,
        url: undefined,
        language: file.slice(0, 2),
        paragraphs: paragraphs.map((paragraph, number) => ({
          text: asRead(paragraph),
          row: { ...names, paragraphs: [] },
          number,
        })),
      };
}

const documents = [...pages(), ...ownTexts()].map(readDocument);
const isHeld = ({ id, url }: Document): boolean =>
  holdsOut && (url === undefined ? hashText(id) % 10 === 0 : isKeptBack(url));
const held = documents.filter(isHeld);
const training = documents.filter((document) => !isHeld(document));
sayDocuments(documents, held);

const models = halvesOf(training);
readOpinionsOf(training, models);
const copies = copiesOf(training, organisationsOf(training));
readOpinionsOf(copies, models);
const model = learnBothReadings([...training, ...copies]);
shiftLabels(model, shift, kindShift);
const shipped = inBytes(model);

for (const document of held) document.opinions = opinionsBy(model, document);
const tallies = held.map((document) => ({
  language: document.language ?? 'und',
  tally: tallyOf(model, document),
}));
for (const [language, rows] of Map.groupBy(tallies, (row) => row.language)) {
  const sum = sumOf(rows.map(({ tally }) => tally));
  say(language, rows.length, 'texts,', sum.wanted, 'names:', ...figuresOf(sum));
}
const temperature = holdsOut
  ? temperatureOf(
      model,
      held.flatMap((document) => examplesOf(document, document.opinions ?? none, 1)),
    )
  : setting('temperature', 1.2);
say(
  'on what is held out, against readers:',
  ...figuresOf(sumOf(tallies.map(({ tally }) => tally))),
  'temperature',
  temperature,
  'weights',
  shipped.bytes.filter((byte) => byte !== 0).length,
);
writeTagger(
  'foreign-tagger',
  {
    description:
      'Which words of a text in another language than English are names of people, organisations or places.',
    sources:
      'labels of our own (readers) on pages of aeb and fundus (MIT), traf and htmldate (Apache-2.0) and on articles of French Wikinews (CC BY, the contributors of Wikinews); texts of our own',
  },
  shipped,
  temperature,
);
