import { openRun } from '../../domain/case/is-open.js';
import type { CaseFacts } from '../../domain/case/monitoring-case.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import { Refused } from '../change/index.js';

/**
 * 所办程序 · The run that an act on a step concerns: the one under way, else the last one, which then says that it has ended.
 *
 * @throws Refused where none has begun yet, as in a case of the national system (R30)
 */
export function runUnderWay(facts: Pick<CaseFacts, 'runs'>): ProcedureRun {
  const run = openRun(facts) ?? facts.runs.at(-1);
  if (run !== undefined) return run;
  throw new Refused([refuse('INVALID_STATE', 'No procedure of the case has begun yet.', ['step'], '3.2')]);
}
