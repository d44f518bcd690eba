// Which parts may import which. Arrows go down only; ARCHITECTURE.md says why.

const steps = ['fetch', 'clean', 'enrich', 'search'];
const below = {
  contracts: [],
  client: [],
  text: ['contracts'],
  ...Object.fromEntries(steps.map((step) => [step, ['contracts', 'text']])),
  http: ['contracts', 'text'],
  bus: ['contracts', 'text'],
  store: ['contracts', 'text'],
  runtime: ['contracts', 'text', 'http', 'bus', 'store'],
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

/** `libs/clean/src/x.ts` is in `clean`, `services/api/src/x.ts` in `service-api`; undefined for files that belong to no part. */
export function partOf(path) {
  const match = /(?:^|\/)(libs|services)\/([^/]+)\//.exec(path);
  if (match === null) return undefined;
  return match[1] === 'libs' ? match[2] : `service-${match[2]}`;
}
