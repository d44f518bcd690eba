// Which parts may import which. Arrows go down only; ARCHITECTURE.md says why.

const steps = ['fetch', 'clean', 'enrich', 'search'];
const below = {
  contracts: [],
  client: [],
  models: [],
  text: ['contracts'],
  ...Object.fromEntries(steps.map((step) => [step, ['contracts', 'text']])),
  // What they have learned is given to them as their own code is: the same in every run.
  clean: ['contracts', 'text', 'models'],
  enrich: ['contracts', 'text', 'models'],
  settings: ['contracts', 'text'],
  'source-files': ['contracts', 'text'],
  http: ['contracts', 'text'],
  bus: ['contracts', 'text'],
  store: ['contracts', 'text'],
  runtime: ['settings', 'contracts', 'text', 'bus', 'store'],
  reading: ['contracts', 'text', ...steps, 'runtime'],
  operate: [
    'settings',
    'source-files',
    'contracts',
    'text',
    ...steps,
    'http',
    'bus',
    'store',
    'runtime',
    'reading',
  ],
};
const libs = Object.keys(below);
const stages = ['service-fetch', 'service-clean', 'service-enrich', 'service-index'];

/** What each part may import, by the name behind `@newsmill/`. */
export const allowed = {
  ...below,
  'service-console': libs,
  'service-api': [...libs, 'service-console'],
  ...Object.fromEntries(stages.map((stage) => [stage, libs])),
  'service-mill': [...libs, ...stages, 'service-api', 'service-console'],
};

/** Libraries that hold steps and what steps know: pure, the same input gives the same output. */
export const pureLibs = ['contracts', 'text', ...steps];

/**
 * `libs/clean/src/x.ts` is in `clean`, `services/api/src/x.ts` in `service-api`; undefined for files that
 * belong to no part.
 */
export function partOf(path) {
  const match = /(?:^|\/)(libs|services)\/([^/]+)\//.exec(path);
  if (match === null) return undefined;
  return match[1] === 'libs' ? match[2] : `service-${match[2]}`;
}

/** Folders of the forms of one port, none of which imports another: what both need lies above them. */
const forms = [
  ['libs/store/src/library/sqlite/', 'libs/store/src/library/elastic/'],
  ['libs/store/src/archive/disk/', 'libs/store/src/archive/s3/'],
];

/** Whether one path lies in a form of a port and the other in another form of it. */
export function areOtherForms(one, other) {
  return forms.some((folders) => {
    const [from, to] = [one, other].map((path) => folders.find((folder) => path.startsWith(folder)));
    return from !== undefined && to !== undefined && from !== to;
  });
}
