import type { Check } from '../../src/rule.js'

// Terraform hands inputs on unread: what is wrong with them shows only when the apply has built the cluster.
export const check: Check = function* ({ inputMistakes }) {
  for (const { call, mistake } of inputMistakes) {
    const { argument, value, severity, what, remedy, because = [], mend } = mistake
    yield {
      on: call,
      argument,
      ...(value && { value }),
      ...(severity && { severity }),
      message: what,
      hint: remedy,
      because: [...because, call.judgedBy],
      fix: mend?.(),
    }
  }
}
