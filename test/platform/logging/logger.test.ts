import { describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/platform/config/env.js';
import { createLogger, type Logger } from '../../../src/platform/logging/logger.js';

const NAME = '张三丰';
const LATIN_NAME = 'Zhang Sanfeng';
const ID_NUMBER = '430121194912310034';
const PHONE = '13812341234';
const PLANTED = [NAME, LATIN_NAME, ID_NUMBER, PHONE, ID_NUMBER.slice(6, 14), '三丰', '月亮村三组'];

type Line = Record<string, unknown>;

function record(act: (logger: Logger) => void, source: NodeJS.ProcessEnv = {}): { text: string; lines: Line[] } {
  let text = '';
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  act(createLogger(readEnv({ LOG_LEVEL: 'trace', ...source }), destination));
  const lines = text.split('\n').filter((line) => line !== '');
  return { text, lines: lines.map((line) => JSON.parse(line) as Line) };
}

function expectNothingPlanted(text: string): void {
  for (const planted of PLANTED) expect(text).not.toContain(planted);
}

/** What postgres.js throws for a duplicate, as far as the log is concerned. */
function postgresError(): Error {
  return Object.assign(
    new Error(`duplicate key value violates unique constraint "member_id_hash_key" for ${LATIN_NAME}`),
    {
      name: 'PostgresError',
      severity: 'ERROR',
      code: '23505',
      detail: `Key (name, id_number)=(${NAME}, ${ID_NUMBER}) already exists.`,
      hint: `try ${PHONE}`,
      where: `COPY member, line 1, column name: "${NAME}"`,
      schema_name: 'public',
      table_name: 'member',
      column_name: 'id_hash',
      constraint_name: 'member_id_hash_key',
      query: `insert into member values ('${NAME}', '${ID_NUMBER}')`,
      parameters: [NAME, ID_NUMBER, PHONE],
      args: [LATIN_NAME],
    },
  );
}

describe('createLogger', () => {
  it('writes one JSON line a call with time, level, fields and message', () => {
    const fields = {
      requestId: 'r-1',
      operationName: 'OpenCase',
      ms: 3.5,
      status: 200,
      code: 'FORBIDDEN',
      region: '430121',
    };
    const { lines } = record((logger) => logger.info(fields, 'request served'));
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), ...fields, msg: 'request served' },
    ]);
  });

  it('keeps to the level of the environment', () => {
    const { lines } = record(
      (logger) => {
        logger.info('quiet');
        logger.warn('loud');
      },
      { LOG_LEVEL: 'warn' },
    );
    expect(lines.map(({ msg }) => msg)).toEqual(['loud']);
  });

  it('lets nothing through that is not listed: variables, headers, bodies, rows; and counts what it dropped', () => {
    const { text, lines } = record((logger) =>
      logger.info(
        {
          requestId: 'r-1',
          variables: { name: NAME },
          headers: { authorization: `Bearer ${LATIN_NAME}` },
          req: { body: ID_NUMBER },
          rows: [{ phone: PHONE }],
          err: undefined,
        },
        'request served',
      ),
    );
    expectNothingPlanted(text);
    expect(lines[0]).toMatchObject({ requestId: 'r-1', unlisted: 4 });
  });

  it('drops a listed field whose value has another form', () => {
    const { text, lines } = record((logger) =>
      logger.info(
        { operationName: NAME, requestId: `${LATIN_NAME} ${PHONE}`, ms: ID_NUMBER, region: `${PHONE}`, code: { NAME } },
        'x',
      ),
    );
    expectNothingPlanted(text);
    expect(lines[0]).toMatchObject({ unlisted: 5 });
  });

  it('writes a path without its query and without digits of a person', () => {
    const { text, lines } = record((logger) => logger.info({ path: `/graphql/${PHONE}?name=${NAME}` }, 'x'));
    expectNothingPlanted(text);
    expect(lines[0]?.path).toBe('/graphql/#');
  });

  it('drops the values after a message, and whatever a message quotes beyond ASCII or in 7 digits and more', () => {
    const { text, lines } = record((logger) => {
      logger.info('read %s', LATIN_NAME);
      logger.info({ count: 1 }, `read ${NAME} ${PHONE} on port 54321`);
    });
    expectNothingPlanted(text);
    expect(lines.map(({ msg }) => msg)).toEqual(['read %s', 'read ~ # on port 54321']);
  });
});

describe('errors in the log', () => {
  it('names a PostgreSQL error by code and constraint and holds none of the row', () => {
    const { text, lines } = record((logger) => logger.error({ err: postgresError() }, 'statement failed'));
    expectNothingPlanted(text);
    expect(lines[0]?.err).toMatchObject({
      name: 'PostgresError',
      code: '23505',
      schema: 'public',
      table: 'member',
      column: 'id_hash',
      constraint: 'member_id_hash_key',
    });
    expect(lines[0]?.err).not.toHaveProperty('message');
    expect(JSON.stringify(lines[0]?.err)).toMatch(/"stack":\["postgresError .*logger\.test\.ts/);
  });

  it('holds none of the parameters that drizzle writes into its message, nor of the cause', () => {
    const query = 'insert into member values ($1, $2)';
    const drizzle = Object.assign(
      new Error(`Failed query: ${query}\nparams: ${LATIN_NAME},${ID_NUMBER}`, { cause: postgresError() }),
      {
        query,
        params: [LATIN_NAME, ID_NUMBER],
      },
    );
    const { text, lines } = record((logger) => logger.error({ err: drizzle }, 'statement failed'));
    expectNothingPlanted(text);
    expect(lines[0]).toMatchObject({ err: { cause: { code: '23505' } } });
  });

  it.each([
    ['as the only argument', (logger: Logger, error: Error) => logger.error(error)],
    ['as err without a message', (logger: Logger, error: Error) => logger.error({ err: error })],
    ['as error', (logger: Logger, error: Error) => logger.error({ error }, 'failed')],
    ['under a name of no field', (logger: Logger, error: Error) => logger.error({ failure: error }, 'failed')],
    ['after the message', (logger: Logger, error: Error) => logger.error('failed %s', String(Object.values(error)))],
    ['in a child', (logger: Logger, error: Error) => logger.child({ requestId: 'r-1' }).error(error)],
    [
      'in the bindings of a child',
      (logger: Logger, error: Error) => logger.child({ err: error, member: error }).error('failed'),
    ],
  ])('holds nothing of the row when the error comes %s', (_, act) => {
    const { text, lines } = record((logger) => act(logger, postgresError()));
    expectNothingPlanted(text);
    expect(lines).toHaveLength(1);
  });

  it('filters the bindings of children, of their children, and bindings set later', () => {
    const { text, lines } = record((logger) => {
      const child = logger.child({ requestId: 'r-1', variables: NAME }).child({ event: 'step', name: LATIN_NAME });
      child.setBindings({ phone: PHONE, attempt: 2 });
      child.info('done');
    });
    expectNothingPlanted(text);
    expect(lines[0]).toMatchObject({ requestId: 'r-1', event: 'step', attempt: 2, msg: 'done' });
  });
});

describe('the subject in the log', () => {
  const subjectOf = (source: NodeJS.ProcessEnv, subject: string): unknown =>
    record((logger) => logger.info({ subject }, 'x'), source).lines[0]?.subject;

  it('is 12 characters of a digest keyed with PII_KEYS: one caller the same after a restart, two callers apart', () => {
    const source = { PII_KEYS: `k1:${Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64')}` };
    expect(subjectOf(source, PHONE)).toMatch(/^[\w-]{12}$/);
    expect(subjectOf(source, PHONE)).toBe(subjectOf(source, PHONE));
    expect(subjectOf(source, PHONE)).not.toBe(subjectOf(source, ID_NUMBER));
  });

  it('is keyed at random without PII_KEYS, so that nobody can try all phone numbers', () => {
    expect(subjectOf({}, PHONE)).not.toBe(subjectOf({}, PHONE));
  });
});

describe('threat 52 · log injection', () => {
  const INJECTED = 'x\r\n{"level":"info","msg":"forged"}\u0000\u001b[31m\u202e\u2028\u0085';

  it.each([
    ['a message', (logger: Logger) => logger.info(INJECTED)],
    ['a field', (logger: Logger) => logger.info({ address: INJECTED, path: INJECTED, requestId: INJECTED }, 'x')],
    ['a field’s name', (logger: Logger) => logger.info({ [INJECTED]: 1 }, 'x')],
    [
      'an error',
      (logger: Logger) =>
        logger.info({ err: Object.assign(new Error(INJECTED), { name: INJECTED, code: INJECTED }) }, 'x'),
    ],
    [
      'a stack',
      (logger: Logger) => logger.info({ err: Object.assign(new Error('x'), { stack: `    at ${INJECTED}` }) }, 'x'),
    ],
    ['a child', (logger: Logger) => logger.child({ version: INJECTED }).info('x')],
  ])('keeps %s to one line of printable ASCII', (_, act) => {
    const { text, lines } = record(act);
    expect(lines).toHaveLength(1);
    expect(text).toMatch(/^[\x20-\x7e]+\n$/);
    expect(text).not.toMatch(/\\u|\\r|\\n/);
  });
});
