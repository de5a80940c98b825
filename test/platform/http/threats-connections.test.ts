import { describe, expect, it } from 'vitest';
import { post, RawConnection } from './raw-connection.js';
import { openDoor } from './small-door.js';

const PING = '{"query":"{ ping }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const HIDDEN = post('{"query":"mutation { write(text: \\"smuggled\\") }"}');

describe('row 3: a request hidden in another one never runs', () => {
  it.each([
    ['length and chunks', `${HEAD}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['chunks and length', `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['two lengths', `${HEAD}Content-Length: 0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
    ['the same length twice', `${HEAD}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}${HIDDEN}`],
    ['a list of lengths', `${HEAD}Content-Length: 2, 2\r\n\r\n{}${HIDDEN}`],
    ['a signed length', `${HEAD}Content-Length: +2\r\n\r\n{}${HIDDEN}`],
    ['a length in hexadecimal', `${HEAD}Content-Length: 0x2\r\n\r\n{}${HIDDEN}`],
    ['a space before the colon', `${HEAD}Content-Length : 2\r\n\r\n{}${HIDDEN}`],
    ['an encoding nobody knows', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['an encoding twice', `${HEAD}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a tab in the encoding', `${HEAD}Transfer-Encoding:\tchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a folded header', `${HEAD}Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a bare line feed', `POST /graphql HTTP/1.1\nHost: x\nContent-Length: 0\n\n${HIDDEN}`],
    ['a bare carriage return', `${HEAD}X: a\rContent-Length: 0\r\n\r\n${HIDDEN}`],
    ['a NUL in a header', `${HEAD}X: a\0b\r\n\r\n${HIDDEN}`],
    [
      'a chunk size out of range',
      `${HEAD}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n${HIDDEN}`,
    ],
    ['a chunk without its end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n${HIDDEN}`],
    ['a chunk extension with a line feed', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2;\n{}\r\n0\r\n\r\n${HIDDEN}`],
    ['two hosts', `${HEAD}Host: y\r\nContent-Length: 2\r\n\r\n{}${HIDDEN}`],
    ['no host', `POST /graphql HTTP/1.1\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
    ['another protocol', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${HIDDEN}`],
    ['an old protocol', `POST /graphql HTTP/0.9\r\nHost: x\r\n\r\n${HIDDEN}`],
    ['a tunnel', `CONNECT /graphql HTTP/1.1\r\nHost: x\r\n\r\n${HIDDEN}`],
  ])('%s', async (_, bytes) => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(bytes);
    await raw.closed;
    expect(raw.statuses.length).toBeLessThanOrEqual(1);
    for (const status of raw.statuses) expect(status).toBeGreaterThanOrEqual(400);
    expect(door.ran).toEqual([]);
  });

  it('authorization twice, or two content types, is 400', async () => {
    const door = await openDoor();
    for (const header of ['Authorization: Bearer a\r\nAuthorization: Bearer b', 'content-type: text/plain']) {
      const raw = new RawConnection(door.port).send(post(PING, header));
      await raw.until(/\}$/);
      expect(raw.statuses).toEqual([400]);
    }
    expect(door.ran).toEqual([]);
  });

  it('two whole requests in one packet are two requests, answered in their order', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(post('{"query":"{ wait(ms: 60) }"}') + post(PING));
    await raw.until(/pong/);
    expect(raw.statuses).toEqual([200, 200]);
    expect(raw.received.indexOf('waited')).toBeLessThan(raw.received.indexOf('pong'));
  });

  it('a request with rubbish behind it is answered or cut, and the rubbish is not', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(`${post('{"query":"{ wait(ms: 30) }"}')}rubbish\r\n\r\n${HIDDEN}`);
    await raw.closed;
    expect(door.ran).not.toContain('write smuggled');
  });
});

describe('row 12: what a browser sends across origins without asking runs nothing', () => {
  const write = 'mutation { write(text: "forged") }';
  it.each([
    ['GET with a mutation', 'GET', `?query=${encodeURIComponent(write)}`, {}, undefined, 405],
    ['GET with a query', 'GET', '?query={ping}', { 'content-type': 'application/json' }, undefined, 405],
    ['HEAD', 'HEAD', '?query={ping}', {}, undefined, 405],
    [
      'a form',
      'POST',
      '',
      { 'content-type': 'application/x-www-form-urlencoded' },
      `query=${encodeURIComponent(write)}`,
      415,
    ],
    [
      'a form of parts',
      'POST',
      '',
      { 'content-type': 'multipart/form-data; boundary=b' },
      `--b\r\n\r\n${write}\r\n--b--`,
      415,
    ],
    ['plain text', 'POST', '', { 'content-type': 'text/plain' }, JSON.stringify({ query: write }), 415],
    [
      'plain text with JSON in its parameter',
      'POST',
      '',
      { 'content-type': 'text/plain;application/json' },
      JSON.stringify({ query: write }),
      415,
    ],
    ['a message', 'POST', '', { 'content-type': 'message/http' }, JSON.stringify({ query: write }), 415],
    [
      'a query in the address',
      'POST',
      `?query=${encodeURIComponent(write)}`,
      { 'content-type': 'application/json' },
      '{}',
      400,
    ],
    ['PUT', 'PUT', '', { 'content-type': 'application/json' }, JSON.stringify({ query: write }), 405],
    ['DELETE', 'DELETE', '', {}, undefined, 405],
  ])('%s', async (_, method, search, headers, body, status) => {
    const door = await openDoor();
    const answer = await fetch(`${door.url}/graphql${search}`, {
      method,
      headers: headers as Record<string, string>,
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST');
    expect(door.ran).toEqual([]);
  });
});

describe('row 13: no other origin is let in', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1'])(
    'from %s there is no Access-Control header',
    async (origin) => {
      const door = await openDoor();
      const { headers } = await door.ask({ query: '{ ping }' }, { origin });
      const preflight = await fetch(`${door.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      expect(preflight.status).toBe(405);
      for (const seen of [headers, preflight.headers])
        expect([...seen.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

describe('row 14: whoever is slow is cut, and nobody else notices', () => {
  const limits = { headersMs: 200, requestMs: 400, idleMs: 200, readerMs: 300, checkMs: 50, lingerMs: 200 };

  it('slow headers, a byte now and then, are 408', async () => {
    const door = await openDoor({ limits });
    const slow = Array.from({ length: 20 }, () =>
      new RawConnection(door.port).send('POST /graphql HTTP/1.1\r\nHost: x\r\n'),
    );
    const drip = setInterval(() => {
      for (const raw of slow) if (!raw.socket.destroyed) raw.send('X');
    }, 30);
    expect((await door.ask({ query: '{ ping }' })).status).toBe(200);
    await Promise.all(slow.map((raw) => raw.closed));
    clearInterval(drip);
    for (const raw of slow) expect(raw.statuses).toEqual([408]);
  });

  it('a slow body is 408, and is not executed', async () => {
    const door = await openDoor({ limits });
    const raw = new RawConnection(door.port).send(post(PING).slice(0, -10));
    const drip = setInterval(() => raw.socket.destroyed || raw.send(' '), 150);
    await raw.closed;
    clearInterval(drip);
    expect(raw.statuses).toEqual([408]);
    expect(door.ran).toEqual([]);
  });

  it('a connection that asks nothing is cut, before its first request and after it', async () => {
    const door = await openDoor({ limits });
    await new RawConnection(door.port).closed;
    const used = new RawConnection(door.port).send(post(PING));
    await used.closed;
    expect(used.statuses).toEqual([200]);
  });

  it('a reader who does not read a large answer is cut, half way', async () => {
    const door = await openDoor({ limits: { readerMs: 300 } });
    const bytes = 30_000_000;
    const raw = new RawConnection(door.port, { reading: false }).send(
      post(JSON.stringify({ query: `{ large(bytes: ${bytes}) }` })),
    );
    const cut = new Promise<void>((resolve) =>
      door.door.server.once('connection', (socket) => socket.once('close', () => resolve())),
    );
    expect((await door.ask({ query: '{ ping }' })).status).toBe(200);
    await cut;
    raw.socket.resume();
    await raw.closed;
    expect(raw.received.length).toBeLessThan(bytes);
  });

  it('by default every wait ends within 15 seconds', async () => {
    const { server } = (await openDoor()).door;
    const checks = 1_000;
    for (const wait of [server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]) {
      expect(wait).toBeGreaterThan(0);
      expect(wait + checks).toBeLessThan(15_000);
    }
  });
});
