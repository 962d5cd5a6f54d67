/** Whether a file lies where `terraform init` has put it: nobody writes anything there. */
export const isInstalled = (path: string): boolean => path.split('/').includes('.terraform')
