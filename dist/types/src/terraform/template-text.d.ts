import type { Evaluator } from './evaluator.js';
import type { ModuleInstance } from './module-instance.js';
import type { Value } from './value.js';
/** What `templatefile` and `templatestring` make of a template: its text is that of a heredoc, its names are the variables alone. */
export declare const renderTemplate: (evaluator: Evaluator, text: string, variables: Value, module: ModuleInstance) => Value;
