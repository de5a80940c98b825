import { ApiError } from '../errors/api-error.js';
import { type Answer, refusalAnswer } from './answer.js';
import { type Exchange, hasBody } from './exchange.js';
import { readBody } from './read-body.js';
import { readJsonObject } from './read-json.js';

/** Nothing that a browser sends across origins without asking first. */
const JSON_BODY = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** 提交内容 · What a POST brought: an object, the refusal of what is none, or null where the caller has gone. @article none — technical */
export type Posted = { readonly body: Readonly<Record<string, unknown>> } | { readonly refused: Answer } | null;

/**
 * 读提交 · Reads the JSON object of a POST.
 *
 * @article none — technical
 */
export async function readPosted(exchange: Exchange): Promise<Posted> {
  const { request, response, limits } = exchange;
  const { headers } = request;
  const refused = refuseHead(exchange);
  if (refused !== null) return { refused };

  if (headers.expect !== undefined && Number(headers['content-length'] ?? 0) <= limits.bodyBytes)
    response.writeContinue();
  const bytes = await readBody(request, limits.bodyBytes);
  if (bytes === 'gone') return null;
  if (bytes === 'too-large')
    return { refused: refusalAnswer(413, `The body has more than ${limits.bodyBytes} bytes.`) };
  try {
    return { body: readJsonObject(bytes, limits.jsonDepth) };
  } catch (error) {
    if (error instanceof ApiError) return { refused: refusalAnswer(400, error.message, {}, error.code) };
    throw error;
  }
}

function refuseHead({ request }: Exchange): Answer | null {
  const { headers } = request;
  if (!JSON_BODY.test(headers['content-type'] ?? ''))
    return refusalAnswer(415, 'The body is application/json in UTF-8; say so in Content-Type.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return refusalAnswer(415, 'The body is not compressed; leave out Content-Encoding.');
  if ((headers['transfer-encoding'] ?? 'chunked').toLowerCase() !== 'chunked')
    return refusalAnswer(415, 'Transfer-Encoding is chunked or left out.');
  return hasBody(request) ? null : refusalAnswer(400, 'The body is missing.');
}
