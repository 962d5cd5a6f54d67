/** Whether a file lies where `terraform init` has put it: nobody can write comments there. */
export const isInstalled = (path: string): boolean => path.split('/').includes('.terraform')
