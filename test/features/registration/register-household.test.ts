import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import {
  aHousehold,
  change,
  DAUGHTER,
  HEAD,
  idNumber,
  refusals,
  registered,
  SECURE,
  WIFE,
  YEAR_2022,
} from '../household/a-household.js';
import {
  county,
  type HouseholdRoom,
  openHouseholdRoom,
  STREET,
  VILLAGE_B,
  VILLAGE_D,
  worker,
} from '../household/a-household-room.js';

let room: HouseholdRoom;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

afterAll(() => room.register.close());

const register = (input: Record<string, unknown> = {}, caller = worker('430121')) =>
  change(room, caller, 'registerHousehold', aHousehold(input));

const rows = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));

describe('registerHousehold', () => {
  it('enters three members, income of 2022 and a check, and keeps what is derived from them', async () => {
    const { household, userErrors } = await register({
      members: [HEAD, { ...WIFE, health: ['CRITICAL_ILLNESS'] }, DAUGHTER],
      incomes: [
        {
          ...YEAR_2022,
          businessExpenses: '3000.00',
          medical: '6000.00',
          claimsPaid: '900.00',
          compliantMedicalCost: '1800.00',
        },
        { from: '2021-01-01', to: '2021-12-31', wages: '90000.00' },
      ],
      guarantees: { ...SECURE, basicMedicalCare: 'AT_RISK', note: '未参保' },
      address: '示例组 1 号',
    });
    expect(userErrors).toEqual([]);
    expect(household).toMatchObject({
      version: 1,
      size: 3,
      labourCount: 2,
      specialGroups: ['CRITICAL_ILLNESS'],
      address: '示例组 1 号',
      income: {
        to: '2022-12-31',
        netIncome: '27000.00',
        perCapita: '9000.00',
        perCapitaAfterRigid: '7000.00',
        referencePerCapita: '8700.00',
        rigidExpenditure: { medical: '6000.00', total: '6000.00' },
      },
      guarantees: { checkedOn: '2023-06-01', note: '未参保' },
    });
    const [derived] = await rows(`SELECT per_capita_fen, per_capita_after_rigid_fen, guarantees_secure FROM household
      WHERE number = '${household.number}'`);
    expect(derived).toEqual({ per_capita_fen: 900_000, per_capita_after_rigid_fen: 700_000, guarantees_secure: false });
  });

  it('sends each table one statement, one for the number and one for the answer', async () => {
    await register({ incomes: [YEAR_2022], guarantees: SECURE });
    const sent = room.register.statements().map((text) => text.trim().split(/\s+/).slice(0, 3).join(' '));
    expect(sent.filter((text) => !text.startsWith('SELECT'))).toEqual([
      'insert into "audit_event"',
      'insert into "household_number"',
      'insert into "household"',
      'insert into "member"',
      'insert into "income_record"',
      'insert into "guarantee_check"',
    ]);
    expect(sent.filter((text) => text.startsWith('SELECT'))).toHaveLength(2);
  });

  it('gives out numbers of county, H and ten digits, one after the other', async () => {
    const [first, second] = [await registered(room), await registered(room)];
    expect(first.number).toMatch(/^430121H\d{10}$/);
    expect(Number(second.number.slice(-10))).toBe(Number(first.number.slice(-10)) + 1);
  });

  it('keeps a given number and refuses it for a second household, in its county and in another', async () => {
    expect((await registered(room, { number: 'HN-2014-000123' })).number).toBe('HN-2014-000123');
    expect(refusals(await register({ number: 'HN-2014-000123' }))).toEqual(['DUPLICATE input.number']);
    const elsewhere = await register({ number: 'HN-2014-000123', region: VILLAGE_D }, worker('430124'));
    expect(refusals(elsewhere)).toEqual(['DUPLICATE input.number']);
  });

  it.each(['', 'abc', '430121H0000000001', '示例户编号', 'a b c d', '--abc'])(
    'refuses the number %j',
    async (number) => {
      expect(refusals(await register({ number }))).toEqual(['BAD_VALUE input.number']);
    },
  );

  it('refuses no head, two heads and two spouses', async () => {
    expect(refusals(await register({ members: [WIFE] }))).toEqual(['BAD_VALUE input.members']);
    expect(refusals(await register({ members: [HEAD, HEAD] }))).toEqual(['BAD_VALUE input.members.1.relationship']);
    expect(refusals(await register({ members: [HEAD, WIFE, WIFE] }))).toEqual([
      'BAD_VALUE input.members.2.relationship',
    ]);
    expect(refusals(await register({ members: [] }))).toEqual(['BAD_VALUE input.members']);
  });

  it('names every reason at once', async () => {
    const changed = await register({
      members: [
        { ...HEAD, name: ' ', disabilityGrade: 2 },
        { ...DAUGHTER, education: '小学' },
      ],
      incomes: [{ from: '2022-12-31', to: '2022-01-01', wages: '-0.01' }],
      guarantees: { ...SECURE, checkedOn: '2023-12-01' },
    });
    expect(refusals(changed)).toEqual([
      'BAD_VALUE input.members.0.name',
      'BAD_VALUE input.members.0.disabilityGrade',
      'BAD_VALUE input.members.1.schooling',
      'DATE_ORDER input.incomes.0.to',
      'BAD_VALUE input.incomes.0.wages',
      'DATE_IN_FUTURE input.guarantees.checkedOn',
    ]);
    expect(changed.household).toBeNull();
  });

  it('writes nothing of a refused household', async () => {
    const before = await rows('SELECT count(*)::int AS n FROM household');
    await register({ members: [HEAD, HEAD] });
    expect(await rows('SELECT count(*)::int AS n FROM household')).toEqual(before);
  });

  it('refuses three decimals as BAD_USER_INPUT before anything runs', async () => {
    const { answer } = await register({ incomes: [{ ...YEAR_2022, wages: '1.005' }] });
    expect(answer.errors[0]?.message).toContain('at most two decimals');
    expect(room.register.statements()).toEqual([]);
  });
});

describe('ID numbers', () => {
  const HIS = idNumber('1975-05-05', '001');
  const HERS = idNumber('1976-06-06', '002');

  it('tells sex and birth date of whoever gives no more than the number', async () => {
    const { members } = await registered(room, {
      members: [{ name: '示例丁', idNumber: HERS, relationship: 'HEAD', labour: 'SKILLED' }],
    });
    expect(members).toMatchObject([{ sex: 'FEMALE', birthDate: '1976-06-06', idNumber: '430121************' }]);
  });

  it('takes a small x for X, and counts both as one number', async () => {
    const withX = Array.from({ length: 99 }, (_, n) => idNumber('1981-01-01', String(n * 2 + 1).padStart(3, '0'))).find(
      (number) => number.endsWith('X'),
    );
    const both = [
      { ...HEAD, birthDate: null, idNumber: withX },
      { ...DAUGHTER, sex: null, birthDate: null, idNumber: withX?.toLowerCase() },
    ];
    expect(refusals(await register({ members: both }))).toEqual(['BAD_VALUE input.members.1.idNumber']);
  });

  it('refuses a wrong check digit without repeating the number', async () => {
    const wrong = HIS.slice(0, 17) + (HIS.endsWith('1') ? '2' : '1');
    const changed = await register({ members: [{ ...HEAD, idNumber: wrong }] });
    expect(refusals(changed)).toEqual(['BAD_VALUE input.members.0.idNumber']);
    expect(JSON.stringify(changed)).not.toContain(wrong.slice(6, 17));
  });

  it('refuses a sex and a birth date that the number contradicts', async () => {
    const changed = await register({
      members: [{ ...HEAD, sex: 'FEMALE', birthDate: '1975-05-06', idNumber: HIS }],
    });
    expect(refusals(changed)).toEqual(['BAD_VALUE input.members.0.birthDate', 'BAD_VALUE input.members.0.sex']);
  });

  it('reads the grade off a disability card and refuses another', async () => {
    const card = `${idNumber('1977-07-07', '003')}42`;
    const { members } = await registered(room, { members: [{ ...HEAD, birthDate: null, idNumber: card }] });
    expect(members).toMatchObject([{ health: ['DISABILITY'], disabilityGrade: 2 }]);
    const other = `${idNumber('1977-07-07', '005')}42`;
    const contradicted = { ...HEAD, birthDate: null, idNumber: other, health: ['DISABILITY'], disabilityGrade: 3 };
    expect(refusals(await register({ members: [contradicted] }))).toEqual([
      'BAD_VALUE input.members.0.disabilityGrade',
    ]);
  });

  it('answers a number that another household holds as a success, and keeps it for a review', async () => {
    const number = idNumber('1983-03-03', '011');
    const first = await registered(room, { members: [{ ...HEAD, birthDate: null, idNumber: number }] });
    const second = await registered(
      room,
      {
        region: VILLAGE_D,
        members: [{ ...HEAD, birthDate: null, idNumber: number }],
      },
      worker('430124'),
    );
    expect(second.members).toMatchObject([{ idNumber: '430121************' }]);
    const reviews = await rows<Record<string, string>>(
      `SELECT county_code, region_code, other_county_code FROM identity_review`,
    );
    expect(reviews).toContainEqual({ county_code: '430124', region_code: VILLAGE_D, other_county_code: '430121' });
    expect(first.number).not.toBe(second.number);
  });
});

describe('the region of a new household', () => {
  it('is a village of the worker, and no other', async () => {
    expect((await register({}, worker('430121104201'))).userErrors).toEqual([]);
    for (const region of [VILLAGE_B, STREET, '430121104299', '510104'])
      expect(refusals(await register({ region }, worker('430121104201')))).toEqual(['NOT_FOUND input.region']);
  });

  it('is known, and not above the county', async () => {
    expect(refusals(await register({ region: '430121104299' }))).toEqual(['BAD_VALUE input.region']);
    expect(refusals(await register({ region: '430100' }, county('430000')))).toEqual(['BAD_VALUE input.region']);
    expect((await register({ region: '430121104' })).userErrors).toEqual([]);
  });

  it('cannot be chosen by an auditor, a resident or nobody', async () => {
    for (const role of ['AUDITOR', 'RESIDENT', 'NATIONAL_OFFICER'] as const) {
      const { answer } = await register({}, { grants: [[role, '430121']] });
      expect(answer.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('the same idempotency key', () => {
  const idempotencyKey = '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f';

  it('answers the first household again and enters none', async () => {
    const first = await registered(room, { idempotencyKey });
    const before = await rows('SELECT count(*)::int AS n FROM household');
    expect((await registered(room, { idempotencyKey })).id).toBe(first.id);
    expect(await rows('SELECT count(*)::int AS n FROM household')).toEqual(before);
  });

  it('is refused with another input', async () => {
    expect(refusals(await register({ idempotencyKey, formerStatus: 'FORMERLY_POOR' }))).toEqual([
      'IDEMPOTENCY_CONFLICT input.idempotencyKey',
    ]);
  });
});
