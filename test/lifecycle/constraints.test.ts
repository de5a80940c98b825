import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { Scene } from './asked.js';
import { Dice } from './dice.js';
import { PLACES } from './places.js';
import { dayOfRightAct, rightAct } from './right-acts.js';
import { Stage } from './stage.js';

describe('what the tables themselves refuse, whoever writes', () => {
  let product: TestApp;
  let stage: Stage;

  beforeAll(async () => {
    product = await startTestApp('2023-03-06', { DEMO: 'off' });
    stage = new Stage(product, 'CONSTRAINTS');
    await stage.open(PLACES[0]!, date('2023-03-06'));
    for (let turn = 0; turn < 60; turn += 1) {
      const scene = new Scene(await stage.dossier(), stage.place, stage.today, new Dice([0]));
      if (scene.run?.kind === 'ELIMINATION') return;
      stage.waitUntil(dayOfRightAct(scene));
      await stage.send(rightAct(new Scene(scene.dossier, stage.place, stage.today, scene.dice))!);
    }
    throw new Error('the elimination never began');
  });
  afterAll(() => product?.stop());

  /** The constraint that stops a statement. */
  const stoppedBy = async (statement: SQL): Promise<string> => {
    const written = product.app.ground.database.write(WHOLE_REGISTER, (tx) => tx.rows(statement));
    const error = await written.then(
      () => new Error('nothing stopped it'),
      (reason: Error) => reason,
    );
    return /constraint "([a-z_]+)"/.exec(`${error.message} ${String(error.cause)}`)?.[1] ?? error.message;
  };
  const ofCounty = sql`county_code = '430121'`;

  it('a second open case of a household', async () => {
    const copied =
      sql.raw(`county_code, region_code, household_id, channel, emergency, opened_on, tracking_only, support_continued,
      priority, config_version, version, audit_sequence, created_at, updated_at`);
    const second = sql`INSERT INTO monitoring_case (id, number, status, ${copied})
      SELECT gen_random_uuid(), number || 'B', 'UNDER_IDENTIFICATION', ${copied} FROM monitoring_case`;
    expect(await stoppedBy(second)).toBe('monitoring_case_one_open_uq');
  });

  it('a second run beside the one under way, and a second attempt at a step that is not done', async () => {
    const run = sql`UPDATE procedure_run SET ended_on = NULL, outcome = NULL WHERE ${ofCounty} AND kind = 'SUPPORT'`;
    expect(await stoppedBy(run)).toBe('procedure_run_one_open_uq');
    const copied =
      sql.raw(`county_code, region_code, household_id, case_id, run_id, code, kind, level, run_kind, run_started_on,
      config_version, position, status, evidence`);
    const attempt = sql`INSERT INTO procedure_step (id, attempt, ${copied})
      SELECT gen_random_uuid(), attempt + 1, ${copied} FROM procedure_step WHERE ${ofCounty} AND status = 'WAITING' LIMIT 1`;
    expect(await stoppedBy(attempt)).toBe('procedure_step_one_undone_uq');
  });

  it('a monitored case without its day of identification, an elimination without its day', async () => {
    const identified = sql`UPDATE monitoring_case SET identified_on = NULL WHERE ${ofCounty}`;
    expect(await stoppedBy(identified)).toBe('monitoring_case_identified_ck');
    const eliminated = sql`UPDATE monitoring_case SET status = 'RISK_ELIMINATED' WHERE ${ofCounty}`;
    expect(await stoppedBy(eliminated)).toBe('monitoring_case_eliminated_ck');
  });

  it('a measure that delivered one fen more than its budget', async () => {
    const over = sql`UPDATE support_measure SET delivered_fen = budget_fen + 1 WHERE ${ofCounty} AND budget_fen IS NOT NULL`;
    expect(await stoppedBy(over)).toBe('support_measure_budget_ck');
    const full = sql`UPDATE support_measure SET delivered_fen = budget_fen WHERE ${ofCounty} AND budget_fen IS NOT NULL`;
    expect(await stoppedBy(full)).toBe('nothing stopped it');
  });

  it('two events of one number in one chain', async () => {
    const copied =
      sql.raw(`county_code, region_code, household_id, subject_type, subject_id, sequence, at, occurred_on, actor, role, action,
      change, request_id, hash, previous_hash`);
    const forged = sql`INSERT INTO audit_event (id, ${copied}) SELECT gen_random_uuid(), ${copied} FROM audit_event LIMIT 1`;
    expect(await stoppedBy(forged)).toBe('audit_event_chain_uq');
  });
});
