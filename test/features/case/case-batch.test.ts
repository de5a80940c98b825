import { describe, expect, it } from 'vitest';
import { refuse } from '../../../src/domain/kernel/verdict.js';
import type { AccessService } from '../../../src/features/access/index.js';
import { CaseBatchService } from '../../../src/features/case/case-batch.service.js';
import type { CaseChangeService, CaseEffect } from '../../../src/features/case/case-change.service.js';
import { type BatchChangeService, type BatchItem, itemErrors, Refused } from '../../../src/features/change/index.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';

const CONFLICT = refuse('IDEMPOTENCY_CONFLICT', 'the key was used with another input', ['idempotencyKey']);
const id = (county: string, n: number) =>
  toGlobalId('MonitoringCase', county, `01890000-0000-7000-8000-00000000000${n}`);
const EFFECT = { set: {}, action: 'completeStep', occurredOn: '2023-03-06', change: {} } as unknown as CaseEffect;

/** Batches of which those of some counties are refused as a whole; cases are there, and nothing is written. */
function service(conflicting: readonly string[] = []) {
  const written: string[] = [];
  const batches = {
    makeEach: (
      { county, items }: { county: string; items: BatchItem[] },
      work: (tx: never, items: unknown) => unknown,
    ) => (conflicting.includes(county) ? Promise.reject(new Refused([CONFLICT])) : work(null as never, items)),
  } as unknown as BatchChangeService;
  const cases = {
    bases: async (_tx: never, _reach: never, _caller: never, _county: string, ids: string[]) =>
      new Map(ids.map((one) => [one, { row: { id: one, version: 1 } }])),
    writeAll: async (changes: { basis: { row: { id: string } } }[]) => {
      written.push(...changes.map(({ basis }) => basis.row.id.slice(-1)));
    },
  } as unknown as CaseChangeService;
  const access = { reach: async () => ({ county: (county: string) => county }) } as unknown as AccessService;
  return { service: new CaseBatchService(batches, cases, access), written };
}

const batch = (...caseIds: string[]) => ({
  caller: {} as never,
  operation: 'Mutation.completeSteps',
  input: {},
  items: caseIds.map((caseId) => ({ caseId })),
});

describe('a batch over two counties', () => {
  it('tells the items of the county in which the key was used otherwise, and what was done in the other', async () => {
    const { service: batches, written } = service(['430122']);
    const outcome = await batches.changeEach(batch(id('430121', 1), id('430122', 2)), async () => EFFECT);
    expect(written).toEqual(['1']);
    expect(outcome.cases).toEqual([{ county: '430121', id: '01890000-0000-7000-8000-000000000001' }]);
    expect(outcome.refused).toEqual([{ index: 1, refusals: [CONFLICT], ofBatch: true }]);
    // The key is the batch's: the item has none, or one that is in order.
    expect(itemErrors(outcome.refused, (index, path) => ['steps', String(index), ...path])).toEqual([
      { ...CONFLICT, index: 1, path: ['input', 'idempotencyKey'] },
    ]);
    expect(outcome.userErrors).toEqual([]);
  });

  it('is refused as a whole where the key was used otherwise in each county', async () => {
    const { service: batches } = service(['430121', '430122']);
    const outcome = await batches.changeEach(batch(id('430121', 1), id('430122', 2)), async () => EFFECT);
    expect(outcome).toEqual({ cases: [], refused: [], userErrors: [CONFLICT] });
  });
});

describe('a case of a batch whose configuration is not there', () => {
  it('falls by itself, and the others stand', async () => {
    const { service: batches, written } = service();
    const gone = new ApiError('PROVINCE_CONFIG_INVALID', 'the configuration is not in the registry');
    const outcome = await batches.changeEach(batch(id('430121', 1), id('430121', 2)), async ({ row }) => {
      if (row.id.endsWith('1')) throw gone;
      return EFFECT;
    });
    expect(outcome.refused).toMatchObject([
      { index: 0, refusals: [{ code: 'PROVINCE_CONFIG_INVALID', path: ['input', 'caseId'] }] },
    ]);
    expect(written).toEqual(['2']);
  });

  it('throws any other failure, once every decision has come to its end', async () => {
    const { service: batches, written } = service();
    let finished = false;
    const failing = batches.changeEach(batch(id('430121', 1), id('430121', 2)), async ({ row }) => {
      if (row.id.endsWith('1')) throw new ApiError('SERVICE_UNAVAILABLE', 'gone');
      await new Promise((resolve) => setTimeout(resolve, 20));
      finished = true;
      return EFFECT;
    });
    await expect(failing).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect([finished, written]).toEqual([true, []]);
  });
});
