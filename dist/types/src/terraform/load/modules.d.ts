import type { Module } from '../configuration.js';
import type { ConfigurationReader } from './reader.js';
import type { SurveyedDirectory } from './survey.js';
export declare const rootModuleIn: (reader: ConfigurationReader, directory: SurveyedDirectory) => Module;
/** Where a directory's local calls lead. */
export declare const localCalls: (reader: ConfigurationReader, directory: SurveyedDirectory) => readonly SurveyedDirectory[];
