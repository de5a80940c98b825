import { ApiError } from '../errors/api-error.js';

/** 数据库故障种类 · What a driver's error means to us. */
export type DatabaseFault =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'unique'; readonly constraint: string }
  | { readonly kind: 'other' };

const CONNECTION_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
  '25006',
  '53100',
  'DEADLINE',
]);

/**
 * 识别故障 · Reads a driver's error, whichever engine and wrapper it comes from.
 *
 * The constraint is read from the message, since a distributed engine suffixes shard numbers and leaves the field out.
 *
 * @article none — technical
 */
export function readFault(error: unknown): DatabaseFault {
  const { code, message, constraint } = innermost(error);
  if (code === '40001' || code === '40P01') return { kind: 'retry' };
  if (code === 'XX000' && message.includes('could not commit transaction for shard')) return { kind: 'retry' };
  if (code === '23505') return { kind: 'unique', constraint: constraintOf(message) ?? constraint ?? '' };
  if (code.startsWith('08') || CONNECTION_CODES.has(code)) return { kind: 'unavailable' };
  return { kind: 'other' };
}

/** 唯一约束 · The violated unique constraint's name, or null when the error is another. */
export function violatedConstraint(error: unknown): string | null {
  const fault = readFault(error);
  return fault.kind === 'unique' ? fault.constraint : null;
}

/** 暂不可用 · What a caller is told when the database is away; nothing of the driver's words. */
export function databaseUnavailable(): ApiError {
  return new ApiError('SERVICE_UNAVAILABLE', 'The register is not available for a moment; try again shortly.', {
    retryAfterSeconds: 2,
  });
}

function innermost(error: unknown): { code: string; message: string; constraint: string | null } {
  let current = error as {
    cause?: unknown;
    code?: unknown;
    message?: unknown;
    constraint?: unknown;
    constraint_name?: unknown;
  };
  while (current?.code === undefined && current?.cause !== undefined && current.cause !== null)
    current = current.cause as typeof current;
  const constraint = current?.constraint_name ?? current?.constraint;
  return {
    code: typeof current?.code === 'string' ? current.code : '',
    message: typeof current?.message === 'string' ? current.message : '',
    constraint: typeof constraint === 'string' ? constraint : null,
  };
}

function constraintOf(message: string): string | null {
  const match = /unique constraint "([^"]+)"/.exec(message);
  return match?.[1]?.replace(/_\d+$/, '') ?? null;
}
