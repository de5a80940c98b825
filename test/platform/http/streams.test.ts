import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Entry, type SmallList, smallList } from '../table/small-list.js';
import { type OpenDoor, openDoor } from './small-door.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ARROW = 'application/vnd.apache.arrow.stream';
const QUERY = '{ entries { nodes { number name other } } }';
const COUNTY = 60_000;
/** A row of about a kilobyte that does not shrink when it is zipped, so that all of it is 60 MB. */
const wide = (at: number): Entry => ({ number: String(at), name: NOISE[at % 400], other: NOISE[(at * 7 + 3) % 400] });

/** Letters that look like chance and are the same each time. */
function noise(seed: number): string {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  let text = '';
  while (text.length < 500) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += state.toString(36);
  }
  return text;
}

const NOISE = Array.from({ length: 400 }, (_, seed) => noise(seed));

/** Sends it, and reads nothing of the answer until it is told to. */
async function ask(door: OpenDoor, accept: string, query = QUERY): Promise<IncomingMessage> {
  const sent = request(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
  }).end(JSON.stringify({ query }));
  sent.on('error', () => undefined);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

/** A number once it has stood still for half a second. */
async function whenQuiet(read: () => number): Promise<number> {
  for (let last = read(); ; ) {
    await pause(500);
    if (read() === last) return last;
    last = read();
  }
}

const lastOf = ({ acts }: SmallList) => acts.at(-1);

describe('a county of 60,000 households', () => {
  it.each(['text/csv', XLSX, ARROW])(
    'as %s waits for its reader, and is gone with it',
    { timeout: 60_000 },
    async (accept) => {
      const list = await smallList(wide, COUNTY);
      const door = await openDoor({ graphql: list.handler });
      const response = await ask(door, accept);
      await expect.poll(() => list.pages.length, { timeout: 20_000 }).toBeGreaterThan(1);
      const asked = await whenQuiet(() => list.pages.length);
      // What the sockets of both sides take is some megabytes; the whole list would be 300 pages.
      expect(asked).toBeLessThan(100);
      response.destroy();
      await expect.poll(() => lastOf(list), { timeout: 10_000 }).toMatchObject({ stage: 'ended', outcome: 'broken' });
      const left = list.pages.length;
      await pause(200);
      expect(list.pages.length).toBe(left);
      expect(lastOf(list)!.rows).toBeLessThan(COUNTY / 2);
    },
  );

  it('comes whole to who reads, with the count after it, and little of it is in memory', {
    timeout: 60_000,
  }, async () => {
    const list = await smallList((at) => ({ number: String(at), name: '张**', other: null }), COUNTY);
    const door = await openDoor({ graphql: list.handler });
    const response = await ask(door, 'text/csv');
    expect(response.headers.trailer).toBe('Holdline-Rows, Holdline-Next');
    let [bytes, tail, most] = [0, '', 0];
    for await (const chunk of response) {
      bytes += chunk.length;
      tail = (tail + chunk).slice(-100);
      most = Math.max(most, chunk.length);
    }
    expect(response.trailers['holdline-rows']).toBe(String(COUNTY));
    expect(parse(tail.slice(tail.indexOf('\n') + 1)).at(-1)).toEqual([String(COUNTY - 1), '张**', '']);
    expect(bytes).toBeGreaterThan(COUNTY * 10);
    expect(most).toBeLessThan(1 << 17);
    expect(list.pages).toHaveLength(300);
    expect(lastOf(list)).toMatchObject({ rows: COUNTY, outcome: 'whole' });
  });
});

describe('a reader', () => {
  it('who takes nothing is cut', { timeout: 40_000 }, async () => {
    const list = await smallList(wide, COUNTY);
    const door = await openDoor({ graphql: list.handler, limits: { readerMs: 300 } });
    const response = await ask(door, 'text/csv');
    const cut = once(response, 'error');
    await expect.poll(() => lastOf(list), { timeout: 20_000 }).toMatchObject({ stage: 'ended', outcome: 'broken' });
    response.resume();
    await cut;
  });

  it('sees that a list was broken off: the end is missing', async () => {
    const list = await smallList((at) => ({ number: String(at), name: '', other: '' }), 1_000);
    const door = await openDoor({ graphql: list.handler });
    const response = await ask(door, 'text/csv', '{ entries(failFrom: 600) { nodes { number } } }');
    expect(response.statusCode).toBe(200);
    await expect(response.toArray()).rejects.toThrow(/aborted|terminated/);
    expect(response.complete).toBe(false);
    expect(list.logged).not.toEqual([]);
  });

  it('gets the whole of it while the server stops; one who does not read is cut at the deadline', async () => {
    const list = await smallList((at) => ({ number: String(at), name: '', other: '' }), 5_000);
    const door = await openDoor({ graphql: list.handler });
    const reading = await ask(door, 'text/csv');
    const stopped = door.door.stop(3_000);
    const lines = Buffer.concat(await reading.toArray())
      .toString()
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(5_001);
    await stopped;

    const other = await smallList(wide, COUNTY);
    const second = await openDoor({ graphql: other.handler });
    const idle = await ask(second, 'text/csv');
    idle.on('error', () => undefined);
    await second.door.stop(600);
    await expect.poll(() => lastOf(other)).toMatchObject({ outcome: 'broken' });
  });

  it('by HTTP/1.0 gets it without chunks, ended by the connection', async () => {
    const list = await smallList((at) => ({ number: String(at), name: '', other: '' }), 300);
    const door = await openDoor({ graphql: list.handler });
    const { RawConnection } = await import('./raw-connection.js');
    const body = JSON.stringify({ query: '{ entries { nodes { number } } }' });
    const raw = new RawConnection(door.port).send(
      `POST /graphql HTTP/1.0\r\nContent-Type: application/json\r\nAccept: text/csv\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await raw.closed;
    expect(raw.received).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(raw.received).not.toMatch(/transfer-encoding|^trailer/im);
    expect(raw.received.endsWith('\r\n299\r\n')).toBe(true);
  });
});
