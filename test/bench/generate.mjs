import { closeSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A cluster with its instance, key and stream, all as they should be. */
export const auroraModule = (clusters) =>
  Array.from(
    { length: clusters },
    (_, index) => `resource "aws_kms_key" "audit_${index}" {
  description = "Activity stream of cluster ${index}"
}

resource "aws_rds_cluster" "main_${index}" {
  cluster_identifier = "orders-\${var.stage}-${index}"
  engine             = "aurora-postgresql"
  engine_version     = "16.4"
  master_username    = "orders"

  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main_${index}" {
  count              = 2
  identifier         = "orders-${index}-\${count.index}"
  cluster_identifier = aws_rds_cluster.main_${index}.id
  engine             = aws_rds_cluster.main_${index}.engine
  instance_class     = "db.r7g.large"
}

resource "aws_rds_cluster_activity_stream" "main_${index}" {
  resource_arn = aws_rds_cluster.main_${index}.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit_${index}.key_id
  depends_on   = [aws_rds_cluster_instance.main_${index}]
}
`,
  ).join('\n')

const STAGE = 'variable "stage" {\n  type    = string\n  default = "dev"\n}\n'

export const writeModule = (directory, clusters) => {
  mkdirSync(directory, { recursive: true })
  const text = `${STAGE}\n${auroraModule(clusters)}`
  writeFileSync(join(directory, 'main.tf'), text)
  return Buffer.byteLength(text)
}

/** What most of a repository consists of: nothing that has to do with Aurora. About 3 kB. */
const otherFile = (name) => `# ${name}: buckets, roles and functions of one service.
${Array.from(
  { length: 6 },
  (_, index) => `
resource "aws_s3_bucket" "${name}_${index}" {
  bucket        = "\${var.stage}-${name}-${index}"
  force_destroy = var.stage == "dev" ? true : false

  tags = merge(local.tags, {
    Name    = "\${var.stage}-${name}-${index}"
    Service = "${name}"
  })
}

resource "aws_iam_role" "${name}_${index}" {
  name = "\${var.stage}-${name}-${index}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}
`,
).join('')}
locals {
  ${name}_names = [for bucket in [${[0, 1, 2, 3, 4, 5].map((i) => `aws_s3_bucket.${name}_${i}`).join(', ')}] : upper(bucket.id) if bucket != null]
}
`

/** A repository of many services, one in forty with a cluster. Returns how many files and bytes were written. */
export const writeMonorepo = (directory, files = 4_099) => {
  rmSync(directory, { recursive: true, force: true })
  let bytes = 0
  const write = (path, text) => {
    writeFileSync(path, text)
    bytes += Buffer.byteLength(text)
  }
  for (let file = 0; file < files; file += 1) {
    const service = Math.floor(file / 10)
    const folder = join(directory, `team-${service % 20}`, `service-${service}`)
    mkdirSync(folder, { recursive: true })
    if (file % 10 === 0)
      write(join(folder, 'variables.tf'), `${STAGE}\nlocals {\n  tags = { team = "t${service % 20}" }\n}\n`)
    else if (file % 400 === 1) write(join(folder, 'database.tf'), auroraModule(1))
    else write(join(folder, `part-${file % 10}.tf`), otherFile(`s${service}_${file % 10}`))
  }
  return { files, bytes }
}

/** A plan's JSON on one line, as Terraform writes it: mostly policies, one Aurora cluster with its stream among them. */
export const writePlan = (path, megabytes) => {
  const known = statSync(path, { throwIfNoEntry: false })
  if (known && Math.abs(known.size - megabytes * 1e6) < megabytes * 1e5) return known.size
  const file = openSync(path, 'w')
  const resources = Math.ceil((megabytes * 1e6) / 5_091)
  const list = (item) => {
    let text = ''
    for (let index = 0; index < resources; index += 1) {
      text += `${index === 0 ? '' : ','}${JSON.stringify(item(index))}`
      if (text.length > 1 << 20) {
        writeSync(file, text)
        text = ''
      }
    }
    writeSync(file, text)
  }
  const values = (index) => ({
    name: `policy-${index}`,
    path: '/',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: Array.from({ length: 9 }, (_, statement) => ({
        Sid: `Statement${statement}`,
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject', 'kms:Decrypt'],
        Resource: [`arn:aws:s3:::bucket-${index}-${statement}/*`],
      })),
    }),
    tags: { Service: `service-${index % 400}` },
  })
  const head = (index) => ({
    address: `aws_iam_policy.policy[${index}]`,
    mode: 'managed',
    type: 'aws_iam_policy',
    name: 'policy',
    index,
    provider_name: 'registry.terraform.io/hashicorp/aws',
  })
  writeSync(
    file,
    '{"format_version":"1.2","terraform_version":"1.11.4","variables":{},"planned_values":{"root_module":{"resources":[',
  )
  list((index) => ({ ...head(index), schema_version: 0, values: values(index), sensitive_values: { tags: {} } }))
  writeSync(file, `,${aurora.map(({ planned }) => JSON.stringify(planned)).join(',')}]}},"resource_changes":[`)
  list((index) => ({
    ...head(index),
    change: {
      actions: ['update'],
      before: values(index),
      after: values(index),
      after_unknown: {},
      before_sensitive: {},
    },
  }))
  writeSync(
    file,
    `,${aurora.map(({ change }) => JSON.stringify(change)).join(',')}],"configuration":{"root_module":{"resources":[`,
  )
  writeSync(file, `${aurora.map(({ configuration }) => JSON.stringify(configuration)).join(',')}]}}}\n`)
  closeSync(file)
  return statSync(path).size
}

const planned = (type, values, unknown, expressions, dependsOn) => {
  const head = { address: `${type}.main`, mode: 'managed', type, name: 'main' }
  const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' }
  return {
    planned: { ...head, ...provider, schema_version: 0, values, sensitive_values: {} },
    change: {
      ...head,
      ...provider,
      change: {
        actions: ['create'],
        before: null,
        after: values,
        after_unknown: unknown,
        before_sensitive: false,
        after_sensitive: {},
      },
    },
    configuration: {
      ...head,
      provider_config_key: 'aws',
      expressions,
      schema_version: 0,
      ...(dependsOn ? { depends_on: dependsOn } : {}),
    },
  }
}

const aurora = [
  planned('aws_kms_key', { is_enabled: true }, { key_id: true, arn: true }, {}),
  planned(
    'aws_rds_cluster',
    { cluster_identifier: 'main', engine: 'aurora-mysql' },
    { arn: true, id: true },
    { cluster_identifier: { constant_value: 'main' }, engine: { constant_value: 'aurora-mysql' } },
  ),
  planned(
    'aws_rds_cluster_instance',
    { engine: 'aurora-mysql', instance_class: 'db.r7g.large' },
    { cluster_identifier: true },
    { cluster_identifier: { references: ['aws_rds_cluster.main.id', 'aws_rds_cluster.main'] } },
  ),
  planned(
    'aws_rds_cluster_activity_stream',
    { mode: 'async' },
    { resource_arn: true, kms_key_id: true },
    {
      mode: { constant_value: 'async' },
      resource_arn: { references: ['aws_rds_cluster.main.arn', 'aws_rds_cluster.main'] },
      kms_key_id: { references: ['aws_kms_key.main.key_id', 'aws_kms_key.main'] },
    },
    ['aws_rds_cluster_instance.main'],
  ),
]
