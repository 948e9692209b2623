// Usage: node count-tests.cjs STATUS REPORT... Prints one line, `N passed, N failed[, N skipped]`, for all of these reports
// of Vitest (JSON), and ends with 1 unless something passed and nothing failed. A report that cannot be read counts as one
// failure. STATUS is the exit code of what made the reports: where a check other than a test failed, it counts as one
// failure, so that the line is never greener than the checks.
const { readFileSync } = require('node:fs');

const [status, ...reportPaths] = process.argv.slice(2);
const reports = reportPaths.map(readFiles);
const files = reports.flatMap((report) => report ?? []);
const outcomes = files.flatMap((file) => file.assertionResults.map((test) => test.status));

const passed = outcomes.filter((outcome) => outcome === 'passed').length;
const failedTests = outcomes.filter((outcome) => outcome === 'failed').length;
const brokenFiles = files.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
).length;
const missing = reports.filter((report) => report === null).length;
const skipped = outcomes.length - passed - failedTests;
const failed = failedTests + brokenFiles + missing || (status === '0' ? 0 : 1);

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Nothing where the tests ended before they could write their report. */
function readFiles(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return null;
  }
}
