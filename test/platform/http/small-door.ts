import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { createFrontDoor, type FrontDoor, type FrontDoorParts } from '../../../src/platform/http/front-door.js';
import { type Journal, smallHandler } from './small-graph.js';

/** A door that listens on a port of its own, and what was done behind it. */
export interface OpenDoor extends Journal {
  readonly door: FrontDoor;
  readonly port: number;
  readonly url: string;
  /** Posts a body as JSON and reads the answer's. */
  ask(body: unknown, headers?: Record<string, string>): Promise<Asked>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  };
  /** `errors[0].extensions.code`. */
  readonly code: unknown;
}

const open = new Set<FrontDoor>();
afterEach(async () => {
  for (const door of open) {
    door.server.closeAllConnections();
    await new Promise((resolve) => door.server.close(resolve));
  }
  open.clear();
});

export async function openDoor(
  more: Partial<FrontDoorParts> = {},
  journal: Journal = { ran: [], logged: [] },
): Promise<OpenDoor> {
  const logger = {
    error: (fields: unknown) => journal.logged.push(fields),
    info: () => undefined,
    warn: () => undefined,
  };
  const door = createFrontDoor({
    graphql: more.graphql ?? (await smallHandler(journal)),
    health: { ready: () => Promise.resolve(true) },
    explorer: null,
    logger: logger as unknown as FrontDoorParts['logger'],
    ...more,
  });
  await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve));
  open.add(door);
  const { port } = door.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...journal,
    door,
    port,
    url,
    async ask(body, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      });
      const answer = (await response.json()) as Asked['body'];
      return {
        status: response.status,
        headers: response.headers,
        body: answer,
        code: answer.errors?.[0]?.extensions.code,
      };
    },
  };
}
