import pino, { type DestinationStream, type Logger } from 'pino';

const redact = {
  paths: ['req.headers.authorization', 'headers.authorization', 'authorization', 'key'],
  censor: '[hidden]',
};
const serializers = { err: withoutValues };

/** Structured lines for machines; readable ones where a person looks on. Keys and bodies are never in them. */
export function openLog(level: string, isTerminal: boolean, destination?: DestinationStream): Logger {
  if (destination) return pino({ level, redact, serializers }, destination);
  if (!isTerminal) return pino({ level, redact, serializers });
  return pino({
    level,
    redact,
    serializers,
    transport: {
      target: 'pino-pretty',
      options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname,reqId', singleLine: true },
    },
  });
}

/** A failed query is told without the values that it was given: they are what somebody sent. */
function withoutValues(error: Error) {
  const { params: _, detail: __, ...told } = pino.stdSerializers.err(error) as Record<string, unknown>;
  const cut = (text: unknown) =>
    typeof text === 'string' ? text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, '') : text;
  return { ...told, message: cut(told.message), stack: cut(told.stack) };
}
