import type { Finding } from '../finding.js';
import type { Place } from '../suppression/index.js';
import type { Module } from '../terraform/configuration.js';
/**
 * Nobody can write a comment into what `terraform init` has brought: the calls that lead there stand for it. So a comment at the
 * call of a public module serves whether its source is at hand or not.
 */
export declare const callsAround: (root: Module, { address, location }: Finding) => readonly Place[];
