/** The configuration in a plan's JSON in the shape that source has, piece by piece as it is asked for. */
import type { PlanDocument, PlanModule } from '../plan/document.js';
import type { RootModule } from './configuration.js';
export declare const planRootModule: (plan: PlanDocument, configuration: PlanModule) => RootModule;
