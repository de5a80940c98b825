import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORPS, configurationKeyOf, type RegionCode } from '../../../src/domain/kernel/region-code.js';
import { isOfCorps } from '../../../src/features/region/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { openRegister, type RegisterDatabase } from '../household/register-database.js';

/** Inside counties: regiments and what is beside them, of Xinjiang and elsewhere. */
const PLACES = ['650103501', '650103501201', '650103599', '650103499', '650103600', '650103', '430121501', '655'];

let register: RegisterDatabase;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(async () => {
  await register?.close();
});

describe('isOfCorps', () => {
  it.each(PLACES)('says of %s what the domain says', async (place) => {
    const [row] = await register.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ own: boolean }>(sql`SELECT ${isOfCorps('t')} AS own FROM (SELECT ${place}::text AS region_code) t`),
    );
    expect(row!.own).toBe(configurationKeyOf(place as RegionCode) === CORPS);
  });
});
