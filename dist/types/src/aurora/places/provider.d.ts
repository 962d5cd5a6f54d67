import type { ProviderConfiguration } from '../../terraform/configuration.js';
import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
/** The provider configuration that manages the resource; `undefined` where none is declared (the environment's). */
export declare const providerConfiguration: (resource: ResourceInstance) => ProviderConfiguration | undefined;
/** `aws.west`, as a provider argument would say it. */
export declare const providerName: (resource: ResourceInstance) => string | undefined;
/** What an argument of the resource's provider is worth; `undefined` where it is left out, or no provider is declared. */
export declare const providerArgument: (resource: ResourceInstance, name: string) => Value | undefined;
/** The same within each block of a type; those of a `dynamic` block are worth nothing that is known. */
export declare const providerBlockArguments: (resource: ResourceInstance, type: string, name: string) => readonly (Value | undefined)[];
/** The region that the resource lives in, where its own argument (provider 6) or its provider's configuration says so. */
export declare const regionOf: (resource: ResourceInstance) => string | undefined;
export declare const regionValueOf: (resource: ResourceInstance) => Value | undefined;
