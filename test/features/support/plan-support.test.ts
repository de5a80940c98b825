import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { county, openSupportRoom, type SupportRoom, VILLAGE_D, worker } from './a-support-room.js';
import { auditOf, MEDICAL, plan, runTo, said, WORK } from './support-acts.js';

let room: SupportRoom;

beforeAll(async () => {
  room = await openSupportRoom();
});

afterAll(() => room.register.close());

describe('planSupport', () => {
  test('plans two measures and starts the support procedure of that day', async () => {
    const of = await room.aCase();
    const budgeted = {
      ...MEDICAL,
      budget: '6000.00',
      fundingLevel: 'COUNTY',
      provider: '县医疗保障局',
      startsOn: '2023-04-01',
    };
    const { case: planned, userErrors, errors } = await plan(room, of, { measures: [budgeted, WORK] });
    expect([errors, userErrors]).toEqual([[], []]);
    expect(planned).toMatchObject({
      version: 2,
      status: 'MONITORED',
      trackingOnly: false,
      currentSteps: [{ definition: { code: 'democratic-review' } }],
      procedures: [{ kind: 'SUPPORT', startedOn: '2023-03-10', outcome: null }],
    });
    const { nodes, totalCount } = planned.measures;
    expect(totalCount).toBe(2);
    expect(nodes.map(({ status }: { status: string }) => status)).toEqual(['PLANNED', 'PLANNED']);
    expect(
      nodes.find(({ instrument }: { instrument: { code: string } }) => instrument.code === 'medical-assistance'),
    ).toMatchObject({
      addresses: [{ code: 'ILLNESS', name: 'Illness' }],
      instrument: { name: 'Medical assistance', cap: null, addresses: [{ code: 'ILLNESS' }] },
      timing: 'AFTER_THE_FACT',
      fundingSource: 'SECTOR_POLICY',
      fundingLevel: 'COUNTY',
      provider: '县医疗保障局',
      budget: '6000.00',
      delivered: '0.00',
      startsOn: '2023-04-01',
      endsOn: null,
      deliveries: [],
      case: { id: of.globalId },
    });
  });

  test('takes eight statements, and one to answer', async () => {
    const of = await room.aCase();
    const { statements } = await plan(room, of);
    expect(
      statements.slice(0, 8).map((text) => text.trim().split(/\s+/).slice(0, 3).join(' ').replaceAll('"', '')),
    ).toEqual([
      'SELECT id, county_code',
      "SELECT json_build_object('id', h.id,",
      'insert into procedure_run',
      'insert into procedure_step',
      'insert into support_measure',
      'INSERT INTO tally_change',
      'insert into audit_event',
      'update monitoring_case set',
    ]);
    expect(statements).toHaveLength(9);
  });

  test('writes one audit event that names instruments and amounts, and no provider', async () => {
    const of = await room.aCase();
    await plan(room, of, { measures: [{ ...MEDICAL, budget: '6000.00', provider: '张三基金会' }, WORK] });
    const [event] = await auditOf(room, of);
    expect(event).toMatchObject({
      action: 'planSupport',
      occurredOn: '2023-03-10',
      role: 'TOWNSHIP_OFFICER',
      sequence: 1,
    });
    expect(event?.change).toMatchObject({ procedure: 'SUPPORT', override: false, sealed: [], version: 2 });
    expect(event?.change.measures).toMatchObject([
      { instrument: 'medical-assistance', addresses: ['ILLNESS'], budget: '6000.00' },
      { instrument: 'labour-export', addresses: [], budget: null },
    ]);
    expect(JSON.stringify(event)).not.toContain('张三');
  });
});

describe('planSupport refuses, with path and article', () => {
  const refused = async (input: Readonly<Record<string, unknown>>, written = {}) =>
    said((await plan(room, await room.aCase(written), input)).userErrors);

  test('an unknown instrument, one that expired on 2023-02-28, one not for its funding', async () => {
    const measures = [
      { ...MEDICAL, instrument: 'no-such' },
      { ...MEDICAL, instrument: 'expired-grant' },
      { ...MEDICAL, fundingSource: 'OWN' },
      WORK,
    ];
    expect(await refused({ measures, overrideReason: '两项并行' })).toEqual([
      'BAD_VALUE input.measures.0.instrument 4.1',
      'RULE_VIOLATION input.measures.1.instrument 4.1',
      'RULE_VIOLATION input.measures.2.fundingSource 4.1',
    ]);
  });

  test('a budget of 30,000.01 yuan over a cap of 30,000.00, and takes 30,000.00', async () => {
    const measures = (budget: string) => [{ ...MEDICAL, instrument: 'capped-grant', budget }, WORK];
    expect(await refused({ measures: measures('30000.01') })).toEqual(['RULE_VIOLATION input.measures.0.budget 4.1']);
    expect(await refused({ measures: measures('30000.00') })).toEqual([]);
  });

  test('an instrument for labour where nobody can work', async () => {
    expect(
      await refused({ measures: [MEDICAL, WORK] }, { labour: 'LOST', safetyNet: 'SUBSISTENCE_ALLOWANCE' }),
    ).toEqual(['RULE_VIOLATION input.measures.1.instrument 4.2']);
  });

  test('a second instrument for one risk without a reason, and takes it with one that the trail flags and the row seals', async () => {
    const measures = [MEDICAL, { ...MEDICAL, instrument: 'capped-grant' }, WORK];
    expect(await refused({ measures })).toEqual(['RULE_VIOLATION input.overrideReason 4.2']);
    expect(await refused({ measures, overrideReason: '  ' })).toEqual(['RULE_VIOLATION input.overrideReason 4.2']);
    const of = await room.aCase();
    const { userErrors } = await plan(room, of, { measures, overrideReason: '两种疾病,费用分开' });
    expect(userErrors).toEqual([]);
    const [event] = await auditOf(room, of);
    expect(event?.change).toMatchObject({ override: true, sealed: ['overrideReason'] });
    expect(JSON.stringify(event)).not.toContain('两种疾病');
    const rows = await room.measuresOf(of);
    for (const { id, overrideReasonSealed } of rows) {
      const place = { table: 'support_measure', column: 'override_reason_sealed', rowId: id };
      expect(room.cipher.open(overrideReasonSealed!, place)).toBe('两种疾病,费用分开');
    }
    expect(rows).toHaveLength(3);
  });

  test('a risk, a guarantee and a labour ask that nothing covers, each named', async () => {
    const of = await room.aCase({ risks: ['ILLNESS', 'DISABILITY'], notSecure: 'drinkingWater' });
    const { userErrors } = await plan(room, of, { measures: [MEDICAL] });
    expect(said(userErrors)).toEqual(Array(3).fill('RULE_VIOLATION input.measures 4.2'));
    const messages = userErrors.map(({ message }: { message: string }) => message).join('\n');
    expect(messages).toContain('the risk "DISABILITY" is not covered');
    expect(messages).toContain('the guarantee drinkingWater is not covered');
    expect(messages).toContain('with labour capacity, a developmental instrument');
  });

  test('a risk that the case does not have', async () => {
    expect(await refused({ measures: [{ ...MEDICAL, addresses: ['ILLNESS', 'HOUSING'] }, WORK] })).toEqual([
      'RULE_VIOLATION input.measures.0.addresses.1 4.2',
    ]);
  });

  test('donated help without its provider (R18)', async () => {
    const donated = { ...MEDICAL, instrument: 'donation-in-kind', fundingSource: 'SOCIAL_DONATION' };
    const codes = await refused({ measures: [donated, WORK] });
    expect(codes).toContain('BAD_VALUE input.measures.0.provider 4.3');
  });

  test('a plan of 2023-02-28 for a case monitored from 2023-03-01, and takes one of 2023-03-01', async () => {
    const measures = [{ ...MEDICAL, instrument: 'capped-grant' }, WORK];
    expect(await refused({ measures, on: '2023-02-28' })).toEqual(['DATE_ORDER input.on 4.1']);
    expect(await refused({ measures, on: '2023-03-01' })).toEqual([]);
  });

  test('a plan of tomorrow, and takes one of today, 2023-06-30', async () => {
    expect(await refused({ on: '2023-07-01' })).toEqual(['DATE_IN_FUTURE input.on 4.1']);
    expect(await refused({ on: '2023-06-30' })).toEqual([]);
  });

  test('a case that is not monitored, and one whose plan is under way', async () => {
    expect(await refused({}, { status: 'UNDER_IDENTIFICATION', identifiedOn: null })).toEqual([
      'INVALID_STATE input.caseId 3.2',
    ]);
    const of = await room.aCase();
    await plan(room, of);
    const { userErrors } = await plan(room, of, { expectedVersion: 2 });
    expect(said(userErrors)[0]).toBe('INVALID_STATE input.caseId 3.2');
  });

  test('an empty plan, and a provider with a character that cannot be written', async () => {
    expect(await refused({ measures: [], overrideReason: 'x' })).toContain('BAD_VALUE input.measures 4.1');
    expect(await refused({ measures: [{ ...MEDICAL, provider: 'a\u0000b' }, WORK] })).toEqual([
      'BAD_VALUE input.measures.0.provider null',
    ]);
  });
});

describe('planSupport keeps its ground', () => {
  test('a stale version is a conflict that names the current one, and nothing is written', async () => {
    const of = await room.aCase();
    await plan(room, of);
    const { userErrors } = await plan(room, of, { expectedVersion: 1 });
    expect(said(userErrors)).toEqual(['CONFLICT input.expectedVersion null']);
    expect(userErrors[0]?.message).toContain('its version is 2, not 1');
    expect(await room.measuresOf(of)).toHaveLength(2);
  });

  test('the same key and input answer the first success again, another input is refused', async () => {
    const of = await room.aCase();
    const idempotencyKey = '0b0b0b0b-0000-4000-8000-000000000001';
    const first = await plan(room, of, { idempotencyKey });
    const again = await plan(room, of, { idempotencyKey });
    expect(again.userErrors).toEqual([]);
    expect(again.case).toEqual(first.case);
    expect(await auditOf(room, of)).toHaveLength(1);
    const other = await plan(room, of, { idempotencyKey, on: '2023-03-11' });
    expect(said(other.userErrors)).toEqual(['IDEMPOTENCY_CONFLICT input.idempotencyKey null']);
  });

  test('a case of another county is not there, as one that never was; a village worker is never allowed', async () => {
    const of = await room.aCase({ region: VILLAGE_D });
    expect(said((await plan(room, of)).userErrors)).toEqual(['NOT_FOUND input.caseId null']);
    const never = { ...of, globalId: 'nonsense' };
    expect(said((await plan(room, never)).userErrors)).toEqual(['NOT_FOUND input.caseId null']);
    const { errors } = await plan(room, await room.aCase(), {}, worker());
    expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });
});

describe('the end of the support procedure', () => {
  test('approves what was planned once the township passes it', async () => {
    const of = await room.aCase();
    await plan(room, of);
    const { case: passed } = await runTo(room, of, 'PASSED');
    expect(passed.procedures).toMatchObject([{ kind: 'SUPPORT', outcome: 'PASSED' }]);
    expect((await room.measuresOf(of)).map(({ status }) => status)).toEqual(['APPROVED', 'APPROVED']);
  });

  test('cancels it when the village meeting rejects it, and another plan may follow', async () => {
    const of = await room.aCase();
    await plan(room, of);
    await runTo(room, of, 'REJECTED');
    expect((await room.measuresOf(of)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    const { userErrors } = await plan(room, of, { expectedVersion: 3 }, county());
    expect(userErrors).toEqual([]);
    expect(await room.measuresOf(of)).toHaveLength(4);
  });
});
