import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/terraform/load/byte-scan.js'

const scan = (text: string) => scanBytes(new TextEncoder().encode(text))

describe('the bytes of a file', () => {
  it.each([
    ['resource "aws_rds_cluster" "a" {}', true],
    ['aws_rds_cluster_activity_stream', true],
    ['{"resource":{"aws_rds_cluster_instance":{}}}', true],
    ['source = "terraform-aws-modules/rds-aurora/aws"', true],
    ['source = "cloudposse/rds-cluster/aws"', true],
    ['source = "github.com/cds-snc/terraform-modules//rds_activity_stream"', true],
    ['name = "aws-rds-das-cluster-x"', true],
    ['rdsrds words_rds_ aws_rds_cluste', false],
    ['aws_rds', false],
    ['rds', false],
    ['resource "aws_db_instance" "records" {}', false],
    ['', false],
  ])('%s', (text, touchesAurora) => {
    expect(scan(text).touchesAurora).toBe(touchesAurora)
    expect(scan(`${'x'.repeat(5000)} rds ${text}\n`).touchesAurora).toBe(touchesAurora)
  })

  it('name the paths that calls may lead to', () => {
    const text =
      'module "a" { source = "./a" }\nmodule "b" { source = /* x */ "../b/é" }\n# "./c"\n"./a" ".d" "/e" "./f\n"'
    expect(scan(text).relativePaths).toEqual(['./a', '../b/é', './c'])
    expect(scan('{"module":{"a":{"source":"./a"}}}').relativePaths).toEqual(['./a'])
    expect(scan('file("./a")').relativePaths).toEqual([])
  })

  it('tell UTF-16, in both byte orders', () => {
    expect(scanBytes(new Uint8Array([0xff, 0xfe, 0x61, 0])).encoding).toBe('utf-16')
    expect(scanBytes(new Uint8Array([0xfe, 0xff, 0, 0x61])).encoding).toBe('utf-16')
    expect(scan('a').encoding).toBe('utf-8')
  })

  it('tell UTF-16 that no byte order mark begins', () => {
    const text = 'resource "aws_rds_cluster" "c" {}\n'
    const little = Buffer.from(text, 'utf16le')
    expect(scanBytes(little)).toEqual({ encoding: 'utf-16', touchesAurora: false, relativePaths: [] })
    expect(scanBytes(Buffer.from(little).swap16()).encoding).toBe('utf-16')
    // In a comment the second character can be any.
    expect(scanBytes(Buffer.from('#\u65e5', 'utf16le')).encoding).toBe('utf-16')
    for (const other of ['\0\0', 'ab\0', '\0', '']) expect(scan(other).encoding).toBe('utf-8')
  })
})
