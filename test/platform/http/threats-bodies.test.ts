import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { post, RawConnection } from './raw-connection.js';
import { openDoor } from './small-door.js';

const PING = '{"query":"{ ping }"}';
const ARRIVES = /\r\n\r\n.*\}$/s;

describe('row 1: what is no JSON object in UTF-8 is 400 as JSON, and nothing runs', () => {
  it.each([
    ['malformed', '{"query":'],
    ['not JSON', 'query=ping'],
    ['empty', ''],
    ['only a space', ' '],
    ['null', 'null'],
    ['a number', '5'],
    ['a string', '"{ ping }"'],
    ['with a byte order mark', `\uFEFF${PING}`],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0x71, 0xff, 0x22, 0x7d])],
    ['in UTF-16', Buffer.from(PING, 'utf16le')],
    ['with a NUL byte', '{"query":"{ ping }\0"}'],
    ['with an escaped NUL', '{"query":"{ ping }","variables":{"x":"a\\u0000b"}}'],
    ['with half of a surrogate pair', '{"query":"{ ping }","variables":{"x":["\\ud83d"]}}'],
    ['with such a key', '{"query":"{ ping }","variables":{"\\udc00":1}}'],
    ['with a NUL in a literal', JSON.stringify({ query: 'mutation { write(text: "\\u0000") }' })],
    ['nested 10,000 deep', `{"query":"{ ping }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['without a query', '{"variables":{}}'],
    ['with a query that is no string', '{"query":{"kind":"Document"}}'],
    ['with variables that are a list', '{"query":"{ ping }","variables":[]}'],
    ['with a query that is no GraphQL', '{"query":"{ ping"}'],
  ])('%s', async (_, body) => {
    const door = await openDoor();
    const { status, code, headers } = await door.ask(body);
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 400,
      type: 'application/json; charset=utf-8',
    });
    expect(['BAD_REQUEST', 'BAD_USER_INPUT']).toContain(code);
    expect(door.ran).toEqual([]);
  });

  it('truncated: the caller hangs up half way, and the next one is served', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(post(PING).slice(0, -5));
    await new Promise((resolve) => setTimeout(resolve, 30));
    raw.socket.destroy();
    expect((await door.ask({ query: '{ ping }' })).body.data).toEqual({ ping: 'pong' });
    expect(door.ran).toEqual(['ping']);
  });
});

describe('row 2: other types, charsets and encodings are 415 as JSON', () => {
  it.each([
    ['no type', { 'content-type': '' }],
    ['text/plain', { 'content-type': 'text/plain' }],
    ['application/graphql', { 'content-type': 'application/graphql' }],
    ['charset=gbk', { 'content-type': 'application/json; charset=gbk' }],
    ['charset=utf-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['a second type', { 'content-type': 'application/json, text/plain' }],
    ['gzip', { 'content-encoding': 'gzip' }],
    ['br', { 'content-encoding': 'br' }],
    ['an encoding twice over', { 'content-encoding': 'gzip, gzip' }],
  ])('%s', async (_, headers) => {
    const door = await openDoor();
    const { status, code } = await door.ask(Buffer.from(PING), headers);
    expect({ status, code }).toEqual({ status: 415, code: 'BAD_REQUEST' });
    expect(door.ran).toEqual([]);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    'but not %s',
    async (type) => {
      const door = await openDoor();
      expect((await door.ask({ query: '{ ping }' }, { 'content-type': type })).status).toBe(200);
    },
  );

  it('a gzip bomb of 100 MiB is never inflated', async () => {
    const door = await openDoor();
    const before = process.memoryUsage().rss;
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const grown = process.memoryUsage().rss - before;
    expect((await door.ask(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(process.memoryUsage().rss - before - grown).toBeLessThan(50 * 1024 * 1024);
  });

  it('a transfer encoding besides chunked', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
    );
    await raw.until(ARRIVES);
    expect(raw.statuses).toEqual([415]);
  });
});

describe('row 4: what is too large is refused early, and the refusal arrives', () => {
  const MEBIBYTE = Buffer.alloc(1024 * 1024, 0x20);

  it.each(['with its length told', 'in chunks'])(
    '50 MiB %s: 413 while it is still being sent, within 150 MB',
    async (how) => {
      const door = await openDoor();
      const before = process.memoryUsage().rss;
      const told = how === 'in chunks' ? 'Transfer-Encoding: chunked' : `Content-Length: ${50 * MEBIBYTE.length}`;
      const raw = new RawConnection(door.port).send(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${told}\r\n\r\n`,
      );
      let sent = 0;
      for (; sent < 50; sent += 1) {
        if (raw.socket.destroyed) break;
        if (how === 'in chunks') raw.send(`${MEBIBYTE.length.toString(16)}\r\n`);
        const flows = raw.socket.write(MEBIBYTE);
        if (how === 'in chunks') raw.send('\r\n');
        if (!flows) await Promise.race([raw.closed, new Promise((resolve) => raw.socket.once('drain', resolve))]);
      }
      await raw.until(ARRIVES);
      expect(raw.statuses).toEqual([413]);
      expect(raw.received).toContain('"code":"BAD_REQUEST"');
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    },
  );

  it('a body of exactly the limit is read, one byte more is not', async () => {
    const door = await openDoor({ limits: { bodyBytes: 1000 } });
    const padded = (length: number) => PING.padEnd(length, ' ');
    expect((await door.ask(padded(1000))).status).toBe(200);
    expect((await door.ask(padded(1001))).status).toBe(413);
  });

  it('an address of 9,000 characters is 414, one of 100,000 too', async () => {
    const door = await openDoor();
    for (const length of [9_000, 100_000]) {
      const raw = new RawConnection(door.port).send(`GET /${'a'.repeat(length)} HTTP/1.1\r\nHost: x\r\n\r\n`);
      await raw.until(ARRIVES);
      expect(raw.statuses).toEqual([414]);
    }
  });

  it('headers of 100,000 bytes and 10,000 headers are 431', async () => {
    const door = await openDoor();
    for (const headers of [
      `X: ${'a'.repeat(100_000)}`,
      Array.from({ length: 10_000 }, (_, n) => `X${n}: 1`).join('\r\n'),
    ]) {
      const raw = new RawConnection(door.port).send(`GET /health/live HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`);
      await raw.until(ARRIVES);
      expect(raw.statuses).toEqual([431]);
      await raw.closed;
    }
  });

  it('whoever waits for "100 Continue" is told no before the body is sent, or yes', async () => {
    const door = await openDoor();
    const head = (length: number) =>
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;
    const large = new RawConnection(door.port).send(head(5_000_000));
    await large.until(ARRIVES);
    expect(large.statuses).toEqual([413]);
    const small = new RawConnection(door.port).send(head(PING.length));
    await small.until(/100 Continue/);
    small.send(PING);
    await small.until(/pong/);
    expect(small.statuses).toEqual([100, 200]);
  });
});
