import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { ProcedureKind } from '../procedure-definition.js';
import type { VerificationSection } from '../step-act.js';
import type { StepQuestion } from './step-question.js';

/** 识别程序 · The procedures that identify a household. @article 3.2 */
export const IDENTIFICATION_KINDS: readonly ProcedureKind[] = ['IDENTIFICATION', 'EMERGENCY_IDENTIFICATION'];

/**
 * 入户核实 · Who visited and what was found; to identify a household, also the category and at least one risk.
 *
 * Whether the category fits the household's former status is R02; whether the province knows the risk types is asked there too.
 *
 * @article 3.2
 */
export function verificationComplete({ run, act, own }: StepQuestion): Refusal[] {
  const verification = act.verification ?? null;
  if (own?.kind !== 'HOUSEHOLD_VERIFICATION' || verification === null) return [];
  const refusals: Refusal[] = [];
  const say = (message: string, ...field: string[]): void => {
    refusals.push(refuse('BAD_VALUE', message, ['verification', ...field], '3.2'));
  };
  if (verification.visitors.length === 0) say('name at least one visitor', 'visitors');
  verification.visitors.forEach((name, index) => {
    if (name.trim() === '') say('a visitor has a name', 'visitors', String(index));
  });
  if (verification.findings.trim() === '') say('say what was found', 'findings');
  if (IDENTIFICATION_KINDS.includes(run.kind)) {
    if (act.outcome === 'PASSED') proposesWhatIsIdentified(verification, say);
    risksNamedOnce(verification, say);
  } else {
    if (verification.category) say(`the category is proposed at identification, not in ${run.kind}`, 'category');
    if (verification.risks?.length) say(`a risk found later is recorded on the case, not in ${run.kind}`, 'risks');
  }
  return refusals;
}

type Say = (message: string, ...field: string[]) => void;

function proposesWhatIsIdentified(verification: VerificationSection, say: Say): void {
  if (!verification.category) say('propose the category of the household', 'category');
  if (!verification.risks?.length) say('name at least one risk', 'risks');
}

function risksNamedOnce(verification: VerificationSection, say: Say): void {
  const risks = verification.risks ?? [];
  risks.forEach((risk, index) => {
    const first = risks.findIndex((other) => other.riskType === risk.riskType);
    if (first < index) say(`risk "${risk.riskType}" is named twice`, 'risks', String(index), 'riskType');
  });
  if (risks.filter((risk) => risk.primary).length > 1) say('at most one risk is the primary one', 'risks');
}
