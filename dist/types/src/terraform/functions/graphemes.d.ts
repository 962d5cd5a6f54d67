/** The characters as people count them, which is how Terraform does. */
export declare const graphemes: (text: string) => readonly string[];
