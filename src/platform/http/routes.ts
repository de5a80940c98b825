import type { ChartPictures } from '../chart/chart-pictures.js';
import type { GraphqlHandler } from '../graphql/graphql-handler.js';
import { type Answer, jsonAnswer, pageAnswer, refusalAnswer } from './answer.js';
import { answerChart } from './chart-route.js';
import type { Exchange } from './exchange.js';
import { answerGraphql } from './graphql-route.js';
import type { StaticFiles } from './static-files.js';

/** 后方 · What routes open onto. @article none — technical */
export interface Services {
  readonly graphql: GraphqlHandler;
  /** Absent where no pictures are drawn. */
  readonly charts?: ChartPictures;
  readonly explorer: StaticFiles | null;
  ready(): Promise<boolean>;
  /** What stands beside the status once it is ready. */
  detail(): Readonly<Record<string, unknown>>;
}

/** 路由 · Answers one kind of request; null where the caller has gone. @article none — technical */
export type Route = (exchange: Exchange, services: Services) => Promise<Answer | null>;

const ROUTES: Readonly<Record<string, Route>> = {
  '/graphql': (exchange, { graphql }) => answerGraphql(exchange, graphql),
  '/health/live': reading(async () => jsonAnswer(200, { status: 'live' })),
  '/health/ready': reading(async (_, { ready, detail }) =>
    (await ready()) ? jsonAnswer(200, { ...detail(), status: 'ready' }) : NOT_READY,
  ),
  '/': reading((exchange, services) => {
    const html = exchange.request.headers.accept?.includes('text/html') ?? false;
    return html ? page('index.html', services) : Promise.resolve(NOT_FOUND);
  }),
  '/explorer': reading((_, services) => page('index.html', services)),
  '/explorer/': reading((_, services) => page('index.html', services)),
};

const EXPLORER = '/explorer/';
const CHARTS = '/charts/';

const NOT_READY = jsonAnswer(503, { status: 'not ready' });
const NOT_FOUND = refusalAnswer(404, 'There is nothing here. GraphQL is at /graphql.');

/**
 * 选路 · Finds who answers a request.
 *
 * @article none — technical
 */
export function routeOf({ request, limits }: Exchange): Route {
  const { url = '/', headers } = request;
  if (url.length > limits.urlLength) return refusing(refusalAnswer(414, 'The address is too long.'));
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return refusing(refusalAnswer(417, 'Expect may be 100-continue.'));
  const path = url.split('?', 1)[0]!;
  if (Object.hasOwn(ROUTES, path)) return ROUTES[path]!;
  if (path.startsWith(CHARTS))
    return (exchange, { charts }) => (charts ? answerChart(exchange, charts) : Promise.resolve(NOT_FOUND));
  if (!path.startsWith(EXPLORER)) return refusing(NOT_FOUND);
  return reading((_, services) => page(path.slice(EXPLORER.length), services));
}

function refusing(answer: Answer): Route {
  return () => Promise.resolve(answer);
}

function reading(route: Route): Route {
  return (exchange, services) => {
    const { method } = exchange.request;
    if (method === 'GET' || method === 'HEAD') return route(exchange, services);
    return Promise.resolve(refusalAnswer(405, 'This is read by GET.', { allow: 'GET, HEAD' }));
  };
}

async function page(path: string, { explorer }: Services): Promise<Answer> {
  const file = explorer?.find(path);
  return file === undefined ? NOT_FOUND : pageAnswer(file.contentType, await file.read(), file.kept);
}
