var a=Object.defineProperty;var i=Object.getOwnPropertyDescriptor;var o=Object.getOwnPropertyNames;var d=Object.prototype.hasOwnProperty;var c=(n,e)=>{for(var t in e)a(n,t,{get:e[t],enumerable:!0})},m=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of o(e))!d.call(n,s)&&s!==t&&a(n,s,{get:()=>e[s],enumerable:!(r=i(e,s))||r.enumerable});return n};var u=n=>m(a({},"__esModule",{value:!0}),n);var h={};c(h,{pages:()=>l});module.exports=u(h);var l=new Map([["activity-stream-removed",`# activity-stream-removed

A stream that the plan deletes while its cluster stays.

## What goes wrong

Only a plan can tell. Deleting the resource stops the stream and restarts the cluster, and AWS deletes the Kinesis stream
together with it: what no consumer has read by then, of up to 24 hours, is gone. From then on the cluster, which stays, is not
audited.

Often nobody wants it: the resource was renamed or moved into a module without a \`moved\` block, \`count\` was added to it in
another place, or a key has vanished from a \`for_each\`. Then the plan makes another stream beside, and auditing goes on after
a gap.

## How AWS reports it

Not at all: the apply succeeds. The stop is in CloudTrail as \`StopActivityStream\`.

## Avoid

\`\`\`hcl
# The stream that runs is aws_rds_cluster_activity_stream.main.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "audit" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
# The stream that runs is aws_rds_cluster_activity_stream.main.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "audit" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

moved {
  from = aws_rds_cluster_activity_stream.main
  to   = aws_rds_cluster_activity_stream.audit
}
\`\`\`

## Patch

Where the same plan makes a stream for the cluster under another address, adds a \`moved\` block from the old one to it, behind the
block of the new stream (behind the root module's call where the two are in different modules). The plan has to be made anew
afterwards.

It is safe where mode and key stay as they are, for then nothing but the address changes; otherwise the stream is replaced under
its new address, and the patch unsafe.

There is none where the stream has no successor: whether it is to stay, to go on without Terraform or to end is a choice. What
writes it again is the patch of [missing-activity-stream](../missing-activity-stream/README.md), reported beside it.

## When it is silent

- A cluster that is deleted or replaced in the same plan takes its stream along; \`terraform destroy\` is silent for that
  reason.
- A stream whose cluster is not in the plan is not judged.
- What a \`removed\` block with \`destroy = false\` forgets runs on, and so does what a plan with \`-target\` leaves alone.
- That the cluster has no stream any more is \`missing-activity-stream\`, which is reported beside it.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [StopActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopActivityStream.html)
- [Refactoring: moved blocks](https://developer.hashicorp.com/terraform/language/modules/develop/refactoring)
- [MITRE ATT&CK T1562.008](https://attack.mitre.org/techniques/T1562/008/)
`],["activity-stream-replaced",`# activity-stream-replaced

A stream that the plan deletes and makes anew.

## What goes wrong

Only a plan can tell. \`resource_arn\`, \`mode\`, \`kms_key_id\` and \`engine_native_audit_fields_included\` all force a replacement.
It stops the stream, and AWS deletes its Kinesis stream with all records that nobody has read; then a new one starts. In
between nothing is audited, and both steps restart the cluster.

A key is renewed without a replacement: \`enable_key_rotation\` gives it new material under the same ID.

## How AWS reports it

Not at all: the apply succeeds, some minutes later.

## Avoid

\`\`\`hcl
# The stream that runs has the key aws_kms_key.audit.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_kms_key" "audit_2026" {
  description = "Database activity streams, the key of 2026"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit_2026.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
# The stream that runs has the key aws_kms_key.audit.
resource "aws_kms_key" "audit" {
  description         = "Database activity streams"
  enable_key_rotation = true
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Where nothing but a mode or a key that is written as a text changes, writes the one that the stream runs with in its place. The
plan has to be made anew afterwards.

It is unsafe: that the change is not wanted is a guess.

There is none for a key that is a reference ([kms-key-forces-replacement](../kms-key-forces-replacement/README.md) mends those
that name the same key), for another cluster, and where the plan itself asks for the replacement.

## When it is silent

- Where nothing but the plan's reason is known (\`-replace\`, a tainted resource, \`replace_triggered_by\`) the finding names
  that, and no argument.
- A stream that is deleted under one address and created under another is \`activity-stream-removed\`.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
`],["availability-zones-force-replacement",`# availability-zones-force-replacement

An Aurora cluster with fewer than three availability zones, so that the next plan replaces it.

## What goes wrong

RDS spreads the storage of an Aurora cluster over three zones, however few were asked for, and reports these three. A change
of the argument replaces the cluster: with one or two zones every later plan finds a difference, and the next apply destroys the
cluster, with its activity stream and, where no final snapshot is taken, its data.

## How AWS reports it

Not at all. \`terraform plan\` shows \`-/+ destroy and then create replacement\` with \`availability_zones # forces replacement\`
once the cluster is there; the first plan and apply pass.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  availability_zones          = ["us-east-1a", "us-east-1b"]
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Removes the argument: the zones of a running cluster stay as RDS reports them, and nothing replaces it. Where the zones come from
a variable or a module's argument, they stay, and \`lifecycle\` is made to ignore their changes.

Removing is safe where the zones are listed in the cluster itself; elsewhere the list may be longer for another instance.
\`ignore_changes\` is unsafe: it holds for all clusters of the block, those with three zones included.

## When it is silent

- \`lifecycle { ignore_changes = [availability_zones] }\` on the cluster. A plan's JSON does not hold \`lifecycle\`: from a plan alone
  the rule fires and says so.
- A list whose length is not known is not judged, zones that are not known in a list of known length are; of a condition that
  nobody can decide, all arms have to be wrong.
- A list without zones means the same as none; Multi-AZ DB clusters (\`engine = "mysql"\` or \`"postgres"\`) take the three zones
  that they are given.

## References

- [aws_rds_cluster](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster)
- [CreateDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
`],["aws-managed-kms-key",`# aws-managed-kms-key

A stream that names a key that AWS manages.

## What goes wrong

The records of a stream are encrypted with a key whose policy and grants its owner decides on: a customer managed key. Those that
AWS makes by itself, \`alias/aws/rds\` and all others under \`alias/aws/\`, are for the service of that name alone. Terraform takes any
text for \`kms_key_id\`, and a data source of such a key gives a bare key ID that looks like any other. The apply fails after the
cluster and its instances were built.

## How AWS reports it

\`StartActivityStream\` refuses the key, with \`KMSKeyNotAccessibleFault\` or a message that asks for a customer managed key.
\`terraform validate\` and \`terraform plan\` say nothing.

## Avoid

\`\`\`hcl
data "aws_kms_alias" "rds" {
  name = "alias/aws/rds"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = data.aws_kms_alias.rds.target_key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The patch gives the stream the one suitable customer managed key of its module, or, where there is none or more than one, a new key
with rotation and an alias, repeated and managed like the stream. Where a call hands the key in, it is written there, unless
something else reads that input. It is unsafe: a new key costs money, which key is right only its owner knows, and who reads the
stream needs \`kms:Decrypt\` on it.

There is no patch where one block makes several streams and only some have a key of AWS, unless a local value names that key for them.

## When it is silent

- A bare key ID, or the ARN with one, does not say whose key it is; a plan that has read the data source knows.
- A value that is not known is not judged; of a condition that nobody can decide, all arms have to be wrong.

Where it fires, [kms-key-forces-replacement](../kms-key-forces-replacement/README.md) is silent for the same stream: another key is
needed, by whatever name.

## References

- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
- [Kinds of KMS keys](https://docs.aws.amazon.com/kms/latest/developerguide/concepts-intro.html)
`],["cluster-restart",`# cluster-restart

A stream that the plan creates on a cluster that already runs.

## What goes wrong

Only a plan can tell. Starting a stream restarts the database instances of the cluster. The provider always asks for it
immediately, whatever \`apply_immediately\` of the cluster says and whenever its maintenance window is, and the resource has no
argument to change that.

It cannot be avoided for a cluster that runs; when it happens can be chosen.

## How AWS reports it

Not at all: the apply succeeds, and the instances are rebooted while it runs.

## Avoid

\`\`\`hcl
# The cluster runs already, the stream is new.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
# The stream is created together with its cluster.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

There is none: nothing is wrong in the configuration, what matters is when it is applied.

## When it is silent

- A cluster that the same plan creates or replaces has nobody connected to it yet.
- Where a stream already runs on the cluster, and is deleted in the same plan, \`activity-stream-removed\` says so; a
  replacement is \`activity-stream-replaced\`.
- A stream whose cluster is not in the plan is not judged.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
`],["cluster-without-instance",`# cluster-without-instance

A streamed cluster without an instance.

## What goes wrong

An \`aws_rds_cluster\` alone is storage and an endpoint; what streams are its instances. A stream of a cluster without one cannot start. Often the instances
are made from a map that is empty in this environment (\`for_each = var.instances\`, \`count = 0\`), or the cluster is the secondary one of a
global database, which may well stand without instances but cannot stream then.

## How AWS reports it

\`InvalidDBClusterStateFault\` from \`StartActivityStream\`, at every apply.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Adds an \`aws_rds_cluster_instance\` behind the cluster, repeated and managed like it, with its engine and version and the class that
costs least of those that can stream, and lets the stream depend on it. The class is a suggestion.

It is unsafe: an instance costs money.

There is none where instances are declared and \`count\` or \`for_each\` leaves them out: how many there are to be is decided there. Nor where
another cluster of the same block has an instance, or the stream stands in a module that cannot wait for the new one.

## When it is silent

- Where the number of instances is not known, or which cluster an instance belongs to, here or in another root module of the run.
- Where a module whose source is not at hand is given the cluster's identifier: it may hold the instance.
- In a plan that says of itself that it is not complete (\`-target\`).
- Clusters without a stream, and those that no instance would help ([unsupported-cluster](../unsupported-cluster/README.md)).

## References

- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [aws_rds_cluster_instance](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance)
`],["duplicate-activity-stream",`# duplicate-activity-stream

Two activity streams for one cluster.

## What goes wrong

A cluster has one activity stream or none. Terraform starts both at once: RDS takes the one that comes first and refuses the
other, and which one that is may differ from apply to apply. When one of them is removed later, the cluster's stream is stopped,
and the other resource is left without the stream that it stands for.

## How AWS reports it

At apply, for one of the two: \`StartActivityStream\` answers \`InvalidDBClusterStateFault\`, since the stream of the cluster is
not stopped. \`terraform validate\` and \`terraform plan\` pass.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

resource "aws_rds_cluster_activity_stream" "security" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The block of the second stream goes, or that of the first where the second's makes other streams as well; what refers to the one
refers to the other then. Of a block with \`count = 2\` whose streams are all for one cluster one is left. Where one of the two is
in a known module, the resource goes if nothing refers to it, else the inputs that turn the module's stream on; a stream beside
\`cloudposse/rds-cluster/aws\` stays, since it can wait for the instances and the module's own does not.

It is unsafe. Which of the two is to stay, nobody but you knows: their modes and keys may differ. And where the one that goes is
in the state, Terraform stops the cluster's only stream when it destroys it, the records in its Kinesis stream that nobody has
read are lost, and the next plan starts the other one with a restart. \`terraform state rm\` before the apply, or a \`removed\` block
with \`lifecycle { destroy = false }\`, keeps the stream that runs.

There is none where the block makes a stream that is not too many: one of another cluster, or the same in a module that is called
again; nor where something that cannot be told apart names it, such as a \`moved\` or an \`import\` block.

## When it is silent

- A stream with a condition, a \`count\` or a \`for_each\` that is not known counts only where it exists whenever its cluster does.
- A stream whose \`resource_arn\` is mistaken (quoted, the wrong attribute) is reported by
  [invalid-resource-arn](../invalid-resource-arn/README.md) alone.
- Of clusters outside of the configuration only what is certain to be equal counts: the same ARN, the same data source.

Every stream but the first by address is reported.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
`],["invalid-database-identifier",`# invalid-database-identifier

A database or master user name that RDS refuses.

## What goes wrong

The provider takes any text for \`database_name\` and \`master_username\`. RDS takes letters, digits and underscores: a
placeholder such as \`[db-name]\` and a name with a hyphen pass \`terraform validate\` and \`terraform plan\`, and the apply
fails with the cluster that everything else waits for.

## How AWS reports it

At apply: \`InvalidParameterValue: DatabaseName must begin with a letter and contain only alphanumeric characters.\`, and the
like for \`MasterUsername\`.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  database_name               = "orders-db"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  database_name               = "orders_db"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Writes the name with underscores for what RDS refuses, without those at its ends: \`[db-name]\` becomes \`db_name\`. A name that
begins with a digit or is a word that engines keep for themselves gets \`app_\` before it. Where the text serves this argument
alone, it is changed where it stands; where it may be the name of something else, too, or is not known in full, the argument
replaces the characters: \`replace(var.name, "-", "_")\`. A reference in quotes loses them.

It is unsafe: which name the database or its user is to have is a choice, what connects to it has to know, and another name
replaces a cluster that runs.

There is none for a sensitive name.

## When it is silent

- Names that are not known; of a condition that nobody can decide, all arms have to be wrong. A known part that RDS refuses is
  enough, whatever is put around it.
- How long a name may be, how it may begin and which words are reserved differs from engine to engine and from version to version:
  that is not judged.
- Clusters restored from a snapshot or from a point in time: their names come with the data.

## References

- [aws_rds_cluster](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster)
- [CreateDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
- [Naming constraints in Amazon Aurora](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html)
`],["invalid-kms-key-id",`# invalid-kms-key-id

A stream whose \`kms_key_id\` is text that names no KMS key.

## What goes wrong

The provider does not look at this argument: \`terraform validate\` and \`terraform plan\` accept any text. Most often it is a
reference that was copied with its quotes, so that the text \`aws_kms_key.audit.arn\` itself is sent to AWS. The apply builds the
cluster and its instances first, for ten minutes and more, and fails then; the cluster stays, without its stream.

## How AWS reports it

\`KMSKeyNotAccessibleFault\` from \`StartActivityStream\`, at apply.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = "aws_kms_key.audit.arn"

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

A reference in quotes is written without them, with the attribute that holds the bare key ID. That is safe, since the text could
never work. Where no key of the quoted name exists, the one with the nearest name is taken, if there is one: that is a guess, and
unsafe. So is the patch where a variable's default or a values file holds the text, which take no reference: it goes into the
stream's own argument, and the variable decides nothing there any more. Where a module hands the same input on to something else,
which may need the ARN, the patch writes the ARN and has the stream's \`lifecycle\` ignore the difference: unsafe, too.

Text that means nothing (a placeholder, an empty string) makes way for the one suitable customer managed key of the module, or, where
there is none or more than one, for a new key with rotation and an alias. That is unsafe: it costs money, and which key is right only
its owner knows. A placeholder that a call hands in is replaced there, unless something else reads that input.

All arms of a condition are mended or none. A block that makes several streams is left alone while one of them has a key that is in
order, unless a local value says which key each of them has: then it is mended there. There is no patch where the
key waits for what would name it, as one that is repeated by that local value: it would be a cycle. What is sensitive gets no patch.

## When it is silent

- A value that is not known (a variable without a value, an output of a module that is not at hand) is not judged.
- Of a condition that nobody can decide, all arms have to be wrong.
- A key's ARN and an alias are valid identifiers; what they do to later plans is told by
  [kms-key-forces-replacement](../kms-key-forces-replacement/README.md).

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
- [KMS keys](https://docs.aws.amazon.com/kms/latest/developerguide/concepts-intro.html)
`],["invalid-module-inputs",`# invalid-module-inputs

A call of a known public module whose inputs turn on a stream that cannot work.

## What goes wrong

Before \`terraform init\`, and where a pipeline lints without it, the source of a public module is not at hand: its inputs are all there is to
look at. Terraform hands them on unread, and what is wrong with them shows when the apply has built the cluster: a stream without a key or
with a text that names none, an ARN that is no cluster's, a mode that the engine does not have, no instance, an instance class or a version
that cannot stream.

The modules that are known here, in the versions that were read:

- \`terraform-aws-modules/rds-aurora/aws\`: no stream before 8.5.0; up to 9 by \`create_db_cluster_activity_stream\` and two more inputs, none of
  which has a default that works; from 10.0.0 on by the object \`cluster_activity_stream\`, and the old names are refused.
- \`cloudposse/rds-cluster/aws\`: by \`activity_stream_enabled\` from 1.4.0 on. In no version up to 2.5.0 does its stream depend on the
  instances: the first apply may fail and a second one succeed. The default of \`instance_type\` is a class that cannot stream.
- \`cds-snc/terraform-modules//rds_activity_stream\` is the stream of the cluster whose ARN it is given.
- \`aws-ia/rds-aurora/aws\`, \`boldlink/rds-aurora/aws\`, \`squareops/rds-aurora/aws\`, \`telia-oss/rds-cluster/aws\`, \`umotif-public/rds-aurora/aws\`
  and \`ministryofjustice/cloud-platform-terraform-rds-aurora\` make clusters, and no stream in any version: their calls are judged by
  [missing-activity-stream](../missing-activity-stream/README.md) alone.

A source may name the registry or the repository on GitHub; \`version\` and a tag as \`ref\` say which versions are meant.

## How AWS reports it

\`StartActivityStream\` fails after the cluster was created: \`InvalidParameterCombination\` for modes, versions and classes, \`KMSKeyNotAccessibleFault\`
for a key that is none. An input that a version does not have is refused by \`terraform validate\` after \`terraform init\`: \`Unsupported argument\`.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

module "orders" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "~> 9.0"

  name      = "orders"
  engine    = "aurora-postgresql"
  instances = { writer = { instance_class = "db.r6g.large" } }

  create_db_cluster_activity_stream     = true
  db_cluster_activity_stream_mode       = "async"
  db_cluster_activity_stream_kms_key_id = "aws_kms_key.audit.key_id"
}
\`\`\`

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

module "orders" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "~> 9.0"

  name      = "orders"
  engine    = "aurora-postgresql"
  instances = { writer = { instance_class = "db.r6g.large" } }

  create_db_cluster_activity_stream     = true
  db_cluster_activity_stream_mode       = "async"
  db_cluster_activity_stream_kms_key_id = aws_kms_key.audit.key_id
}
\`\`\`

## Patch

- A quoted reference to a key loses its quotes; so does one to the ARN of a cluster, and another attribute or output of the cluster
  becomes that of its ARN. It is safe where the reference stands in the call itself, for as a text it names nothing.
- A mode that the engine does not have becomes the one that is meant. It is safe on Aurora MySQL, which has \`async\` alone.
- What the stream lacks it is given all at once: the mode \`async\`, and the one key of the module that suits it, else a new one with
  rotation and an alias. It is unsafe: a key costs money, and which one is a choice; so is \`sync\` on Aurora PostgreSQL.
- Inputs that the version does not take become those that it takes, with what they were given; where it takes none, they become a
  stream beside the call. The stream of \`cloudposse/rds-cluster/aws\`, which does not wait for the instances, moves out of the module
  in the same way, with \`depends_on\` on the call. It is unsafe: a stream that runs is replaced.
- A call without an instance is given one, and an instance class or a version that cannot stream becomes the least one that can in
  its place. It is unsafe: instances cost money, an upgrade cannot be undone, and both are no more than a suggestion.

A value that comes from a local value or a variable is mended there, if nothing else reads it. There is no patch for an engine that
has no streams, for serverless v1 where the call names no instances, for what differs from instance to instance of a call, for a key
that a variable decides, and where the versions that the call allows would need different ones.

## When it is silent

- Where \`.terraform/modules\` has the source it is read, and the other rules judge what is in it.
- A major version that is newer than those that were read is not known; within one, later versions are taken to be like the last one.
- Without a version, or with a range, a finding has to hold in each version that the call allows; a branch or a commit allows all of them.
- An input that is not known is not judged; of a condition that nobody can decide, all arms have to be wrong.
- A call that turns no stream on is judged by [missing-activity-stream](../missing-activity-stream/README.md).

## References

- [terraform-aws-modules/rds-aurora/aws](https://registry.terraform.io/modules/terraform-aws-modules/rds-aurora/aws/latest)
- [cloudposse/rds-cluster/aws](https://registry.terraform.io/modules/cloudposse/rds-cluster/aws/latest)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["invalid-resource-arn",`# invalid-resource-arn

A stream whose \`resource_arn\` is not the ARN of an Aurora cluster.

## What goes wrong

The provider accepts the ARN of any service here, and the empty text. RDS takes only the ARN of a cluster:
\`arn:<partition>:rds:<region>:<account>:cluster:<identifier>\`. The cluster's \`id\` or \`cluster_identifier\`, the ARN of one of its
instances or of an \`aws_db_instance\`, and a reference in quotes all fail at apply, after the cluster was built.

A stream that means a cluster by such a mistake counts as that cluster's stream: it is one broken stream, not also a missing one.

## How AWS reports it

\`DBClusterNotFoundFault\` or \`ResourceNotFoundFault\` from \`StartActivityStream\`, at apply. Where the value is known before and is no
ARN at all, \`terraform validate\` or \`terraform plan\` refuses it.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.id
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The patch reads \`arn\` of the cluster that was meant: where the reference stands or, where others read the same value, in the stream's
own argument. It is safe, since the value could never work. The identifier of a cluster, written out, means that cluster. In the
place of an instance the patch names the instance's cluster, and adds the instance to \`depends_on\`, since the reference may have been
all that made the stream wait; so it does with whatever else the reference went through. Where the text comes from a variable, or a call hands the value to more than the stream, the same
patch is unsafe: the variable may be given something else elsewhere.

Text that means nothing gets a suggestion where exactly one cluster in the module lacks a stream and could have one: that cluster's
ARN, and \`depends_on\` its instances. It is unsafe, since it is a guess.

There is no patch for an \`aws_db_instance\` and what else is no cluster's, nor where no cluster is at hand, nor for the identifier of a
cluster that a call hands to an instance as well, which needs it. All arms of a condition are
mended or none.

## When it is silent

- The ARN of a cluster outside of the configuration is valid.
- A value that is not known is not judged. Where one arm of an undecided condition means a cluster of this configuration by a
  mistake, the verdict is \`undecided\`.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
`],["kinesis-stream-name",`# kinesis-stream-name

A name of a Kinesis stream, or a stream, that begins with aws-rds-das- and was made by hand.

## What goes wrong

Starting an activity stream makes AWS create a Kinesis stream named \`aws-rds-das-\` and the cluster's resource ID, which begins
with \`cluster-\` itself. Built from the cluster's identifier the name means nothing, and with \`cluster-\` written before the
resource ID neither. Even where the text is right, nothing in it makes Terraform wait until the stream exists.

The resource says the name in \`kinesis_stream_name\`. An \`aws_kinesis_stream\` with such a name is no activity stream: AWS
writes nothing to it, or finds the name taken.

## How AWS reports it

\`ResourceNotFoundException\` from Kinesis or Lambda, at apply or when the data source is read; \`terraform validate\` accepts it.
Or not at all: a consumer that waits for records for ever.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

data "aws_kinesis_stream" "audit" {
  name = "aws-rds-das-\${aws_rds_cluster.main.cluster_identifier}"
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

data "aws_kinesis_stream" "audit" {
  name = aws_rds_cluster_activity_stream.main.kinesis_stream_name
}
\`\`\`

## Patch

Reads \`kinesis_stream_name\` of the activity stream in place of the name, or in place of the last part of an ARN, where the name
was put together; in the reader itself where that place takes no reference. The stream is the one of the cluster that the name is
made of, else the only one in the module. A hand-declared \`aws_kinesis_stream\` is removed where nothing in its module mentions it.

It is safe where the name was the stream's own, made of its cluster's resource ID: only the order changes. Where it named nothing,
or perhaps another stream, it is unsafe, as is the removal.

There is none where the stream is in another module or one of several, and none for an ARN that a function puts together.

## When it is silent

- IAM policies are not looked at: a wildcard is right in them.
- Where the part behind the prefix is not known, or is the resource ID of a cluster outside of this configuration, whose
  stream nobody here can ask.
- Where one arm of an undecided condition is another name.
- In a plan alone a name that is known only after apply cannot be told from \`kinesis_stream_name\`.
- What is given a data source's attribute is not judged, the data source is.

## References

- [Accessing an activity stream from Kinesis](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.KinesisAccess.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["kms-key-forces-replacement",`# kms-key-forces-replacement

A stream whose key is named otherwise than RDS reports it, so that every plan replaces it.

## What goes wrong

RDS reports the bare key ID, the provider stores what RDS reports, and a change of the argument replaces the stream. With the
ARN of a key, with an alias or its ARN, every later plan finds a difference and replaces the stream: it is stopped, its Kinesis
stream is deleted with up to 24 hours of records that nobody has read, and the cluster restarts.

## How AWS reports it

Not at all. \`terraform plan\` shows \`-/+ destroy and then create replacement\` with \`kms_key_id # forces replacement\`, time and again.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.arn

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The patch reads the attribute with the bare key ID: \`key_id\` of a key, \`id\` of \`data.aws_kms_key\` and of an external key,
\`target_key_id\` of an alias, also of an alias in the same module that is named by its text; where an output of a module is the
ARN, another output of it that is the ID. An ARN that is written out is cut to the ID where the region and the account of the
stream are known to be those in the ARN. All of that is safe where key and stream share a provider configuration, and where the
value serves nothing else: the key stays the same one. With different provider configurations it is unsafe, since they may be
for different accounts.

Everything else gets \`lifecycle { ignore_changes = [kms_key_id] }\`, added to the lifecycle and the list that are there: an ARN or an
alias that may be another account's, and an input of a module that something else reads, which may need the ARN. It is unsafe: from
then on no change of the key reaches the stream. It is better than a data source that looks the alias up, because nothing has to
exist when the plan is made.

A key that is known to be in another region gets the patch of [region-mismatch](../region-mismatch/README.md).

## When it is silent

- \`lifecycle { ignore_changes = [kms_key_id] }\` on the stream, which is right for a key in another account: that one needs its ARN.
  A plan's JSON does not hold \`lifecycle\`: from a plan alone the rule fires and says so.
- A key that AWS manages: [aws-managed-kms-key](../aws-managed-kms-key/README.md) asks for another key.
- A value that is not known is not judged; of a condition that nobody can decide, all arms have to be wrong.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [terraform-aws-rds-aurora issue 505](https://github.com/terraform-aws-modules/terraform-aws-rds-aurora/issues/505)
`],["major-upgrade-with-stream",`# major-upgrade-with-stream

An Aurora PostgreSQL cluster that the plan upgrades to another major version while a stream runs on it.

## What goes wrong

Only a plan can tell. Before a major version upgrade of Aurora PostgreSQL the activity stream has to be stopped. A plan that
changes \`engine_version\` in place and keeps the stream passes, and fails at apply, when the upgrade was to begin.

So it takes three applies: one without the stream (read the Kinesis stream to its end first, and accept
\`activity-stream-removed\`), one with the version, one with the stream again.

## How AWS reports it

\`ModifyDBCluster\` or the check before the upgrade refuses it, at apply; \`terraform validate\` and \`terraform plan\` accept it.

## Avoid

\`\`\`hcl
# The cluster runs version 15.10, with the stream.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  engine_version              = "16.6"
  allow_major_version_upgrade = true
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
# The cluster runs version 15.10, with the stream.
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  engine_version              = "15.12"
  allow_major_version_upgrade = true
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

There is none: it takes three applies, one without the stream, one that upgrades and one with the stream.

## When it is silent

- A minor version upgrade takes the stream along, and Aurora MySQL is not concerned.
- A stream that is deleted or replaced in the same plan, or that is not in the plan, is not counted; one that Terraform
  forgets runs on, and is.
- A cluster that is replaced is not upgraded.
- A version that is known only after apply is not judged.

## References

- [Performing a major version upgrade](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["missing-activity-stream",`# missing-activity-stream

An Aurora cluster without an enabled database activity stream.

## What goes wrong

The cluster works, and nobody can say afterwards what its administrators did in it: an activity stream is the only record
of an Aurora database that those who administer it cannot change or switch off unseen. Neither Terraform nor AWS asks for one.

A stream counts where it points at the cluster and is switched on. Every Aurora cluster counts, each instance of a \`count\` or
\`for_each\` and of each module call for itself, the members of a global database too: the engine is followed through variables,
locals and modules. Clusters with the engine \`mysql\` or \`postgres\` are Multi-AZ DB clusters, which are something else.

The finding says where the engine comes from, and which stream comes nearest: one that is turned off, one that has no instance for
this cluster, one that points elsewhere. Often that one is to be mended, and no other is needed.

## How AWS reports it

Not at all. \`aws rds describe-db-clusters\` shows \`"ActivityStreamStatus": "stopped"\`, as for a cluster that is meant to have none.

## Avoid

\`\`\`hcl
resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Adds the stream behind the last instance of the cluster in its file, with \`mode = "async"\`; on Aurora PostgreSQL \`"sync"\` is the other
choice, which loses no record and slows the database down. It is repeated, and managed by the same provider, like the cluster, and
depends on all instances. The key is the one suitable customer managed key of the module, be it a resource or read by a data source
by its alias; where there is none, or more than one, a new key with rotation and an alias. A cluster without any instance gets one,
of the class that costs least of those that can stream.

The stream stands in the module of the cluster. Where the instances are outside of it, where the module has other clusters that need none or
can have none, and where \`terraform init\` has brought it, it stands beside the call, if an output of the module is the cluster's ARN.

A stream that comes nearest is mended instead: one that is turned off is turned on where a single literal decides that, or
where its module's call leaves out what turns it on (the call is then given the mode and the key, too, or gets a stream beside it
where the key is the cluster's own as well); one for some instances of the cluster
is repeated like it; one whose ARN is misspelt, or no cluster's, refers to the cluster. A call of a known module is given the
inputs that make a stream, or gets one beside it; where the module says no more of its cluster than the identifier, a data source
reads the ARN.

It is always unsafe: a stream and its key cost money, and a stream that starts on a cluster that already runs restarts it at once.

There is none for a cluster that has to be changed first, where other clusters of the same block have a stream or cannot have one, where
the switch of a stream decides more than the stream, for a secondary cluster of a global database without instances, and where
\`count\` or \`for_each\` keeps the instances that there would be from being made.

## When it is silent

- A cluster outside of the configuration (a data source, a remote state) is not judged.
- Where a stream may point at the cluster and nobody can tell before the apply, the verdict is \`undecided\`, a note that says
  what stands in the way: a variable without a value, a module whose source is not at hand, a \`count\` that is not known.
- A call of a known public module whose source is not at hand counts as the cluster that it makes; in which versions of which modules, and
  what is wrong with its inputs, says [invalid-module-inputs](../invalid-module-inputs/README.md). Where the versions that the call
  allows differ, the verdict is \`undecided\`. What other modules make that are not at hand, nobody knows: run \`terraform init\` first.
- A cluster that cannot have a stream as it is (serverless v1, engine \`aurora\`) is reported, too: the hint says what has to change first.

## References

- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["missing-instance-depends-on",`# missing-instance-depends-on

A stream that does not wait for an instance of its cluster.

## What goes wrong

An activity stream starts only on a cluster that has an available instance. Terraform creates the stream as soon as the
cluster exists, at the same time as the instances, unless its graph orders them. The first apply fails; a second one, when the
instances are there, succeeds, so that the mistake stays until the next environment is built.

Any path in the graph will do: a \`depends_on\` of the stream or of the module it is in, an expression that refers to an
instance, another resource in between.

## How AWS reports it

\`InvalidDBClusterStateFault\` from \`StartActivityStream\`, at the first apply.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The patch adds every resource that makes an instance of the cluster to the stream's \`depends_on\`, or to the list that is there. Where
stream and instances are in different modules, it goes to the call that has to wait, and names the call of the other module. One
block gets one patch, whatever the number of its instances.

It is safe: an apply makes the same things, the stream last. On the call of a module that holds data sources, or is not at hand, it
is not: what waits is read later, and whatever is made of it is not known when the next plan is made.

There is no patch where it would close a circle (the instances' module is given something of the stream's), and none where the
verdict is undecided. From a plan alone it is shown as a snippet.

## When it is silent

- A stream whose cluster is not in the configuration is not judged, nor one whose cluster has no instance.
- Where the only path leads through a module whose source is not at hand, or through a local value of which a plan's JSON says
  nothing, the verdict is \`undecided\`.
- From a plan alone it fires with a reservation: \`lifecycle { replace_triggered_by }\` orders, too, and no plan's JSON holds it.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
`],["region-mismatch",`# region-mismatch

A stream that is not where its cluster or its key is.

## What goes wrong

A stream is started where its own provider configuration (or, from version 6 of the provider, its \`region\`) says. RDS and KMS know no
cluster and no key of another region, whatever the ARN says, and no cluster of another account. The usual mistake is a \`provider\`
that was given to the cluster and the key, and forgotten at the stream; or an ARN that was copied from another region.

## How AWS reports it

\`StartActivityStream\` fails with \`DBClusterNotFoundFault\` or \`ResourceNotFoundFault\` for the cluster, \`KMSKeyNotAccessibleFault\` for
the key, after both were built. \`terraform validate\` and \`terraform plan\` say nothing.

## Avoid

\`\`\`hcl
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

resource "aws_kms_key" "audit" {
  provider = aws.ireland

  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  provider = aws.ireland

  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  provider = aws.ireland

  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

resource "aws_kms_key" "audit" {
  provider = aws.ireland

  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  provider = aws.ireland

  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  provider = aws.ireland

  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  provider = aws.ireland

  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

A stream that is not where its cluster is gets the cluster's \`provider\` and \`region\`, or loses its own where the cluster has none.
If its key is with neither of them, it is given another key there in the same patch. It is unsafe: the cluster may be the one that
is in the wrong place.

A key that is elsewhere makes way for the one suitable key that is managed like the stream, or for a new one with rotation and an alias. It is
unsafe, since it costs money, and which key is right only its owner knows. The key of another account that is named by its ID is
named by its ARN, with \`lifecycle { ignore_changes = [kms_key_id] }\`: unsafe, since no later change of the key reaches the stream.
An ARN with the partition of another region is replaced with the reference to its cluster, or gets the right partition.

There is no patch where stream and cluster are in different modules, which may know different providers, nor for a cluster outside of the
configuration: which provider is for its place nobody can say.

## When it is silent

- Regions and accounts count as far as they are known: the \`region\` of a resource or of its provider configuration, handed into
  modules or inherited; the account in the \`role_arn\` that the provider assumes, or the only one of \`allowed_account_ids\`; ARNs that
  are written out, or known in part. What comes from the environment is not known.
- A cluster outside of the configuration is judged by its ARN, or by the provider of the data source that reads it: where either names
  the stream's own region and account, or is not known, there is nothing to say.
- A key of another account is rightly named by its ARN.
- The ID of a multi-Region key names its replica in the region of the stream; so may an ID that a data source has read.
- The name of an alias, and a bare key ID that is written out, say nothing of a region.
- Of a condition that nobody can decide, all arms have to be wrong.

A stream that is far from a cluster and a key which are together is one finding, at \`resource_arn\`. It still counts as the stream of
that cluster. A key that AWS manages is told by [aws-managed-kms-key](../aws-managed-kms-key/README.md).

## References

- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
- [Multi-Region keys](https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html)
- [The provider argument](https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider)
`],["undecrypted-firehose",`# undecrypted-firehose

A Firehose that delivers the records of an activity stream as they are, encrypted.

## What goes wrong

Each record of an activity stream holds its events encrypted with a data key, which in turn is encrypted with the key of the
stream. Firehose does not know of that: without a Lambda function that decrypts the records it delivers them as they are.
Weeks later somebody wants to search the audit trail and finds base64.

Some want it so, and decrypt where they read: then this note can be suppressed with that reason.

## How AWS reports it

Not at all.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

resource "aws_kinesis_firehose_delivery_stream" "audit" {
  name        = "audit"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/\${aws_rds_cluster_activity_stream.main.kinesis_stream_name}"
    role_arn           = "arn:aws:iam::123456789012:role/firehose"
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::audit"
  }
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}

resource "aws_kinesis_firehose_delivery_stream" "audit" {
  name        = "audit"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/\${aws_rds_cluster_activity_stream.main.kinesis_stream_name}"
    role_arn           = "arn:aws:iam::123456789012:role/firehose"
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = "arn:aws:s3:::audit"

    processing_configuration {
      enabled = true

      processors {
        type = "Lambda"

        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = "arn:aws:lambda:us-east-1:123456789012:function:decrypt:$LATEST"
        }
      }
    }
  }
}
\`\`\`

## Patch

There is none: the function that decrypts the records has to be written first.

## When it is silent

- A Firehose of which nobody can tell which stream it reads is not judged.
- Where \`enabled\` or a \`dynamic\` block depends on something that is not known.
- What the function does is not looked at.

## References

- [Accessing an activity stream from Kinesis](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.KinesisAccess.html)
- [aws_kinesis_firehose_delivery_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_firehose_delivery_stream)
`],["unsupported-argument",`# unsupported-argument

An argument that the stream resource does not take, or that is not for Aurora.

## What goes wrong

A stream takes \`resource_arn\`, \`mode\` and \`kms_key_id\` (and \`region\` since version 6 of the provider). It has no \`tags\`, no
\`timeouts\` and no \`apply_immediately\`: RDS always starts it at once. \`kinesis_stream_name\` and \`id\` are computed. Terraform refuses
all these before it plans anything. \`engine_native_audit_fields_included\` passes, but is for Oracle and SQL Server, whose
databases are no clusters that this resource could stream.

## How AWS reports it

Terraform says \`Unsupported argument\`, \`Unsupported block type\`, \`Value for unconfigurable attribute\` or \`Invalid or unknown
key\` when it validates. Of \`engine_native_audit_fields_included\` it says nothing.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn                        = aws_rds_cluster.main.arn
  mode                                = "async"
  kms_key_id                          = aws_kms_key.audit.key_id
  engine_native_audit_fields_included = true

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Removes what Terraform refuses, an argument or all blocks of a type. Where another argument was meant and is not set, the name is
corrected instead.

It is safe, since Terraform does not run the configuration as it is; unsafe where which argument was meant is a guess. Removing
\`engine_native_audit_fields_included\` is unsafe, too: a change of it replaces a stream that runs.

## When it is silent

- \`engine_native_audit_fields_included = false\`, which is the default, and a value that is not known.
- Terraform's own arguments and blocks: \`count\`, \`for_each\`, \`depends_on\`, \`provider\`, \`lifecycle\`, \`connection\`, \`provisioner\`.

## References

- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
`],["unsupported-cluster",`# unsupported-cluster

A stream on a cluster that cannot have one.

## What goes wrong

An activity stream needs an Aurora cluster with provisioned instances. Refused are

- serverless v1 (\`engine_mode = "serverless"\`),
- Babelfish (\`rds.babelfish_status\` is \`on\` in the cluster's parameter group),
- \`engine = "aurora"\`, which is MySQL 5.6 and never had streams, and
- \`engine = "mysql"\` and \`"postgres"\`, which make a Multi-AZ DB cluster: the same resource type, but not Aurora.

For an Aurora Limitless Database (\`cluster_scalability_type = "limitless"\`) AWS documents no streams, and does not rule them out: a warning.

Nothing else is reported of such a cluster: no other version or instance class would help it.

## How AWS reports it

\`InvalidParameterCombination\` or \`InvalidDBClusterStateFault\` from \`StartActivityStream\`, at the apply, when the cluster and its instances are there.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  engine_mode                 = "serverless"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Writes \`off\` for \`rds.babelfish_status\`, \`provisioned\` for serverless v1, \`standard\` for Limitless, and \`aurora-mysql\` for
\`aurora\`, with the engine of the instances and a version that can stream; each where it stands, be that a local value, a default
or a module's argument.

It is unsafe: without Babelfish nobody can speak to the database as to SQL Server, and what is of another kind is another cluster,
to which the data has to be moved.

There is none for a cluster that has no instances, or none that could stream, for one whose stream does not wait for them, for one
with a \`scaling_configuration\`, and for Multi-AZ DB clusters: which of the two Aurora engines takes their place is a choice, as it
is where the engine is left out.

## When it is silent

- Clusters without a stream are not judged: [missing-activity-stream](../missing-activity-stream/README.md) names what stands in the way.
- Where the engine, the mode or the parameter group is not known, or one arm of an undecided condition is in order.
- Parameter groups that are not in the configuration are not looked at.

## References

- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [Supported Regions and Aurora DB engines for database activity streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html)
- [Babelfish limitations](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/babelfish-limitations.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["unsupported-engine-version",`# unsupported-engine-version

A streamed cluster whose version has no activity streams.

## What goes wrong

Aurora MySQL has streams from version 2.11 on (\`5.7.mysql_aurora.2.11.1\`, and all of version 3); version 1 (MySQL 5.6) never had them.
Aurora PostgreSQL has them in 12 and later, in 11.9 and from 11.13 on, and from 10.11 on.

\`engine_version = 11.10\` without quotes is a number, and the same as 11.1.

## How AWS reports it

\`InvalidParameterCombination\` from \`StartActivityStream\`, at the apply, when the cluster and its instances are there. A version that AWS has retired is refused even before, when the cluster is created.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-mysql"
  engine_version              = "5.7.mysql_aurora.2.10.5"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-mysql"
  engine_version              = "8.0.mysql_aurora.3.08.0"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Suggests the least version with streams that RDS still offers and that is not below what is written: \`5.7.mysql_aurora.2.11.2\` for
Aurora MySQL, \`11.9\` or \`11.21\` for Aurora PostgreSQL, in quotes where there was a number. It is written where the old version
stands, be that a local value, a default, a values file or a module's argument, and at the cluster's instances too where they
repeat it. The versions are those of this tool's table, with its date.

It is unsafe: it upgrades a cluster that runs, which for another major version takes \`allow_major_version_upgrade\` and a parameter
group of the new family. These versions are in RDS Extended Support, which costs extra; a later one is the better choice where
nothing ties the database to the old one.

There is none for a version that comes from the command line or the environment or is put together from parts, none where no
version can be suggested, and none where the same variable or local value is the version of something else than Aurora.

## When it is silent

- A version that is left out is AWS's default, which has streams. So have \`"5.7"\`, \`"8.0"\` and \`"11"\`: AWS takes the latest of them.
- Text that cannot be read as a version, and a version or an engine that is not known.
- Clusters without a stream, and those that no other version would help
  ([unsupported-cluster](../unsupported-cluster/README.md)).

## References

- [Supported Regions and Aurora DB engines for database activity streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["unsupported-instance-class",`# unsupported-instance-class

An instance of a streamed cluster whose class cannot stream.

## What goes wrong

A stream is on for every instance of its cluster. The burstable classes (\`db.t2\`, \`db.t3\`, \`db.t4g\`) and \`db.serverless\` cannot stream.
\`db.m*\`, \`db.z*\`, \`db.x1*\`, \`db.x2i*\`, \`db.r5b*\` and \`db.r5d*\` are no classes of Aurora: not even the instance is created.

Families that one of the two engines has, and AWS does not list for streams of this one, are a warning: \`db.r8gd\`, \`db.r6gd\` and \`db.r3\`; with
Aurora MySQL \`db.r6id\` and \`db.r4\` as well.

## How AWS reports it

\`InvalidParameterCombination\` from \`StartActivityStream\`, at the apply, when the instances are there; from \`CreateDBInstance\` for a class that Aurora does not have.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.t3.medium"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

Suggests a class of the least family that can stream, as large as the one that is written and of the same processor architecture:
\`db.r5\` for Intel and AMD, \`db.r6g\` for Graviton, which old versions of the engines have, too; \`large\` for what is smaller or, as
\`db.serverless\`, has no size. It is written where the class stands: in the instance, a local value, an entry of a map, a default,
a values file or a module's argument.

It is unsafe: an instance that runs is modified and restarted, and another class costs something else. A value that serves further
instances changes those as well.

There is none for a class that comes from the command line or the environment or is put together from parts, none for sizes
that no such family has, and none where the same variable or local value is the class of something else than Aurora, an
\`aws_db_instance\` for example.

## When it is silent

- A class that is not known, and families that the table of this tool does not know yet.
- Instances of which nobody knows whether they belong to the cluster.
- Clusters without a stream, and those that no class would help ([unsupported-cluster](../unsupported-cluster/README.md)).

## References

- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
- [Supported DB engines for DB instance classes](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html)
- [aws_rds_cluster_instance](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance)
`],["unsupported-mode",`# unsupported-mode

A stream in a mode that it cannot have.

## What goes wrong

\`mode\` is \`sync\` or \`async\`, in lower case. Only Aurora PostgreSQL has \`sync\`; on Aurora MySQL every stream is \`async\`. The provider's check
of the argument knows the two words and no engine, so that the combination fails only at the apply.

## How AWS reports it

\`InvalidParameterCombination\` from \`StartActivityStream\` for the combination; \`expected mode to be one of ["sync" "async"]\` from \`terraform validate\` for another word, where it is written there.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-mysql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "sync"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-mysql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

The mode is written anew where it stands: in the stream, or in the local value, the default, the values file or the module's
argument that it comes from. What differs from a mode only in the case of its letters becomes that mode, \`sync\` on Aurora MySQL
becomes \`async\`, and any other word the mode that it begins like, else \`async\`. A condition whose arms all become the same is
taken away.

It is safe, for no stream runs in a mode that does not exist; unsafe where the word may mean either mode, or where other streams
may read the same value.

There is none for a mode that comes from the command line or the environment, that is put together from parts or is a heredoc, or
whose variable has a validation; nor where the same text is the mode of another stream of the block, which may have it.

## When it is silent

- A mode that is not known; \`sync\` where the engine of the cluster is not known or the cluster is not in the configuration.
- What the engine allows does not matter for a cluster that cannot stream at all
  ([unsupported-cluster](../unsupported-cluster/README.md)).

## References

- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
- [Monitoring Amazon Aurora with Database Activity Streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html)
`],["unsupported-region",`# unsupported-region

A streamed cluster in a region without activity streams.

## What goes wrong

AWS lists the regions that have activity streams, and leaves out some of the newer ones, those of China and those of GovCloud. The cluster and its instances
are built there; the stream is not. As AWS adds regions from time to time, this is a warning.

## How AWS reports it

\`InvalidParameterCombination\` or \`UnsupportedOperation\` from \`StartActivityStream\`, at the apply, when the cluster and its instances are there.

## Avoid

\`\`\`hcl
provider "aws" {
  region = "ca-west-1"
}

resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
provider "aws" {
  region = "ca-central-1"
}

resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

There is none: in which other region the database may be, or whether it may go without a stream, is not in the configuration.

## When it is silent

- Where neither the resource nor its provider's configuration says which region it is, nor (in a plan) the ARN of a cluster that is there
  already: the environment does not count.
- Regions that the table of this tool does not know, and clusters without a stream.

## References

- [Supported Regions and Aurora DB engines for database activity streams](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html)
- [aws_rds_cluster_activity_stream](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_activity_stream)
`],["unusable-kms-key",`# unusable-kms-key

A key of a stream that is disabled, or no symmetric encryption key.

## What goes wrong

RDS takes data keys from KMS, which gives them for symmetric encryption keys alone, and only while the key is enabled. Terraform makes
keys of any kind: disabled ones (\`is_enabled = false\`), keys that sign or authenticate (\`key_usage\`), asymmetric and HMAC keys
(\`customer_master_key_spec\`). Neither the kind of a key nor its use can be changed later: another key has to be made.

## How AWS reports it

\`StartActivityStream\` fails with \`KMSKeyNotAccessibleFault\`, after the cluster and its instances were built. \`terraform validate\` and
\`terraform plan\` say nothing.

## Avoid

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description              = "Database activity streams"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "RSA_2048"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

\`terraform validate\` accepts it.

## Prefer

\`\`\`hcl
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
\`\`\`

## Patch

A disabled key is enabled where \`false\` is written. It is unsafe: the key may be disabled on purpose, and all that was encrypted with
it can be read again.

A key of another kind loses the arguments that say so, where nothing but streams, aliases and policies refers to it. It is unsafe:
Terraform replaces the key. Where something else uses it (by itself, by its alias, through a local value or an output), or it is not
made here, it stays what it is, and the stream gets the one suitable key of its module or a new one, as for
[aws-managed-kms-key](../aws-managed-kms-key/README.md).

There is no patch where an expression decides that a key is disabled, and none for a key that is handed to a module whose source is
not at hand.

## When it is silent

- What is left out is AWS's default: an enabled \`SYMMETRIC_DEFAULT\` key for \`ENCRYPT_DECRYPT\`.
- A value that is not known is not judged; of a condition that nobody can decide, all arms have to be wrong.
- A key of another configuration is judged only where a plan has read it by \`data.aws_kms_key\`; an \`aws_kms_external_key\` without its
  material is not, which may be imported by hand.

The key is looked for behind aliases, data sources, module outputs and local values. A multi-Region replica is of the kind of its
primary key, and enabled by itself. The finding stands at the key, once for all streams that use it; \`key_usage\` and
\`customer_master_key_spec\` that belong together are one mistake. That a stream names the key by its ARN is
told by [kms-key-forces-replacement](../kms-key-forces-replacement/README.md).

## References

- [StartActivityStream](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartActivityStream.html)
- [Key specs](https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html)
- [Key states](https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html)
- [aws_kms_key](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key)
`]]);0&&(module.exports={pages});
