import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { county, openSupportRoom, type SupportRoom, VILLAGE_B, VILLAGE_D, worker } from './a-support-room.js';
import { auditOf, conclude, deliver, help, plan, runTo, said } from './support-acts.js';

let room: SupportRoom;

beforeAll(async () => {
  room = await openSupportRoom();
});

afterAll(() => room.register.close());

const SHA256 = 'a'.repeat(64);

describe('recordDelivery', () => {
  test('adds 100.00 and 50.50 yuan up, sets the measure going and the day of first support', async () => {
    const of = await room.aCase();
    const measure = await room.aMeasure(of, { budgetFen: 20_000 });
    const evidence = [{ kind: 'receipt', title: '收据', sha256: SHA256 }];
    await deliver(room, measure, { on: '2023-06-20', note: '户主签收', evidence });
    const { case: now, userErrors } = await deliver(room, measure, {
      on: '2023-06-18',
      amount: '50.50',
      inKind: '大米两袋',
    });
    expect(userErrors).toEqual([]);
    expect(now.version).toBe(3);
    expect(now.measures.nodes[0]).toMatchObject({
      status: 'IN_PROGRESS',
      delivered: '150.50',
      deliveries: [
        { on: '2023-06-18', amount: '50.50', inKind: '大米两袋', note: null, evidence: [] },
        {
          on: '2023-06-20',
          amount: '100.00',
          inKind: null,
          note: '户主签收',
          evidence: [{ kind: 'receipt', sha256: SHA256, uri: null }],
        },
      ],
    });
    expect(await room.caseRow(of)).toMatchObject({ supportedOn: '2023-06-18' });
  });

  test('takes a look-up, six statements for the change, and one to answer', async () => {
    const measure = await room.aMeasure(await room.aCase());
    const { statements } = await deliver(room, measure);
    expect(statements.map((text) => text.trim().split(/\s+/).slice(0, 3).join(' ').replaceAll('"', ''))).toEqual([
      'SELECT t.county_code AS',
      'SELECT id, county_code',
      'insert into delivery',
      'update support_measure set',
      'INSERT INTO tally_change',
      'insert into audit_event',
      'update monitoring_case set',
      expect.stringMatching(/^SELECT json_build_(array|object)/),
    ]);
  });

  test('reaches the budget of 200.00 yuan to the fen, and not one fen over', async () => {
    const measure = await room.aMeasure(await room.aCase(), {
      budgetFen: 20_000,
      deliveredFen: 10_000,
      status: 'IN_PROGRESS',
    });
    const over = await deliver(room, measure, { amount: '100.01' });
    expect(said(over.userErrors)).toEqual(['RULE_VIOLATION input.amount 4.1']);
    expect(over.userErrors[0]?.message).toContain('200.01 yuan, over its budget of 200.00 yuan');
    const { case: now } = await deliver(room, measure, { amount: '100.00' });
    expect(now.measures.nodes[0].delivered).toBe('200.00');
  });

  test("reaches the instrument's cap of 30,000.00 yuan where no budget was set, and not one fen over", async () => {
    const measure = await room.aMeasure(await room.aCase(), { instrument: 'capped-grant' });
    expect(said((await deliver(room, measure, { amount: '30000.01' })).userErrors)).toEqual([
      'RULE_VIOLATION input.amount 4.1',
    ]);
    expect((await deliver(room, measure, { amount: '30000.00' })).userErrors).toEqual([]);
  });

  test('takes help in kind where the money is spent', async () => {
    const measure = await room.aMeasure(await room.aCase(), {
      budgetFen: 10_000,
      deliveredFen: 10_000,
      status: 'IN_PROGRESS',
    });
    expect((await deliver(room, measure, { amount: null, inKind: '化肥一袋' })).userErrors).toEqual([]);
  });

  test('refuses nothing at all, nothing in money, and a text that cannot be written', async () => {
    const measure = await room.aMeasure(await room.aCase());
    expect(said((await deliver(room, measure, { amount: null })).userErrors)).toEqual(['BAD_VALUE input.amount 4.1']);
    expect(said((await deliver(room, measure, { amount: '0.00' })).userErrors)).toEqual(['BAD_VALUE input.amount 4.1']);
    expect(said((await deliver(room, measure, { note: '\u0007' })).userErrors)).toEqual(['BAD_VALUE input.note null']);
    const evidence = [{ kind: 'receipt', title: '收据', sha256: 'abc' }];
    expect(said((await deliver(room, measure, { evidence })).userErrors)).toEqual([
      'BAD_VALUE input.evidence.0.sha256 4.1',
    ]);
  });

  test('refuses tomorrow and the day before the first planned, and takes both days themselves', async () => {
    const of = await room.aCase();
    const measure = await room.aMeasure(of, { startsOn: '2023-04-01' });
    expect(said((await deliver(room, measure, { on: '2023-07-01' })).userErrors)).toEqual([
      'DATE_IN_FUTURE input.on 4.1',
    ]);
    expect(said((await deliver(room, measure, { on: '2023-03-31' })).userErrors)).toEqual(['DATE_ORDER input.on 4.1']);
    expect((await deliver(room, measure, { on: '2023-06-30' })).userErrors).toEqual([]);
    expect((await deliver(room, measure, { on: '2023-04-01' })).userErrors).toEqual([]);
    expect(await room.caseRow(of)).toMatchObject({ supportedOn: '2023-04-01' });
  });

  test.each(['PLANNED', 'COMPLETED', 'CANCELLED'])('refuses a measure that is %s', async (status) => {
    const measure = await room.aMeasure(await room.aCase(), { status });
    expect(said((await deliver(room, measure)).userErrors)).toEqual(['INVALID_STATE input.measureId 4.1']);
  });

  test('needs no version, and refuses a stale one that is given', async () => {
    const measure = await room.aMeasure(await room.aCase());
    expect((await deliver(room, measure)).userErrors).toEqual([]);
    expect(said((await deliver(room, measure, { expectedVersion: 1 })).userErrors)).toEqual([
      'CONFLICT input.expectedVersion null',
    ]);
    expect((await deliver(room, measure, { expectedVersion: 2 })).userErrors).toEqual([]);
  });

  test('is done once for one key', async () => {
    const of = await room.aCase();
    const measure = await room.aMeasure(of);
    const idempotencyKey = '0b0b0b0b-0000-4000-8000-000000000002';
    await deliver(room, measure, { idempotencyKey });
    const { case: again, userErrors } = await deliver(room, measure, { idempotencyKey });
    expect(userErrors).toEqual([]);
    expect(again.measures.nodes[0].delivered).toBe('100.00');
    expect(await auditOf(room, of)).toHaveLength(1);
  });

  test('finds no measure of another county, of another village, of another type, or none at all', async () => {
    const other = await room.aMeasure(await room.aCase({ region: VILLAGE_D }));
    const of = await room.aCase();
    for (const globalId of [other.globalId, of.globalId, 'nonsense'])
      expect(said((await deliver(room, { globalId })).userErrors)).toEqual(['NOT_FOUND input.measureId null']);
    const measure = await room.aMeasure(of);
    const { userErrors } = await deliver(room, measure, {}, worker(VILLAGE_B));
    expect(said(userErrors)).toEqual(['NOT_FOUND input.measureId null']);
    expect(await auditOf(room, of)).toEqual([]);
  });

  test('follows a plan to its end: planned, approved, delivered', async () => {
    const of = await room.aCase();
    await plan(room, of);
    const { case: approved } = await runTo(room, of, 'PASSED');
    const [latest] = approved.measures.nodes;
    const { case: now, userErrors } = await deliver(room, { globalId: latest.id });
    expect(userErrors).toEqual([]);
    expect(now.measures.nodes.find(({ id }: { id: string }) => id === latest.id).status).toBe('IN_PROGRESS');
    const actions = (await auditOf(room, of)).map(({ action }) => action);
    expect(actions).toEqual([
      'planSupport',
      'completeStep',
      'publishNotice',
      'completeStep',
      'completeStep',
      'recordDelivery',
    ]);
  });

  test('counts two deliveries of one moment both, and stops at the budget', async () => {
    const of = await room.aCase();
    const measure = await room.aMeasure(of, { budgetFen: 25_000 });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        room.support.deliveries.recordDelivery(room.caller(worker()), {
          measureId: measure.globalId,
          on: date('2023-06-20'),
          amount: yuan('100.00'),
        }),
      ),
    );
    expect(answers.filter(({ done }) => done !== null)).toHaveLength(2);
    expect(answers.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['RULE_VIOLATION']);
    expect(await room.caseRow(of)).toMatchObject({ version: 3 });
  });
});

describe('concludeMeasure', () => {
  test('completes on the day of the last delivery and not the day before', async () => {
    const of = await room.aCase();
    const measure = await room.aMeasure(of);
    await deliver(room, measure, { on: '2023-06-10' });
    await deliver(room, measure, { on: '2023-06-20' });
    expect(said((await conclude(room, measure, { expectedVersion: 3, on: '2023-06-19' })).userErrors)).toEqual([
      'DATE_ORDER input.on 4.1',
    ]);
    const { case: now, userErrors } = await conclude(room, measure, { expectedVersion: 3, on: '2023-06-20' });
    expect(userErrors).toEqual([]);
    expect(now.measures.nodes[0].status).toBe('COMPLETED');
    const events = await auditOf(room, of);
    expect(events.at(-1)).toMatchObject({
      action: 'concludeMeasure',
      change: { status: 'COMPLETED', sealed: ['note'] },
    });
    expect(JSON.stringify(events)).not.toContain('已全部落实');
  });

  test('cancels what was never delivered, and does not complete it', async () => {
    const measure = await room.aMeasure(await room.aCase());
    expect(said((await conclude(room, measure)).userErrors)).toEqual(['INVALID_STATE input.status 4.1']);
    const { case: now } = await conclude(room, measure, { status: 'CANCELLED' });
    expect(now.measures.nodes[0].status).toBe('CANCELLED');
  });

  test('needs a note and the current version, and is not for village workers', async () => {
    const measure = await room.aMeasure(await room.aCase());
    expect(said((await conclude(room, measure, { status: 'CANCELLED', note: ' ' })).userErrors)).toEqual([
      'BAD_VALUE input.note 4.1',
    ]);
    expect(said((await conclude(room, measure, { expectedVersion: 7 })).userErrors)).toEqual([
      'CONFLICT input.expectedVersion null',
    ]);
    expect((await conclude(room, measure, {}, worker())).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });
});

describe('giveUrgentHelp', () => {
  test('stands on the day that the case opens, before any run, and is a measure with its delivery', async () => {
    const of = await room.aCase({ status: 'UNDER_IDENTIFICATION', identifiedOn: null, openedOn: '2023-06-20' });
    const { case: now, userErrors } = await help(room, of, { inKind: '棉被两床' });
    expect(userErrors).toEqual([]);
    expect(now).toMatchObject({ version: 2, procedures: [] });
    expect(now.measures.nodes).toMatchObject([
      {
        status: 'IN_PROGRESS',
        instrument: { code: 'temporary-assistance' },
        addresses: [{ code: 'ILLNESS' }],
        delivered: '800.00',
        deliveries: [{ on: '2023-06-20', amount: '800.00', inKind: '棉被两床', note: '房屋被淹,当日断粮。' }],
      },
    ]);
    expect(await room.caseRow(of)).toMatchObject({ supportedOn: '2023-06-20', dueOn: null });
    const [event] = await auditOf(room, of);
    expect(event).toMatchObject({
      action: 'giveUrgentHelp',
      change: { amount: '800.00', inKind: true, sealed: ['note'] },
    });
    expect(JSON.stringify(event)).not.toContain('断粮');
  });

  test('is refused the day before the case opened, tomorrow, without a note, and for an instrument that expired', async () => {
    const of = await room.aCase({ openedOn: '2023-06-20' });
    expect(said((await help(room, of, { on: '2023-06-19' })).userErrors)).toEqual(['DATE_ORDER input.on 3.2']);
    expect(said((await help(room, of, { on: '2023-07-01' })).userErrors)).toEqual(['DATE_IN_FUTURE input.on 3.2']);
    expect(said((await help(room, of, { note: ' ' })).userErrors)).toEqual(['BAD_VALUE input.note 4.1']);
    expect(said((await help(room, of, { instrument: 'expired-grant' })).userErrors)).toEqual([
      'RULE_VIOLATION input.instrument 4.1',
    ]);
    expect(said((await help(room, of, { instrument: 'no-such' })).userErrors)).toEqual([
      'BAD_VALUE input.instrument 4.1',
    ]);
  });

  test('stays within the cap of 30,000.00 yuan to the fen', async () => {
    const of = await room.aCase();
    const given = { instrument: 'capped-grant' };
    expect(said((await help(room, of, { ...given, amount: '30000.01' })).userErrors)).toEqual([
      'RULE_VIOLATION input.amount 4.1',
    ]);
    const { case: now } = await help(room, of, { ...given, amount: '30000.00' });
    const [measure] = now.measures.nodes;
    expect(said((await deliver(room, { globalId: measure.id }, { amount: '0.01' })).userErrors)).toEqual([
      'RULE_VIOLATION input.amount 4.1',
    ]);
  });

  test('is for an open case only, and for townships and counties', async () => {
    const closed = await room.aCase({ status: 'NOT_IDENTIFIED', identifiedOn: null });
    expect(said((await help(room, closed)).userErrors)).toEqual(['INVALID_STATE input.caseId 3.2']);
    expect((await help(room, await room.aCase(), {}, worker())).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await help(room, await room.aCase(), {}, county())).userErrors).toEqual([]);
  });
});
