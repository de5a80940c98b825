import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { type Asked, Scene } from './asked.js';
import { Dice } from './dice.js';
import { PLACES } from './places.js';
import { dayOfRightAct, rightAct, sectionOf } from './right-acts.js';
import { Stage } from './stage.js';

/** Statements beside BEGIN, SET and COMMIT at most, the one that reads the answer among them. */
const MOST_OF_A_STEP = 6;
/** What other acts of the case take, what moves the tallies among it; a higher number wants a reason. */
const MOST: Readonly<Record<string, number>> = {
  openCase: 8,
  publishNotice: 7,
  planSupport: 9,
  recordDelivery: 8,
  concludeMeasure: 8,
  resolveRisk: 4,
  recordIncome: 8,
  recordGuarantees: 6,
  requestElimination: 8,
};

describe('how many statements an act takes', () => {
  let product: TestApp;
  /** By act, or by procedure and step. */
  const taken = new Map<string, number>();

  const sceneOf = async (stage: Stage): Promise<Scene> =>
    new Scene(await stage.dossier(), stage.place, stage.today, new Dice([0]));
  const counted = async (stage: Stage, asked: Asked): Promise<number> => {
    product.forget();
    const sent = await stage.send(asked);
    expect(sent.userErrors, stage.told()).toEqual([]);
    return product.statements.length;
  };

  beforeAll(async () => {
    product = await startTestApp('2023-03-06', { DEMO: 'off' });
    const stage = new Stage(product, 'STATEMENTS');
    await stage.open(PLACES[0]!, date('2023-03-06'));
    for (let turn = 0; turn < 60; turn += 1) {
      const scene = await sceneOf(stage);
      if (scene.case?.status === 'RISK_ELIMINATED') break;
      stage.waitUntil(dayOfRightAct(scene));
      const asked = rightAct(await sceneOf(stage))!;
      const step = asked.input['step'];
      const name = asked.name === 'completeStep' ? `${scene.run!.kind} ${String(step)}` : asked.name;
      taken.set(name, Math.max(taken.get(name) ?? 0, await counted(stage, asked)));
    }
  });
  afterAll(() => product?.stop());

  it('six at most for every step of identification, support and elimination, the answer included', () => {
    const steps = [...taken].filter(([name]) => name.includes(' '));
    expect(steps.map(([name]) => name)).toHaveLength(15);
    for (const [name, count] of steps) expect(count, name).toBeLessThanOrEqual(MOST_OF_A_STEP);
  });

  it('for the other acts no more than now', () => {
    const others = [...taken].filter(([name]) => !name.includes(' '));
    expect(others.map(([name]) => name).sort()).toEqual(Object.keys(MOST).sort());
    for (const [name, count] of others) expect(count, name).toBeLessThanOrEqual(MOST[name]!);
  });

  it('five for a step that is sent back, one more for an idempotency key, and six for one that proposes other risks then', async () => {
    const stage = new Stage(product, 'RETURNED');
    await stage.open(PLACES[0]!, date('2023-03-06'));
    for (let turn = 0; turn < 4; turn += 1) await stage.send(rightAct(await sceneOf(stage))!);
    const scene = await sceneOf(stage);
    const review = {
      ...scene.onCase(scene.case!),
      step: 'democratic-review',
      outcome: 'RETURNED',
      returnTo: 'household-verification',
      occurredOn: stage.today,
      note: '情况不清',
      ...sectionOf({ kind: 'DEMOCRATIC_REVIEW' }, { kind: 'IDENTIFICATION' }),
    };
    const idempotencyKey = '5b7c1d8e-1111-4222-8333-444455556601';
    const asked: Asked = { person: 'village', name: 'completeStep', input: { ...review, idempotencyKey } };
    expect(await counted(stage, asked)).toBe(6);
    const again = rightAct(await sceneOf(stage))!;
    const verification = again.input['verification'] as object;
    const otherwise = {
      ...verification,
      category: 'SUDDEN_SEVERE_DIFFICULTY',
      risks: [{ riskType: 'DISASTER', primary: true }],
    };
    expect(await counted(stage, { ...again, input: { ...again.input, verification: otherwise } })).toBe(6);
  });
});
