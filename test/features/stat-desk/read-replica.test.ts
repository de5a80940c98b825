import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { createReplica } from '../../../src/platform/database/replica-lag.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: '430121' };
const HOUSEHOLDS = 40;
const onServer = (process.env['DATABASE_URL'] ?? '') !== '';

// The embedded database is one, and has no replica: DATABASE_READ_URL asks for DATABASE_URL.
describe.skipIf(!onServer)('figures where DATABASE_READ_URL names another database', () => {
  let replica: FiguresStage;
  let product: TestApp;
  beforeAll(async () => {
    replica = await FiguresStage.start({}, [{ counties: ['430121'] as never, households: HOUSEHOLDS, seed: 7 }]);
    product = await startTestApp('2023-11-30', { DATABASE_READ_URL: replica.app.env.databaseUrl! });
  }, 180_000);
  afterAll(async () => {
    await product?.stop();
    await replica?.app.stop();
  });

  const ask = async (grant: Grant, query: string, variables: Record<string, unknown> = {}) => {
    const answer = await product.ask(await product.token([grant]), query, variables);
    expect(answer.errors).toEqual([]);
    return answer;
  };
  const figures = async (): Promise<number[]> => {
    const { data } = await ask(
      NATION,
      '{ householdStats { rows { households } } caseStats { rows { cases } } caseFlows(from: "2021-01-01", to: "2023-11-30") { cases } caseCohorts(identifiedFrom: "2021-01-01", identifiedTo: "2023-11-30") { cases } }',
    );
    const sum = (rows: readonly { readonly cases: number }[]): number =>
      rows.reduce((all, { cases }) => all + cases, 0);
    return [
      data.householdStats.rows[0].households,
      data.caseStats.rows[0].cases,
      sum(data.caseFlows),
      sum(data.caseCohorts),
    ];
  };
  const listed = async (): Promise<number> =>
    (await ask(COUNTY, '{ households(first: 200) { edges { node { id } } } }')).data.households.edges.length;

  it('are of that database, whether they are rows, moves or cohorts; lists of officers are of the register itself', async () => {
    const [households, ...others] = await figures();
    expect(households).toBe(HOUSEHOLDS);
    for (const figure of others) expect(figure).toBeGreaterThan(0);
    expect(await listed()).toBe(0);
  });

  it('do not move with what is written, which goes to the register and is read there at once', async () => {
    const before = await figures();
    const { data } = await ask(
      { role: 'VILLAGE_WORKER', region: '430121001001' },
      'mutation($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { number } userErrors { message } } }',
      {
        input: {
          region: '430121001001',
          formerStatus: 'GENERAL',
          members: [{ name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }],
        },
      },
    );
    expect(data.registerHousehold.userErrors).toEqual([]);
    expect(await listed()).toBe(1);
    expect(await figures()).toEqual(before);
    expect(await replica.counted('SELECT count(*)::int AS n FROM household')).toEqual([{ n: HOUSEHOLDS }]);
  });

  it('say nothing of being behind where that database follows none', async () => {
    const { extensions } = await ask(NATION, '{ householdStats { rows { households } } }');
    expect(extensions.stats[0]).not.toHaveProperty('behindSeconds');
    await product.app.health();
    expect(product.app.replica()).toEqual({ behindSeconds: null });
    expect(replica.app.app.replica()).toBeNull();
  });
});

describe('how far a replica is behind', () => {
  const answering = (seconds: () => number | null) => {
    let asked = 0;
    const engine = {
      transaction: async () => {
        asked += 1;
        return [{ seconds: seconds() }];
      },
    };
    return { replica: createReplica(engine as never), asked: () => asked };
  };

  it('is asked once for all the questions of some seconds, and told without asking', async () => {
    const { replica, asked } = answering(() => 3.4);
    expect(replica.last()).toEqual({ behindSeconds: null });
    expect(await Promise.all([replica.behindSeconds(), replica.behindSeconds()])).toEqual([3.4, 3.4]);
    expect(await replica.behindSeconds()).toBe(3.4);
    expect(asked()).toBe(1);
    expect(replica.last()).toEqual({ behindSeconds: 3.4 });
  });

  it('is not known where it does not answer, which fails no question', async () => {
    const { replica } = answering(() => {
      throw new Error('gone');
    });
    expect(await replica.behindSeconds()).toBeNull();
  });
});
