// Long suites go first: none of them shall be left alone at the end. Where jest has no times of an earlier run it goes
// by the size of files.
import Sequencer from '@jest/test-sequencer';
import { isLong, needsMill } from './long-suites.mjs';
import { setUp } from './setup.mjs';

/** Long suites that compute all the time, while most long suites wait for servers and clocks. */
const isComputing = ({ path }) =>
  /\.browser\.|\/(?:fuzz|linear-readers|any-text|floors|big-news-web|documents\.e2e|inputs)\.test/.test(path);

/** Drills of what the product promises: no machine is so slow that it leaves them out. Their files are small. */
const isDrill = ({ path }) => /\/(?:faults-of-\w+\.e2e|service-drill|restart-drill)\.test/.test(path);

/** Drills come among so many suites at the beginning. */
const earlySuites = 12;

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

/** Builds what changed where a suite starts the built mill; whatever else runs from the sources. */
async function build(tests) {
  if (!tests.some(({ path }) => needsMill(path))) return;
  try {
    await setUp({ tools: true, quiet: true });
    // In a watch, sources change after they were built.
    if (process.env.TEST_WATCH !== 'yes') process.env.TEST_BUILT = 'yes';
  } catch (error) {
    // Half-written sources are no reason to end a watch; what needs no build is still tested.
    if (process.env.TEST_WATCH !== 'yes') throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}

export default class LongFirstSequencer extends Sequencer {
  async sort(tests) {
    await build(tests);
    const sorted = super.sort(tests);
    const long = sorted.filter(({ path }) => isLong(path));
    const waiting = long.filter((test) => !isComputing(test) && !isDrill(test));
    // Each drill takes a core or two for itself: one after the other, early.
    const early = dealOut(long.filter(isDrill), waiting.splice(0, earlySuites));
    return [
      // What computes fills the cores while others wait.
      ...dealOut(long.filter(isComputing), [...early, ...waiting]),
      ...sorted.filter(({ path }) => !isLong(path)),
    ];
  }
}
