// Writes names of people in Japanese, Russian, Ukrainian, Arabic and Thai as the model `foreign-people`, from the
// names that write-faker-names.mjs took out of @faker-js/faker (MIT). Usage: node
// --conditions=newsmill-source write-foreign-names.mjs FOLDER VERSION
import { readFileSync } from 'node:fs';
import { textTensor, writeModel } from '../../models/write-model.ts';

const [folder = '', version = '1'] = process.argv.slice(2);
/** Names of one letter, and of several words, tell nothing. */
const isUseful = (name) => name.length > 1 && /^[\p{L}\p{M}]+$/u.test(name);
const tensors = {};
for (const language of ['ja', 'ru', 'uk', 'ar', 'th']) {
  const { first, last } = JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8'));
  tensors[`${language}.given`] = textTensor(first.filter(isUseful).join('\n'));
  tensors[`${language}.family`] = textTensor(last.filter(isUseful).join('\n'));
}
const bytes = writeModel(
  'foreign-people',
  {
    version: Number(version),
    description: 'Given and family names in Japanese, Russian, Ukrainian, Arabic and Thai.',
    sources: 'faker (MIT)',
    madeBy: 'bench/train/enrich/entities',
  },
  tensors,
);
console.log(`${(bytes / 1e6).toFixed(3)} MB`);
