/** Whether a file lies where `terraform init` has put it: nobody writes anything there. */
export declare const isInstalled: (path: string) => boolean;
