// Usage: node count-tests.cjs REPORT STATUS. Prints `N passed, N failed[, N skipped]` from Vitest's JSON report, and
// ends with 1 unless something passed and nothing failed. STATUS is the exit code of the whole check: where a check
// other than a test failed, it counts as one failure, so that the line is never greener than the check.
const { readFileSync } = require('node:fs');

const [reportPath, status] = process.argv.slice(2);
const files = readFiles(reportPath);
const outcomes = files.flatMap((file) => file.assertionResults.map((test) => test.status));

const passed = outcomes.filter((outcome) => outcome === 'passed').length;
const failedTests = outcomes.filter((outcome) => outcome === 'failed').length;
const brokenFiles = files.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
).length;
const skipped = outcomes.length - passed - failedTests;
const failed = failedTests + brokenFiles || (status === '0' ? 0 : 1);

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Empty where the check ended before the tests could write their report. */
function readFiles(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return [];
  }
}
