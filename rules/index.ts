import { ruleUrl } from '../src/project.js'
import type { Check, Rule } from '../src/rule.js'
import { check as activityStreamRemoved } from './activity-stream-removed/check.js'
import activityStreamRemovedMetadata from './activity-stream-removed/rule.json' with { type: 'json' }
import { check as activityStreamReplaced } from './activity-stream-replaced/check.js'
import activityStreamReplacedMetadata from './activity-stream-replaced/rule.json' with { type: 'json' }
import { check as availabilityZonesForceReplacement } from './availability-zones-force-replacement/check.js'
import availabilityZonesForceReplacementMetadata from './availability-zones-force-replacement/rule.json' with {
  type: 'json',
}
import { check as awsManagedKmsKey } from './aws-managed-kms-key/check.js'
import awsManagedKmsKeyMetadata from './aws-managed-kms-key/rule.json' with { type: 'json' }
import { check as clusterRestart } from './cluster-restart/check.js'
import clusterRestartMetadata from './cluster-restart/rule.json' with { type: 'json' }
import { check as clusterWithoutInstance } from './cluster-without-instance/check.js'
import clusterWithoutInstanceMetadata from './cluster-without-instance/rule.json' with { type: 'json' }
import { check as duplicateActivityStream } from './duplicate-activity-stream/check.js'
import duplicateActivityStreamMetadata from './duplicate-activity-stream/rule.json' with { type: 'json' }
import { check as invalidDatabaseIdentifier } from './invalid-database-identifier/check.js'
import invalidDatabaseIdentifierMetadata from './invalid-database-identifier/rule.json' with { type: 'json' }
import { check as invalidKmsKeyId } from './invalid-kms-key-id/check.js'
import invalidKmsKeyIdMetadata from './invalid-kms-key-id/rule.json' with { type: 'json' }
import { check as invalidModuleInputs } from './invalid-module-inputs/check.js'
import invalidModuleInputsMetadata from './invalid-module-inputs/rule.json' with { type: 'json' }
import { check as invalidResourceArn } from './invalid-resource-arn/check.js'
import invalidResourceArnMetadata from './invalid-resource-arn/rule.json' with { type: 'json' }
import { check as kinesisStreamName } from './kinesis-stream-name/check.js'
import kinesisStreamNameMetadata from './kinesis-stream-name/rule.json' with { type: 'json' }
import { check as kmsKeyForcesReplacement } from './kms-key-forces-replacement/check.js'
import kmsKeyForcesReplacementMetadata from './kms-key-forces-replacement/rule.json' with { type: 'json' }
import { check as majorUpgradeWithStream } from './major-upgrade-with-stream/check.js'
import majorUpgradeWithStreamMetadata from './major-upgrade-with-stream/rule.json' with { type: 'json' }
import { check as missingActivityStream } from './missing-activity-stream/check.js'
import missingActivityStreamMetadata from './missing-activity-stream/rule.json' with { type: 'json' }
import { check as missingInstanceDependsOn } from './missing-instance-depends-on/check.js'
import missingInstanceDependsOnMetadata from './missing-instance-depends-on/rule.json' with { type: 'json' }
import { check as regionMismatch } from './region-mismatch/check.js'
import regionMismatchMetadata from './region-mismatch/rule.json' with { type: 'json' }
import { check as undecryptedFirehose } from './undecrypted-firehose/check.js'
import undecryptedFirehoseMetadata from './undecrypted-firehose/rule.json' with { type: 'json' }
import { check as unsupportedArgument } from './unsupported-argument/check.js'
import unsupportedArgumentMetadata from './unsupported-argument/rule.json' with { type: 'json' }
import { check as unsupportedCluster } from './unsupported-cluster/check.js'
import unsupportedClusterMetadata from './unsupported-cluster/rule.json' with { type: 'json' }
import { check as unsupportedEngineVersion } from './unsupported-engine-version/check.js'
import unsupportedEngineVersionMetadata from './unsupported-engine-version/rule.json' with { type: 'json' }
import { check as unsupportedInstanceClass } from './unsupported-instance-class/check.js'
import unsupportedInstanceClassMetadata from './unsupported-instance-class/rule.json' with { type: 'json' }
import { check as unsupportedMode } from './unsupported-mode/check.js'
import unsupportedModeMetadata from './unsupported-mode/rule.json' with { type: 'json' }
import { check as unsupportedRegion } from './unsupported-region/check.js'
import unsupportedRegionMetadata from './unsupported-region/rule.json' with { type: 'json' }
import { check as unusableKmsKey } from './unusable-kms-key/check.js'
import unusableKmsKeyMetadata from './unusable-kms-key/rule.json' with { type: 'json' }

type Metadata = Omit<Rule['metadata'], 'url' | 'severity'> & { readonly severity: string; readonly $schema: string }

const rule = ({ $schema: _, ...metadata }: Metadata, check: Check): Rule => ({
  metadata: { ...metadata, severity: metadata.severity as Rule['metadata']['severity'], url: ruleUrl(metadata.id) },
  check,
})

/** Every rule, sorted by id. `rule.json` is held to its schema by the tests. */
export const rules: readonly Rule[] = [
  rule(activityStreamRemovedMetadata, activityStreamRemoved),
  rule(activityStreamReplacedMetadata, activityStreamReplaced),
  rule(availabilityZonesForceReplacementMetadata, availabilityZonesForceReplacement),
  rule(awsManagedKmsKeyMetadata, awsManagedKmsKey),
  rule(clusterRestartMetadata, clusterRestart),
  rule(clusterWithoutInstanceMetadata, clusterWithoutInstance),
  rule(duplicateActivityStreamMetadata, duplicateActivityStream),
  rule(invalidDatabaseIdentifierMetadata, invalidDatabaseIdentifier),
  rule(invalidKmsKeyIdMetadata, invalidKmsKeyId),
  rule(invalidModuleInputsMetadata, invalidModuleInputs),
  rule(invalidResourceArnMetadata, invalidResourceArn),
  rule(kinesisStreamNameMetadata, kinesisStreamName),
  rule(kmsKeyForcesReplacementMetadata, kmsKeyForcesReplacement),
  rule(majorUpgradeWithStreamMetadata, majorUpgradeWithStream),
  rule(missingActivityStreamMetadata, missingActivityStream),
  rule(missingInstanceDependsOnMetadata, missingInstanceDependsOn),
  rule(regionMismatchMetadata, regionMismatch),
  rule(undecryptedFirehoseMetadata, undecryptedFirehose),
  rule(unsupportedArgumentMetadata, unsupportedArgument),
  rule(unsupportedClusterMetadata, unsupportedCluster),
  rule(unsupportedEngineVersionMetadata, unsupportedEngineVersion),
  rule(unsupportedInstanceClassMetadata, unsupportedInstanceClass),
  rule(unsupportedModeMetadata, unsupportedMode),
  rule(unsupportedRegionMetadata, unsupportedRegion),
  rule(unusableKmsKeyMetadata, unusableKmsKey),
]
