// How many tests passed, failed and were skipped, read from what the reporters wrote. A report that is not there
// means that its program fell over before a test ran: one failure.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} file @param {(report: any) => Counts} read @returns {Counts} */
function fromReport(file, read) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = read(JSON.parse(fs.readFileSync(file, 'utf8')));
  fs.rmSync(file);
  return counts;
}

/** @param {string} file */
export const vitestCounts = (file) =>
  fromReport(file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

/** @param {string} file */
export const playwrightCounts = (file) =>
  fromReport(file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
