import { describe, expect, it } from 'vitest';
import { EXIT, newCommand, runCommand } from '../../scripts/command/run-command.js';

async function run(...words: string[]) {
  let [out, err] = ['', ''];
  const program = newCommand('sample').description('A sample.');
  program
    .command('do')
    .requiredOption('--what <thing>', 'what')
    .option('--json', 'json')
    .action(({ what }: { what: string }) => {
      if (what === 'fail') throw new Error('it cannot be done');
    });
  const code = await runCommand(
    program,
    words,
    (text) => {
      out += text;
    },
    (text) => {
      err += text;
    },
  );
  return { code, out, err };
}

describe('runCommand', () => {
  it('ends with 0 where it was done, with nothing said', async () => {
    expect(await run('do', '--what', 'this')).toEqual({ code: EXIT.done, out: '', err: '' });
  });

  it.each([[['do', '--json']], [['do', '--json', '--what', 'this', '--colour']], [['undo', '--json']]])(
    'answers a bad command line in JSON to whoever asked for it: %j',
    async (words) => {
      const { code, out, err } = await run(...words);
      expect(code).toBe(EXIT.badCommandLine);
      expect(err).toBe('');
      expect(JSON.parse(out)).toEqual({ error: { code: 'BAD_COMMAND_LINE', message: expect.any(String) } });
    },
  );

  it('says it in words on standard error to everybody else', async () => {
    expect(await run('do')).toEqual({
      code: EXIT.badCommandLine,
      out: '',
      err: "required option '--what <thing>' not specified\n",
    });
  });

  it('answers a failure in JSON, too', async () => {
    const { code, out } = await run('do', '--what', 'fail', '--json');
    expect(code).toBe(EXIT.failed);
    expect(JSON.parse(out)).toEqual({ error: { code: 'FAILED', message: 'it cannot be done' } });
  });

  it('ends with 0 where help was asked for', async () => {
    expect((await run('--help')).code).toBe(EXIT.done);
  });
});
