// Says how each suite ends, as jest does.
import { DefaultReporter } from '@jest/reporters';

export default class LinesReporter extends DefaultReporter {
  /**
   * jest's own keeps the tests of the suites that run, and counts them at each redraw of a line that terminals show.
   */
  onTestCaseResult() {}
}
