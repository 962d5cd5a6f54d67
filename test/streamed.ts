/** What tests of single files are about: a cluster, and in a file of its own the stream that waits for its instance. */
export const cluster = (engine = '"aurora-postgresql"'): string => `resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = ${engine}
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = ${engine}
  instance_class     = "db.r6g.large"
}
`

export const stream = `resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.main.key_id
  depends_on   = [aws_rds_cluster_instance.main]
}
`
