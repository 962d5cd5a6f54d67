/** Parts of a configuration that is in order but for the key of its streams. */

export const key = 'resource "aws_kms_key" "audit" {\n  enable_key_rotation = true\n}\n'

/** With an instance. */
export const cluster = (name: string): string => `
resource "aws_rds_cluster" "${name}" {
  engine         = "aurora-postgresql"
  engine_version = "15.4"
}

resource "aws_rds_cluster_instance" "${name}" {
  cluster_identifier = aws_rds_cluster.${name}.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`

/** Whose key is a reference in quotes, where nothing else is said. */
export const stream = (name: string, keyId = '"aws_kms_key.audit.arn"', comment = ''): string => `
resource "aws_rds_cluster_activity_stream" "${name}" {
  resource_arn = aws_rds_cluster.${name}.arn
  mode         = "async"
  kms_key_id   = ${keyId}${comment}

  depends_on = [aws_rds_cluster_instance.${name}]
}
`
