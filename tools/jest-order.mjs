// Suites that start processes and servers go first: they take long, and none of them shall be left alone at the
// end. Where jest has no times of an earlier run it goes by the size of files.
import Sequencer from '@jest/test-sequencer';

const isLong = ({ path }) => /\/test\/|\/(?:kafka|redis|elastic|s3|sentinel)/.test(path);

export default class LongFirstSequencer extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
