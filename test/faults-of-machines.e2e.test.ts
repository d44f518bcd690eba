import { shortDoses } from './short-doses.ts';

shortDoses('embedded', ['disk-full', 'small-heap']);
