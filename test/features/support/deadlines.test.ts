import { afterAll, beforeAll, expect, test } from 'vitest';
import { county, openSupportRoom, type SupportRoom, township, VILLAGE_E, worker } from './a-support-room.js';
import { plan } from './support-acts.js';
import type { WrittenCase } from './support-writers.js';

/** 51 gives a support run 20 days, which stop while a notice is out and while papers are returned. */
let room: SupportRoom;
let of: WrittenCase;
let version = 2;

const TOWNSHIP = VILLAGE_E.slice(0, 9);

beforeAll(async () => {
  room = await openSupportRoom();
  of = await room.aCase({ region: VILLAGE_E, supportedOn: '2023-03-01' });
  const { userErrors } = await plan(room, of, {}, township(TOWNSHIP, '2023-03-10'));
  expect(userErrors).toEqual([]);
});

afterAll(() => room.register.close());

async function act(caller: Parameters<SupportRoom['ask']>[0], name: string, input: Record<string, unknown>) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code message } } }`;
  const whole = { caseId: of.globalId, expectedVersion: version, ...input };
  const { data, errors } = await room.ask(caller, text, { input: whole });
  expect([errors, data?.[name]?.userErrors]).toEqual([[], []]);
  version += 1;
}

const meet = (on: string) =>
  act(worker(VILLAGE_E, on), 'completeStep', {
    ...{ step: 'democratic-review', outcome: 'PASSED', occurredOn: on },
    review: { eligible: 40, attended: 30, inFavour: 30, against: 0 },
  });

async function post(opensOn: string, closesOn: string, doneOn: string) {
  const place = '村务公开栏';
  await act(worker(VILLAGE_E, opensOn), 'publishNotice', { step: 'public-notice', opensOn, closesOn, place });
  if (doneOn === '') return;
  const done = { step: 'public-notice', outcome: 'PASSED', occurredOn: doneOn };
  await act(worker(VILLAGE_E, doneOn), 'completeStep', done);
}

/** The last day of the run, and whether it is overdue on a day: to its case, in the filter and in the worklists. */
async function stands(today: string) {
  const { data } = await room.ask(
    county('510104', today),
    `query ($id: ID!) { monitoringCase(id: $id) { procedures { dueOn overdue steps { status dueOn overdue definition { code } } } }
      monitoringCases(where: { overdue: true }) { totalCount } }`,
    { id: of.globalId },
  );
  const waiting = async (caller: Parameters<SupportRoom['ask']>[0]) => {
    const text =
      '{ worklist(overdueOnly: false) { nodes { kind dueOn overdue } } late: worklist(overdueOnly: true) { totalCount } }';
    const { worklist, late } = (await room.ask(caller, text)).data;
    // Nobody is named responsible here; that is another matter than a deadline.
    const items = worklist.nodes.filter(({ kind }: { kind: string }) => kind !== 'MISSING_PERSON');
    return { items, late: late.totalCount };
  };
  const [run] = data.monitoringCase.procedures;
  const worklists = [await waiting(worker(VILLAGE_E, today)), await waiting(township(TOWNSHIP, today))];
  return { run, overdueCases: data.monitoringCases.totalCount, worklists };
}

test('a run of 10 March is in time on its twentieth day, 30 March, and overdue on the 31st, though no step has a deadline', async () => {
  expect(await stands('2023-03-30')).toMatchObject({
    run: { dueOn: '2023-03-30', overdue: false },
    overdueCases: 0,
    worklists: [{ items: [{ kind: 'STEP', dueOn: '2023-03-30', overdue: false }], late: 0 }, { items: [] }],
  });
  expect(await stands('2023-03-31')).toMatchObject({
    run: { overdue: true },
    overdueCases: 1,
    worklists: [{ items: [{ dueOn: '2023-03-30', overdue: true }], late: 1 }, { late: 0 }],
  });
});

test('a notice from 11 to 16 March takes five days out of the count: 4 April is in time, 5 April is not', async () => {
  await meet('2023-03-11');
  await post('2023-03-11', '2023-03-16', '2023-03-17');
  expect(await stands('2023-04-04')).toMatchObject({ run: { dueOn: '2023-04-04', overdue: false }, overdueCases: 1 });
  expect(await stands('2023-04-05')).toMatchObject({ run: { overdue: true } });
});

test('the township has until 22 March, the earlier of its own five days and the run’s', async () => {
  const [, late] = (await stands('2023-03-22')).worklists;
  expect(late).toEqual({ items: [{ kind: 'STEP', dueOn: '2023-03-22', overdue: false }], late: 0 });
  expect((await stands('2023-03-23')).worklists[1]).toMatchObject({ late: 1 });
});

test('while papers are returned nobody can tell the last day, and nothing is overdue', async () => {
  await act(township(TOWNSHIP, '2023-03-18'), 'completeStep', {
    ...{ step: 'township-review', outcome: 'RETURNED', returnTo: 'democratic-review', occurredOn: '2023-03-18' },
    ...{ note: '缺会议记录', decision: { decidedBy: '镇人民政府' } },
  });
  expect(await stands('2023-12-31')).toMatchObject({
    run: { dueOn: null, overdue: false },
    overdueCases: 0,
    worklists: [{ items: [{ dueOn: null, overdue: false }], late: 0 }, { items: [] }],
  });
});

test('the papers come back on 26 March, and the count goes on with seventeen days left: 12 April, not 13', async () => {
  await meet('2023-03-20');
  await post('2023-03-20', '2023-03-25', '2023-03-26');
  expect(await stands('2023-04-12')).toMatchObject({ run: { dueOn: '2023-04-12', overdue: false } });
  expect(await stands('2023-04-13')).toMatchObject({ run: { overdue: true } });
  const steps = (await stands('2023-04-01')).run.steps.filter(({ status }: { status: string }) => status === 'CURRENT');
  expect(steps).toEqual([
    { status: 'CURRENT', dueOn: '2023-03-31', overdue: true, definition: { code: 'township-review' } },
  ]);
});

test('a run that ended on its last day was in time, whatever the day is now', async () => {
  await act(township(TOWNSHIP, '2023-04-12'), 'completeStep', {
    ...{ step: 'township-review', outcome: 'PASSED', occurredOn: '2023-04-12', decision: { decidedBy: '镇人民政府' } },
  });
  expect(await stands('2023-12-31')).toMatchObject({
    run: { dueOn: '2023-04-12', overdue: false },
    overdueCases: 0,
    worklists: [{ items: [] }, { items: [] }],
  });
});
