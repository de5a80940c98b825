import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { caseMoved, type TalliedCase } from '../../src/domain/statistics/rollup/tally-change.js';
import { writeCaseChanges } from '../../src/features/tally/index.js';
import type { Transaction } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { type Asked, Scene } from './asked.js';
import { Dice } from './dice.js';
import { newestCase } from './dossier.js';
import { expectInvariants } from './invariants.js';
import { PLACES } from './places.js';
import { dayOfRightAct, rightAct, sectionOf } from './right-acts.js';
import { type Sent, Stage } from './stage.js';

const KEY = '5b7c1d8e-1111-4222-8333-4444555566';
const codes = (sent: readonly Sent[]): string[] =>
  sent.map(({ userErrors, error }) => error ?? userErrors[0]?.code ?? 'done').sort();

describe('what happens at once', () => {
  let product: TestApp;
  let count = 0;
  const stages: Stage[] = [];

  beforeAll(async () => {
    product = await startTestApp('2023-03-06', { DEMO: 'off' });
  });
  afterAll(() => product?.stop());

  /** A household of 长沙县, by the book until its case is as wanted. */
  const stageUntil = async (reached: (scene: Scene) => boolean): Promise<Stage> => {
    count += 1;
    const stage = new Stage(product, `ROW-${count}`);
    stages.push(stage);
    await stage.open(PLACES[0]!, date('2023-03-06'));
    for (let turn = 0; turn < 60; turn += 1) {
      const scene = await sceneOf(stage);
      if (reached(scene)) return stage;
      stage.waitUntil(dayOfRightAct(scene));
      const asked = rightAct(await sceneOf(stage));
      if (asked === null) break;
      expect((await stage.send(asked)).userErrors).toEqual([]);
    }
    throw new Error('the case never came so far');
  };
  const sceneOf = async (stage: Stage): Promise<Scene> =>
    new Scene(await stage.dossier(), stage.place, stage.today, new Dice([0]));
  const together = (stage: Stage, ...asked: Asked[]): Promise<Sent[]> =>
    Promise.all(asked.map((one) => stage.send(one)));
  const isMonitored = ({ case: found, run }: Scene): boolean => found?.status === 'MONITORED' && run === null;
  const isEliminated = ({ case: found }: Scene): boolean => found?.status === 'RISK_ELIMINATED';
  const isApproved = ({ case: found }: Scene): boolean =>
    found?.measures.some(({ status }) => status === 'APPROVED') ?? false;
  const isConcurrent = (): boolean => {
    if (product.app.ground.database.kind === 'postgres') return true;
    console.warn('not tried: the embedded database runs one transaction at a time');
    return false;
  };
  /** Holds a transaction of its own open while `meanwhile` runs. */
  const beside = async (work: (tx: Transaction) => Promise<unknown>, meanwhile: () => Promise<void>): Promise<void> => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = (): void => undefined;
    const ready = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const holder = product.app.ground.database.write(WHOLE_REGISTER, async (tx) => {
      await work(tx);
      begun();
      await held;
    });
    await ready;
    const running = meanwhile();
    setTimeout(release, 300);
    await Promise.all([holder, running]);
  };

  describe('row 29: a way around the procedure', () => {
    it('is refused naming the article, and writes nothing', async () => {
      const stage = await stageUntil(isMonitored);
      const scene = await sceneOf(stage);
      const before = await stage.dossier();
      const on = { ...scene.onCase(scene.case!), on: stage.today };
      const county = { step: 'county-decision', outcome: 'PASSED', occurredOn: stage.today };
      const decision = {
        ...scene.onCase(scene.case!),
        ...county,
        ...sectionOf({ kind: 'COUNTY_DECISION' }, { kind: 'ELIMINATION' }),
      };
      const [early, skipped] = await together(
        stage,
        { person: 'village', name: 'requestElimination', input: on },
        { person: 'county', name: 'completeStep', input: decision },
      );
      expect(early!.userErrors.map(({ code, article }) => `${code} ${article}`)).toContain('GATE_NOT_PASSED G');
      expect(codes([skipped!])).toEqual(['INVALID_STATE']);
      expect(await stage.dossier()).toEqual(before);
    });
  });

  describe('row 30: two officers on one record', () => {
    it('one wins, the others are told the version that stands now', async () => {
      const stage = await stageUntil(isMonitored);
      const scene = await sceneOf(stage);
      const { expectedVersion, caseId } = scene.onCase(scene.case!);
      const risk = (person: Asked['person'], riskType: string): Asked => ({
        person,
        name: 'recordRisk',
        input: { caseId, expectedVersion, riskType, identifiedOn: stage.today },
      });
      const sent = await together(
        stage,
        risk('county', 'SCHOOLING'),
        risk('second-county', 'HOUSING'),
        risk('township', 'WATER'),
      );
      expect(codes(sent)).toEqual(['CONFLICT', 'CONFLICT', 'done']);
      for (const { userErrors } of sent)
        for (const { message, path, currentVersion } of userErrors) {
          expect(currentVersion).toBe(expectedVersion + 1);
          expect(message).toContain(`its version is ${expectedVersion + 1}, not ${expectedVersion}`);
          expect(path).toEqual(['input', 'expectedVersion']);
        }
      expect((await sceneOf(stage)).case!.risks).toHaveLength(2);
    });

    it('a household that moves while its case is decided takes along all that is written meanwhile', async () => {
      const stage = await stageUntil(({ currentSteps }) =>
        currentSteps.some(({ kind }) => kind === 'DEMOCRATIC_REVIEW'),
      );
      for (let turn = 0; turn < 4; turn += 1) {
        const scene = await sceneOf(stage);
        const region = scene.dossier.region === stage.place.home ? stage.place.elsewhere : stage.place.home;
        const move = { householdId: scene.household, expectedVersion: scene.dossier.version, region };
        const help = {
          caseId: scene.onCase(scene.case!).caseId,
          on: stage.today,
          instrument: 'temporary-assistance',
          amount: '100.00',
          note: '急用',
        };
        const sent = await together(
          stage,
          { person: 'township', name: 'updateHousehold', input: move },
          { person: 'county', name: 'giveUrgentHelp', input: help },
          rightAct(scene)!,
          { person: 'second-county', name: 'giveUrgentHelp', input: help },
        );
        expect(sent[0]!.userErrors).toEqual([]);
        await expectInvariants(stage);
      }
    });
  });

  describe('row 31: two verifications, aid counted twice', () => {
    it('a lead is verified once, and opens one case', async () => {
      const stage = await stageUntil(() => true);
      const { household } = await sceneOf(stage);
      const lead = { channel: 'CADRE_INSPECTION', householdId: household, reportedOn: stage.today, statement: '困难' };
      const reported = await stage.send({ person: 'village', name: 'submitLead', input: lead });
      const verify = (person: Asked['person']): Asked => ({
        person,
        name: 'verifyLead',
        input: { leadId: reported.answered!.id, outcome: 'OPEN_CASE', verifiedOn: stage.today, note: '属实' },
      });
      const sent = await together(stage, verify('village'), verify('township'), verify('county'));
      expect(codes(sent)).toEqual(['INVALID_STATE', 'INVALID_STATE', 'done']);
      expect((await stage.dossier()).cases).toHaveLength(1);
    });

    it('two leads of a moment on one household: one waits, the other joins it', async () => {
      const stage = await stageUntil(() => true);
      const { household } = await sceneOf(stage);
      const lead = { channel: 'CADRE_INSPECTION', householdId: household, reportedOn: stage.today, statement: '困难' };
      const report = (person: Asked['person']): Asked => ({ person, name: 'submitLead', input: lead });
      const sent = await together(stage, report('village'), report('township'), report('county'));
      expect(codes(sent)).toEqual(['done', 'done', 'done']);
      expect((await stage.dossier()).leads.map(({ status }) => status).sort()).toEqual([
        'DUPLICATE',
        'DUPLICATE',
        'OPEN',
      ]);
    });

    it('deliveries of a moment never add up to more than the budget, though none names a version', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const [measure] = scene.case!.measures;
      const measureId = scene.id('SupportMeasure', measure!.id);
      const deliver: Asked = {
        person: 'village',
        name: 'recordDelivery',
        input: { measureId, on: stage.today, amount: '1500.00' },
      };
      const sent = await together(stage, deliver, deliver, deliver, deliver);
      expect(codes(sent)).toEqual(['RULE_VIOLATION', 'RULE_VIOLATION', 'done', 'done']);
      expect(newestCase(await stage.dossier())!.measures[0]).toMatchObject({ delivered: 300_000, budget: 300_000 });
    });

    it('one paper that two clerks enter upon the same version counts once', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const { expectedVersion } = scene.onCase(scene.case!);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const deliver = {
        name: 'recordDelivery',
        input: { measureId, expectedVersion, on: stage.today, amount: '100.00' },
      };
      const sent = await together(stage, { person: 'village', ...deliver }, { person: 'second-village', ...deliver });
      expect(codes(sent)).toEqual(['CONFLICT', 'done']);
    });

    it('an elimination that is taken back meets a case that is opened: one of them stands, the other is told', async () => {
      const stage = await stageUntil(isEliminated);
      const scene = await sceneOf(stage);
      const opening = { householdId: scene.household, channel: 'PETITION', openedOn: stage.today };
      const back = { ...scene.onCase(scene.case!), reason: '误标', on: stage.today };
      const sent = await together(
        stage,
        { person: 'village', name: 'openCase', input: opening },
        { person: 'county', name: 'rollBackElimination', input: back },
      );
      expect(codes(sent)).toEqual(['CASE_ALREADY_OPEN', 'done']);
    });

    it('a rollback that could not see the new case is stopped by the constraint, and says so', async () => {
      if (!isConcurrent()) return;
      const stage = await stageUntil(isEliminated);
      const scene = await sceneOf(stage);
      const copied = `county_code, region_code, household_id, channel, emergency, opened_on, tracking_only, support_continued,
        priority, config_version, version, audit_sequence, created_at, updated_at`;
      const openedBeside = async (tx: Transaction): Promise<void> => {
        const [opened] =
          await tx.rows<TalliedCase>(sql`INSERT INTO monitoring_case (id, number, status, ${sql.raw(copied)})
          SELECT gen_random_uuid(), number || 'B', 'UNDER_IDENTIFICATION', ${sql.raw(copied)}
          FROM monitoring_case WHERE county_code = ${stage.county} AND id = ${scene.case!.id}::uuid
          RETURNING status, tracking_only AS "trackingOnly", opened_on AS "openedOn"`);
        const householdId = (await stage.dossier()).id;
        await writeCaseChanges(tx, stage.county, [{ householdId, units: caseMoved(null, opened!) }]);
      };
      await beside(openedBeside, async () => {
        const input = { ...scene.onCase(scene.case!), reason: '误标', on: stage.today };
        const { userErrors } = await stage.send({ person: 'county', name: 'rollBackElimination', input });
        expect(userErrors).toMatchObject([{ code: 'CASE_ALREADY_OPEN', path: ['input', 'caseId'], article: '3.3' }]);
      });
      stages.splice(stages.indexOf(stage), 1);
    });
  });

  describe('rows 32 and 34: a request that is sent again', () => {
    it('in flight or long after, answers the same and leaves one effect, whatever the version is by now', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const { expectedVersion } = scene.onCase(scene.case!);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const input = { measureId, expectedVersion, on: stage.today, amount: '700.00', idempotencyKey: `${KEY}01` };
      const keyed: Asked = { person: 'village', name: 'recordDelivery', input };
      const sent = await together(stage, keyed, keyed, keyed, keyed);
      const again = await stage.send(keyed);
      expect(codes([...sent, again])).toEqual(['done', 'done', 'done', 'done', 'done']);
      expect(new Set([...sent, again].map(({ answered }) => answered!.id)).size).toBe(1);
      const after = newestCase(await stage.dossier())!;
      expect(after.version).toBe(expectedVersion + 1);
      expect(after.measures[0]).toMatchObject({ delivered: 70_000 });
      expect(after.measures[0]!.deliveries).toHaveLength(1);
    });

    it('after a refusal the key is free: nothing was kept of what was not done', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const deliver = (amount: string): Asked => ({
        person: 'village',
        name: 'recordDelivery',
        input: { measureId, on: stage.today, amount, idempotencyKey: `${KEY}02` },
      });
      expect(codes([await stage.send(deliver('3000.01'))])).toEqual(['RULE_VIOLATION']);
      expect(codes([await stage.send(deliver('3000.00'))])).toEqual(['done']);
    });
  });

  describe('row 33: a key that is used for something else', () => {
    it('is refused with another input, is another key for another person and another operation', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const idempotencyKey = `${KEY}03`;
      const deliver = (person: Asked['person'], amount: string): Asked => ({
        person,
        name: 'recordDelivery',
        input: { measureId, on: stage.today, amount, idempotencyKey },
      });
      expect(codes([await stage.send(deliver('village', '10.00'))])).toEqual(['done']);
      const other = await stage.send(deliver('village', '20.00'));
      expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }]);
      expect(codes([await stage.send(deliver('second-village', '20.00'))])).toEqual(['done']);
      const conclude = {
        measureId,
        expectedVersion: scene.case!.version + 2,
        on: stage.today,
        status: 'COMPLETED',
        note: '完',
        idempotencyKey,
      };
      expect(codes([await stage.send({ person: 'township', name: 'concludeMeasure', input: conclude })])).toEqual([
        'done',
      ]);
    });

    it('whoever has no token shares no key with somebody who is called public', async () => {
      const stage = await stageUntil(({ currentSteps }) => currentSteps.some(({ entryId }) => entryId !== null));
      const scene = await sceneOf(stage);
      const entryId = scene.id('NoticeEntry', scene.currentSteps.find(({ entryId: own }) => own !== null)!.entryId!);
      const object = (statement: string) => ({
        input: { entryId, filedOn: stage.today, statement, idempotencyKey: `${KEY}05` },
      });
      const file = `mutation($input: FileObjectionInput!) { fileObjection(input: $input) { objection { id } userErrors { code } } }`;
      const named = await product.token([{ role: 'COUNTY_OFFICER', region: stage.county }], { subject: 'public' });
      for (const [token, statement] of [
        [null, '甲'],
        [named, '乙'],
      ] as const) {
        const { data } = await product.ask(token, file, object(statement));
        expect(data.fileObjection.userErrors).toEqual([]);
      }
      stages.splice(stages.indexOf(stage), 1);
    });

    it('two of one key and two inputs in flight: one is done, the other is refused', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const deliver = (amount: string): Asked => ({
        person: 'village',
        name: 'recordDelivery',
        input: { measureId, on: stage.today, amount, idempotencyKey: `${KEY}04` },
      });
      expect(codes(await together(stage, deliver('10.00'), deliver('20.00')))).toEqual([
        'IDEMPOTENCY_CONFLICT',
        'done',
      ]);
    });
  });

  describe('row 43: locks that pile up, deadlocks, serialization failures', () => {
    it('twelve acts of a moment upon one case: each is done or told, none is a fault of ours', async () => {
      const stage = await stageUntil(isApproved);
      const scene = await sceneOf(stage);
      const measureId = scene.id('SupportMeasure', scene.case!.measures[0]!.id);
      const deliver: Asked = {
        person: 'village',
        name: 'recordDelivery',
        input: { measureId, on: stage.today, amount: '10.00' },
      };
      const sent = await together(stage, ...Array.from({ length: 12 }, () => deliver));
      expect(codes(sent)).toEqual(Array.from({ length: 12 }, () => 'done'));
      expect(newestCase(await stage.dossier())!.measures[0]).toMatchObject({ delivered: 12_000 });
    });
  });

  it('after all of it every household is as the policy wants it', async () => {
    for (const stage of stages) await expectInvariants(stage);
  });
});
