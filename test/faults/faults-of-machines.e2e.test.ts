import { shortDoses } from './short-doses.ts';

await shortDoses('embedded', ['disk-full', 'small-heap', 'clock']);
