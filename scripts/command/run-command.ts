import { Command, CommanderError } from 'commander';

/** 命令结束 · Exit codes: done, failed, a command line that says nothing that can be done, and done with something found wrong. */
export const EXIT = { done: 0, failed: 1, badCommandLine: 2, found: 3 } as const;

/**
 * 新命令 · A command that ends neither the process nor in the middle of a JSON document: `runCommand` tells what is wrong with its
 * command line. Subcommands inherit it when they are added afterwards.
 *
 * @article none — technical
 */
export function newCommand(name: string): Command {
  return new Command(name).exitOverride().configureOutput({ writeErr: () => undefined });
}

/**
 * 运行命令 · Reads the command line and runs what it asks for. Whoever asked for `--json` is answered in JSON whatever happens:
 * `{"error": {"code", "message"}}` on standard output.
 *
 * @param words  the command line after the script's name
 * @returns the exit code
 * @article none — technical
 */
export async function runCommand(
  command: Command,
  words: readonly string[],
  out = (text: string): unknown => process.stdout.write(text),
  err = (text: string): unknown => process.stderr.write(text),
): Promise<number> {
  const tell = (code: string, message: string): void => {
    if (words.includes('--json')) out(`${JSON.stringify({ error: { code, message } })}\n`);
    else err(`${message}\n`);
  };
  try {
    await command.parseAsync([...words], { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      const help = words.length === 0 ? command.helpInformation() : error.message.replace(/^error: /, '');
      tell('BAD_COMMAND_LINE', help);
      return EXIT.badCommandLine;
    }
    tell('FAILED', error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
}
