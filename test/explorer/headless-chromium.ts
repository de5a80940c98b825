import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Json = Record<string, unknown>;
interface Message extends Json {
  id?: number;
  method?: string;
  params?: Json;
  result?: Json;
  error?: { message: string };
}

/** The browser on this machine, or null: the product does not need one. */
export function findChromium(): string | null {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {}
  return null;
}

const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-component-update',
  '--no-first-run',
  '--lang=en-US',
  // Every name but our own address fails, so that a request to anywhere else cannot go unseen.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--remote-debugging-pipe',
];

/** One page of a fresh browser, driven over the debugging pipe. */
export class Page {
  /** Addresses that the page and its workers asked for. */
  readonly requests: string[] = [];
  /** What the browser holds against the page: exceptions, console errors, refusals of the policy. */
  readonly complaints: string[] = [];
  #next = 1;
  #session = '';
  readonly #waiting = new Map<number, (message: Message) => void>();

  private constructor(
    private readonly browser: ChildProcess,
    private readonly profile: string,
  ) {
    let rest = '';
    (browser.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#receive(JSON.parse(part) as Message);
    });
  }

  static async open(chromium: string, size = '1440,900'): Promise<Page> {
    const profile = mkdtempSync(join(tmpdir(), 'holdline-chromium-'));
    const browser = spawn(chromium, [...SWITCHES, `--window-size=${size}`, `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const page = new Page(browser, profile);
    const { targetId } = await page.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await page.#send('Target.attachToTarget', { targetId, flatten: true });
    page.#session = String(sessionId);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.#send(`${domain}.enable`);
    await page.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    return page;
  }

  #receive(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    const params = (message.params ?? {}) as Record<string, Json>;
    if (message.method === 'Network.requestWillBeSent') this.requests.push(String(params.request?.url).slice(0, 200));
    if (message.method === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(params.exceptionDetails));
    if (message.method === 'Log.entryAdded' && params.entry?.level === 'error')
      this.complaints.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    if (message.method === 'Runtime.consoleAPICalled' && message.params?.type === 'error')
      this.complaints.push(JSON.stringify(params.args));
    if (message.method === 'Target.attachedToTarget') {
      const sessionId = String(message.params?.sessionId);
      for (const domain of ['Runtime', 'Network', 'Log']) this.#write(`${domain}.enable`, {}, sessionId);
    }
  }

  #write(method: string, params: Json, sessionId: string): number {
    const id = this.#next++;
    const text = JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) });
    (this.browser.stdio[3] as Writable).write(`${text}\0`);
    return id;
  }

  #send(method: string, params: Json = {}): Promise<Json> {
    return new Promise((resolve, reject) => {
      const id = this.#write(method, params, this.#session);
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})));
    });
  }

  async goto(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** Value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return (result as Json).value;
  }

  /** Waits until the expression is true in the page, at most 20 s. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await this.evaluate(`Boolean(${expression})`))) {
      if (Date.now() > end) throw new Error(`The page never came to: ${expression}`);
      await new Promise((later) => setTimeout(later, 100));
    }
  }

  /** Types into an element as a person would. */
  async type(selector: string, text: string): Promise<void> {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.#send('Input.insertText', { text });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(String(data), 'base64'));
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.browser.once('exit', resolve));
    this.#write('Browser.close', {}, '');
    await gone;
    // Its children write on for a moment after the browser itself is gone.
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}
