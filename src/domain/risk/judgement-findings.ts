import { type Judged, type RangeAnswer, tellFailure } from '../judgement/judgement-answer.js';
import type { Finding } from './finding.js';

/**
 * R04 省级判定 · What a province's own function found, under its code, article and source; where it gave no answer, that.
 *
 * @param module  code of the province whose function it is
 * @article 2.1
 */
export function judgementFindings(judged: Judged<RangeAnswer>, module: string): readonly Finding[] {
  const { code, article, source } = judged.judgement;
  const from = { rule: code, article, source };
  if (judged.failure !== null)
    return [
      {
        ...from,
        riskType: null,
        severity: 'WARNING',
        message: tellFailure(judged.judgement, judged.failure, module),
        evidence: { failure: judged.failure.kind },
        missing: [`an answer of ${code}`],
      },
    ];
  return judged.answer.findings.map(({ severity, message, riskType, evidence, missing }) => ({
    ...from,
    riskType: riskType ?? null,
    severity,
    message,
    evidence: evidence ?? {},
    missing: missing ?? [],
  }));
}
