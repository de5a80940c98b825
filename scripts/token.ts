import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { issueDevelopmentToken } from '../src/platform/auth/development-keys.js';
import { readTokenOptions, type TokenOptions } from '../src/platform/auth/read-token-options.js';
import { type Env, readEnv } from '../src/platform/config/env.js';
import { EnvError } from '../src/platform/config/env-error.js';

/** 输出 · Where the token goes, and where faults go. @article none — technical */
export interface TokenOutput {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const FAULTY = 2;

/**
 * 开发令牌 · `npm run -s token -- --role COUNTY_OFFICER --region 430121`: prints a token and nothing else.
 *
 * @param words  the command line after the script's name
 * @returns the exit code: 0, or 2 with every fault named on standard error
 * @article none — technical
 */
export async function printToken(
  words: readonly string[],
  output: TokenOutput,
  source?: NodeJS.ProcessEnv,
): Promise<number> {
  const faults: string[] = [];
  const options = parse(words, output, faults);
  if (options === null) return 0;
  const claims = readTokenOptions(options);
  if ('faults' in claims) faults.push(...claims.faults);
  const env = environment(source, faults);
  if (faults.length > 0 || env === null || 'faults' in claims) {
    output.stderr(`no token:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
    return FAULTY;
  }
  output.stdout(`${await issueDevelopmentToken(env, claims, new Date())}\n`);
  return 0;
}

/** @returns null when help was asked for and given */
function parse(words: readonly string[], output: TokenOutput, faults: string[]): TokenOptions | null {
  const command = new Command('token')
    .description('Prints a JWT for development, signed with the key pair of DATA_DIR.')
    .option('--role <role>', 'a role, e.g. COUNTY_OFFICER; goes with --region')
    .option('--region <code>', 'its division code: 6, 9 or 12 digits')
    .option(
      '--grant <ROLE:REGION>',
      'one more role and region; repeats',
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option('--subject <subject>', 'who the token speaks for; made from the role when absent')
    .option('--department <department>', 'department of a DEPARTMENT_CLIENT')
    .option('--household <number>', 'household number of a RESIDENT')
    .option('--minutes <minutes>', 'how long it lives, 1 to 1440; 60 when absent')
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: () => {} });
  try {
    command.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    faults.push(error.message.replace(/^error: /, ''));
  }
  faults.push(...command.args.map((word) => `${JSON.stringify(word)}: no option of this command; see --help`));
  return command.opts<TokenOptions>();
}

function environment(source: NodeJS.ProcessEnv | undefined, faults: string[]): Env | null {
  try {
    const env = readEnv(source);
    if (env.production) faults.push('NODE_ENV: production takes tokens of its issuer alone');
    else if (env.issuer !== null) faults.push('AUTH_ISSUER: this environment takes tokens of that issuer alone');
    return env;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    faults.push(
      ...error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    );
    return null;
  }
}

const [, script = ''] = process.argv;
if (script !== '' && realpathSync(script) === fileURLToPath(import.meta.url))
  process.exitCode = await printToken(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
