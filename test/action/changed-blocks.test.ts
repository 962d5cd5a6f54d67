import { describe, expect, test } from 'vitest'
import { changedBlocks } from '../../src/action/changed-blocks.js'

const NOTHING = { isTakenAway: false, areValuesChanged: false, areCallsChanged: false }

describe('a diff of one file', () => {
  test.each([
    ['a comment between blocks', '@@ -1,3 +1,3 @@\n variable "a" {}\n-# a\n+# b\n variable "b" {}', {}],
    ['a resource', '@@ -9,3 +9,3 @@ resource "aws_kms_key" "a" {\n   x = 1\n-  y = 1\n+  y = 2\n }', {}],
    ['a new variable', '@@ -1,1 +1,4 @@\n # a\n+variable "x" {\n+  default = false\n+}', {}],
    ['a new local value', '@@ -1,3 +1,4 @@\n locals {\n   a = 1\n+  b = 1\n }', { areValuesChanged: true }],
    [
      'a default',
      '@@ -2,3 +2,3 @@ variable "x" {\n   type = bool\n-  default = true\n+  default = false\n }',
      { areValuesChanged: true },
    ],
    [
      'a default where there was none',
      '@@ -1,2 +1,3 @@\n variable "x" {\n+  default = false\n }',
      { areValuesChanged: true },
    ],
    [
      'a variable on one line',
      '@@ -1,1 +1,1 @@\n-variable "x" { default = true }\n+variable "x" { default = false }',
      { areValuesChanged: true },
    ],
    ['what follows a variable', '@@ -1,3 +1,3 @@\n variable "x" {\n }\n-# a\n+# b', {}],
    [
      'what follows a call, in a call',
      '@@ -9,5 +9,5 @@ module "a" {\n   x = 1\n }\n module "b" {\n-  y = 1\n+  y = 2\n }',
      { areCallsChanged: true },
    ],
    ['a new call', '@@ -0,0 +1,3 @@\n+module "a" {\n+  source = "./a"\n+}', { areCallsChanged: true }],
    [
      'a call that is gone',
      '@@ -1,3 +0,0 @@\n-module "a" {\n-  source = "./a"\n-}',
      { areCallsChanged: true, isTakenAway: true },
    ],
    ['a resource that is gone', '@@ -1,1 +0,0 @@\n-resource "aws_kms_key" "a" {}', { isTakenAway: true }],
    [
      'a resource with another name',
      '@@ -1,2 +1,2 @@\n-resource "aws_kms_key" "a" {\n+resource "aws_kms_key" "b" {\n }',
      { isTakenAway: true },
    ],
    ['nobody knows what', '@@ -9,3 +9,3 @@ EOT\n   x = 1\n-  y = 1\n+  y = 2\n }', { areValuesChanged: true }],
    [
      'a call by the header of the second hunk',
      '@@ -1,1 +1,1 @@\n-# a\n+# b\n@@ -30,3 +30,3 @@ module "a" {\n   x = 1\n-  y = 1\n+  y = 2\n   z = 1',
      { areCallsChanged: true },
    ],
    ['what a stranger writes', '@@ -1,1 +1,1 @@\n-  a = "module \\"x\\" {"\n+  a = "resource \\"y\\" \\"z\\" {"', {}],
    ['nothing', '', {}],
  ])('changes %s', (_, patch, expected) => {
    expect(changedBlocks(patch)).toEqual({ ...NOTHING, ...expected })
  })
})
