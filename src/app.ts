import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { byOf, guardRoutes, seesDrafts } from './access/guard.ts';
import { keyFinder } from './access/last-used.ts';
import type { RouteContext } from './access/route-context.ts';
import { keyRoutes } from './access/routes.ts';
import { cursorSecret } from './access/store.ts';
import { trailOf } from './analysis/as-of/trail.ts';
import { comparer } from './analysis/comparer.ts';
import { comparisonRoutes, positionRoutes, threadRoutes } from './analysis/comparisons/routes.ts';
import { termComparisonRoutes } from './analysis/comparisons/terms/routes.ts';
import { driftRoutes } from './analysis/drift/routes.ts';
import { pairRoutes } from './analysis/pairs/routes.ts';
import { quoteRoutes } from './analysis/quotes/routes.ts';
import { searchRoutes } from './analysis/search/routes.ts';
import { statementListing } from './analysis/statements/list.ts';
import { assistantRoutes } from './assistant/routes.ts';
import { rechecker } from './derived/rechecks/rechecker.ts';
import { summaryFolder } from './derived/summaries/folder.ts';
import { termCounter } from './derived/terms/counter.ts';
import { formatsOf } from './exchange/answers.ts';
import { exporter } from './exchange/export.ts';
import { exportRoutes } from './exchange/export-routes.ts';
import { claimsSearchRoutes, reviewFeedRoutes } from './exchange/feed-routes.ts';
import { importWorker } from './exchange/import-worker.ts';
import { importRoutes } from './exchange/routes.ts';
import { changeRoutes } from './history/routes.ts';
import { answerOnce } from './idempotency/answers.ts';
import { ABOUT, recordedExamples } from './openapi/about.ts';
import type { Config } from './platform/config.ts';
import { Cursors } from './platform/cursor.ts';
import type { Engine } from './platform/engine/tables.ts';
import { answerTogether } from './platform/http/answers-together.ts';
import { compressAnswers } from './platform/http/compression.ts';
import { documentRoutes } from './platform/http/documents.ts';
import { healthRoutes } from './platform/http/health.ts';
import type { Http } from './platform/http/http.ts';
import { keepAnswers } from './platform/http/kept-answers.ts';
import { limitRequests } from './platform/http/limits.ts';
import { readFromStandbys } from './platform/http/reads.ts';
import type { Answering } from './platform/http/resource.ts';
import { type HttpSettings, httpServer } from './platform/http/server.ts';
import { measureRequests } from './platform/metrics.ts';
import type { Peers } from './platform/peers.ts';
import { checkRoutes } from './reader/check/routes.ts';
import { deskArticleRoutes } from './reader/desk/article-routes.ts';
import { signInRoutes } from './reader/desk/sign-in-routes.ts';
import { deskStatementRoutes } from './reader/desk/statement-routes.ts';
import { docsRoutes } from './reader/docs/routes.ts';
import { pageRoutes } from './reader/pages/routes.ts';
import { answerFailuresWithPages, readerContext } from './reader/routes.ts';
import { articleRoutes, snapshotRoutes } from './record/articles/routes.ts';
import { claimMergeRoutes, claimRelationRoutes, claimRoutes } from './record/claims/routes.ts';
import { correctionRoutes } from './record/corrections/routes.ts';
import { disputeRoutes, questionRoutes } from './record/disputes/routes.ts';
import { noteRedactionRoute } from './record/note-routes.ts';
import { outletRoutes } from './record/outlets/routes.ts';
import { rebuttalRoutes } from './record/rebuttals/routes.ts';
import { idsReferred } from './record/references.ts';
import { reviewRoutes } from './record/reviews/routes.ts';
import { sideRoutes } from './record/sides/routes.ts';
import { speakerRoutes } from './record/speakers/routes.ts';
import { articleStatementRoutes } from './record/statements/article-routes.ts';
import { statementRoutes } from './record/statements/routes.ts';
import { quoteChecker } from './text/quotes/checker.ts';

type Building = Partial<Pick<HttpSettings, 'checkAnswers' | 'timeouts' | 'lagSampleMs'>> & {
  /** Whether the summaries are brought up to date beside everything else. */
  foldsBeside?: boolean;
  /** The other processes of this service, if there are any. */
  peers?: Peers | null;
};

/** The whole application over an open engine, ready to listen or to be injected into. Closing it closes the engine. */
export async function buildApp(
  engine: Engine,
  config: Config,
  logger: FastifyBaseLogger,
  { checkAnswers = false, foldsBeside = true, peers = null, ...limits }: Building = {},
): Promise<Http> {
  const publicUrl = config.PUBLIC_URL ?? '';
  const http = await httpServer({
    publicUrl,
    logger,
    trustProxy: config.TRUST_PROXY,
    corsOrigin: config.CORS_ORIGIN,
    waitMaxMs: config.WAIT_MAX_MS,
    connectionsMax: config.CONNECTIONS_MAX,
    database: engine.connections,
    checkAnswers,
    ...limits,
  });
  const keys = keyFinder(engine);
  const checker = quoteChecker();
  // The other half is for the turn to begin.
  const comparisons = comparer(engine, new URL('./worker.ts', import.meta.url), config.WAIT_MAX_MS / 2);
  const exports = exporter(engine, new URL('./worker.ts', import.meta.url));
  // What one alone does is done by one of the processes.
  const isLead = peers?.isLead ?? true;
  const counter = isLead
    ? termCounter(engine, (error) => logger.error({ err: error }, 'could not count all terms'))
    : null;
  const rechecks = rechecker(engine, checker, (error) =>
    logger.error({ err: error }, 'could not look through what an older version stored'),
  );
  const folder = summaryFolder(engine, {
    failed: (error) => logger.error({ err: error }, 'could not bring the summaries up to date'),
  });
  // Added first, so that it runs last: imports that are under way still need the engine.
  http.addHook('onClose', async () => {
    await keys.close();
    await rechecks.close();
    await checker.close();
    await comparisons.close();
    await exports.close();
    await counter?.close();
    await folder.close();
    await engine.close();
  });
  guardRoutes(http, { publicRead: config.PUBLIC_READ, publicText: config.PUBLIC_TEXT }, keys.find);
  await limitRequests(http, config.RATE_LIMIT, ({ caller }) => caller.key, peers?.countRequest);
  const baseOf = (request: FastifyRequest) => publicUrl || `${request.protocol}://${request.host}`;
  readFromStandbys(http, engine);
  keepAnswers(http, engine.read, { sightOf: ({ caller }) => (seesDrafts(caller) ? 'drafts' : ''), baseOf });
  answerOnce(http, engine, isLead ? {} : { purgeEveryMs: null });
  await compressAnswers(http);
  answerTogether(http);
  const own = measureRequests(http, engine.standbys);
  const metrics = peers?.measured(own) ?? own;
  const document = await documentRoutes(http, {
    ...ABOUT,
    examples: recordedExamples(),
    url: config.PUBLIC_URL ?? '/',
  });
  const answering: Answering<
    ReturnType<RouteContext['answering']['callerOf']>,
    ReturnType<RouteContext['answering']['byOf']>
  > = {
    cursors: new Cursors(await cursorSecret(engine)),
    publicUrl,
    baseOf,
    callerOf: (request) => request.caller,
    byOf,
    trail: trailOf(engine.read),
  };
  const rooms = { answering, engine, checker, formats: formatsOf(engine) };
  healthRoutes(http, engine, metrics);
  await http.register(
    async (v1) => {
      const here: RouteContext = { ...rooms, http: v1 };
      sideRoutes(here);
      disputeRoutes(here);
      questionRoutes(here);
      outletRoutes(here);
      articleRoutes(here);
      snapshotRoutes(here);
      driftRoutes(here);
      articleStatementRoutes(here);
      speakerRoutes(here);
      claimRoutes(here);
      claimMergeRoutes(here);
      claimRelationRoutes(here);
      statementRoutes(here, statementListing(engine));
      rebuttalRoutes(here);
      reviewRoutes(here);
      correctionRoutes(here);
      for (const kind of ['rebuttal', 'review', 'correction'] as const) noteRedactionRoute(here, kind);
      pairRoutes(here);
      comparisonRoutes(here, comparisons);
      positionRoutes(here, comparisons);
      threadRoutes(here);
      quoteRoutes(here, { publicText: config.PUBLIC_TEXT });
      searchRoutes(here);
      termComparisonRoutes(here, comparisons);
      importRoutes(
        here,
        importWorker(engine, new URL('./worker.ts', import.meta.url), { rests: peers !== null }),
        config.IMPORT_BYTES_MAX,
        peers,
      );
      exportRoutes(here, exports, config.PUBLIC_TEXT);
      reviewFeedRoutes(here);
      changeRoutes(
        here,
        ({ caller }) => ({ drafts: seesDrafts(caller), key: caller.key }),
        (disputes) => idsReferred(engine.read, 'dispute', disputes, 'dispute'),
        keys.live,
      );
      keyRoutes(here);
    },
    { prefix: '/v1' },
  );
  claimsSearchRoutes({ ...rooms, http });
  assistantRoutes(
    { ...rooms, http },
    { comparer: comparisons, publicText: config.PUBLIC_TEXT, publicUrl, corsOrigin: config.CORS_ORIGIN },
  );
  await http.register(async (pages) => {
    const reader = readerContext(
      { ...rooms, http: pages as unknown as Http },
      {
        comparer: comparisons,
        publicText: config.PUBLIC_TEXT,
        findKey: keys.find,
      },
    );
    pageRoutes(reader);
    checkRoutes(reader);
    signInRoutes(reader);
    deskArticleRoutes(reader);
    deskStatementRoutes(reader);
  });
  docsRoutes({ http, answering }, document);
  answerFailuresWithPages(http, answering.baseOf);
  http.refuseOtherMethods();
  counter?.start();
  if (isLead) rechecks.start();
  if (isLead && foldsBeside) folder.start();
  return http;
}
