/** 全局标识的内容 · What a global id says: the type, the county it lives in, its own id there. @article none — technical */
export interface GlobalIdParts {
  /** GraphQL type name, e.g. `Household`. */
  readonly type: string;
  /** Six digits; above the county the region's own six digits, e.g. `430000`. */
  readonly county: string;
  /** A UUID in lower case, or a division code of 6, 9 or 12 digits. */
  readonly id: string;
}

const TYPE = /^[A-Z][A-Za-z]{0,39}$/;
const COUNTY = /^\d{6}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CODE = /^\d{6}(?:\d{3}){0,2}$/;
/** All of them, to take an id apart; to test the parts one by one costs a third of it, and a page writes hundreds. */
const PARTS = /^([A-Z][A-Za-z]{0,39}):(\d{6}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6}(?:\d{3}){0,2})$/;
const BASE64URL = /^[A-Za-z0-9_-]{1,160}$/;

/**
 * 生成全局标识 · Makes the opaque id that the public API shows; it carries the county, so that a look-up asks one shard.
 *
 * @throws RangeError when a part has another form: a fault of ours, never the caller's
 * @article none — technical
 * @example toGlobalId('Region', '430121', '430121102') // 'UmVnaW9uOjQzMDEyMTo0MzAxMjExMDI'
 */
export function toGlobalId(type: string, county: string, id: string): string {
  if (!TYPE.test(type) || !COUNTY.test(county) || !(UUID.test(id) || CODE.test(id)))
    throw new RangeError('not the parts of a global id: Type, six digits, UUID or division code');
  return SCRATCH.toString('base64url', 0, SCRATCH.write(`${type}:${county}:${id}`, 'latin1'));
}

/** An id has 84 bytes at most; the one buffer spares each its own. */
const SCRATCH = Buffer.alloc(160);

/**
 * 读取全局标识 · Reads a global id back; null for anything that `toGlobalId` would not have written, letter for letter.
 *
 * @article none — technical
 * @example fromGlobalId('nonsense') // null
 */
export function fromGlobalId(text: string): GlobalIdParts | null {
  if (!BASE64URL.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  // Several texts decode to the same bytes (unused bits of the last letter); only the one that we write is an id.
  if (bytes.toString('base64url') !== text) return null;
  const match = PARTS.exec(bytes.toString('latin1'));
  if (match === null) return null;
  const [, type, county, id] = match as unknown as [string, string, string, string];
  // Regions alone go by their code; every other row by its uuid, which the database is to be asked for.
  return (type === 'Region') === /^\d+$/.test(id) ? { type, county, id } : null;
}
