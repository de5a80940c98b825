import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { loadRegister } from '../../src/features/demonstration/index.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { keepScores } from '../../src/features/scorecard/index.js';
import { publishFigures } from '../../src/features/publication/index.js';
import { Database } from '../../src/platform/database/database.js';
import { DEMONSTRATION_COUNTIES } from '../../src/features/region/index.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { type Answer, startTestApp, type TestApp } from './test-app.js';

export const NATION: Grant = { role: 'NATIONAL_OFFICER', region: '000000' };

/** Part of a register: so many households of a seed in some counties. */
export interface RegisterPart {
  readonly counties: readonly RegionCode[];
  readonly households: number;
  readonly seed: number;
}

/** So that the noise of what is published is the same in every run. */
const PII_KEYS = `stage:${createHash('sha256').update('the key of the attacks').digest('base64')}`;

const REGISTER: readonly RegisterPart[] = [{ counties: DEMONSTRATION_COUNTIES, households: 450, seed: 7 }];

/** A register of 450 households in three counties on 30 November 2023, unless told otherwise, and who asks it. */
export class FiguresStage {
  private constructor(readonly app: TestApp) {}

  static async start(
    variables: Readonly<Record<string, string>> = {},
    register: readonly RegisterPart[] = REGISTER,
  ): Promise<FiguresStage> {
    const app = await startTestApp('2023-11-30', { DEMO: 'off', PII_KEYS, ...variables });
    const { ground, engine } = app.app;
    for (const part of register) await loadRegister({ ...ground, engine, today: date('2023-11-30'), ...part });
    return new FiguresStage(app);
  }

  /** Publishes the register as it stands. */
  publish = async (): Promise<void> => {
    const { ground, engine } = this.app.app;
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    const alongside = [keepScores(ground)];
    await publishFigures({ ...parts, alongside }, { today: date('2023-11-30'), now: () => new Date() });
  };

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

/** A row as text, whatever its numbers are written as. */
export const told = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.values(row).map((value) => (value === null ? null : String(value))))).sort();
