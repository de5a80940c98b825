import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { loadRegister } from '../../../src/features/demonstration/index.js';
import { DEMONSTRATION_COUNTIES } from '../../../src/features/region/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { type Answer, startTestApp, type TestApp } from '../../support/test-app.js';

export const NATION: Grant = { role: 'NATIONAL_OFFICER', region: '000000' };

/** A register of 450 households in three counties on 30 November 2023, and who asks it. */
export class FiguresStage {
  private constructor(readonly app: TestApp) {}

  static async start(variables: Readonly<Record<string, string>> = {}): Promise<FiguresStage> {
    const app = await startTestApp('2023-11-30', { DEMO: 'off', ...variables });
    const { ground, engine } = app.app;
    const counties = DEMONSTRATION_COUNTIES;
    await loadRegister({ ...ground, engine, today: date('2023-11-30'), counties, households: 450, seed: 7 });
    return new FiguresStage(app);
  }

  asked = async (query: string, grant: Grant = NATION, variables: Record<string, unknown> = {}): Promise<Answer> =>
    this.app.ask(await this.app.token([grant]), query, variables);

  answered = async (query: string, grant?: Grant, variables?: Record<string, unknown>): Promise<Answer['data']> => {
    const { data, errors } = await this.asked(query, grant, variables);
    expect(errors).toEqual([]);
    return data;
  };

  /** What the tables say, by SQL of its own. */
  counted = <T>(text: string): Promise<T[]> =>
    this.app.app.ground.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));
}
