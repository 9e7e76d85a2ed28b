import { resolve } from 'node:path';
import { editorSchemas } from '#library/schemas.ts';
import { layOut } from './lay-out.ts';

/** `npm run schemas`: writes the JSON Schemas in content/schemas after a change to what content may contain. */
layOut(resolve('content'), editorSchemas());
