import { shortDoses } from './short-doses.ts';

await shortDoses('embedded', ['upgrade', 'soak']);
