/** 环境变量的错误 · What is wrong with one variable; a secret's value is never in it. @article none — technical */
export interface EnvFault {
  readonly variable: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/**
 * 环境错误 · The environment is refused; every fault at once.
 *
 * @article none — technical
 */
export class EnvError extends Error {
  constructor(readonly faults: readonly EnvFault[]) {
    const lines = faults.map(
      ({ variable, found, expected, mend }) => `  ${variable}: found ${found}; expected ${expected}. ${mend}.`,
    );
    super(`${faults.length === 1 ? '1 fault' : `${faults.length} faults`} in the environment:\n${lines.join('\n')}`);
    this.name = 'EnvError';
  }
}
