/** What `aws rds describe-orderable-db-instance-options` says of one. */
export interface OrderableInstance {
  readonly Engine: string
  readonly EngineVersion: string
  readonly DBInstanceClass: string
  readonly AvailabilityZones?: readonly { readonly Name: string }[]
  readonly SupportedActivityStreamModes?: readonly string[]
}
export declare const differences: (options: readonly OrderableInstance[]) => readonly string[]
