import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ApiError } from '../errors/api-error.js';
import { type Drawing, type DrawingOrder, serveDrawings } from './drawing-room.js';

const { resolve } = createRequire(import.meta.url);
const FONT = {
  file: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  family: 'Noto Sans SC',
};
const WORKER = `const { parentPort: port, workerData: { font, echarts, resvg } } = require('node:worker_threads');
  (${String(serveDrawings)})({ port, font, echarts: require(echarts), resvg: require(resvg) })`;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** Longest time of one picture, the start of its thread included; then the thread is ended. */
const LONGEST_MS = 15_000;
/** Pictures that wait while one is drawn. */
const MOST_WAITING = 8;
const COME_AGAIN_S = 2;

/**
 * 画师 · Draws in a worker thread, one picture at a time, so that nobody who asks for figures waits behind pictures. The thread is
 * started with the first picture.
 *
 * @article none — technical
 */
export class ChartDrawer {
  private worker: Worker | null = null;
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @throws ApiError RATE_LIMITED where too many wait, SERVICE_UNAVAILABLE where one takes too long */
  async draw(order: DrawingOrder): Promise<string | Buffer> {
    if (this.waiting > MOST_WAITING)
      throw new ApiError('RATE_LIMITED', 'Too many pictures are waited for; come again.', {
        retryAfterSeconds: COME_AGAIN_S,
      });
    this.waiting += 1;
    const turn = this.last.then(() => this.now(order));
    this.last = turn.catch(() => undefined);
    try {
      const drawing = await turn;
      if ('fault' in drawing) throw new Error(`the chart was not drawn: ${drawing.fault}`);
      const { picture } = drawing;
      return typeof picture === 'string' ? picture : Buffer.from(picture);
    } finally {
      this.waiting -= 1;
    }
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    if (this.worker !== null) await this.give(this.worker);
  }

  /** Gives a thread up; the next picture starts another. */
  private give(worker: Worker): Promise<number> {
    if (this.worker === worker) this.worker = null;
    // What it still has to say is of no interest, and must not go unheard.
    worker.on('error', () => undefined);
    return worker.terminate();
  }

  private now(order: DrawingOrder): Promise<Drawing> {
    this.worker ??= startWorker();
    const { worker } = this;
    worker.ref();
    return new Promise<Drawing>((done, fail) => {
      const settle = (drawing: Drawing | null, error?: Error): void => {
        clearTimeout(patience);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
        if (drawing === null) {
          void this.give(worker);
          fail(error ?? new ApiError('SERVICE_UNAVAILABLE', 'The picture took too long: ask for a smaller one.'));
        } else done(drawing);
      };
      const onMessage = (drawing: Drawing): void => settle(drawing);
      const onError = (error: Error): void => settle(null, error);
      const onExit = (): void => settle(null, new Error('the thread that draws ended'));
      const patience = setTimeout(settle, LONGEST_MS, null);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
  }
}

function startWorker(): Worker {
  return new Worker(WORKER, {
    eval: true,
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: MEMORY,
    workerData: { font: FONT, echarts: resolve('echarts'), resvg: resolve('@resvg/resvg-js') },
  });
}
