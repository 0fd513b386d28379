import type { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { resource } from '../../platform/http/resource.ts';
import { updated } from '../updated.ts';
import { withWords } from '../with-words.ts';
import {
  recordDispute,
  recordQuestion,
  removeDispute,
  removeQuestion,
  reviseDispute,
  reviseQuestion,
} from './actions.ts';

import { Dispute, NewDispute } from './dispute.ts';
import { NewQuestion, Question } from './question.ts';
import {
  type DisputeFilter,
  getDispute,
  getQuestion,
  listDisputes,
  listQuestions,
  type QuestionFilter,
} from './store.ts';

export function disputeRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'disputes',
    names: ['dispute', 'disputes'],
    shape: Dispute,
    brief: ['id', 'slug', 'title'],
    fresh: NewDispute,
    refusals: { write: ['unprocessable'] },
    filter: {
      side: oneOrMore(Reference).describe('Disputes in which this side takes part'),
      q: withWords('the title and the summary'),
      ...updated,
    } satisfies Record<keyof DisputeFilter, z.ZodType>,
    list: (filter: DisputeFilter, paging) => listDisputes(engine.read, filter, paging),
    get: (reference) => getDispute(engine.read, reference),
    create: (body: NewDispute, by) => engine.write(async (tx) => getDispute(tx, await recordDispute(tx, body, by))),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getDispute(tx, await reviseDispute(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeDispute(tx, reference, expected, by)),
  });
}

export function questionRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'questions',
    names: ['question', 'questions'],
    shape: Question,
    brief: ['id', 'slug', 'text'],
    fresh: NewQuestion,
    filter: {
      dispute: oneOrMore(Reference).describe('Questions at issue in this dispute'),
      ...updated,
    } satisfies Record<keyof QuestionFilter, z.ZodType>,
    list: (filter: QuestionFilter, paging) => listQuestions(engine.read, filter, paging),
    get: (reference) => getQuestion(engine.read, reference),
    create: (body: NewQuestion, by) => engine.write(async (tx) => getQuestion(tx, await recordQuestion(tx, body, by))),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getQuestion(tx, await reviseQuestion(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeQuestion(tx, reference, expected, by)),
  });
}
