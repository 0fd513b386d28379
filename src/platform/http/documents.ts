import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { stringify } from 'yaml';
import type { Http } from './resource.ts';

type Tag = { name: string; description: string };

/** Generates the OpenAPI document from the routes' schemas, and serves it and its pages. Before the routes. */
export async function documentRoutes(
  http: Http,
  about: { version: string; tags: Tag[]; complete: (document: object) => object },
): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Counterclaim',
        summary: 'Who says what, since when, in whose words, in answer to whom.',
        description:
          'Keeps attributed statements linked to the articles that report them, checks that the quotes stand there, and sets competing claims against each other.',
        version: about.version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as never,
      },
      servers: [{ url: '/' }],
      tags: about.tags,
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'cck_…',
            description: 'A key of this service, with the scope read, write or admin.',
          },
        },
      },
    },
    transform: jsonSchemaTransform as never,
    transformObject: ((input: never) => about.complete(jsonSchemaTransformObject(input) as object)) as never,
  });
  await http.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, needs: 'open' };
    });
    await pages.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0 },
      staticCSP: true,
      transformStaticCSP: (header) =>
        header.replace(/upgrade-insecure-requests;?| https:| validator\.swagger\.io/g, ''),
    });
  });
  http.get(
    '/openapi.json',
    { config: { needs: 'open' }, schema: { hide: true } as never },
    () => http.swagger() as never,
  );
  http.get('/openapi.yaml', { config: { needs: 'open' }, schema: { hide: true } as never }, (_request, reply) => {
    reply.type('application/yaml').serializer(String as never);
    return reply.send(stringify(http.swagger()) as never);
  });
}
