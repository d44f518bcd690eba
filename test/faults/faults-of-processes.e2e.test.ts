import { shortDoses } from './short-doses.ts';

await shortDoses('embedded', ['kill', 'kill-library', 'pause', 'terminate']);
