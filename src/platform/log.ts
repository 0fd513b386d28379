import type { FastifyBaseLogger } from 'fastify';
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

/**
 * The log of a request, whose lines begin with what the request is called. It is made with the first line that is
 * written: most requests write none by it.
 */
export function logOfRequest(
  log: FastifyBaseLogger,
  names: Parameters<FastifyBaseLogger['child']>[0],
  options: Parameters<FastifyBaseLogger['child']>[1],
): FastifyBaseLogger {
  let made: FastifyBaseLogger | undefined;
  const own = () => {
    made ??= log.child(names, options);
    return made;
  };
  return {
    level: log.level,
    fatal: (...line: Line) => own().fatal(...line),
    error: (...line: Line) => own().error(...line),
    warn: (...line: Line) => own().warn(...line),
    info: (...line: Line) => own().info(...line),
    debug: (...line: Line) => own().debug(...line),
    trace: (...line: Line) => own().trace(...line),
    silent: (...line: Line) => own().silent(...line),
    child: (...more) => own().child(...more),
  };
}

type Line = [line: object, message?: string];

/** A failed query is told without the values that it was given: they are what somebody sent. */
function withoutValues(error: Error) {
  const { params: _, detail: __, ...told } = pino.stdSerializers.err(error) as Record<string, unknown>;
  const cut = (text: unknown) =>
    typeof text === 'string' ? text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, '') : text;
  return { ...told, message: cut(told.message), stack: cut(told.stack) };
}
