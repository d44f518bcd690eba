// Whether a promise is left alone, mistaken for a value, or awaited where there is none: an error would be lost.
// These rules need the types of what a file imports, so nothing is remembered; oxlint asks the native compiler.
import { join } from 'node:path';
import { plant, runOxlint, told, withPlanted } from './run-oxlint.mjs';
import { root } from './setup.mjs';

const rules = join(root, 'tools', 'lint', 'promises.json');

/** What oxlint finds in the parts of a folder. */
const promisesLeftAlone = (folder) =>
  runOxlint({
    folder,
    config: rules,
    paths: ['libs', 'services'],
    more: ['--type-aware', '--tsconfig', 'tsconfig.json'],
  });

const said = (isLate) =>
  `export const say = ${isLate ? 'async ' : ''}(): ${isLate ? 'Promise<number>' : 'number'} => 1;\n`;
/** A small mill whose file does wrong only when what it imports answers later. */
const planted = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      noEmit: true,
      allowImportingTsExtensions: true,
      strict: true,
      types: [],
    },
    include: ['libs/*/src/**/*.ts', 'services/*/src/**/*.ts'],
  }),
  'libs/text/src/say.ts': said(false),
  'services/mill/src/main.ts':
    "import { say } from '../../../libs/text/src/say.ts';\nsay();\nexport const x = say() ? 1 : 2;\nvoid say();\n",
};

/** The rules see a promise where the type of an imported function made one, and nothing before. */
function isAwake() {
  return withPlanted(planted, (folder) => {
    const before = promisesLeftAlone(folder);
    plant(folder, 'libs/text/src/say.ts', said(true));
    const places = promisesLeftAlone(folder).map(({ place }) => place);
    const wanted = ['services/mill/src/main.ts:2:1', 'services/mill/src/main.ts:3:18'];
    return before.length === 0 && places.toSorted().join() === wanted.join()
      ? []
      : [
          `the rules about promises sleep: before a planted change they find "${before.map(told).join('", "')}" instead of nothing, after it "${places.join('", "')}" instead of "${wanted.join('", "')}"`,
        ];
  });
}

export function promises() {
  return [...isAwake(), ...promisesLeftAlone(root).map(told)];
}
