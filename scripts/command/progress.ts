import { SingleBar } from 'cli-progress';

const LINES = 20;

/** 进度 · Told while a command works. */
export interface Progress {
  readonly onProgress: (done: number, of: number) => void;
  stop(): void;
}

/** 进度条 · A bar on a terminal, now and then a line elsewhere; both on standard error. @param what  in the plural */
export function progressOf(what: string): Progress {
  if (process.stderr.isTTY) {
    const format = `${what} {bar} {value}/{total} · {eta_formatted}`;
    const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, etaBuffer: 50 });
    return {
      onProgress: (done, of) => (bar.isActive ? bar.update(done) : bar.start(of, done)),
      stop: () => bar.stop(),
    };
  }
  let told = 0;
  return {
    onProgress: (done, of) => {
      if (done < of && done - told < of / LINES) return;
      if (done === told) return;
      told = done;
      process.stderr.write(`${done} of ${of} ${what}\n`);
    },
    stop: () => undefined,
  };
}
