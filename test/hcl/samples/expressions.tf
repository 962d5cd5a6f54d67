/* Every form of an expression. */
locals {
  numbers  = [0, 7, 1.5, 1e3, 2.5E-3, 1e+2, 007, -1, - 2]
  keywords = [true, false, null]
  strings  = ["", "plain", "tab\tquote\" backslash\\ newline\n return\r", "é \u00e9 \U0001F600", "$ % $$ %% $a %b"]
  escapes  = ["$${not}", "%%{not}", "$$${not}", "a$", "%"]

  single   = "${var.a}"
  template = "a ${var.b} c ${"nested ${var.d}"} e"
  trimmed  = "a  ${~ var.b ~}  c"
  if       = "x %{ if var.a }yes%{ else }no%{ endif } y %{ if var.b ~} z %{~ endif }"
  for      = "%{ for k, v in var.m }${k}=${v};%{ endfor }%{ for v in var.l }${v}%{ endfor }"

  operators  = 1 + 2 * 3 - 4 / 5 % 6 == 7 && !var.a || var.b != 8 && (9 < 10) || 1 <= 2 || 3 >= 4 && 5 > 6
  condition  = var.a ? var.b : var.c ? "d" : "e"
  lines      = (
    var.a
    + var.b
    ? var.c
    : var.d
  )
  negated = -var.a.b[0] + !true

  tuple = [
    1, # one
    [2, [3]],
    { a = 4 },
  ]
  empty = [[], {}, f()]
  object = {
    bare         = 1
    "quoted"     = 2, "and ${var.a}" : 3
    (var.b)      = 4
    colon        : 5,
    6            = "number"
    true         = "keyword"
    "${var.c}"   = { nested = { deeper = [] } }
    with-dash    = 7
    (local.d.e)  : f(8)
  }
  oneline = { a = 1, b : 2, }

  list_for   = [for v in var.l : upper(v)]
  list_forif = [for i, v in var.l : "${i}-${v}" if v != null]
  map_for    = { for k, v in var.m : k => v if k != "" }
  grouped    = {
    for v in var.l :
    v.key => v.value...
    if v.ok
  }

  traversals = [a.b.c, a[0].b["c"].d[var.e], a.0.b, a.b.1, a . b . c, f(1).x[2], [1, 2][0], { a = 1 }.a, (a.b).c]
  splats     = [a.*.b, a.*.b.0.c, a[*], a[*].b[0].c, a[*].b[*].c, a.*.b[0], a.*, f(a.*.b...)]
  calls      = [f(), f(1), f(1, 2,), f(var.l...), f (3), provider::aws::arn_parse("x"), f(
    1,
    2
  )]
}
