import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { aHousehold, HEAD, idNumber, registered, SECURE, WIFE, YEAR_2022 } from '../household/a-household.js';
import {
  type CallerOptions,
  county,
  found,
  type HouseholdRoom,
  openHouseholdRoom,
  VILLAGE_B,
  VILLAGE_D,
  worker,
} from '../household/a-household-room.js';

let room: HouseholdRoom;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

afterAll(() => room.register.close());

interface Report {
  readonly imported: number;
  readonly updated: number;
  readonly failed: number;
  readonly rowErrors: readonly {
    readonly index: number;
    readonly code: string;
    readonly path: readonly string[];
    readonly message: string;
  }[];
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const IMPORT = `mutation ($input: ImportHouseholdsInput!) { importHouseholds(input: $input) {
  imported updated failed rowErrors { index code message path } userErrors { code path } } }`;
const send = async (
  households: readonly unknown[],
  caller: CallerOptions = county('430100'),
  more: object = {},
): Promise<Report> => found(await room.ask(caller, IMPORT, { input: { households, ...more } }), 'importHouseholds');
const counts = ({ imported, updated, failed }: Report): number[] => [imported, updated, failed];
const errors = ({ rowErrors }: Report): string[] =>
  rowErrors.map(({ index, code, path }) => `${index} ${code} ${path.slice(3).join('.')}`);
const read = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));
const households = async (): Promise<number> =>
  (await read<{ n: number }>('SELECT count(*)::int AS n FROM household'))[0]?.n ?? -1;

describe('importHouseholds', () => {
  it('enters the rows that can be and names the place in the others', async () => {
    const before = await households();
    const report = await send([
      aHousehold({ number: 'I-001', incomes: [YEAR_2022], guarantees: SECURE }),
      { ...aHousehold(), region: '4301' },
      aHousehold({ members: [HEAD, HEAD] }),
      aHousehold({ members: [{ ...HEAD, relationship: 'UNCLE', idNumber: 430121196803150000 }] }),
      aHousehold({ region: VILLAGE_D, incomes: [{ ...YEAR_2022, wages: '1.005' }] }),
      aHousehold({ region: VILLAGE_D, nickname: 'x' }),
      aHousehold({ region: VILLAGE_D }),
    ]);
    expect(counts(report)).toEqual([2, 0, 5]);
    expect(errors(report)).toEqual([
      '1 BAD_VALUE region',
      '2 BAD_VALUE members.1.relationship',
      '3 BAD_VALUE members.0.idNumber',
      '3 BAD_VALUE members.0.relationship',
      '4 BAD_VALUE incomes.0.wages',
      '5 BAD_VALUE ',
    ]);
    expect(JSON.stringify(report)).not.toContain('43012119680315');
    expect(await households()).toBe(before + 2);
  });

  it('reads money, dates and enums as the mutation does, and keeps what is derived', async () => {
    await send([
      aHousehold({ number: 'I-010', members: [HEAD, WIFE], incomes: [YEAR_2022], guarantees: SECURE, address: '一组' }),
    ]);
    const answer = await room.ask(
      county(),
      '{ householdByNumber(number: "I-010") { size version address income { perCapita } members { name } } }',
    );
    expect(answer.data).toEqual({
      householdByNumber: {
        size: 2,
        version: 1,
        address: '一组',
        income: { perCapita: '15000.00' },
        members: [{ name: '示**' }, { name: '示**' }],
      },
    });
    expect(
      await read(`SELECT action FROM audit_event WHERE subject_id = (SELECT id FROM household WHERE number = 'I-010')`),
    ).toEqual([{ action: 'importHouseholds' }]);
  });

  it('keeps where each record comes from as a row says it, and makes nothing up where it says nothing (R30)', async () => {
    const SOURCES =
      'query($number: String!) { householdByNumber(number: $number) { source income { source } guarantees { source } } }';
    const sources = async (number: string) => {
      const { source, income, guarantees } = found<{
        source: string | null;
        income: { source: string | null };
        guarantees: { source: string | null };
      }>(await room.ask(county(), SOURCES, { number }), 'householdByNumber');
      return [source, income.source, guarantees.source];
    };
    const from = (source: string) => ({ source });
    const said = {
      ...from('NATIONAL_SYSTEM'),
      incomes: [{ ...YEAR_2022, ...from('DEPARTMENT') }],
      guarantees: { ...SECURE, ...from('CENSUS') },
    };
    await send([
      aHousehold({ number: 'I-230', ...said }),
      aHousehold({ number: 'I-231', incomes: [YEAR_2022], guarantees: SECURE }),
    ]);
    expect(await sources('I-230')).toEqual(['NATIONAL_SYSTEM', 'DEPARTMENT', 'CENSUS']);
    expect(await sources('I-231')).toEqual([null, null, null]);
    const windows = [{ from: '2022-07-01', to: '2023-06-30', wages: '8000.00', source: 'CENSUS' }];
    await send([aHousehold({ number: 'I-231', source: 'CENSUS', incomes: windows })]);
    expect(await sources('I-231')).toEqual([null, 'CENSUS', null]);
    // Entered by a worker, it is what a visit told, unless something else is said.
    await registered(room, { number: 'I-232', incomes: [YEAR_2022], guarantees: { ...SECURE, source: 'DEPARTMENT' } });
    expect(await sources('I-232')).toEqual(['VISIT', 'VISIT', 'DEPARTMENT']);
    const told = await read<{ source: string }>(
      `SELECT change ->> 'source' AS source FROM audit_event WHERE subject_id = (SELECT id FROM household WHERE number = 'I-230')`,
    );
    expect(told).toEqual([{ source: 'NATIONAL_SYSTEM' }]);
    const wrong = await send([aHousehold({ number: 'I-233', source: 'RUMOUR' })]);
    expect(errors(wrong)).toEqual(['0 BAD_VALUE source']);
  });

  it('brings a registered household up to date: new windows, a newer check, its village; its members stay', async () => {
    await registered(room, {
      number: 'I-020',
      resettled: true,
      address: '一组',
      incomes: [YEAR_2022],
      guarantees: SECURE,
    });
    const row = aHousehold({
      number: 'I-020',
      region: VILLAGE_B,
      members: [HEAD, WIFE],
      incomes: [YEAR_2022, { from: '2022-07-01', to: '2023-06-30', wages: '8000.00' }],
      guarantees: { ...SECURE, checkedOn: '2023-09-01', food: 'AT_RISK' },
    });
    expect(counts(await send([row]))).toEqual([0, 1, 0]);
    const [after] = await read(
      `SELECT region_code, resettled, size, per_capita_fen, guarantees_secure, version FROM household WHERE number = 'I-020'`,
    );
    expect(after).toEqual({
      region_code: VILLAGE_B,
      resettled: true,
      size: 1,
      per_capita_fen: 800_000,
      guarantees_secure: false,
      version: 2,
    });
    expect(counts(await send([row]))).toEqual([0, 1, 0]);
    expect(
      await read(
        `SELECT count(*)::int AS n FROM income_record WHERE household_id = (SELECT id FROM household WHERE number = 'I-020')`,
      ),
    ).toEqual([{ n: 2 }]);
  });

  it('leaves out a number that stands twice, one of another county, and one of ours that was never given out', async () => {
    await registered(room, { number: 'I-030', region: VILLAGE_D }, county('430124'));
    const report = await send([
      aHousehold({ number: 'I-031' }),
      aHousehold({ number: 'I-031' }),
      aHousehold({ number: 'I-030' }),
      aHousehold({ number: '430121H9999999999' }),
    ]);
    expect(errors(report)).toEqual(['1 DUPLICATE number', '2 DUPLICATE number', '3 BAD_VALUE number']);
    expect(counts(await send([aHousehold({ number: 'I-030', region: VILLAGE_D })], worker('430121')))).toEqual([
      0, 0, 1,
    ]);
  });

  it('takes an ID number that stands in two rows as a review, not as an error', async () => {
    const number = idNumber('1968-03-15', '301');
    const members = [{ ...HEAD, idNumber: number }];
    expect(counts(await send([aHousehold({ members }), aHousehold({ members })]))).toEqual([2, 0, 0]);
    const digest = room.blindIndex.digest('id-number', number);
    expect(await read(`SELECT count(*)::int AS n FROM identity_review WHERE id_digest = '${digest}'`)).toEqual([
      { n: 1 },
    ]);
  });

  it('answers the same key with the same counts, county by county, and enters nothing again', async () => {
    const idempotencyKey = crypto.randomUUID();
    const rows = [aHousehold(), aHousehold({ region: VILLAGE_D }), aHousehold({ members: [] })];
    const first = await send(rows, county('430100'), { idempotencyKey });
    expect(counts(first)).toEqual([2, 0, 1]);
    const before = await households();
    expect(await send(rows, county('430100'), { idempotencyKey })).toEqual(first);
    expect(await households()).toBe(before);
    const other = await send([aHousehold()], county('430100'), { idempotencyKey });
    expect(other.userErrors).toEqual([{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }]);
  });

  it('takes 1,000 rows in one statement a table and refuses 0 and 1,001', async () => {
    for (const length of [0, 1001])
      expect((await send(Array.from({ length }, () => aHousehold()))).userErrors).toEqual([
        { code: 'BAD_VALUE', path: ['input', 'households'] },
      ]);
    const before = await households();
    const report = await send(Array.from({ length: 1000 }, () => aHousehold({ incomes: [YEAR_2022] })));
    expect(counts(report)).toEqual([1000, 0, 0]);
    expect(room.register.statements().filter((text) => text.includes('"household"'))).toHaveLength(1);
    expect(await households()).toBe(before + 1000);
  });
});
