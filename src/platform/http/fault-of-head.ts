import type { IncomingMessage } from 'node:http';

/** Headers that would be read one way here and another way by a proxy before us, if they came twice. */
const SINGLE = new Set(['authorization', 'content-encoding', 'content-type', 'host']);

/**
 * 请求头之误 · Says what is wrong with a request's head, where HTTP does not allow it. Whoever writes such a head is not to
 * be believed about where the next request begins, so the connection is to close.
 *
 * @article none — technical
 */
export function faultOfHead({ headers, httpVersion, rawHeaders }: IncomingMessage): string | null {
  if (headers.host === undefined && httpVersion !== '1.0') return 'The header host is missing.';
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    if (!SINGLE.has(name)) continue;
    if (seen.has(name)) return `The header ${name} came twice.`;
    seen.add(name);
  }
  return null;
}
