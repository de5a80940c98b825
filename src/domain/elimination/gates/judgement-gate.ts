import { type GateAnswer, type Judged, tellFailure } from '../../judgement/judgement-answer.js';
import { fails, type Gate, passes } from '../gate.js';

/**
 * R11 省级条件 · A gate of the province's own, beside those of the nation; without an answer it is not passed.
 *
 * @param module  code of the province whose function it is
 * @article 3.3
 */
export function judgementGate(judged: Judged<GateAnswer>, module: string): Gate {
  const { code, article } = judged.judgement;
  if (judged.failure !== null) {
    const { zh, en } = tellFailure(judged.judgement, judged.failure, module);
    return fails(code, zh, en, [`an answer of ${code}`], article);
  }
  const { passed, reason, missing = [] } = judged.answer;
  return passed ? passes(code, reason.zh, reason.en, article) : fails(code, reason.zh, reason.en, missing, article);
}
