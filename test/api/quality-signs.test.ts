import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { ScanQualityService } from '../../src/features/quality/index.js';
import { shortNotices } from '../../src/features/quality/sign-rows.repository.js';
import { systemClock } from '../../src/platform/clock.js';
import { regionScope } from '../../src/platform/database/scope.js';
import { PLACE } from '../support/story.js';
import { openVillage, VERIFICATION, type Village } from './a-village.js';

const COUNTY = PLACE.county as RegionCode;
const OTHER_VILLAGE = '430121001002';
const SIZE = 15;
const REVIEW = { review: { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 } };
const DECISION = { decidedBy: '县农业农村局' };
const SECURE = {
  ...{ food: 'SECURE', clothing: 'SECURE', compulsoryEducation: 'SECURE' },
  ...{ basicMedicalCare: 'SECURE', safeHousing: 'SECURE', drinkingWater: 'SECURE' },
};
/** The real day in China, by which entries are dated. */
const TODAY = systemClock().today();
const paper = (n: number) => ({ kind: 'decision', title: `审定表${n}`, sha256: n.toString(16).padStart(64, '0') });

/** The signs of falsified records (R20), each on a live register, on either side of its line. */
describe('signs of falsified records', () => {
  let village: Village;
  let decided = 0;
  const scan = () =>
    village.app.product.atWork(() =>
      new ScanQualityService(village.app.product.app.ground).scan(COUNTY, { on: date('2023-06-30'), now: new Date() }),
    );
  const found = async (rule: string) => {
    await scan();
    const query = `query($rule: [String!]) { qualityFindings(region: "${COUNTY}", rule: $rule) { nodes { status owner evidence region { code } case { id } } } }`;
    const { data, errors } = await village.app.ask('auditor', query, { rule: [rule] });
    expect(errors).toEqual([]);
    return data.qualityFindings.nodes;
  };
  const send = async (person: 'village' | 'township' | 'county', name: string, input: Record<string, unknown>) => {
    const payload = await village.send(person, name, input);
    expect(payload).toMatchObject({ rowErrors: [], userErrors: [] });
  };
  /** County decisions one by one, each with a paper of its own. */
  const decide = async (how: number): Promise<void> => {
    for (let n = 0; n < how; n += 1) {
      const one = village.cases[decided]!;
      decided += 1;
      await send('county', 'completeSteps', {
        items: village.items('county-decision', '2023-03-10', { decision: DECISION, evidence: [paper(decided)] }, [
          one,
        ]),
      });
    }
  };
  const register = (number: string, region: string, wages: number) => ({
    ...{ region, number, formerStatus: 'GENERAL' },
    members: [{ name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }],
    incomes: [{ wages: `${wages}.00`, from: '2022-01-01', to: '2022-12-31' }],
  });

  beforeAll(async () => {
    village = await openVillage(SIZE);
    const all = (step: string, on: string, section = {}) => ({ items: village.items(step, on, section) });
    await send('village', 'completeSteps', all('household-verification', '2023-03-01', { verification: VERIFICATION }));
    const commitment = { signedBy: '示例', truthful: true, authorizesLookup: true };
    await send('village', 'completeSteps', all('commitment-authorization', '2023-03-01', { commitment }));
    const comparison = { departments: ['CIVIL_AFFAIRS'], discrepancies: [] };
    await send('county', 'completeSteps', all('data-comparison', '2023-03-01', { comparison }));
    await send('village', 'completeSteps', all('democratic-review', '2023-03-02', REVIEW));
    await village.app.stage.today('2023-03-10');
    const notice = { opensOn: '2023-03-02', closesOn: '2023-03-07', place: '村委会公示栏' };
    await send('village', 'publishJointNotice', { ...notice, caseIds: village.cases.map(({ id }) => id) });
    await send('village', 'completeSteps', all('public-notice', '2023-03-08'));
    await send('township', 'completeSteps', all('township-review', '2023-03-09', { decision: DECISION }));
  }, 180_000);
  afterAll(() => village?.app.product.stop());

  it('names five decisions of one person in ten minutes, not five in eleven, and not five that cite one meeting', async () => {
    await decide(4);
    village.app.product.minutesAhead(11);
    await decide(1);
    expect(await found('decisions-minutes-apart')).toEqual([]);
    const meeting = { kind: 'minutes', title: '县审定会议记录', sha256: 'f'.repeat(64) };
    for (let n = 0; n < 5; n += 1) {
      const one = village.cases[decided]!;
      decided += 1;
      const evidence = [paper(decided), meeting];
      await send('county', 'completeSteps', {
        items: village.items('county-decision', '2023-03-10', { decision: DECISION, evidence }, [one]),
      });
    }
    expect(await found('decisions-minutes-apart')).toEqual([]);
    village.app.product.minutesAhead(20);
    await decide(2);
    expect(await found('decisions-minutes-apart')).toEqual([]);
    await decide(1);
    expect(await found('decisions-minutes-apart')).toMatchObject([
      { status: 'OPEN', owner: `COUNTY_OFFICER ${COUNTY}`, evidence: { decisions: 5, minutes: 10, actor: 'county' } },
    ]);
    village.app.product.minutesAhead(0);
  });

  it('names a notice that was up for four days where its rule asks for five, and none of five', async () => {
    expect(await found('notice-too-short')).toEqual([]);
    const { database } = village.app.product.app.ground;
    // The interface refuses such a notice: the record is falsified behind it.
    await database.write(regionScope([COUNTY]), (tx) =>
      tx.rows(sql`UPDATE public_notice SET closes_on = '2023-03-06' WHERE county_code = ${COUNTY}`),
    );
    const findings = await found('notice-too-short');
    expect(findings).toHaveLength(SIZE);
    expect(findings[0]).toMatchObject({
      owner: `TOWNSHIP_OFFICER ${PLACE.township}`,
      evidence: { days: 4, least: 5, opensOn: '2023-03-02', purpose: 'IDENTIFICATION' },
    });
    const [whole, rest] = await database.read(regionScope([COUNTY]), async (tx) => {
      const all = await shortNotices(tx, COUNTY, 30, null);
      return [all, await shortNotices(tx, COUNTY, 30, all[5]!)];
    });
    expect(whole).toHaveLength(SIZE);
    expect(rest).toEqual(whole!.slice(6));
  });

  it('names what was entered the day before it happened, and not what was entered on its day', async () => {
    const { data } = await village.app.ask('village', '{ householdByNumber(number: "VILLAGE-0") { id version } }');
    const check = async (checkedOn: string) => {
      await village.app.stage.today(checkedOn);
      const input = { householdId: data.householdByNumber.id, guarantees: { ...SECURE, checkedOn } };
      const payload = await village.app.mutate('village', 'recordGuarantees', input, 'userErrors { code message }');
      expect(payload.userErrors).toEqual([]);
    };
    await check(TODAY);
    expect(await found('entered-before-it-happened')).toEqual([]);
    const [year, month, day] = TODAY.split('-').map(Number);
    const tomorrow = new Date(Date.UTC(year!, month! - 1, day! + 1)).toISOString().slice(0, 10);
    await check(tomorrow);
    expect(await found('entered-before-it-happened')).toMatchObject([
      { evidence: { kind: 'guarantees', on: tomorrow, entered: TODAY, days: 1 }, region: { code: PLACE.village } },
    ]);
    await village.app.stage.today('2023-06-30');
  });

  it('names a village where 45 of 50 incomes end in the same digit, and not one where 44 do', async () => {
    // Every household earns another amount.
    const digits = (same: number) =>
      Array.from({ length: 50 }, (_, n) => 10_000 + n * 10 + (n < same ? 0 : 1 + (n % 9)));
    const households = [
      ...digits(44).map((wages, n) => register(`EVEN-${n}`, PLACE.village, wages)),
      ...digits(45).map((wages, n) => register(`HEAP-${n}`, OTHER_VILLAGE, wages)),
    ];
    const fields = 'imported rowErrors { message } userErrors { message }';
    const payload = await village.app.mutate('township', 'importHouseholds', { households }, fields);
    expect(payload).toEqual({ imported: 100, rowErrors: [], userErrors: [] });
    expect(await found('last-digit-heaping')).toMatchObject([
      { region: { code: OTHER_VILLAGE }, evidence: { figures: 50, same: 45, digit: 0 } },
    ]);
  });

  it('names five households with the same income to the fen, and not four', async () => {
    const same = (n: number) => register(`SAME-${n}`, PLACE.village, 54_321);
    const bring = async (from: number, to: number) => {
      const households = Array.from({ length: to - from }, (_, n) => same(from + n));
      await village.app.mutate('village', 'importHouseholds', { households }, 'imported');
    };
    await bring(0, 4);
    expect(await found('identical-figures')).toEqual([]);
    await bring(4, 5);
    expect(await found('identical-figures')).toMatchObject([{ evidence: { households: 5, netFen: 5_432_100 } }]);
  });
});
