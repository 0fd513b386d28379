import pino, { type Logger } from 'pino';

/** Structured lines for machines; readable ones where a person looks on. Keys and bodies are never in them. */
export function openLog(level: string, isTerminal: boolean): Logger {
  const redact = {
    paths: ['req.headers.authorization', 'headers.authorization', 'authorization', 'key'],
    censor: '[hidden]',
  };
  if (!isTerminal) return pino({ level, redact });
  return pino({
    level,
    redact,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname,reqId' } },
  });
}
