import { z } from 'zod';
import { WebUrl } from '../../kernel/address.ts';
import { CorrectionNotes } from '../../kernel/correction.ts';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Language } from '../../kernel/language.ts';
import { Similar } from '../../kernel/similar.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { PartialDate } from '../../kernel/time.ts';
import { OutletBrief } from '../outlets/outlet.ts';

const Names = z.array(lineUpTo(200)).max(50);

/**
 * What an outlet published under one address.
 *
 * The address is unique: its fragment and the parameters that only track readers are dropped.
 */
export const Article = z
  .strictObject({
    ...entityShape('article'),
    url: WebUrl,
    title: lineUpTo(500),
    outlet: OutletBrief,
    byline: Names,
    agencies: Names,
    publishedAt: PartialDate,
    language: Language,
    archiveUrl: WebUrl.nullable(),
    accessedAt: PartialDate.nullable(),
    corrections: CorrectionNotes,
    similar: Similar.optional(),
    snapshots: z.int().min(0).describe('How many texts of it are held; they are numbered as they came in'),
  })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof Article>;

export const NewArticle = z.strictObject({
  url: WebUrl,
  title: Article.shape.title,
  outlet: Reference,
  byline: Names.default([]),
  agencies: Names.default([]),
  publishedAt: PartialDate,
  language: Language.default('und'),
  archiveUrl: WebUrl.nullable().default(null),
  accessedAt: PartialDate.nullable().default(null),
});
export type NewArticle = z.infer<typeof NewArticle>;

/** An article as other answers name it. */
export const ArticleBrief = z
  .strictObject({
    id: idOf('article'),
    url: WebUrl,
    title: Article.shape.title,
    publishedAt: PartialDate,
    outlet: OutletBrief,
  })
  .meta({ id: 'ArticleBrief' });
export type ArticleBrief = z.infer<typeof ArticleBrief>;
