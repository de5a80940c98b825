import type { ChartPictures, ChartRequest, Picture } from '../chart/chart-pictures.js';
import { CHART_KINDS, type ChartKind } from '../chart/chart-spec.js';
import { ApiError } from '../errors/api-error.js';
import { type Answer, refusalAnswer } from './answer.js';
import type { Exchange } from './exchange.js';
import { callerOf, httpAnswer } from './graphql-route.js';
import { readJsonObject } from './read-json.js';
import { readPosted } from './read-posted.js';

const PATH = /^\/charts\/([a-z]+)\.(svg|png)$/;
const PARAMETERS = ['query', 'operationName', 'variables', 'chart'];
/** An ID number or a mobile phone; codes of regions and days have other lengths. */
const PERSONAL_NUMBER = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;
const HAN = /\p{Script=Han}/u;
const SHAPE = `A chart is at /charts/KIND.svg or .png, where KIND is ${CHART_KINDS.join(', ')}.`;

/**
 * 图片入口 · Reads a request for a picture: GET with `query`, `variables`, `operationName` and `chart` in the address, or POST with a
 * JSON body that has them. The token is in the header, as everywhere, and never in an address.
 *
 * @returns the answer, or null where the caller has gone
 * @article none — technical
 */
export async function answerChart(exchange: Exchange, charts: ChartPictures): Promise<Answer | null> {
  const { url = '/', method } = exchange.request;
  const at = url.indexOf('?');
  const [, kind = '', picture = ''] = PATH.exec(at === -1 ? url : url.slice(0, at)) ?? [];
  if (!isKind(kind)) return refusalAnswer(404, SHAPE);
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return refusalAnswer(405, 'A picture is read by GET, or by POST.', { allow: 'GET, HEAD, POST' });
  let asked: Pick<ChartRequest, 'body' | 'chart'> | null;
  try {
    if (method !== 'POST') asked = fromAddress(at === -1 ? '' : url.slice(at + 1), exchange.limits.jsonDepth);
    else if (at !== -1) throw new ApiError('BAD_REQUEST', 'With POST everything is in the body.');
    else {
      const posted = await readPosted(exchange);
      if (posted === null) return null;
      if ('refused' in posted) return posted.refused;
      const { chart, ...body } = posted.body;
      asked = { body, chart };
    }
  } catch (error) {
    if (error instanceof ApiError) return refusalAnswer(400, error.message, {}, error.code);
    throw error;
  }
  return httpAnswer(await charts.answer({ kind, picture: picture as Picture, ...asked, ...callerOf(exchange) }));
}

function fromAddress(search: string, depth: number): Pick<ChartRequest, 'body' | 'chart'> {
  const given = new URLSearchParams(search);
  for (const name of given.keys()) {
    if (!PARAMETERS.includes(name))
      throw new ApiError(
        'BAD_REQUEST',
        `The address takes ${PARAMETERS.join(', ')}, and nothing else; the token goes into the header Authorization.`,
      );
    if (given.getAll(name).length > 1) throw new ApiError('BAD_REQUEST', `${name} is given twice.`);
  }
  for (const name of ['query', 'variables']) {
    const text = given.get(name) ?? '';
    if (PERSONAL_NUMBER.test(text) || (name === 'variables' && HAN.test(text)))
      throw new ApiError(
        'BAD_REQUEST',
        `${name} holds what may be personal data: addresses are logged by everybody they pass, so that names, ID numbers and phones go into the body of a POST.`,
      );
  }
  const json = (name: string) => {
    const text = given.get(name);
    if (text === null) return undefined;
    try {
      return readJsonObject(Buffer.from(text), depth);
    } catch (error) {
      if (error instanceof ApiError) throw new ApiError(error.code, `In ${name}: ${error.message}`);
      throw error;
    }
  };
  const query = given.get('query') ?? undefined;
  const operationName = given.get('operationName') ?? undefined;
  return { body: { query, operationName, variables: json('variables') }, chart: json('chart') };
}

function isKind(name: string): name is ChartKind {
  return (CHART_KINDS as readonly string[]).includes(name);
}
