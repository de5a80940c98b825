import { z } from 'zod';

/** 拒绝原因 · Why a token is refused; for the log alone, callers get one answer. @article none — technical */
export type TokenRefusal =
  | 'form'
  | 'header'
  | 'algorithm'
  | 'type'
  | 'key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'time'
  | 'lifetime'
  | 'claims'
  | 'denied';

/** Signature algorithms of an issuer; never a symmetric one, never `none`. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'] as const;
/** Longest token taken, in characters. */
export const LONGEST_TOKEN = 8192;

const COMPACT = /^[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{10,7000}\.[A-Za-z0-9_-]{80,1400}$/;
const TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);

/** Headers that bring or point at a key of the sender's; none is ever followed, and a token that has one is refused. */
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'] as const;

const header = z.looseObject({
  alg: z.enum(ALGORITHMS),
  typ: z.string().refine((typ) => TYPES.has(typ.toLowerCase())),
  kid: z.string().max(200).optional(),
});

/**
 * 令牌格式 · Looks at a token's form and header before any key is sought: strict base64url in three parts, one of the
 * algorithms, `typ` at+jwt or JWT, no key of its own.
 *
 * @returns null when the form is right
 * @article none — technical
 */
export function refuseForm(token: string): TokenRefusal | null {
  if (token.length > LONGEST_TOKEN || !COMPACT.test(token)) return 'form';
  const [head = '', , signature = ''] = token.split('.');
  // Unused bits at the end would give one signature several texts.
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) return 'form';
  const fields = readJson(head);
  if (fields === null || KEY_HEADERS.some((name) => name in fields)) return 'header';
  const faults = header.safeParse(fields).error?.issues;
  if (faults === undefined) return null;
  return faults[0]?.path[0] === 'alg' ? 'algorithm' : faults[0]?.path[0] === 'typ' ? 'type' : 'header';
}

function readJson(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
