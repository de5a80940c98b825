import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { mayCall } from '../../src/domain/jurisdiction/operations.js';
import { ROLES } from '../../src/domain/jurisdiction/role.js';
import { createFrontDoor, type FrontDoor } from '../../src/platform/http/front-door.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY = '430121';
const VILLAGE = '430121001001';
const QUIET = { error: () => undefined, info: () => undefined, warn: () => undefined };
// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Answered = any;

describe('subscriptions over a socket', () => {
  let app: TestApp;
  let door: FrontDoor;
  let url: string;
  const clients: Client[] = [];
  const officer = (region = COUNTY, more = {}) =>
    app.token([{ role: 'COUNTY_OFFICER', region: region as never }], more);

  /** A client that neither comes back nor hides why it was closed. */
  const connect = (token: string | null, closed: (code: number) => void = () => undefined): Client => {
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      lazyCloseTimeout: 0,
      ...(token !== null && { connectionParams: { Authorization: `Bearer ${token}` } }),
      on: { closed: (event) => closed((event as { code: number }).code) },
    });
    clients.push(client);
    return client;
  };
  const hear = (client: Client, query: string, variables = {}) => {
    const told: Answered[] = [];
    const done = new Promise<unknown>((resolve) => {
      client.subscribe(
        { query, variables },
        { next: (one) => told.push(one), error: resolve, complete: () => resolve('complete') },
      );
    });
    return { told, done };
  };
  const until = async (condition: () => boolean, ms = 8_000): Promise<void> => {
    for (const end = Date.now() + ms; !condition(); ) {
      if (Date.now() > end) throw new Error('it did not come to pass');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const mutate = async (token: string, name: string, input: object, fields: string): Promise<Answered> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await app.ask(
      token,
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { message } } }`,
      { input },
    );
    return data?.[name] ?? { errors };
  };
  let count = 0;
  const openCase = async (village = VILLAGE): Promise<string> => {
    count += 1;
    const worker = await app.token([{ role: 'VILLAGE_WORKER', region: village as never }], { subject: 'worker' });
    const members = [{ name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }];
    const household = { region: village, number: `LIVE-${count}`, formerStatus: 'GENERAL', members };
    const made = await mutate(worker, 'registerHousehold', household, 'household { id }');
    const opening = { householdId: made.household.id, channel: 'CADRE_INSPECTION', openedOn: '2023-11-30' };
    return (await mutate(worker, 'openCase', opening, 'case { id }')).case.id;
  };

  beforeAll(async () => {
    app = await startTestApp('2023-11-30');
    const health = { ready: () => Promise.resolve(true) };
    door = createFrontDoor({
      graphql: app.app.handler,
      sockets: app.app.sockets,
      health,
      explorer: null,
      logger: QUIET,
    });
    door.server.listen(0, '127.0.0.1');
    await once(door.server, 'listening');
    url = `ws://127.0.0.1:${(door.server.address() as AddressInfo).port}/graphql`;
  }, 300_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(async () => {
    await door?.stop(1_000);
    await app?.stop();
  });

  it('tells a change of a case to the county of it and to no other, as the case is then', async () => {
    const query = 'subscription { caseChanged { id status household { region { code } } } }';
    const own = hear(connect(await officer()), query);
    const other = hear(connect(await officer('430124')), query);
    const elsewhere = hear(connect(await officer()), 'subscription { caseChanged(region: "430121002") { id } }');
    await pause(600);
    const id = await openCase();
    await until(() => own.told.length > 0);
    expect(own.told[0]).toEqual({
      data: { caseChanged: { id, status: 'UNDER_IDENTIFICATION', household: { region: { code: VILLAGE } } } },
    });
    await pause(1_500);
    expect([own.told.length, other.told.length, elsewhere.told.length]).toEqual([1, 0, 0]);
  });

  it('tells the township of an alert that is sent down', async () => {
    const township = await app.token([{ role: 'TOWNSHIP_OFFICER', region: VILLAGE.slice(0, 9) as never }]);
    const heard = hear(
      connect(township),
      'subscription { alertDispatched { reference status region { code } lead { status } } }',
    );
    await pause(600);
    await openCase();
    const worker = await app.token([{ role: 'VILLAGE_WORKER', region: VILLAGE as never }], { subject: 'worker' });
    const members = [{ name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' }];
    await mutate(
      worker,
      'registerHousehold',
      { region: VILLAGE, number: 'LIVE-ALERT', formerStatus: 'GENERAL', members },
      'household { id }',
    );
    const bureau = await app.token([{ role: 'DEPARTMENT_CLIENT', region: COUNTY as never }], {
      department: 'EMERGENCY',
      subject: 'bureau',
    });
    const alert = { department: 'EMERGENCY', kind: 'struck-by-disaster', raisedOn: '2023-11-29' };
    await mutate(
      bureau,
      'submitDepartmentAlerts',
      {
        alerts: [
          { ...alert, reference: 'L-1', householdNumber: 'LIVE-ALERT' },
          { ...alert, reference: 'L-2', householdNumber: 'NOBODY' },
        ],
      },
      'accepted',
    );
    await until(() => heard.told.length > 0);
    await pause(1_200);
    expect(heard.told).toEqual([
      {
        data: {
          alertDispatched: {
            reference: 'L-1',
            status: 'DISPATCHED',
            region: { code: VILLAGE },
            lead: { status: 'OPEN' },
          },
        },
      },
    ]);
    const county = await officer();
    const found = await app.ask(county, 'query($number: String!) { householdByNumber(number: $number) { id } }', {
      number: 'LIVE-ALERT',
    });
    const waiting = await app.ask(county, '{ departmentAlerts(where: { status: [UNMATCHED] }) { nodes { id } } }');
    const match = {
      alertId: waiting.data.departmentAlerts.nodes[0].id,
      householdId: found.data.householdByNumber.id,
      note: '核对为本户',
    };
    await mutate(county, 'matchAlert', match, 'lead { id }');
    await until(() => heard.told.length > 1);
    expect(heard.told[1].data.alertDispatched).toMatchObject({ reference: 'L-2', region: { code: VILLAGE } });
  });

  it('tells who listened before, whoever begins to listen while a change is on its way', async () => {
    const query = 'subscription { caseChanged { id } }';
    const first = hear(connect(await officer()), query);
    await pause(600);
    const id = await openCase();
    const late = [hear(connect(await officer()), query), hear(connect(await officer()), query)];
    await until(() => first.told.length > 0);
    await pause(1_500);
    expect(first.told).toEqual([{ data: { caseChanged: { id } } }]);
    expect(late.every(({ told }) => told.length <= 1)).toBe(true);
  });

  it('lets nobody in without a good token, and closes with 4403', async () => {
    for (const token of [null, 'nonsense']) {
      const codes: number[] = [];
      const { done } = hear(
        connect(token, (code) => codes.push(code)),
        'subscription { caseChanged { id } }',
      );
      await done;
      expect(codes).toEqual([4403]);
    }
  });

  it('refuses whoever may not subscribe, what is no subscription, and what the schema does not have', async () => {
    const analyst = await app.token([{ role: 'ANALYST', region: COUNTY as never }]);
    const refused = async (token: string, query: string) => (await hear(connect(token), query).done) as Answered;
    expect(await refused(analyst, 'subscription { caseChanged { id } }')).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await refused(await officer(), '{ viewer { subject } }')).toMatchObject([
      { extensions: { code: 'BAD_REQUEST' } },
    ]);
    expect(await refused(await officer(), 'subscription { caseChanged { nothing } }')).toMatchObject([
      { extensions: { code: 'BAD_REQUEST' } },
    ]);
    const posted = await app.ask(await officer(), 'subscription { caseChanged { id } }');
    expect(posted.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

  it('threat 21 · lets each role subscribe to what it may read, and refuses every other', async () => {
    const tries = ROLES.flatMap((role) => ['caseChanged', 'alertDispatched'].map((field) => ({ role, field })));
    const wrong = await Promise.all(
      tries.map(async ({ role, field }) => {
        const token = await app.token([{ role, region: COUNTY as never }], { subject: `${role} ${field}` });
        const { done } = hear(connect(token), `subscription { ${field} { __typename } }`);
        const ended = (await Promise.race([done, pause(2_500)])) as { extensions: { code: string } }[] | undefined;
        const allowed = mayCall([role], `Subscription.${field}`);
        return (ended === undefined) === allowed && (allowed || ended?.[0]?.extensions.code === 'FORBIDDEN')
          ? []
          : [`${role} ${field}: ${JSON.stringify(ended)}`];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('answers a wrong address, another protocol and a plain upgrade without opening a socket', async () => {
    const codeOf = (address: string, protocol: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(address, protocol);
        socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
        socket.on('close', (code) => resolve(code));
        socket.on('error', () => undefined);
      });
    expect(await codeOf(url.replace('/graphql', '/nowhere'), 'graphql-transport-ws')).toBe(404);
    expect([1006, 4406]).toContain(await codeOf(url, 'graphql-ws'));
  });
});
