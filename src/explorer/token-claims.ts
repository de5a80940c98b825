/** 令牌声明 · What the page can tell about a token without verifying it: for the eye only, the server decides. */
export interface TokenClaims {
  readonly subject: string;
  /** `ROLE region`, one for each grant. */
  readonly grants: readonly string[];
  /** Seconds since 1970; null where the token names none. */
  readonly expiresAt: number | null;
}

function decode(part: string): unknown {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function grantText(grant: unknown): string {
  if (typeof grant === 'string') return grant.replace(':', ' ');
  const { role, region } = (grant ?? {}) as { role?: unknown; region?: unknown };
  return [role, region].filter((part) => typeof part === 'string').join(' ');
}

/**
 * 读取令牌 · Reads the claims of a JWT for display.
 *
 * @returns null where the text is not three base64url parts with a JSON payload
 * @article none — technical
 */
export function readClaims(token: string): TokenClaims | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts[1]) return null;
  try {
    const claims = decode(parts[1]) as { sub?: unknown; exp?: unknown; grants?: unknown };
    return {
      subject: typeof claims.sub === 'string' ? claims.sub : '',
      grants: Array.isArray(claims.grants) ? claims.grants.map(grantText).filter((text) => text !== '') : [],
      expiresAt: typeof claims.exp === 'number' ? claims.exp : null,
    };
  } catch {
    return null;
  }
}

/** A pasted token without the blanks, line ends and `Bearer` that come along with it. */
export const cleanToken = (pasted: string): string => pasted.replace(/^\s*bearer\s+/i, '').replace(/\s+/g, '');
