import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import type { ProvinceRules } from '../../../src/domain/province/province-rules.js';
import { refuseForward } from '../../../src/features/alert/carry-alert.js';
import { Refused } from '../../../src/features/change/index.js';
import type { NewLeadParts } from '../../../src/features/lead/index.js';

const COUNTY = '530426' as RegionCode;
const ALERT = { kind: 'newly-on-relief', raisedOn: date('2023-11-05') };

/** What is refused under rules of one province, as the caller reads it. */
function refusals(rules: object): unknown {
  const provinces = { rulesOn: () => rules as ProvinceRules };
  const holidays = { isWorkingDay: () => true };
  try {
    refuseForward({ provinces, holidays } as unknown as NewLeadParts, ALERT, COUNTY, { today: date('2023-11-30') });
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ code, path }) => ({ code, path }));
    throw error;
  }
}

describe('what could not be sent down in the county named', () => {
  const alertKinds = { value: [{ code: ALERT.kind }] };
  const leadVerificationLimit = { value: { amount: 15, unit: 'CALENDAR_DAYS' } };

  it('is refused before anybody is sought there, in the name of the region that was given', () => {
    expect(refusals({ alertKinds: null, leadVerificationLimit })).toEqual([
      { code: 'BAD_VALUE', path: ['input', 'forwardTo'] },
    ]);
    expect(refusals({ alertKinds, leadVerificationLimit: null })).toEqual([
      { code: 'PROVINCE_CONFIG_INVALID', path: ['input', 'forwardTo'] },
    ]);
  });

  it('is nothing where the kind is known and leads have a deadline', () => {
    expect(refusals({ alertKinds, leadVerificationLimit })).toEqual([]);
  });
});
