# hash
// slashes
/* block
   comment */
terraform { required_version = ">= 1.0" }
empty {}
also "empty" { }
bare label "quoted" third {
  a = 1 # behind

  nested "x" {
    b = 2 /* between */ // and behind
    deeper { c = 3 }
    deeper { c = 4 }
  }
}
bare label "other $${escaped} \"label\"" fourth {
}
größe_1   =   1
__proto__ = { constructor = 1, "__proto__" = 2 }
constructor "__proto__" { toString = 1 }
last = "no newline behind"
