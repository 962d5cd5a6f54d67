/** New members and items behind those that an object or a list has. */
import type { Edit } from '../finding.js';
import type { JsonArray, JsonObject } from '../hcl/json-reader.js';
import type { SourceFile } from '../source/source-file.js';
import type { JsonDocument } from './json-document.js';
import { type NewJson, type NewMember } from './json-text.js';
export declare const addMembers: (source: SourceFile, document: JsonDocument, object: JsonObject, members: readonly NewMember[]) => Edit;
export declare const addItems: (source: SourceFile, document: JsonDocument, list: JsonArray, items: readonly NewJson[]) => Edit;
