import { describe, expect, it } from 'vitest';
import type { MeasureCorrection } from '../../../src/domain/correction/correction.js';
import { decideMeasureCorrection } from '../../../src/domain/correction/decide-measure-correction.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import type { SupportMeasure } from '../../../src/domain/support/support-measure.js';
import { said } from '../case/a-case.js';

const measure: SupportMeasure = {
  id: 'm',
  instrument: 'medical-assistance',
  family: 'HEALTH' as never,
  nature: 'RELIEF' as never,
  addresses: ['ILLNESS'],
  status: 'IN_PROGRESS',
  timing: 'AFTER_THE_FACT',
  fundingSource: 'SECTOR_POLICY',
  budget: yuan('3000.00'),
  delivered: yuan('2000.00'),
  startsOn: date('2023-04-01'),
  endsOn: date('2023-12-31'),
  firstDeliveredOn: date('2023-05-01'),
  urgent: false,
  deliveries: [
    { on: date('2023-05-01'), amount: yuan('500.00') },
    { on: date('2023-05-01'), amount: yuan('500.00') },
    { on: date('2023-06-01'), amount: yuan('1000.00') },
  ],
};
const risks = [{ id: 'r', riskType: 'ILLNESS', primary: true, identifiedOn: date('2023-03-01'), resolvedOn: null }];
const KEPT: { provider: string | null; inKind: string | null } = { provider: null, inKind: null };
const decide = (set: MeasureCorrection, of: Partial<SupportMeasure> = {}, kept: Partial<typeof KEPT> = {}) =>
  decideMeasureCorrection({
    kept: { ...KEPT, ...kept },
    measure: { ...measure, ...of },
    set,
    risks,
    openedOn: date('2023-03-01'),
    instrument: { cap: yuan('2500.00'), fundingSources: ['SECTOR_POLICY'] },
    today: date('2023-06-30'),
  });
const faults = (...given: Parameters<typeof decide>) => {
  const answer = decide(...given);
  return 'refusals' in answer ? said(answer.refusals) : [];
};

describe('decideMeasureCorrection', () => {
  it('moves a delivery and counts the sum and the first day anew', () => {
    const answer = decide({
      delivery: { on: date('2023-05-01'), number: 2, day: date('2023-04-15'), amount: yuan('400.00') },
    });
    expect(answer).toMatchObject({
      after: { delivered: 190_000, firstDeliveredOn: '2023-04-15' },
      before: { delivery: { on: '2023-05-01', amount: '500.00', number: 2 } },
      values: { delivery: { on: '2023-04-15', amount: '400.00' } },
    });
  });

  it('takes an amount up to the cap of the plan, 2,500.00 in all, and not a fen more', () => {
    const amounting = (amount: string) => faults({ delivery: { on: date('2023-06-01'), amount: yuan(amount) } });
    expect(amounting('1500.00')).toEqual([]);
    expect(amounting('1500.01')).toEqual(['RULE_VIOLATION set.delivery']);
  });

  it('takes a budget down to what was delivered, 2,000.00, and not a fen less', () => {
    expect(faults({ budget: yuan('2000.00') })).toEqual([]);
    expect(faults({ budget: yuan('1999.99') })).toEqual(['RULE_VIOLATION set.budget']);
  });

  it('refuses an amount of 0.00 and of -500.00, and accepts 0.01', () => {
    const amounting = (amount: string) => faults({ delivery: { on: date('2023-06-01'), amount: yuan(amount) } });
    expect(amounting('0.01')).toEqual([]);
    expect(amounting('0.00')).toEqual(['BAD_VALUE set.delivery.amount']);
    expect(amounting('-500.00')).toEqual(['BAD_VALUE set.delivery.amount']);
  });

  it('keeps a delivery between the start of the measure, 1 April, and today, 30 June', () => {
    const moved = (day: string) => faults({ delivery: { on: date('2023-06-01'), day: date(day) } });
    expect([moved('2023-04-01'), moved('2023-06-30')]).toEqual([[], []]);
    expect(moved('2023-03-31')).toEqual(['DATE_ORDER set.delivery.day']);
    expect(moved('2023-07-01')).toEqual(['DATE_IN_FUTURE set.delivery.day']);
  });

  it('keeps a delivery of a measure without a start from the opening of the case, 1 March, on', () => {
    const moved = (day: string) => faults({ delivery: { on: date('2023-06-01'), day: date(day) } }, { startsOn: null });
    expect(moved('2023-03-01')).toEqual([]);
    expect(moved('2023-02-28')).toEqual(['DATE_ORDER set.delivery.day']);
  });

  it('moves the start up to the first delivery, 1 May, and not a day further; with the delivery moved, as far as that', () => {
    expect(faults({ startsOn: date('2023-05-01') })).toEqual([]);
    expect(faults({ startsOn: date('2023-05-02') })).toEqual(['DATE_ORDER set.startsOn']);
    const one = { deliveries: [{ on: date('2023-05-01'), amount: yuan('500.00') }] };
    const both = (startsOn: string) =>
      faults({ startsOn: date(startsOn), delivery: { on: date('2023-05-01'), day: date('2023-05-10') } }, one);
    expect(both('2023-05-10')).toEqual([]);
    expect(both('2023-05-11')).toEqual(['DATE_ORDER set.startsOn']);
  });

  it('moves the start of urgent help, which was given before any plan, past its delivery, but no delivery before the opening of the case', () => {
    expect(faults({ startsOn: date('2023-05-02') }, { urgent: true })).toEqual([]);
    const moved = (day: string) => faults({ delivery: { on: date('2023-06-01'), day: date(day) } }, { urgent: true });
    expect(moved('2023-03-01')).toEqual([]);
    expect(moved('2023-02-28')).toEqual(['DATE_ORDER set.delivery.day']);
  });

  it('refuses a risk that the case does not have, a payer that the instrument does not know, an end before the start, and nothing', () => {
    expect(faults({ addresses: ['SCHOOLING'] })).toEqual(['RULE_VIOLATION set.addresses.0']);
    expect(faults({ fundingSource: 'SOCIAL' as never })).toEqual(['RULE_VIOLATION set.fundingSource']);
    expect(faults({ endsOn: date('2023-03-31') })).toEqual(['DATE_ORDER set.endsOn']);
    expect(faults({ addresses: ['ILLNESS'] })).toEqual(['BAD_VALUE set.addresses']);
    expect(faults({ delivery: { on: date('2023-05-02') } })).toEqual(['BAD_VALUE set.delivery.on']);
    expect(faults({ delivery: { on: date('2023-05-01'), number: 3 } })).toEqual(['BAD_VALUE set.delivery.on']);
    expect(faults({})).toEqual(['BAD_VALUE set']);
  });

  it('puts the timing right, and refuses urgent help that prevents', () => {
    expect(decide({ timing: 'PREVENTIVE' })).toMatchObject({
      after: { timing: 'PREVENTIVE' },
      before: { timing: 'AFTER_THE_FACT' },
      values: { timing: 'PREVENTIVE' },
    });
    expect(faults({ timing: 'AFTER_THE_FACT' })).toEqual(['BAD_VALUE set.timing']);
    expect(faults({ timing: 'PREVENTIVE' }, { urgent: true })).toEqual(['RULE_VIOLATION set.timing']);
  });

  it('puts the provider right, trimmed, and clears it; one that is recorded already is no correction', () => {
    expect(decide({ provider: ' 县医保局 ' }, {}, { provider: '镇卫生院' })).toMatchObject({
      after: { provider: '县医保局' },
      before: { provider: '镇卫生院' },
    });
    expect(decide({ provider: null }, {}, { provider: '镇卫生院' })).toMatchObject({ after: { provider: null } });
    expect(faults({ provider: '镇卫生院 ' }, {}, { provider: '镇卫生院' })).toEqual(['BAD_VALUE set.provider']);
    expect(faults({ provider: ' ' })).toEqual(['BAD_VALUE set.provider']);
  });

  it('keeps the provider of social assistance (R18): neither cleared, nor missing where the payer becomes one', () => {
    const social = { fundingSource: 'SOCIAL_DONATION' as const };
    expect(faults({ provider: null }, social, { provider: '慈善总会' })).toEqual(['BAD_VALUE set.provider']);
    const decideFor = (set: MeasureCorrection) =>
      decideMeasureCorrection({
        measure,
        kept: KEPT,
        set,
        risks,
        openedOn: date('2023-03-01'),
        instrument: { cap: null, fundingSources: ['SECTOR_POLICY', 'SOCIAL_DONATION'] },
        today: date('2023-06-30'),
      });
    const bare = decideFor(social);
    expect('refusals' in bare && said(bare.refusals)).toEqual(['BAD_VALUE set.provider']);
    expect(decideFor({ ...social, provider: '慈善总会' })).toMatchObject({ after: { provider: '慈善总会' } });
  });

  it('turns an amount of money into things, which counts the sum anew, and keeps one or the other', () => {
    const june = (set: object, inKind: string | null = null) =>
      decide({ delivery: { on: date('2023-06-01'), ...set } }, {}, { inKind });
    expect(june({ amount: null, inKind: '米面油' })).toMatchObject({
      after: { delivered: 100_000, firstDeliveredOn: '2023-05-01' },
      before: { delivery: { amount: '1000.00', inKind: null } },
      values: { delivery: { amount: null, inKind: '米面油' } },
    });
    const refused = (set: object, inKind: string | null = null) => {
      const answer = june(set, inKind);
      return 'refusals' in answer ? said(answer.refusals) : [];
    };
    expect(refused({ amount: null })).toEqual(['BAD_VALUE set.delivery.amount']);
    expect(refused({ inKind: '米面油' }, '米面油')).toEqual(['BAD_VALUE set.delivery']);
    expect(refused({ inKind: null }, '米面油')).toEqual([]);
  });
});
