import pino from 'pino';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Http } from '../../src/platform/http/http.ts';
import { openLog } from '../../src/platform/log.ts';
import { type EngineKind, freshEngine } from './database.ts';

/** The application as it is before it is ready, to which routes may still be added. */
export async function startUnready(
  kind: EngineKind = 'sqlite',
  {
    content = 'empty',
    settings = {},
    lines,
  }: { content?: 'empty' | 'demo'; settings?: Record<string, string>; lines?: string[] } = {},
): Promise<Http> {
  const engine = await freshEngine(kind, content);
  const log = lines ? openLog('trace', false, { write: (line) => void lines.push(line) }) : pino({ level: 'silent' });
  const app = await buildApp(engine, readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', ...settings }), log, {
    checkAnswers: true,
  });
  onTestFinished(() => app.close());
  return app;
}
