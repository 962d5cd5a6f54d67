/** What a schema does not allow, in the words of ajv. */
export interface SchemaError {
    /** JSON pointers: into the document, into the schema. */
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator {
    (document: unknown): boolean;
    readonly errors?: readonly SchemaError[] | null;
}
export declare const config: Validator;
export declare const baseline: Validator;
