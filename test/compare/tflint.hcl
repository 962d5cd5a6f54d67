plugin "aws" {
  enabled = true
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}
