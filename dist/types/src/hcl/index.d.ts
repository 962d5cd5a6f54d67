export { arbitrate, type Verdict } from './arbiter.js';
export { type EmbeddedExpression, parseEmbeddedExpression } from './embedded.js';
export { type JsonBlockSchema, parseJsonSyntax } from './json.js';
export { parseNative } from './native.js';
export type * from './syntax.js';
export { children, walk } from './walk.js';
