import { type App, createApp } from '../../src/app.js';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { type Clock, systemClock } from '../../src/platform/clock.js';
import { type Env, readEnv } from '../../src/platform/config/env.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { divisionsOfTemplate, embeddedSnapshot } from './database-templates.js';
import { lintPlans, StatementCollector, type Statements } from './plan-lint.js';
import { freshDatabase, type TestDatabase } from './test-database.js';

/** What a GraphQL request answers. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
  readonly extensions?: any;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
}

/** The whole product in the test's process, on a database of its own. */
export interface TestApp {
  readonly app: App;
  readonly env: Env;
  /** Statements since the last `forget`, without the envelope. */
  readonly statements: string[];
  forget(): void;
  /** Every statement that the application has sent, once each; `stop` lints their plans. */
  sent(): Statements;
  /** Sets the product's day. */
  today(day: string): void;
  /** Moves the product's instants on from the real ones, by so many minutes altogether. */
  minutesAhead(minutes: number): void;
  /** Does what the product does by itself, so that `stop` lints its statements too. */
  atWork<T>(work: () => Promise<T>): Promise<T>;
  token(
    grants: readonly Grant[],
    more?: { subject?: string; household?: string; department?: Department; minutes?: number },
  ): Promise<string>;
  ask(
    token: string | null,
    query: string,
    variables?: Record<string, unknown>,
    language?: 'zh' | 'en',
    address?: string,
  ): Promise<Answer>;
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const ENVELOPE = /^(BEGIN|COMMIT|ROLLBACK|SET )/;
/** Read for all requests of some seconds together, beside whichever comes first: no request's own. */
const DENIED_TOKENS = /FROM token_denial\b/;

/** Boots the product on a fresh database: embedded in memory, or on PostgreSQL where DATABASE_URL is set. */
export async function startTestApp(
  day = '2023-11-30',
  variables: Readonly<Record<string, string>> = {},
  logged?: (line: string) => void,
): Promise<TestApp> {
  // In memory the snapshot is given to the engine itself.
  const database: TestDatabase = await freshDatabase({ filled: (process.env.DATABASE_URL ?? '') !== '' });
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: database.folder,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DATABASE_POOL: '6',
    RATE_LIMIT: 'off',
    // Filling the register for demonstration takes longer than most tests; those that look at it say so.
    DEMO: 'off',
    ...database.env,
    ...variables,
  });
  const statements: string[] = [];
  let today = date(day);
  const real = systemClock();
  let ahead = 0;
  const clock: Clock = { now: () => new Date(real.now().getTime() + ahead * MINUTE_MS), today: () => today };
  const collector = new StatementCollector();
  /** Whether the product is at work: what a test looks up by itself is not the product's. */
  let atWork = 1;
  const onStatement = (text: string, parameters: readonly unknown[]): void => {
    if (atWork > 0) collector.take(text, parameters);
    if (!ENVELOPE.test(text) && !DENIED_TOKENS.test(text)) statements.push(text);
  };
  const app = await createApp({
    env,
    logger: createLogger(env, logged && { write: logged }),
    clock,
    inMemory: { snapshot: await embeddedSnapshot('divisions') },
    tree: divisionsOfTemplate(),
    onStatement,
    // What comes round is tested where it is; here it would stand among the statements of whatever is counted.
    rounds: false,
  });
  atWork = 0;
  const working = async <T>(work: () => Promise<T>): Promise<T> => {
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  };
  return {
    app,
    env,
    statements,
    forget() {
      statements.length = 0;
    },
    sent: () => new Map(collector.statements),
    today(next) {
      today = date(next);
    },
    minutesAhead(minutes) {
      ahead = minutes;
    },
    atWork: working,
    token: (grants, { subject = 'test', household, department, minutes = 30 } = {}) =>
      issueDevelopmentToken(
        env,
        { subject, grants, department: department ?? null, household: household ?? null, minutes },
        new Date(),
      ),
    async ask(token, query, variables = {}, language = 'en', address = '192.0.2.1') {
      const answer = await working(() =>
        app.handler.answer({
          body: { query, variables },
          accept: 'application/json',
          authorization: token === null ? undefined : `Bearer ${token}`,
          language,
          requestId: 'test',
          address,
        }),
      );
      const { data = null, errors = [], extensions } = JSON.parse(answer.body);
      return { status: answer.status, data, errors, ...(extensions === undefined ? {} : { extensions }) };
    },
    async stop() {
      try {
        const { unpinned } = await lintPlans(app.ground.database, new Map(collector.statements));
        if (unpinned.length > 0) throw new Error(`statements that no county pins:\n${unpinned.join('\n')}`);
      } finally {
        await app.stop();
        await database.drop();
      }
    },
  };
}
