/**
 * Writes the models of the cleaner as the package ships them. Usage: node --conditions=newsmill-source
 * write-page-models.ts body|metadata|kind WEIGHTS.json VERSION   (what train_*.py wrote)
 */
import { readFileSync } from 'node:fs';
import type { Trees } from '../../../libs/clean/src/model/packed-trees.ts';
import {
  decodeBody,
  decodeKind,
  decodeMetadata,
  type EncodedBody,
  type EncodedKind,
  type EncodedMetadata,
} from './decode-weights.ts';
import { writeModel, type About } from './write-model.ts';

const [kind = '', file = '', version = ''] = process.argv.slice(2);
const pages =
  'Pages with gold, development half: aeb and fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0)';
const about = (description: string, sources: string): About => ({
  version: Number(version),
  description,
  sources,
  madeBy: 'bench/train',
});
const treeTensors = (prefix: string, trees: Trees) =>
  Object.fromEntries(Object.entries(trees).map(([name, numbers]) => [`${prefix}.${name}`, numbers]));
const one = (value: number): Float64Array => Float64Array.of(value);

function write(): number {
  if (kind === 'body') {
    const encoded: EncodedBody = JSON.parse(readFileSync(file, 'utf8'));
    const { linear, trees, calibration } = decodeBody(encoded);
    return writeModel(
      'page-body',
      about('Which blocks of a page are the body of its article.', `${pages}; snippets of traf (Apache-2.0)`),
      {
        'linear.weights': linear.weights,
        'linear.scale': one(linear.scale),
        'linear.bias': one(linear.bias),
        'calibration.scale': one(calibration.scale),
        'calibration.bias': one(calibration.bias),
        ...treeTensors('trees', trees),
      },
    );
  }
  if (kind === 'metadata') {
    const encoded: EncodedMetadata = JSON.parse(readFileSync(file, 'utf8'));
    const weights = decodeMetadata(encoded);
    return writeModel(
      'page-metadata',
      about(
        'Which candidate is the title, the date, an author of an article.',
        `${pages}; traf and htmldate (Apache-2.0)`,
      ),
      Object.assign({}, ...Object.entries(weights).map(([field, trees]) => treeTensors(field, trees))),
    );
  }
  if (kind !== 'kind') throw new Error('body, metadata or kind?');
  const encoded: EncodedKind = JSON.parse(readFileSync(file, 'utf8'));
  const { words, trees } = decodeKind(encoded);
  return writeModel('page-kind', about('Whether a page is an article.', pages), {
    'words.weights': words.weights,
    'words.scale': one(words.scale),
    'words.bias': one(words.bias),
    ...treeTensors('trees', trees),
  });
}

process.stdout.write(`${write()} bytes; run npm run gen\n`);
