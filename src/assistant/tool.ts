import type { McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { Comparer } from '../analysis/comparer.ts';
import { Failure } from '../kernel/failure.ts';
import { Moved } from '../kernel/moved.ts';
import type { Cursors } from '../platform/cursor.ts';
import type { Engine } from '../platform/engine/tables.ts';
import type { QuoteChecker } from '../text/quotes/checker.ts';
import { answerOf, NOTICE, type Told, textOf } from './answer.ts';
import { type Addresses, sourcesIn } from './sources.ts';

/** What tools and resources are made from: the service, and what the caller may see of it. */
export type Means = {
  engine: Engine;
  checker: QuoteChecker;
  comparer: Comparer;
  cursors: Cursors;
  addressOf: Addresses;
  /** Whether more than a sentence of an article's text may be told. */
  seesTexts: boolean;
  /** Aborted when who asks has gone. */
  signal?: AbortSignal;
};

export type Tool<Input extends z.ZodType, Result extends z.ZodType> = {
  name: string;
  title: string;
  description: string;
  input: Input;
  result: Result;
  tell(asked: z.output<Input>, means: Means): Promise<Told<z.output<Result>>>;
};

/** Registers a tool; it only reads. */
export type Registered = { register(server: McpServer, means: Means): void };

/** What is expected to fail is told to the assistant, which may ask again; anything else is a fault of this service. */
export function tool<Input extends z.ZodType, Result extends z.ZodType>(of: Tool<Input, Result>): Registered {
  const [input, output] = [writtenOnce(of.input), writtenOnce(answerOf(of.result))];
  return {
    register(server, means) {
      const { name, title, description } = of;
      const says = { title, description, inputSchema: input, outputSchema: output, annotations: READ_ONLY };
      server.registerTool(name, says, async (asked) => {
        try {
          const { result, searched } = await of.tell(asked as z.output<Input>, means);
          const sources = await sourcesIn(means.engine.read, result, means.addressOf);
          const answer = { notice: NOTICE, searched, result, sources };
          return { content: [{ type: 'text' as const, text: textOf(answer) }], structuredContent: answer };
        } catch (error) {
          return { isError: true, content: [{ type: 'text' as const, text: refusalOf(error) }] };
        }
      });
    },
  };
}

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** What a refusal says. Fails with what is no refusal. */
export function refusalOf(error: unknown): string {
  if (error instanceof Moved) return 'not-found: This is what it was called before. Name it by its id.';
  if (!(error instanceof Failure)) throw error;
  const help = Object.keys(error.help).length === 0 ? '' : ` ${JSON.stringify(error.help)}`;
  return `${error.code}: ${error.message}${help}`;
}

/** The JSON Schema of a schema takes milliseconds to write, and a server is made for every request. */
function writtenOnce<Schema extends z.ZodType>(
  schema: Schema,
): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  const standard = schema['~standard'] as StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>>['~standard'];
  const known = new Map<string, Record<string, unknown>>();
  const once = (side: 'input' | 'output') => (options: Parameters<typeof standard.jsonSchema.input>[0]) => {
    const name = `${side} ${options.target}`;
    const written = known.get(name) ?? standard.jsonSchema[side](options);
    known.set(name, written);
    return written;
  };
  return { '~standard': { ...standard, jsonSchema: { input: once('input'), output: once('output') } } };
}
