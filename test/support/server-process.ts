import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** The built server as a process of its own, as an operator runs it. */
export interface ServerProcess {
  readonly url: string;
  /** All that it has said. */
  output(): string;
  /** Stops it as an operator would. @returns its exit code */
  stop(): Promise<number | null>;
  kill(): void;
  signal(name: NodeJS.Signals): void;
}

/** Starts the built server on a free port and waits until it says where it is. @throws Error with its words where it ends first */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH, HOME, PORT: '0', EXPLORER: 'off', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      const found = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(said);
      if (found !== null) resolve(found[1]!);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    url,
    output: () => said,
    kill: () => void child.kill('SIGKILL'),
    signal: (name) => void child.kill(name),
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}
