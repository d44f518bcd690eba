// Builds what changed before each run of a watch: tests that start the built mill never meet an old one.
import LongFirstSequencer from './jest-order.mjs';
import { setUp } from './setup.mjs';

export default class BuildingSequencer extends LongFirstSequencer {
  async sort(tests) {
    try {
      await setUp({ tools: true, quiet: true });
    } catch (error) {
      // Half-written sources are no reason to end a watch; what needs no build is still tested.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return super.sort(tests);
    }
    return super.sort(tests);
  }
}
