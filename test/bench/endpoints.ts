import type { Landmarks } from './record.ts';
import type { Asked } from './service.ts';

export type Endpoint = { name: string; path: string } & Asked;

/** What is measured: every way of reading, of common things and of rare ones. */
export function endpointsFor({
  statement,
  speaker,
  dispute,
  question,
  claims: [one, other],
  common,
  rare,
  terms,
}: Landmarks): Endpoint[] {
  return [
    { name: 'statement by id', path: `/v1/statements/${statement}` },
    { name: 'page of 50, newest said', path: '/v1/statements' },
    { name: 'page of 50 of a side', path: '/v1/statements?side=side-0' },
    { name: 'page of 50 of a claim', path: `/v1/statements?claim=${one}` },
    { name: 'page of 50, unanswered by a side', path: '/v1/statements?unansweredBy=side-0' },
    { name: 'statements with a common word', path: `/v1/statements?q=${common}` },
    { name: 'statements with a rare word', path: `/v1/statements?q=${rare}` },
    { name: 'statements by relevance, common word', path: `/v1/statements?q=${common}&sort=relevance` },
    { name: 'statements with a term', path: `/v1/statements?term=${rare}` },
    { name: 'search, common word', path: `/v1/search?q=${common}` },
    { name: 'search, rare word', path: `/v1/search?q=${rare}` },
    { name: 'pairs of a question', path: `/v1/pairs?question=${question}` },
    { name: 'pairs of a dispute, rebuttals', path: `/v1/pairs?dispute=${dispute}&basis=rebuttal` },
    { name: 'pairs of a question, nearest', path: `/v1/pairs?question=${question}&nearest=true` },
    { name: 'counter-claims', path: `/v1/claims/${one}/counterclaims` },
    { name: 'comparison of claims', path: `/v1/comparisons/claims?claim=${one}&claim=${other}` },
    {
      name: 'comparison of claims, one side',
      path: `/v1/comparisons/claims?claim=${one}&claim=${other}&side=side-0`,
    },
    {
      name: 'comparison of two common terms of claims',
      path: `/v1/comparisons/terms?term=${terms.common[0]}&term=${terms.common[1]}`,
    },
    {
      name: 'comparison of two rare terms of claims',
      path: `/v1/comparisons/terms?term=${terms.rare[0]}&term=${terms.rare[1]}`,
    },
    { name: 'comparison of other words, rare', path: `/v1/comparisons/terms?term=${rare}&term=xyzzy` },
    { name: 'comparison of other words, common', path: `/v1/comparisons/terms?term=${common}&term=xyzzy` },
    { name: 'positions in a dispute', path: `/v1/disputes/${dispute}/positions` },
    { name: 'balance of a dispute', path: `/v1/disputes/${dispute}/balance` },
    { name: 'positions of a speaker', path: `/v1/speakers/${speaker}/positions` },
    { name: 'thread of a statement', path: `/v1/statements/${statement}/thread` },
  ];
}
