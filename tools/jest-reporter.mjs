// Gathers counts, and what was skipped and why, into the file that TEST_SUMMARY names; tools/test.mjs prints
// them last. A test that cannot run says why at the end of its title: it.skip('scores the big news web
// (skipped: the benchmark folder is absent)').
import { writeFileSync } from 'node:fs';

/** Suites that do faults to a mill. */
const ofFaults = /\/test\/faults\/(?:faults-|service-drill|restart-drill)/;

const reasonInTitle = /^(.*?)\s*\(skipped: (.+)\)$/;

/** Name and reason of one skipped test; the reason may stand on the test or on a describe around it. */
function skippedEntry(test) {
  for (const title of [test.title, ...test.ancestorTitles.toReversed()]) {
    const match = reasonInTitle.exec(title);
    if (match !== null) return { name: match[1], reason: match[2] };
  }
  return { name: test.fullName, reason: 'no reason given' };
}

export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_SUMMARY;
    if (file === undefined) return;
    // With -t every test that the pattern leaves out counts as pending: chosen by the caller, so not told.
    const isFiltered = process.argv.some((argument) => /^(-t|--testNamePattern)/.test(argument));
    const entries = isFiltered
      ? []
      : results.testResults.flatMap((suite) =>
          suite.testResults
            .filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
            .map(skippedEntry),
        );
    const skipped = [...new Map(entries.map((entry) => [`${entry.name}\0${entry.reason}`, entry])).values()];
    const broken = results.testResults.filter(
      (suite) => suite.testExecError !== undefined && suite.testExecError !== null,
    ).length;
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + Math.max(broken, results.numRuntimeErrorTestSuites),
        skipped,
        faultSeconds: Math.round(
          results.testResults
            .filter((suite) => ofFaults.test(suite.testFilePath))
            .reduce((sum, { perfStats }) => sum + (perfStats.end - perfStats.start) / 1_000, 0),
        ),
      }),
    );
  }
}
