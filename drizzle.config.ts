import { defineConfig } from 'drizzle-kit';

/** `ENGINE=postgres npx drizzle-kit generate --name what-changes` writes the same change for PostgreSQL. */
const engine = process.env.ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export default defineConfig({
  dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
  schema: `./migrations/${engine}.ts`,
  out: `./migrations/${engine}`,
});
