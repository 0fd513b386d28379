import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from '@platformatic/db';

/** @platformatic/db over the SQLite file that is named, with its configuration in the folder that is named. */
const [folder, database] = process.argv.slice(2);
const file = join(folder, 'platformatic.json');
writeFileSync(
  file,
  JSON.stringify({
    $schema: 'https://schemas.platformatic.dev/@platformatic/db/3.67.0.json',
    module: '@platformatic/db',
    server: { logger: { level: 'silent' } },
    db: { connectionString: `sqlite://${database}`, openapi: true, graphql: false, schemalock: false },
    watch: false,
  }),
);
const app = await create(folder, file);
await app.init();
await app.start({ listen: true });
