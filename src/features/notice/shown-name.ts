import { maskName } from '../../domain/household/mask-personal-data.js';
import { mayAct } from '../../domain/jurisdiction/may-act.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Row } from '../../platform/database/read-rows.js';
import { openText } from '../case/index.js';

/** 当地任职 · Whether the caller holds an office of a level in the region of what hangs there. @article 3.2 */
export function holdsOffice(
  { principal }: Pick<Caller, 'principal'>,
  row: Row,
  level: 'VILLAGE' | 'TOWNSHIP',
): boolean {
  return principal !== null && mayAct({ grants: principal.grants, level, regionCode: row['regionCode'] as RegionCode });
}

/**
 * 上墙姓名 · The name of the head of a household as a board shows it: whole to whoever holds an office there, masked to everybody
 * else (R10).
 *
 * @param row  what hangs there
 * @param head  the member's row with the sealed name; null where the household has no head
 * @article 3.2
 */
export function shownName(cipher: FieldCipher, caller: Pick<Caller, 'principal'>, row: Row, head: Row | null): string {
  const name = head === null ? '' : (openText(cipher, head, 'nameSealed', 'member', 'name_sealed') ?? '');
  return holdsOffice(caller, row, 'VILLAGE') ? name : maskName(name);
}
