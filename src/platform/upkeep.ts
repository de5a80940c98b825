import type { Logger } from './logging/logger.js';

/** How long a stopping server waits for a round that is under way. */
const PATIENCE_MS = 5_000;

/** 定时工作 · Work that comes round while the server runs. @article none — technical */
export interface Round {
  /** What it is, as the log says when it failed: `the register was not screened`. */
  readonly failure: string;
  readonly everyMs: number;
  /** Whether it is done once at the start, too. */
  readonly atStart?: boolean;
  /** @param stopping  aborted when the server stops: long work then ends at its next resting place */
  readonly work: (stopping: AbortSignal) => Promise<unknown>;
}

/**
 * 日常维护 · Does what comes round: a round that fails is logged and comes again, and one that takes longer than its interval
 * is not begun a second time beside itself.
 *
 * @article none — technical
 */
export class Upkeep {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Set<Promise<void>>();

  private readonly stopping = new AbortController();

  constructor(private readonly logger: Logger) {}

  /** Keeps a round going until `stop`; it never keeps the process alive. */
  every(round: Round): void {
    let busy = false;
    const turn = (): void => {
      if (busy) return;
      busy = true;
      const done = round
        .work(this.stopping.signal)
        .then(() => undefined)
        .catch((err: unknown) => this.logger.error({ err }, round.failure))
        .finally(() => {
          busy = false;
          this.underWay.delete(done);
        });
      this.underWay.add(done);
    };
    if (round.atStart === true) turn();
    this.timers.push(setInterval(turn, round.everyMs).unref());
  }

  /** Begins nothing more, tells what is under way to end, and waits for it a while. */
  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    this.stopping.abort();
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      late = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all(this.underWay), patience]);
    clearTimeout(late);
  }
}
