import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { limitDueDate } from '../../../src/domain/province/time-limit.js';
import {
  type CallerOptions,
  county,
  openSupportRoom,
  type SupportRoom,
  township,
  VILLAGE_A,
  VILLAGE_B,
  VILLAGE_D,
  VILLAGE_E,
  worker,
} from '../support/a-support-room.js';
import { plan, runTo } from '../support/support-acts.js';

let room: SupportRoom;

beforeAll(async () => {
  room = await openSupportRoom();
});

afterAll(() => room.register.close());

const WORKLIST = `query ($first: Int, $after: String, $overdueOnly: Boolean) { worklist(first: $first, after: $after, overdueOnly: $overdueOnly) {
  totalCount nodes { kind title dueOn overdue priority case { id } lead { id channel } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly priority: number;
  readonly case: { readonly id: string } | null;
  readonly lead: { readonly id: string } | null;
}

async function list(caller: CallerOptions, variables = {}) {
  const { data, errors, statements } = await room.ask(caller, WORKLIST, variables);
  const { nodes = [], totalCount = null, pageInfo = null } = data?.worklist ?? {};
  return { items: nodes as Item[], totalCount, pageInfo, errors, statements };
}

/** The items of one case, but that nobody is responsible for it, which nobody is of any case here. */
async function itemsOf(caller: CallerOptions, globalId: string): Promise<Item[]> {
  const { items } = await list(caller, { first: 200 });
  return items.filter((item) => item.case?.id === globalId && item.kind !== 'MISSING_PERSON');
}

describe('steps', () => {
  test('wait for the role of their own level: the village meeting for the village, the review for the township', async () => {
    const of = await room.aCase({ supportedOn: '2023-03-01' });
    await plan(room, of);
    const today = '2023-03-10';
    const [step] = await itemsOf(worker(VILLAGE_A, today), of.globalId);
    expect(step).toMatchObject({
      kind: 'STEP',
      title: 'Support: Democratic review',
      dueOn: null,
      overdue: false,
      lead: null,
    });
    expect(await itemsOf(township('430121104', today), of.globalId)).toEqual([]);
    expect(await itemsOf(county('430121', today), of.globalId)).toEqual([]);
    await runTo(room, of, 'PASSED');
    expect(await itemsOf(worker(VILLAGE_A, today), of.globalId)).toEqual([]);
  });

  test('wait for nobody once the case is withdrawn', async () => {
    const of = await room.aCase({ supportedOn: '2023-03-01' });
    await plan(room, of);
    expect(await itemsOf(worker(), of.globalId)).toHaveLength(1);
    await room.setCase(of, { status: 'WITHDRAWN' });
    expect(await itemsOf(worker(), of.globalId)).toEqual([]);
  });

  test('are named in Chinese for who reads Chinese', async () => {
    const of = await room.aCase({ supportedOn: '2023-03-01' });
    await plan(room, of);
    const [step] = await itemsOf({ ...worker(), language: 'zh' }, of.globalId);
    expect(step?.title).toBe('落实帮扶措施：民主评议');
  });
});

describe('cases without support (R14)', () => {
  test.each([
    ['2023-01-31', '2023-02-28'],
    ['2023-03-01', '2023-04-01'],
    ['2023-12-31', '2024-01-31'],
  ])(
    'identified on %s in 43, are not late on %s, the last day of the month given, and late the day after',
    async (on, due) => {
      const of = await room.aCase({ identifiedOn: on });
      expect(limitDueDate(date(on), { amount: 1, unit: 'MONTHS' }, room.holidays).dueOn).toBe(due);
      expect(await itemsOf(township('430121104', due), of.globalId)).toEqual([]);
      const [item] = await itemsOf(township('430121104', nextDay(due)), of.globalId);
      expect(item).toMatchObject({ kind: 'MISSING_SUPPORT', dueOn: due, overdue: true, priority: 100 });
    },
  );

  test('are late in 51 after 10 working days, May holidays and make-up days reckoned', async () => {
    const of = await room.aCase({ region: VILLAGE_E, identifiedOn: '2023-04-21' });
    const due = limitDueDate(date('2023-04-21'), { amount: 10, unit: 'WORKING_DAYS' }, room.holidays).dueOn!;
    expect(due).toBe('2023-05-08');
    const seen = (today: string) => itemsOf(county('510104', today), of.globalId);
    expect(await seen('2023-05-08')).toEqual([]);
    expect(await seen('2023-05-09')).toMatchObject([{ kind: 'MISSING_SUPPORT', dueOn: '2023-05-08' }]);
  });

  test('leave the list with the first delivery, and are never on it before they are monitored', async () => {
    const supported = await room.aCase({ supportedOn: '2023-06-30' });
    const before = await room.aCase({ status: 'UNDER_IDENTIFICATION', identifiedOn: null });
    expect(await itemsOf(township(), supported.globalId)).toEqual([]);
    expect(await itemsOf(township(), before.globalId)).toEqual([]);
  });
});

describe('reviews', () => {
  test('show a week ahead and not eight days', async () => {
    const near = await room.aCase({ nextReviewOn: '2023-07-07', supportedOn: '2023-03-05' });
    const far = await room.aCase({ nextReviewOn: '2023-07-08', supportedOn: '2023-03-05' });
    expect(await itemsOf(worker(), near.globalId)).toMatchObject([
      { kind: 'CASE_REVIEW', dueOn: '2023-07-07', overdue: false },
    ]);
    expect(await itemsOf(worker(), far.globalId)).toEqual([]);
  });

  test('are overdue from the day after, and a visit where the household is tracked only', async () => {
    const of = await room.aCase({ nextReviewOn: '2023-06-30', supportedOn: '2023-03-05', trackingOnly: true });
    const title = 'Visit a household that is tracked only';
    expect(await itemsOf(worker(), of.globalId)).toMatchObject([{ title, overdue: false }]);
    expect(await itemsOf(worker(VILLAGE_A, '2023-07-01'), of.globalId)).toMatchObject([{ title, overdue: true }]);
  });
});

describe('leads', () => {
  test('rank by the special groups of their household, without one behind them all', async () => {
    const ill = await room.aLead(
      VILLAGE_B,
      '2023-07-10',
      await room.aHousehold(VILLAGE_B, ['HEAVY_CHRONIC_ILLNESS', 'CRITICAL_ILLNESS']),
    );
    const other = await room.aLead(VILLAGE_B, '2023-07-10', await room.aHousehold(VILLAGE_B, ['OTHER']));
    const plain = await room.aLead(VILLAGE_B, '2023-07-10', await room.aHousehold(VILLAGE_B));
    const nameless = await room.aLead('430121104', '2023-07-10');
    const { items } = await list(township(), { first: 200 });
    const priority = (id: string) => items.find(({ lead }) => lead?.id === id)?.priority;
    expect([ill, other, plain, nameless].map(priority)).toEqual([0, 99, 100, 100]);
    expect(items.find(({ lead }) => lead?.id === ill)?.title).toBe('Verify a lead declared by the household');
  });
});

describe('worklist', () => {
  /** In 丁村: two ranks, three days, and a step without a deadline. */
  const cases: Record<string, string> = {};

  beforeAll(async () => {
    const make = async (name: string, written: Parameters<typeof room.aCase>[0]) => {
      const of = await room.aCase({ region: VILLAGE_D, supportedOn: '2023-03-05', ...written });
      cases[of.globalId] = name;
      return of;
    };
    await make('late', { nextReviewOn: '2023-06-01' });
    await make('soon', { nextReviewOn: '2023-07-02' });
    await make('ill and soon', { nextReviewOn: '2023-07-03', priority: 0 });
    await make('missing', { supportedOn: null, identifiedOn: '2023-05-10' });
    await plan(room, await make('step', {}), {}, township('430124101'));
  });

  const named = (items: readonly Item[]) => items.map((item) => cases[item.case?.id ?? '']);

  test('puts special groups first, then the earliest deadline, none last, in one statement', async () => {
    const { items, totalCount, statements } = await list(worker(VILLAGE_D));
    expect(named(items)).toEqual(['ill and soon', 'late', 'missing', 'soon', 'step']);
    expect(totalCount).toBe(5);
    expect(statements).toHaveLength(1);
  });

  test('goes on from a cursor, and the pages are the whole', async () => {
    const first = await list(worker(VILLAGE_D), { first: 2 });
    expect([named(first.items), first.pageInfo.hasNextPage]).toEqual([['ill and soon', 'late'], true]);
    const second = await list(worker(VILLAGE_D), { first: 2, after: first.pageInfo.endCursor });
    expect([named(second.items), second.pageInfo.hasNextPage]).toEqual([['missing', 'soon'], true]);
    const third = await list(worker(VILLAGE_D), { first: 2, after: second.pageInfo.endCursor });
    expect([named(third.items), third.pageInfo.hasNextPage, third.totalCount]).toEqual([['step'], false, 5]);
    const beyond = await list(worker(VILLAGE_D), { first: 2, after: third.pageInfo.endCursor });
    expect([beyond.items, beyond.totalCount]).toEqual([[], 5]);
  });

  test('shows only what is past its deadline when asked', async () => {
    const { items, totalCount } = await list(worker(VILLAGE_D), { overdueOnly: true });
    expect([named(items), totalCount]).toEqual([['late', 'missing'], 2]);
    const { pageInfo } = await list(worker(VILLAGE_D), { first: 1, overdueOnly: true });
    const { errors } = await list(worker(VILLAGE_D), { first: 1, after: pageInfo.endCursor });
    expect(errors.map(({ code }) => code)).toEqual(['INVALID_CURSOR']);
  });

  test('ends at the region: nothing of 丁村 for 甲村, all of two counties for whoever works in both', async () => {
    const known = ({ items }: { items: readonly Item[] }) => named(items).filter((name) => name !== undefined);
    expect(known(await list(worker(VILLAGE_A), { first: 200 }))).toEqual([]);
    const both: CallerOptions = {
      grants: [
        ['VILLAGE_WORKER', VILLAGE_D],
        ['COUNTY_OFFICER', '430121'],
      ],
    };
    const { items, statements } = await list(both, { first: 200 });
    expect(known({ items })).toEqual(['ill and soon', 'late', 'missing', 'soon', 'step']);
    expect(items.length).toBeGreaterThan(5);
    expect(statements).toHaveLength(1);
  });

  test('is empty for a city, and forbidden to analysts', async () => {
    expect((await list({ grants: [['CITY_OFFICER', '430100']] })).totalCount).toBe(0);
    expect((await list({ grants: [['ANALYST', '430121']] })).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });

  test('reads case and household below an item, by the names that the caller gave', async () => {
    const { data, errors, statements } = await room.ask(
      worker(VILLAGE_D),
      '{ worklist(first: 1) { edges { cursor node { item: case { number household { head { name } } currentSteps { canAct } } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.worklist.edges[0].node.item).toMatchObject({ household: { head: { name: '张*' } }, currentSteps: [] });
    expect(statements).toHaveLength(1);
  });
});

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
