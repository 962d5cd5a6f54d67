export interface ActionTables {
  readonly inputs: string
  readonly outputs: string
}
export declare const actionTables: (metadata?: string) => ActionTables
