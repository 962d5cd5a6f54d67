locals {
  plain = <<EOT
first "line" \n stays
  second
EOT
  template = <<EOT
  ${var.a} b
$${not} %%{not} $ % $$
%{ if var.c ~}
  yes ${f(<<IN
inner ${var.d}
IN
  )}
%{ else ~}
  no
%{ endif ~}
  EOT
  indented = <<-EOT
    four

      six
  	  
    ${var.a}
     five
  EOT
  flush = <<-END-OF
      %{ for v in var.l ~}
      ${v}
        deeper
      %{ endfor ~}
    END-OF
  empty = <<EOT
EOT
  list = [<<A
a
A
  , <<B
b
B
  ]
  nothing = <<-EOT
${var.a}
  two
  EOT
}
