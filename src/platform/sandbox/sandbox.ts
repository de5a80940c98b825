import { Worker } from 'node:worker_threads';
import { type InsideOutcome, prepareRoom, type SandboxTask, serveRoom } from './inside.js';

/**
 * 调用结果 · What came of one call. `threw` names the error's class and the place in the function's text; its message may hold
 * what the function was given, and is for those who wrote the function alone.
 *
 * @article none — technical
 */
export type SandboxOutcome =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: string; readonly at: string | null; readonly message: string }
  | { readonly kind: 'timed-out'; readonly ms: number }
  /** The worker ended under it: it asked for more memory than there is. */
  | { readonly kind: 'stopped' }
  /** Too many calls of the task had to be ended before. */
  | { readonly kind: 'given-up' };

/** 沙箱设置 · How long and how large. */
export interface SandboxOptions {
  /** Longest time of one call; then its worker is ended. */
  readonly callMs?: number;
  readonly workers?: number;
}

const CALL_MS = 2_000;
const WORKERS = 2;
/** Calls of one task that may end a worker before the rest of it is given up. */
const MOST_ENDED = 3;
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** What a function finds of the language. */
const KEPT = [
  ...[
    'globalThis',
    'undefined',
    'NaN',
    'Infinity',
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'BigInt',
    'Symbol',
  ],
  ...['Math', 'JSON', 'Map', 'Set', 'RegExp', 'Error', 'TypeError', 'RangeError', 'parseInt', 'parseFloat'],
  ...['isNaN', 'isFinite'],
];
const WORKER = `(${String(serveRoom)})({ threads: require('node:worker_threads'), vm: require('node:vm') },
  ${JSON.stringify(String(prepareRoom))}, ${JSON.stringify(JSON.stringify(KEPT))})`;

/**
 * 沙箱 · Runs functions that are kept as text, each call with frozen data and no clock, chance, files, net or process, in worker
 * threads that are ended when a call takes too long.
 *
 * The room of a worker has no more of the language than `KEPT`, cannot run text, and only text crosses its wall. It keeps a
 * function from doing what it must not by mistake; it is no wall against somebody who attacks the JavaScript engine itself.
 *
 * @article none — technical
 */
export class Sandbox {
  private readonly callMs: number;
  private readonly most: number;
  private readonly idle: Room[] = [];
  private readonly waiting: ((room: Room) => void)[] = [];
  private made = 0;

  constructor({ callMs = CALL_MS, workers = WORKERS }: SandboxOptions = {}) {
    this.callMs = callMs;
    this.most = workers;
  }

  /** 运行 · One outcome for each input, in their order. @throws never; what went wrong is in the outcomes */
  async run(task: SandboxTask): Promise<SandboxOutcome[]> {
    const outcomes = new Array<SandboxOutcome>(task.inputs.length);
    let left = task.inputs.map((_, index) => index);
    let ended = 0;
    while (left.length > 0) {
      const room = await this.take();
      const batch = left;
      const inputs = batch.map((index) => task.inputs[index] as string);
      // A worker that cannot be started, for want of threads, is one that ended: its place is given back.
      const came = await room.run({ ...task, inputs }).catch(() => ({ kind: 'ended', call: 0 }) as const);
      this.give(came.kind === 'all' ? room : new Room(this.callMs));
      if (came.kind === 'all') {
        for (const [place, index] of batch.entries()) outcomes[index] = readOutcome(came.answers[place] ?? '{}');
        return outcomes;
      }
      ended += 1;
      const guilty = batch[came.call] as number;
      outcomes[guilty] = came.kind === 'late' ? { kind: 'timed-out', ms: this.callMs } : { kind: 'stopped' };
      left = batch.filter((index) => index !== guilty);
      if (ended === MOST_ENDED) for (const index of left) outcomes[index] = { kind: 'given-up' };
      if (ended === MOST_ENDED) return outcomes;
    }
    return outcomes;
  }

  /** 关闭 · Ends the workers that wait. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((room) => room.end()));
  }

  private take(): Promise<Room> {
    const free = this.idle.pop();
    if (free !== undefined) return Promise.resolve(free);
    if (this.made < this.most) {
      this.made += 1;
      return Promise.resolve(new Room(this.callMs));
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(room: Room): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(room);
    else next(room);
  }
}

type Came =
  | { readonly kind: 'all'; readonly answers: readonly string[] }
  /** Place in the task of the call that the worker was ended in. */
  | { readonly kind: 'late' | 'ended'; readonly call: number };

/** One worker thread, made when it is first asked. */
class Room {
  private worker: Worker | null = null;
  private readonly progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  constructor(private readonly callMs: number) {}

  async run(task: SandboxTask): Promise<Came> {
    this.worker ??= startWorker(this.progress);
    const { worker } = this;
    worker.ref();
    const came = await this.hear(worker, task);
    if (came.kind === 'all') worker.unref();
    else await this.end();
    return came;
  }

  async end(): Promise<void> {
    // What the thread still has to say is of no interest, and must not go unheard.
    this.worker?.on('error', () => undefined);
    await this.worker?.terminate();
    this.worker = null;
  }

  private hear(worker: Worker, task: SandboxTask): Promise<Came> {
    const call = (): number => Math.max(0, Atomics.load(this.progress, 0) - 1);
    return new Promise((resolve, reject) => {
      let [seen, since] = [-1, performance.now()];
      const watch = setInterval(() => {
        const now = Atomics.load(this.progress, 0);
        // Nothing counts before the first call: a thread takes its time to start.
        if (now !== seen || now === 0) [seen, since] = [now, performance.now()];
        else if (performance.now() - since >= this.callMs) settle({ kind: 'late', call: call() });
      }, this.callMs / 10);
      const settle = (came: Came | Error): void => {
        clearInterval(watch);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (came instanceof Error) reject(came);
        else resolve(came);
      };
      const onMessage = (answers: readonly string[]): void => settle({ kind: 'all', answers });
      const onExit = (): void => settle({ kind: 'ended', call: call() });
      // Anything but want of memory is a fault of the room itself and of no function.
      const onError = (error: NodeJS.ErrnoException): void =>
        settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'ended', call: call() } : error);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(task);
    });
  }
}

function startWorker(progress: Int32Array<SharedArrayBuffer>): Worker {
  return new Worker(WORKER, {
    eval: true,
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    workerData: progress.buffer,
    resourceLimits: MEMORY,
  });
}

function readOutcome(text: string): SandboxOutcome {
  const { json, error, at = null, message = '' } = JSON.parse(text) as InsideOutcome;
  if (error !== undefined) return { kind: 'threw', error, at, message };
  return { kind: 'answered', value: json === undefined ? undefined : JSON.parse(json) };
}
