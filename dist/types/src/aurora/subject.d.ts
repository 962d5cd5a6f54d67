import type { Location } from '../finding.js';
import type { Value } from '../terraform/value.js';
/** What a problem can be about: a resource instance, an instance of a module call, a resource that only a plan still knows. */
export interface Subject {
    /** As Terraform prints it. */
    readonly address: string;
    /** The block's header; `undefined` for a plan without its source. */
    readonly header: Location | undefined;
    /** Where an argument went wrong: one line, of the argument that the value was written in, else the header. */
    place(argument: string, value?: Value): Location | undefined;
}
