import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { HEAD, idNumber, registered, SECURE, WIFE } from '../household/a-household.js';
import {
  type Answer,
  type CallerOptions,
  county,
  type HouseholdRoom,
  openHouseholdRoom,
  VILLAGE_A,
  VILLAGE_D,
  worker,
} from '../household/a-household-room.js';

let room: HouseholdRoom;
const NUMBER = idNumber('1968-03-15', '111');
const HERS = idNumber('1970-08-22', '112');

beforeAll(async () => {
  room = await openHouseholdRoom();
  const members = [
    { ...HEAD, name: '欧阳示例', idNumber: NUMBER, phone: '13812345678' },
    { ...WIFE, name: '示例乙', idNumber: HERS },
  ];
  await registered(room, { number: 'N-001', address: '示例组 1 号', members, guarantees: { ...SECURE, note: '备注' } });
  for (let n = 2; n <= 22; n += 1) await registered(room, { number: `N-1${n}` });
});

afterAll(() => room.register.close());

const OPEN = `query ($purpose: String) { householdByNumber(number: "N-001") { version address guarantees { note }
  members { name(purpose: $purpose) idNumber(purpose: $purpose) phone(purpose: $purpose) } } }`;
const open = (caller: CallerOptions, purpose: string | null = '入户核实'): Promise<Answer> =>
  room.ask(caller, OPEN, { purpose });
const events = (): Promise<{ action: string; role: string; change: Record<string, unknown>; version: number }[]> =>
  room.database.read(WHOLE_REGISTER, (tx) =>
    tx.rows(sql`SELECT e.action, e.role, e.change, h.version FROM audit_event e JOIN household h ON h.id = e.subject_id
      WHERE h.number = 'N-001' AND e.action <> 'registerHousehold' ORDER BY e.sequence`),
  );

const MASKED = [
  { name: '欧***', idNumber: '430121************', phone: '138****5678' },
  { name: '示**', idNumber: '430121************', phone: null },
];
const OPENED = [
  { name: '欧阳示例', idNumber: NUMBER, phone: '13812345678' },
  { name: '示例乙', idNumber: HERS, phone: null },
];

describe('name, ID number and phone', () => {
  it('are masked without a purpose, and nothing is audited', async () => {
    expect((await open(worker(VILLAGE_A), null)).data).toMatchObject({ householdByNumber: { members: MASKED } });
    expect(await events()).toEqual([]);
  });

  it('are shown to the village worker with a purpose: one event for the household, the version unmoved', async () => {
    const { data } = await open(worker(VILLAGE_A));
    expect(data).toMatchObject({ householdByNumber: { version: 1, members: OPENED } });
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      action: 'readPersonalData',
      role: 'VILLAGE_WORKER',
      version: 1,
      change: { fields: ['idNumber', 'name', 'phone'], purposes: [expect.stringMatching(/^[A-Za-z0-9_-]{43}$/)] },
    });
    expect(event?.change['members']).toHaveLength(2);
    expect(JSON.stringify(event)).not.toContain('欧阳');
    expect(JSON.stringify(event)).not.toContain('入户核实');
  });

  it('are shown to township, county and the household itself', async () => {
    for (const caller of [
      county(),
      { grants: [['TOWNSHIP_OFFICER', '430121104']] },
      { grants: [['RESIDENT', VILLAGE_A]], household: 'N-001' },
    ] as const)
      expect((await open(caller)).data).toMatchObject({ householdByNumber: { members: OPENED } });
  });

  it('stay masked to city, province and nation, whatever the purpose, and to another county beside', async () => {
    const before = await events();
    for (const grants of [
      [['CITY_OFFICER', '430100']],
      [['PROVINCE_OFFICER', '430000']],
      [['NATIONAL_OFFICER', '000000']],
      [
        ['NATIONAL_OFFICER', '000000'],
        ['COUNTY_OFFICER', '430124'],
      ],
      [
        ['NATIONAL_OFFICER', '000000'],
        ['RESIDENT', VILLAGE_A],
      ],
    ] as const)
      expect((await open({ grants, household: 'N-12' })).data).toMatchObject({
        householdByNumber: { members: MASKED },
      });
    expect(await events()).toEqual(before);
  });

  it.each(['', ' x ', 'a'.repeat(201)])('want a purpose that says something: %j', async (purpose) => {
    const { errors } = await open(worker(VILLAGE_A), purpose);
    expect(errors[0]?.code).toBe('BAD_USER_INPUT');
  });

  it('are shown for twenty households a request and not for twenty-one', async () => {
    const page = (first: number) =>
      room.ask(worker(VILLAGE_A), `{ households(first: ${first}) { nodes { head { name(purpose: "入户核实") } } } }`);
    expect((await page(20)).errors).toEqual([]);
    expect(room.register.statements().filter((text) => text.includes('FOR UPDATE'))).toHaveLength(1);
    const { data, errors } = await page(21);
    expect(errors.every(({ code }) => code === 'BAD_USER_INPUT')).toBe(true);
    expect(JSON.stringify(data)).not.toContain('欧阳');
  });
});

describe('name, ID number and phone of two counties', () => {
  const both: CallerOptions = {
    grants: [
      ['COUNTY_OFFICER', '430121'],
      ['COUNTY_OFFICER', '430124'],
    ],
  };
  const OF_TWO =
    '{ a: householdByNumber(number: "N-001") { head { name(purpose: "核实") } } b: householdByNumber(number: "N-200") { head { name(purpose: "核实") } } }';

  it('are shown of one county a request: who may read both asks twice, and each household has its event', async () => {
    await registered(
      room,
      { number: 'N-200', region: VILLAGE_D, members: [{ ...HEAD, name: '别县户主' }] },
      worker('430124'),
    );
    const before = (await events()).length;
    const { data, errors } = await room.ask(both, OF_TWO);
    expect(errors.map(({ code, message }) => [code, message])).toContainEqual([
      'BAD_USER_INPUT',
      'One request shows the personal data of one county only; ask county by county.',
    ]);
    const shown = ['欧阳示例', '别县户主'].filter((name) => JSON.stringify(data).includes(name));
    expect(shown.length).toBeLessThanOrEqual(1);
    for (const number of ['N-001', 'N-200']) {
      const one = await room.ask(both, `{ householdByNumber(number: "${number}") { head { name(purpose: "核实") } } }`);
      expect(one.errors).toEqual([]);
    }
    expect((await events()).length).toBeGreaterThan(before);
  });

  it('does not count a county that the caller may not read: its names are masked', async () => {
    const { data, errors } = await room.ask(
      {
        grants: [
          ['COUNTY_OFFICER', '430121'],
          ['CITY_OFFICER', '430100'],
        ],
      },
      OF_TWO,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ a: { head: { name: '欧阳示例' } }, b: { head: { name: '别***' } } });
  });
});

describe('address and note', () => {
  it.each<[string, CallerOptions, boolean]>([
    ['village', worker(VILLAGE_A), true],
    ['province', { grants: [['PROVINCE_OFFICER', '430000']] }, true],
    ['resident', { grants: [['RESIDENT', '430121']], household: 'N-001' }, true],
    ['nation', { grants: [['NATIONAL_OFFICER', '000000']] }, false],
  ])('to the %s', async (_, caller, shown) => {
    const expected = shown
      ? { address: '示例组 1 号', guarantees: { note: '备注' } }
      : { address: null, guarantees: { note: null } };
    expect((await open(caller, null)).data).toMatchObject({ householdByNumber: expected });
  });
});

describe('householdByIdNumber', () => {
  const FIND =
    'query ($idNumber: String!, $purpose: String!) { householdByIdNumber(idNumber: $idNumber, purpose: $purpose) { number } }';
  const find = (caller: CallerOptions, idNumber = NUMBER, purpose = '比对核实') =>
    room.ask(caller, FIND, { idNumber, purpose });

  it('finds the household, by a small x too, and audits the purpose', async () => {
    const before = (await events()).length;
    expect((await find(county())).data).toEqual({ householdByIdNumber: { number: 'N-001' } });
    const [event] = (await events()).slice(before);
    expect(event).toMatchObject({ action: 'householdByIdNumber', change: { purposes: [expect.any(String)] } });
    expect(JSON.stringify(event)).not.toContain(NUMBER);
  });

  it('finds nothing out of reach and for a number that nobody has, both alike', async () => {
    const before = await events();
    const elsewhere = await find(county('430124'));
    const nobody = await find(county('430124'), idNumber('1950-01-01', '113'));
    expect(elsewhere).toEqual(nobody);
    expect(elsewhere.data).toEqual({ householdByIdNumber: null });
    expect(await events()).toEqual(before);
  });

  it('says what is wrong with a number without repeating it', async () => {
    const { errors } = await find(county(), `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}`);
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).not.toContain(NUMBER.slice(0, 12));
  });

  it('finds a number entered twice in either county, each its own household', async () => {
    await registered(
      room,
      { number: 'N-elsewhere', region: VILLAGE_D, members: [{ ...HEAD, idNumber: NUMBER }] },
      county('430124'),
    );
    expect((await find(county('430124'))).data).toEqual({ householdByIdNumber: { number: 'N-elsewhere' } });
    expect((await find(county())).data).toEqual({ householdByIdNumber: { number: 'N-001' } });
  });
});
