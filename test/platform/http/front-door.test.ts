import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FrontDoorParts } from '../../../src/platform/http/front-door.js';
import { createStaticFiles } from '../../../src/platform/http/static-files.js';
import { post, RawConnection } from './raw-connection.js';
import { openDoor } from './small-door.js';

const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>守线</title>');
writeFileSync(join(folder, 'assets', 'main-a1B2c3D4.js'), 'export {}');
writeFileSync(join(folder, 'plain.css'), 'body{}');
writeFileSync(join(folder, '.env'), 'SECRET=1');
writeFileSync(join(folder, '..', `outside-${process.pid}.txt`), 'outside');
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', `outside-${process.pid}.txt`));
});

describe('every answer', () => {
  it('carries a request id of ours, whatever the caller sends, and headers against guessing, framing and keeping', async () => {
    const door = await openDoor();
    const { headers } = await door.ask({ query: '{ ping }' }, { 'x-request-id': 'theirs' });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/graphql/', 404],
    ['POST', '/', 405],
    ['POST', '/health/live', 405],
    ['DELETE', '/explorer/', 405],
    ['GET', '/__proto__', 404],
    ['GET', '/constructor', 404],
  ])('to %s %s is %i as JSON', async (method, path, status) => {
    const door = await openDoor();
    const answer = await fetch(door.url + path, { method });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('is a refusal where the handler itself breaks, and the process goes on', async () => {
    const door = await openDoor({
      graphql: { answer: () => Promise.reject(new Error('张三')), stop: () => Promise.resolve() },
    });
    const { status, body } = await door.ask({ query: '{ ping }' });
    expect(status).toBe(500);
    expect(body).toEqual({
      errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(door.logged).toHaveLength(1);
    expect((await fetch(`${door.url}/health/live`)).status).toBe(200);
  });

  it('tells when to come again', async () => {
    const door = await openDoor();
    const { status, headers, code } = await door.ask({ query: '{ fail(how: "unavailable") }' });
    expect({ status, code, wait: headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      wait: '2',
    });
  });
});

describe('health', () => {
  it('is live always, and ready as the check says', async () => {
    for (const [ready, status] of [
      [() => Promise.resolve(true), 200],
      [() => Promise.resolve(false), 503],
      [() => Promise.reject(new Error('no database')), 503],
    ] as const) {
      const door = await openDoor({ health: { ready } });
      expect((await fetch(`${door.url}/health/ready`)).status).toBe(status);
      expect((await fetch(`${door.url}/health/live`)).status).toBe(200);
    }
  });

  it('says no where the check hangs, and asks once for 50 probes', async () => {
    let asked = 0;
    const ready = () => {
      asked += 1;
      return new Promise<boolean>(() => undefined);
    };
    const door = await openDoor({ health: { ready } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${door.url}/health/ready`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(asked).toBe(1);
  });

  it('answers HEAD without a body', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send('HEAD /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await raw.closed;
    expect(raw.received).toMatch(/200 OK[\s\S]*\r\n\r\n$/);
  });
});

describe('the explorer', () => {
  const explorer = createStaticFiles(folder);
  const html = { accept: 'text/html,application/xhtml+xml' };

  it('is a page at / for browsers only, which may load from here and nowhere else', async () => {
    const door = await openDoor({ explorer });
    const page = await fetch(door.url, { headers: html });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('守线');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|'unsafe-eval'|script-src[^;]*'unsafe-inline'|\*/);
    expect((await fetch(door.url, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await fetch(`${door.url}/explorer/`)).status).toBe(200);
  });

  it('has its files by name, the hashed ones to keep', async () => {
    const door = await openDoor({ explorer });
    const script = await fetch(`${door.url}/explorer/assets/main-a1B2c3D4.js?v=1`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${door.url}/explorer/plain.css`)).headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '/explorer/.env',
    `/explorer/../outside-${process.pid}.txt`,
    `/explorer/..%2foutside-${process.pid}.txt`,
    `/explorer/%2e%2e/outside-${process.pid}.txt`,
    `/explorer/assets/../../outside-${process.pid}.txt`,
    '/explorer//etc/passwd',
    '/explorer/index.html%00.js',
    '/explorer/assets',
  ])('has nothing else: %s', async (path) => {
    const door = await openDoor({ explorer });
    const raw = new RawConnection(door.port).send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await raw.closed;
    expect(raw.statuses).toEqual([404]);
  });

  it('can be switched off', async () => {
    const door = await openDoor({ explorer: null });
    expect((await fetch(door.url, { headers: html })).status).toBe(404);
    expect((await fetch(`${door.url}/explorer/`, { headers: html })).status).toBe(404);
  });
});

describe('row 36: a stop loses nothing', () => {
  it('says no to readiness first, finishes what is under way, resets nobody and then is gone', async () => {
    const door = await openDoor();
    const idle = new RawConnection(door.port).send(post('{"query":"{ ping }"}'));
    const fresh = new RawConnection(door.port);
    await idle.until(/pong/);
    const slow = door.ask({ query: '{ wait(ms: 900) }' });
    await new Promise((resolve) => setTimeout(resolve, 50));

    const order: string[] = [];
    const stopped = door.door.stop(10_000).then(() => order.push('stopped'));
    expect((await fetch(`${door.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${door.url}/health/live`)).status).toBe(200);
    void slow.then(() => order.push('answered'));
    expect((await slow).body.data).toEqual({ wait: 'waited' });
    await stopped;
    expect(order).toEqual(['answered', 'stopped']);
    await Promise.all([idle.closed, fresh.closed]);
    await expect(fetch(door.url)).rejects.toThrow();
  });

  it('under load: each of 8 callers gets an answer to everything it sent, until no one listens', async () => {
    const door = await openDoor();
    const outcomes = { answered: 0, broken: [] as string[] };
    /** Asks on one connection until it is told that it closes; false where no one listens any more. */
    const askOn = async (raw: RawConnection): Promise<boolean> => {
      for (let asked = 1; ; asked += 1) {
        raw.send(post('{"query":"{ wait(ms: 3) }"}'));
        const received = await raw.untilCount('waited', asked);
        if (asked === 1 && received === '') return false;
        if (raw.statuses.length < asked) outcomes.broken.push(received.slice(-300));
        else outcomes.answered += 1;
        if (raw.statuses.length < asked || /connection: close/i.test(received)) return true;
      }
    };
    const caller = async (): Promise<void> => {
      for (let listens = true; listens; ) {
        const raw = new RawConnection(door.port);
        listens = await askOn(raw);
        raw.socket.destroy();
      }
    };
    const callers = Array.from({ length: 8 }, caller);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await door.door.stop(5_000);
    await Promise.all(callers);
    expect(outcomes.broken).toEqual([]);
    expect(outcomes.answered).toBeGreaterThan(20);
  });

  it('does not wait for the answers of callers who have gone, nor call them cut', async () => {
    const warned: unknown[] = [];
    const logger = { error: () => undefined, info: () => undefined, warn: (fields: unknown) => warned.push(fields) };
    const door = await openDoor({ logger: logger as unknown as FrontDoorParts['logger'] });
    const raw = new RawConnection(door.port).send(post('{"query":"{ wait(ms: 200) }"}').repeat(5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    raw.socket.destroy();
    await door.door.stop(600_000);
    expect(warned).toEqual([]);
  });

  it('cuts at the deadline what does not end', async () => {
    const door = await openDoor();
    const raw = new RawConnection(door.port).send(post('{"query":"{ wait(ms: 600000) }"}'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await door.door.stop(400);
    await raw.closed;
    expect(raw.received).toBe('');
  });
});
