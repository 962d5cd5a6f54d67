import type { ProviderConfiguration } from '../terraform/configuration.js';
import type { Resource } from './resource.js';
/** The provider configuration that manages the resource; `undefined` where none is declared (the environment's). */
export declare const providerConfiguration: ({ reference, evaluator }: Resource) => ProviderConfiguration | undefined;
/** The region that the resource lives in, where its own argument (provider 6) or its provider's configuration says so. */
export declare const regionOf: (resource: Resource) => string | undefined;
