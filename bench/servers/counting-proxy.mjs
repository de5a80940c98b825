// Stands between a server and the database, and counts the statements that pass, whatever the driver and its protocol.
import { connect, createServer } from 'node:net';

/** What opens and closes a transaction, as each server writes it. */
const ENVELOPE = /^\s*(BEGIN|START|SET|COMMIT|ROLLBACK|DISCARD|RESET|SELECT\s+set_config\()/i;

/**
 * @param {string} address  of the database
 * @returns its address through the proxy; `take` gives the statements since it was last called, without the envelope
 */
export async function startCountingProxy(address) {
  const target = new URL(address);
  const seen = [];
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const reader = new FrontendReader((text) => ENVELOPE.test(text) || seen.push(text));
    client.on('data', (bytes) => reader.read(bytes));
    client.pipe(database).pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ])
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(address);
  through.hostname = '127.0.0.1';
  through.port = String(server.address().port);
  return { address: through.href, take: () => seen.splice(0), close: () => server.close() };
}

/** Reads what a client says: the start of the connection, then messages of a letter, a length and what they hold. */
class FrontendReader {
  #bytes = Buffer.alloc(0);
  #started = false;
  #prepared = new Map();
  #portals = new Map();

  constructor(onStatement) {
    this.onStatement = onStatement;
  }

  read(bytes) {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const head = this.#started ? 1 : 0;
      if (this.#bytes.length < head + 4) return;
      const end = head + this.#bytes.readInt32BE(head);
      if (this.#bytes.length < end) return;
      if (this.#started) this.#message(String.fromCharCode(this.#bytes[0]), this.#bytes.subarray(5, end));
      this.#started = true;
      this.#bytes = this.#bytes.subarray(end);
    }
  }

  #message(kind, body) {
    const [first, second] = body.toString('latin1').split('\0', 2);
    if (kind === 'Q') this.onStatement(first);
    if (kind === 'P') this.#prepared.set(first, second);
    if (kind === 'B') this.#portals.set(first, this.#prepared.get(second));
    if (kind === 'E') this.onStatement(this.#portals.get(first) ?? '');
  }
}
