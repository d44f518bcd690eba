import { shortDoses } from './short-doses.ts';

shortDoses('embedded', ['kill', 'terminate']);
