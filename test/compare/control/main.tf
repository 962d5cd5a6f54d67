# What each of the tools has to find something in, or it is not set up as it should be: a database that is public and not
# encrypted, of a class that does not exist, and a cluster of Aurora without a stream.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_db_instance" "main" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.x9.enormous"
  publicly_accessible = true
  storage_encrypted   = false
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
}
