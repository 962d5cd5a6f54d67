# A sample in the manner of the guides that teams copy from: literals and placeholders, one file, no variables.
# `terraform validate` and `terraform plan` accept its six mistakes.

terraform {
  required_version = ">= 1.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_kms_key" "stream-key" {
  description = "Customer managed key for the activity stream"
  key_usage   = "ENCRYPT_DECRYPT"
  is_enabled  = true
}

resource "aws_rds_cluster" "ledger-cluster" {
  cluster_identifier  = "ledger-aurora"
  engine              = "aurora-mysql"
  engine_version      = "5.7.mysql_aurora.2.09.2"
  availability_zones  = ["eu-west-1a", "eu-west-1b"]
  database_name       = "<database>"
  master_username     = "<user>"
  master_password     = "<password>"
  skip_final_snapshot = true
}

resource "aws_rds_cluster_instance" "ledger-instances" {
  count              = 2
  identifier         = "ledger-aurora-${count.index}"
  cluster_identifier = aws_rds_cluster.ledger-cluster.id
  engine             = aws_rds_cluster.ledger-cluster.engine
  engine_version     = aws_rds_cluster.ledger-cluster.engine_version
  instance_class     = "db.m6g.large"
}

resource "aws_rds_cluster_activity_stream" "ledger-stream" {
  resource_arn = aws_rds_cluster.ledger-cluster.arn
  mode         = "async"
  kms_key_id   = "aws_kms_key.stream-key.arn"
  depends_on   = [aws_rds_cluster_instance.ledger-instances]
}
