import type { ProviderConfiguration } from '../terraform/configuration.js';
import type { ResourceInstance } from './resource-instance.js';
/** The provider configuration that manages the resource; `undefined` where none is declared (the environment's). */
export declare const providerConfiguration: ({ reference, evaluator, }: ResourceInstance) => ProviderConfiguration | undefined;
/** The region that the resource lives in, where its own argument (provider 6) or its provider's configuration says so. */
export declare const regionOf: (resource: ResourceInstance) => string | undefined;
