// Trains the model of the 17 IPTC top codes that the product ships, from seeds and weak labels alone:
// node train-default.ts IPTC.json WORDNET_DICT PAGES.jsonl VERSION
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyTopicModel } from '../../../../libs/enrich/src/topics/apply-topic-model.ts';
import { mediaTopics } from '@newsmill/contracts';
import { codeOfSection } from '../../../../libs/enrich/src/topics/section-names.ts';
import type { TopicModel } from '../../../../libs/enrich/src/topics/topic-model.ts';
import { trainTopics, type LabelledText } from '../../../../libs/enrich/src/topics/train-topics.ts';
import { fitTemperature } from '../../../../libs/enrich/src/topics/fit-calibration.ts';
import { topicTensors } from '../../models/topic-tensors.ts';
import { writeModel } from '../../models/write-model.ts';
import { domainCodes } from './wordnet-domains.ts';
import { foreignSeedWords, seedWords } from './seed-words.ts';

interface Concept {
  readonly qcode: string;
  readonly broader?: readonly string[];
  readonly prefLabel: Readonly<Record<string, string>>;
  readonly definition?: Readonly<Record<string, string>>;
}
interface Page {
  readonly url: string;
  readonly kind: string;
  readonly title?: string;
  readonly text: string;
  readonly section?: string;
  readonly breadcrumb: readonly string[];
}

const [iptcFile, wordnet, pagesFile] = process.argv.slice(2);
if (iptcFile === undefined || wordnet === undefined || pagesFile === undefined)
  throw new Error('train-default.ts IPTC.json WORDNET_DICT PAGES.jsonl');

const tops = new Set(mediaTopics.map(({ code }) => code));
let state = 20_241_125;
const roll = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

/** Every concept as a text: its names in five languages, each with the definition where there is one. */
function conceptRows(): LabelledText[] {
  // the vocabulary's own shape
  const { conceptSet } = JSON.parse(readFileSync(String(iptcFile), 'utf8')) as {
    conceptSet: readonly Concept[];
  };
  const byUri = new Map(
    conceptSet.map((concept) => [
      concept.qcode.replace('medtop:', 'http://cv.iptc.org/newscodes/mediatopic/'),
      concept,
    ]),
  );
  // The vocabulary has a few concepts that are broader than each other: nine steps reach every true top.
  const topOf = (concept: Concept, steps = 9): string | undefined => {
    const [above] = concept.broader ?? [];
    if (above === undefined) return concept.qcode;
    const parent = byUri.get(above);
    return parent === undefined || steps === 0 ? undefined : topOf(parent, steps - 1);
  };
  return conceptSet.flatMap((concept) => {
    const top = topOf(concept);
    return top === undefined || !tops.has(top)
      ? []
      : Object.entries(concept.prefLabel).map(([language, name]) => ({
          text: `${name}. ${name}. ${concept.definition?.[language] ?? ''}`,
          labels: [top],
        }));
  });
}

/** Glosses of WordNet whose synset points to a domain that belongs to one code. */
function glossRows(): LabelledText[] {
  return ['noun', 'verb', 'adj'].flatMap((part) =>
    readFileSync(join(String(wordnet), `data.${part}`), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [data, gloss] = line.split(' | ');
        if (data === undefined || gloss === undefined || !/^\d{8} /.test(data)) return [];
        const codes = new Set(
          [...data.matchAll(/ ;c (\d{8}) n/g)]
            .map((match) => domainCodes.get(match[1] ?? ''))
            .filter((code) => code !== undefined),
        );
        const [code] = codes;
        if (code === undefined || codes.size > 1) return [];
        const words = [...data.matchAll(/ ([A-Za-z][\w'-]+) [0-9a-f](?= )/g)].map((match) =>
          (match[1] ?? '').replaceAll('_', ' '),
        );
        return [{ text: `${words.join(', ')}. ${gloss}`, labels: [code] }];
      }),
  );
}

/** Seed words in many small texts, so that each word meets others of its code. */
function seedRows(): LabelledText[] {
  return Object.entries(seedWords)
    .flatMap(([code, lists]) =>
      lists.flatMap((list) =>
        Array.from({ length: 60 }, () => {
          const words = list.split(' ');
          const start = Math.floor(roll() * words.length);
          return {
            text: Array.from(
              { length: 14 },
              (_, step) => words[(start + step * (1 + Math.floor(roll() * 3))) % words.length] ?? '',
            ).join(' '),
            labels: [code],
          };
        }),
      ),
    )
    .concat(
      Object.entries(foreignSeedWords).flatMap(([code, lists]) =>
        lists.flatMap((list) =>
          Array.from({ length: 4 }, () => ({
            text: list
              .split(' ')
              .filter(() => roll() < 0.7)
              .join(' '),
            labels: [code],
          })),
        ),
      ),
    );
}

const pages = readFileSync(pagesFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Page)
  .filter((page) => page.kind === 'article' && page.text.length > 600); // written by read-pages.ts

/** What publisher and URL say a page is about, when they agree. */
function weakLabel(page: Page): string | undefined {
  const folders = URL.canParse(page.url) ? new URL(page.url).pathname.split('/').slice(1, -1) : [];
  const codes = new Set(
    [page.section ?? '', ...page.breadcrumb, ...folders]
      .map((name) => codeOfSection(name))
      .filter((code) => code !== undefined),
  );
  return codes.size === 1 ? [...codes][0] : undefined;
}
const textOf = (page: Page): string => `${page.title ?? ''}\n${page.text}`;
const labelled = pages.flatMap((page) => {
  const code = weakLabel(page);
  return code === undefined ? [] : [{ text: textOf(page), labels: [code] }];
});
const unlabelled = pages.filter((page) => weakLabel(page) === undefined).map(textOf);
const seeds = [...conceptRows(), ...glossRows(), ...seedRows()];
console.log(
  `${seeds.length} seed texts, ${labelled.length} pages with a label, ${unlabelled.length} without`,
);

const agreement = (model: TopicModel, rows: readonly LabelledText[]): number =>
  rows.filter(({ text, labels }) => applyTopicModel(model, text)[0]?.label === labels[0]).length;

// Agreement with sections that the model has not seen: seeds and the other pages teach, each fifth is asked.
let agreed = 0;
const unseen: { scores: number[]; right: number }[] = [];
for (let fold = 0; fold < 5; fold += 1) {
  const asked = labelled.filter((_, index) => index % 5 === fold);
  const model = grow([...seeds, ...labelled.filter((_, index) => index % 5 !== fold)]);
  agreed += agreement(model, asked);
  for (const { text, labels } of asked) {
    const scored = new Map(
      applyTopicModel(model, text).map(({ label, score }) => [label, Math.log(Math.max(1e-12, score))]),
    );
    unseen.push({
      scores: model.labels.map((label) => scored.get(label) ?? -30),
      right: model.labels.indexOf(labels[0] ?? ''),
    });
  }
}
console.log(`agreement with unseen sections ${(agreed / labelled.length).toFixed(3)}`);

/** Trains, gives the surest of the unlabelled pages their code, and trains again with them. */
function grow(rows: readonly LabelledText[]): TopicModel {
  const first = trainTopics(rows, { folds: 2 });
  const sure = unlabelled.flatMap((text) => {
    const [best, second] = applyTopicModel(first, text);
    return best !== undefined && second !== undefined && best.score > second.score * 2
      ? [{ text, labels: [best.label] }]
      : [];
  });
  return trainTopics([...rows, ...sure], { folds: 2 });
}

const grown = grow([...seeds, ...labelled]);
// The temperature of seeds says nothing about articles: it is fitted again on the pages that the models of
// the folds had not seen.
const temperature = fitTemperature(
  unseen.map(({ scores }) => scores),
  unseen.map(({ right }) => right),
);
const model: TopicModel = {
  ...grown,
  slopes: grown.slopes.map((slope) => slope * temperature),
  trained: { rows: grown.trained.rows, folds: 5, accuracy: agreed / labelled.length },
};
const bytes = writeModel(
  'topics',
  {
    version: Number(process.argv[5]),
    description: 'Which of the 17 top codes of the IPTC Media Topics the words of a text speak for.',
    sources: 'see bench/train/enrich/topics/README.md',
    madeBy: 'bench/train/enrich/topics',
  },
  topicTensors(model),
);
console.log(`temperature ${temperature.toFixed(2)}, ${(bytes / 1e6).toFixed(2)} MB`);
