import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyRequest } from 'fastify';
import { assistantServer } from './server.ts';
import type { Means } from './tool.ts';

/** What is answered to a message: a version of the protocol and a media type where the library says one. */
export type Answered = { status: number; version: string | null; type: string | null; text: string };

/** Answers one message of an assistant, whose body was read as JSON. */
export async function answerMessage(request: FastifyRequest, base: string, means: Means): Promise<Answered> {
  const handler = createMcpHandler(() => assistantServer(means), {
    // Nothing is told later: what changes is read from `/v1/changes`.
    maxSubscriptions: 0,
    onerror: (error) => request.log.info({ err: error }, 'a message of an assistant was not understood'),
  });
  try {
    const answer = await handler.fetch(asked(request, base), { parsedBody: request.body });
    const version = answer.headers.get('mcp-protocol-version');
    return { status: answer.status, version, ...(await bodyOf(answer)) };
  } finally {
    await handler.close();
  }
}

/** The request without its body, which is read already, and without its key, which is no concern of the protocol. */
function asked({ headers, url }: FastifyRequest, base: string): Request {
  const told = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !/^(authorization|cookie|content-length|connection|transfer-encoding|host)$/.test(name)
      ? [[name, value]]
      : [],
  );
  return new Request(new URL(url, `${base}/`), { method: 'POST', headers: told });
}

/** One message is sent as JSON, also where the library would send a stream of one event to clients of earlier versions. */
async function bodyOf(answer: Response): Promise<{ type: string | null; text: string }> {
  const [type, text] = [answer.headers.get('content-type'), await answer.text()];
  if (!type?.startsWith('text/event-stream')) return { type, text };
  const data = text.split(/\r?\n/).filter((line) => line.startsWith('data: {'));
  return data.length === 1 ? { type: 'application/json', text: (data[0] as string).slice(6) } : { type, text };
}
