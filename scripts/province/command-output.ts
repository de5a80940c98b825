import picocolors from 'picocolors';

/** 输出 · Where answers go, where faults go, and how. @article none — technical */
export interface CommandOutput {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Off when piped. */
  readonly colours: boolean;
}

/** 命令环境 · What every command of provincial IT stands on. @article none — technical */
export interface CommandContext {
  readonly output: CommandOutput;
  /** Folder that paths are read from. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** 命令错误 · What the caller of a command got wrong; told in one line, without a stack. @article none — technical */
export class CommandFault extends Error {}

/** 颜色 · Colours, or plain text where the output is piped. @article none — technical */
export function coloursOf({ colours }: CommandOutput): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(colours);
}

/** 输出 JSON · One document on standard output. @article none — technical */
export function writeJson({ stdout }: CommandOutput, value: unknown): void {
  stdout(`${JSON.stringify(value, (_, field) => (typeof field === 'function' ? 'a function' : field), 2)}\n`);
}
