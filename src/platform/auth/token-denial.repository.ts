/** 会话 · What runs statements: a transaction of the application, or one of the owner. */
export interface DenialSession {
  text<T>(text: string, parameters: readonly unknown[]): Promise<T[]>;
}

/** 吊销 · One token, or what a subject was given before an instant, taken back. */
export interface TokenDenial {
  readonly kind: 'jti' | 'subject';
  readonly value: string;
  readonly deniedAt: Date;
  readonly issuedBefore: Date;
  readonly mattersUntil: Date;
  readonly deniedBy: string;
  readonly reason: string;
}

/** Most that are read: far more than an office takes back in a day, and a bound for the memory. */
const MOST = 100_000;

/** 现行吊销 · Every denial that can still concern a token, the newest first. */
export async function listDenials(session: DenialSession, now: Date): Promise<TokenDenial[]> {
  const rows = await session.text<Record<string, string | Date>>(
    `SELECT kind, value, denied_at, issued_before, matters_until, denied_by, reason FROM token_denial
      WHERE matters_until > $1 ORDER BY denied_at DESC LIMIT ${MOST}`,
    [now.toISOString()],
  );
  return rows.map((row) => ({
    kind: row['kind'] as TokenDenial['kind'],
    value: String(row['value']),
    deniedAt: new Date(row['denied_at']!),
    issuedBefore: new Date(row['issued_before']!),
    mattersUntil: new Date(row['matters_until']!),
    deniedBy: String(row['denied_by']),
    reason: String(row['reason']),
  }));
}

/** 登记吊销 · Adds a denial, by the owner of the tables. */
export async function addDenial(session: DenialSession, denial: TokenDenial): Promise<void> {
  const { kind, value, deniedAt, issuedBefore, mattersUntil, deniedBy, reason } = denial;
  await session.text(
    `INSERT INTO token_denial (kind, value, denied_at, issued_before, matters_until, denied_by, reason)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [kind, value, deniedAt.toISOString(), issuedBefore.toISOString(), mattersUntil.toISOString(), deniedBy, reason],
  );
}
