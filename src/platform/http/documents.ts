import swagger from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { WrittenJson } from '../written-json.ts';
import { type Document, operationsOf } from './document/document.ts';
import { addExamples, type Examples } from './document/examples.ts';
import { extendSchemas } from './document/extend.ts';
import { commonAnswers, completeOperation } from './document/operation.ts';
import { HEADERS, PARAMETERS } from './document/parts.ts';
import { describeRoute, READING } from './document/route.ts';
import { keepUsedSchemas, nameSchemas, openAnswers, tidySchemas, typeHelps } from './document/schemas.ts';
import { shareParts, uniteInputs } from './document/share.ts';
import type { Http } from './http.ts';

export type About = {
  info: { title: string; version: string; description: string };
  /** In the order in which the document tells of them. */
  tags: { name: string; description: string }[];
  examples: Examples;
  /** Where the service is reached; `/` where that is not known. */
  url: string;
};

/**
 * Generates the OpenAPI document from the routes' schemas, and serves it. Before the routes; what it gives tells the
 * document once the application is ready.
 */
export async function documentRoutes(http: Http, { info, tags, examples, url }: About): Promise<() => Document> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      servers: [{ url, description: 'This service' }],
      tags,
      security: READING,
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A key of this service, `cck_…`. Its scope is `read`, `write` or `admin`, each including the one before.',
          },
        },
      },
    },
    transform: describeRoute as never,
    transformObject: (input) => complete(jsonSchemaTransformObject(input) as never) as never,
  });
  let exemplified: Document | undefined;
  const document = () => {
    exemplified ??= documentOf(http, examples);
    return exemplified;
  };
  serveFiles(http, document);
  return document;
}

/** The whole document: what the routes say, the examples, and what several operations have in common told once. */
export function documentOf(http: Http, examples?: Examples): Document {
  const document = structuredClone(http.swagger() as object) as Document;
  return shareParts(examples ? addExamples(document, examples) : document);
}

/** Schemas of members that many answers have, each of which extends them. */
const COMMON = ['Page', 'Kept'];

/** Adds what follows from the routes, and puts paths into the order of the tags, what stands under a path after it. */
function complete(document: Document): Document {
  document.components = {
    ...document.components,
    responses: commonAnswers(),
    parameters: structuredClone(PARAMETERS),
    headers: structuredClone(HEADERS),
    examples: {},
  };
  for (const { operation, method } of operationsOf(document)) {
    completeOperation(operation, method, document.components);
  }
  // Parts that several places share would be written to YAML as aliases.
  const own = JSON.parse(JSON.stringify(document)) as Document;
  tidySchemas(own);
  nameSchemas(own);
  typeHelps(own);
  keepUsedSchemas(own, COMMON);
  uniteInputs(own);
  openAnswers(own);
  extendSchemas(own);
  keepUsedSchemas(own);
  own.components.responses = Object.fromEntries(
    Object.entries(own.components.responses).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const rank = ([path, item]: [string, Document['paths'][string]]) => {
    const tag = Object.values(item)[0]?.tags[0];
    return own.tags.findIndex(({ name }) => name === tag) * 100 + path.split('/').length;
  };
  own.paths = Object.fromEntries(Object.entries(own.paths).sort((a, b) => rank(a) - rank(b)));
  return own;
}

/** A whole OpenAPI document; what is in it is said by its own specification. */
const AnyDocument = z.looseObject({ openapi: z.string() });

function serveFiles(http: Http, document: () => Document): void {
  let json: WrittenJson<z.infer<typeof AnyDocument>> | undefined;
  let yaml: Promise<string> | undefined;
  http.get('/openapi.json', {
    config: { needs: 'open' },
    schema: {
      tags: ['documents'],
      operationId: 'getOpenapiJson',
      summary: 'Give this document as JSON',
      description: 'All that the service can be asked for, in OpenAPI 3.1.',
      response: { 200: AnyDocument },
    },
    handler: async (_request, reply) => {
      reply.type('application/json');
      json ??= WrittenJson.of(document() as z.infer<typeof AnyDocument>);
      return reply.send(json);
    },
  });
  http.get('/openapi.yaml', {
    config: { needs: 'open' },
    schema: {
      tags: ['documents'],
      operationId: 'getOpenapiYaml',
      summary: 'Give this document as YAML',
      description: 'The same as `/openapi.json`.',
      response: {
        200: { description: 'This document', content: { 'application/yaml': { schema: z.string() } } },
      },
    },
    handler: async (_request, reply) => {
      reply.type('application/yaml');
      yaml ??= yamlOf(document());
      return reply.send(await yaml);
    },
  });
}

export function jsonOf(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The library for it is loaded by whoever asks first. */
export async function yamlOf(document: Document): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 });
}
