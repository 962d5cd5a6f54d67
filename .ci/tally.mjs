/** Prints `N passed, N failed, N skipped` from the test runner's JSON report; fails where there is none or nothing ran. */
import { readFileSync } from 'node:fs'

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: false }
  }
}

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = read(process.argv[2])
// A test file that does not load fails the run without a failed test.
const failed = success ? numFailedTests : Math.max(numFailedTests, 1)
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`)
process.exitCode = failed === 0 && numPassedTests > 0 ? 0 : 1
