import type { Finding } from '../finding.js';
/** A module's file says nothing of the root module that the finding is about. */
export declare const isElsewhere: ({ rootModule, location }: Finding) => boolean;
