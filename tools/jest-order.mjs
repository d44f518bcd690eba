// Long suites go first: none of them shall be left alone at the end. Where jest has no times of an earlier run it goes
// by the size of files.
import Sequencer from '@jest/test-sequencer';
import { isLong } from './long-suites.mjs';

/** Long suites that compute all the time, while most long suites wait for servers and clocks. */
const isComputing = ({ path }) =>
  /\.browser\.|\/(?:fuzz|linear-readers|any-text|floors|big-news-web|documents\.e2e|inputs)\.test/.test(path);

/** Deals the few out among the many. */
function dealOut(few, many) {
  const share = (many.length + 1) / few.length;
  return [
    ...few.flatMap((one, index) => [
      one,
      ...many.slice(Math.floor(index * share), Math.floor((index + 1) * share)),
    ]),
    ...(few.length === 0 ? many : []),
  ];
}

export default class LongFirstSequencer extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const long = sorted.filter(({ path }) => isLong(path));
    return [
      // What computes fills the cores while others wait.
      ...dealOut(
        long.filter(isComputing),
        long.filter((test) => !isComputing(test)),
      ),
      ...sorted.filter(({ path }) => !isLong(path)),
    ];
  }
}
