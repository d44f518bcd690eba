import { millContract } from './mill-run.contract.ts';

millContract(
  'the embedded mill over a news web',
  { settings: () => Promise.resolve({}), shownAfterMs: 0 },
  240_000,
);
