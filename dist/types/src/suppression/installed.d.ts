/** Whether a file lies where `terraform init` has put it: nobody can write comments there. */
export declare const isInstalled: (path: string) => boolean;
