import net from 'node:net';

/** A TCP connection that sends what no HTTP client would. */
export class RawConnection {
  readonly socket: net.Socket;
  /** Everything that came back. */
  received = '';
  readonly closed: Promise<void>;

  constructor(port: number, options: { readonly reading?: boolean } = {}) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
    if (options.reading === false) this.socket.pause();
    else
      this.socket.on('data', (bytes) => {
        this.received += bytes.toString('latin1');
      });
  }

  send(bytes: string | Buffer): this {
    this.socket.write(bytes);
    return this;
  }

  /** Waits for the pattern or the end of the connection. */
  until(pattern: RegExp): Promise<string> {
    return this.poll(() => pattern.test(this.received));
  }

  /** Waits until a text has come so many times, or for the end of the connection. */
  untilCount(text: string, times: number): Promise<string> {
    return this.poll(() => this.received.split(text).length > times);
  }

  private async poll(isThere: () => boolean): Promise<string> {
    while (!isThere() && !this.socket.destroyed) await new Promise((resolve) => setTimeout(resolve, 5));
    return this.received;
  }

  /** The statuses of the answers so far. */
  get statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  }
}

export function post(body: string, ...headers: string[]): string {
  const lines = [
    'POST /graphql HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
