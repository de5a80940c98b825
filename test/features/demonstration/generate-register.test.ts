import { describe, expect, it } from 'vitest';
import type { CaseCategory } from '../../../src/domain/case/monitoring-case.js';
import { notSecure } from '../../../src/domain/guarantee/guarantees-on.js';
import { readIdNumber } from '../../../src/domain/household/id-number.js';
import { labourCount } from '../../../src/domain/household/labour.js';
import { specialGroupsOf } from '../../../src/domain/household/special-groups.js';
import { validateMembers } from '../../../src/domain/household/validate-members.js';
import { addDays, date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { CATEGORY_FIGURES, personsPerHousehold } from '../../../src/features/demonstration/calibration.js';
import { generateRegister } from '../../../src/features/demonstration/index.js';
import { digestOf } from '../../../src/platform/crypto/content-digest.js';
import { anOrder, by, generated, median, share, TODAY, WORLD } from './a-generated-register.js';

const rows = generated({ households: 2_000 });
const membersOf = by(rows.member, ({ householdId }) => householdId);
const identified = rows.monitoringCase.filter(({ identifiedOn }) => identifiedOn !== null);
const householdOf = new Map(rows.household.map((household) => [household.id, household]));

describe('the generator', () => {
  it('makes the same register of the same seed, and another of another seed, day or first number', () => {
    const digest = digestOf(generated());
    expect(digestOf(generated())).toBe(digest);
    const others = [{ seed: 8 }, { today: date('2023-12-01') }, { firstNumber: 2 }].map((set) =>
      digestOf(generated(set)),
    );
    expect(new Set([digest, ...others]).size).toBe(4);
  });

  it('makes the same households in chunks of 7 as in chunks of 500', () => {
    const households = (chunk: number) => generated({ chunk }).household;
    expect(households(7)).toEqual(households(500));
    const sizes = [...generateRegister(anOrder({ chunk: 7 }))].map((chunk) => chunk.households);
    expect(sizes).toEqual([7, 7, 6, 7, 7, 6, 7, 7, 6]);
  });

  it('spreads 2,000 households over 长沙县, 平江县 and 榕江县, in villages that exist', () => {
    const counties = by(rows.household, ({ countyCode }) => countyCode);
    expect([...counties].map(([county, own]) => [county, own.length])).toEqual([
      ['430121', 667],
      ['430626', 667],
      ['522632', 666],
    ]);
    for (const { regionCode } of rows.household)
      expect(WORLD.tree.find(regionCode as RegionCode)?.level).toBe('VILLAGE');
  });

  it('puts households in townships where no village is known, and refuses a county without townships', () => {
    const own = generated({ counties: ['430181'] as RegionCode[], households: 20 }).household;
    for (const { regionCode } of own) expect(WORLD.tree.find(regionCode as RegionCode)?.level).toBe('TOWNSHIP');
    expect(() => generated({ counties: ['430199'] as RegionCode[] })).toThrow('430199 has no township');
  });

  it('marks every household as synthetic and numbers them from the first number on', () => {
    expect(rows.household.every(({ synthetic }) => synthetic)).toBe(true);
    expect([rows.household[0]?.number, rows.household.at(-1)?.number]).toEqual([
      '430121H0000000001',
      '522632H0000002000',
    ]);
    expect(rows.householdNumber.map(({ number }) => number)).toEqual(rows.household.map(({ number }) => number));
  });
});

describe('households', () => {
  it('are as large as in Baoshan: 3.72, 3.60 and 2.88 persons by category, 3.35 the others, to 0.3', () => {
    for (const category of Object.keys(CATEGORY_FIGURES) as CaseCategory[]) {
      const sizes = rows.monitoringCase
        .filter((own) => own.category === category)
        .map(({ householdId }) => householdOf.get(householdId)!.size);
      const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
      expect(Math.abs(mean - personsPerHousehold(category)), category).toBeLessThan(0.3);
    }
    const monitored = new Set(rows.monitoringCase.map(({ householdId }) => householdId));
    const others = rows.household.filter(({ id }) => !monitored.has(id)).map(({ size }) => size);
    expect(Math.abs(others.reduce((sum, size) => sum + size, 0) / others.length - 3.35)).toBeLessThan(0.15);
  });

  it('have members that the register would take', () => {
    for (const [id, members] of membersOf) {
      const drafts = members.map((member) => {
        const stated = member.idNumberSealed ? readIdNumber(member.idNumberSealed) : null;
        if (stated !== null && 'fault' in stated) throw new Error(stated.fault);
        return { ...member, statedByIdNumber: stated } as Parameters<typeof validateMembers>[0][number];
      });
      expect(validateMembers(drafts, { today: TODAY, path: [] }), id).toEqual([]);
    }
  });

  it('have identity numbers in the reserved serials, none twice, and phones that begin with 154', () => {
    const numbers = rows.member.flatMap(({ idNumberSealed }) => idNumberSealed ?? []);
    expect(numbers.length).toBe(rows.member.length);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number.slice(14, 17)).toMatch(/^99[6-9]$/);
    expect(share(numbers, (number) => ['430121', '430626', '522632'].includes(number.slice(0, 6)))).toBeGreaterThan(
      0.99,
    );
    expect(rows.nationalId.map(({ idDigest }) => idDigest)).toEqual(numbers);
    for (const { phoneSealed } of [...rows.member, ...rows.responsiblePerson])
      if (phoneSealed) expect(phoneSealed).toMatch(/^154\d{8}$/);
  });

  it('carry what follows from their members, newest income and newest check', () => {
    const incomes = by(rows.incomeRecord, ({ householdId }) => householdId);
    const checks = by(rows.guaranteeCheck, ({ householdId }) => householdId);
    for (const household of rows.household) {
      const members = membersOf.get(household.id)! as unknown as Parameters<typeof specialGroupsOf>[0] &
        Parameters<typeof labourCount>[0];
      expect(household.size).toBe(members.length);
      expect(household.labourCount).toBe(labourCount(members));
      expect(household.specialGroups).toEqual(specialGroupsOf(members, TODAY));
      const newest = incomes.get(household.id)!.reduce((a, b) => (a.windowTo > b.windowTo ? a : b));
      expect(newest.windowTo).toBe('2023-10-31');
      const net = newest.wages + newest.business + newest.property + newest.transfers - newest.businessExpenses;
      expect(household.perCapitaFen).toBe(Math.round(net / newest.heads));
      const check = checks.get(household.id)!.reduce((a, b) => (a.checkedOn > b.checkedOn ? a : b));
      expect(household.guaranteesSecure).toBe(
        notSecure(check as unknown as Parameters<typeof notSecure>[0]).length === 0,
      );
    }
  });

  it('have the two windows 2021-11-01 to 2022-10-31 and 2022-11-01 to 2023-10-31, and no window twice', () => {
    for (const own of by(rows.incomeRecord, ({ householdId }) => householdId).values()) {
      const windows = own.map(({ windowFrom, windowTo }) => `${windowFrom} ${windowTo}`);
      expect(windows).toEqual(expect.arrayContaining(['2021-11-01 2022-10-31', '2022-11-01 2023-10-31']));
      expect(new Set(windows).size).toBe(windows.length);
    }
  });

  it('earn what rural households earn, where they have no case: a median of 16,902 yuan, to 8 %, and a few under the line', () => {
    const monitored = new Set(rows.monitoringCase.map(({ householdId }) => householdId));
    const general = rows.household.filter(({ id, formerStatus }) => !monitored.has(id) && formerStatus === 'GENERAL');
    const incomes = general.map(({ perCapitaFen }) => perCapitaFen! / 100);
    expect(Math.abs(median(incomes) / 16_902 - 1)).toBeLessThan(0.08);
    const inHunan = general.filter(({ countyCode }) => countyCode.startsWith('43'));
    const under = share(inHunan, ({ perCapitaFen }) => perCapitaFen! < 750_000);
    expect(under).toBeGreaterThan(0.01);
    expect(under).toBeLessThan(0.1);
  });

  it('earn around the line of 7,500.00 yuan while a case in Hunan is identified', () => {
    const open = identified.filter(({ status, regionCode }) => status === 'MONITORED' && regionCode.startsWith('43'));
    const incomes = open.map(({ householdId }) => householdOf.get(householdId)!.perCapitaFen!);
    expect(median(incomes)).toBeGreaterThan(750_000 * 0.75);
    expect(median(incomes)).toBeLessThan(750_000 * 1.3);
  });
});

describe('cases', () => {
  it('have the category shares 30.7, 29.8 and 39.6 %, to 4 points, and 44.5 % of the identified are eliminated, to 3', () => {
    const part = (category: string): number => share(identified, (own) => own.category === category);
    expect(Math.abs(part('UNSTABLE_OUT_OF_POVERTY') - 0.307)).toBeLessThan(0.04);
    expect(Math.abs(part('MARGINAL_AT_RISK') - 0.298)).toBeLessThan(0.04);
    expect(Math.abs(part('SUDDEN_SEVERE_DIFFICULTY') - 0.396)).toBeLessThan(0.04);
    expect(Math.abs(share(identified, ({ status }) => status === 'RISK_ELIMINATED') - 0.445)).toBeLessThan(0.03);
  });

  it('stand in every status, eliminated through support and of themselves, monitored with and without support', () => {
    const found = new Set(
      rows.monitoringCase.map(({ status, eliminationMode }) => `${status} ${eliminationMode ?? ''}`.trim()),
    );
    expect([...found].sort()).toEqual([
      'MONITORED',
      'NOT_IDENTIFIED',
      'RISK_ELIMINATED NATURAL',
      'RISK_ELIMINATED SUPPORTED',
      'UNDER_ELIMINATION SUPPORTED',
      'UNDER_IDENTIFICATION',
      'WITHDRAWN',
    ]);
    const monitored = rows.monitoringCase.filter(({ status }) => status === 'MONITORED');
    expect(share(monitored, ({ supportedOn }) => supportedOn == null)).toBeGreaterThan(0.1);
    expect(share(monitored, ({ supportedOn }) => supportedOn != null)).toBeGreaterThan(0.4);
    for (const flag of ['trackingOnly', 'supportContinued', 'emergency'] as const)
      expect(
        rows.monitoringCase.some((own) => own[flag]),
        flag,
      ).toBe(true);
    expect(rows.monitoringCase.some(({ previousCaseId }) => previousCaseId != null)).toBe(true);
  });

  it('are open once a household at most', () => {
    const open = rows.monitoringCase.filter(({ status }) =>
      ['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'].includes(status),
    );
    expect(new Set(open.map(({ householdId }) => householdId)).size).toBe(open.length);
  });

  it('have leads that are open, overdue, confirmed, dismissed and joined, one open a household', () => {
    const statuses = by(rows.lead, ({ status }) => status);
    expect([...statuses.keys()].sort()).toEqual(['CONFIRMED', 'DISMISSED', 'DUPLICATE', 'OPEN']);
    const open = statuses.get('OPEN')!;
    expect(open.some(({ dueOn }) => dueOn < TODAY)).toBe(true);
    expect(open.some(({ dueOn }) => dueOn >= TODAY)).toBe(true);
    const owners = open.flatMap(({ householdId }) => householdId ?? []);
    expect(new Set(owners).size).toBe(owners.length);
    expect(open.some(({ householdId }) => householdId === null)).toBe(true);
    const cases = new Set(rows.monitoringCase.map(({ id }) => id));
    for (const { caseId } of statuses.get('CONFIRMED')!) expect(cases.has(caseId!)).toBe(true);
  });

  it('have notices on the board today, and nothing that happened today or later', () => {
    expect(
      rows.publicNotice.filter(({ opensOn, closesOn }) => opensOn <= TODAY && closesOn >= TODAY).length,
    ).toBeGreaterThan(20);
    const yesterday = addDays(TODAY, -1);
    expect(rows.auditEvent.filter(({ occurredOn }) => occurredOn > yesterday)).toEqual([]);
    expect(rows.auditEvent.filter(({ at }) => at >= `${TODAY}T00:00:00`)).toEqual([]);
  });
});

describe('other days', () => {
  it.each(['2021-06-01', '2022-03-01', '2023-01-01', '2024-02-29', '2026-11-23', '2031-07-01'])(
    'can be %s as well',
    (today) => {
      const own = generated({ today: date(today), households: 240 });
      expect(own.household).toHaveLength(240);
      expect(own.monitoringCase.length).toBeGreaterThan(70);
    },
  );
});
