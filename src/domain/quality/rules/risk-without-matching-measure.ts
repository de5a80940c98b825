import { ANSWERS_TO_RISK } from '../../support/measure-fits-risk.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 消除风险与帮扶措施不对应 · A case was eliminated by support with a risk that no delivered measure answers. @article 5.3 */
export const riskWithoutMatchingMeasure: QualityRule = {
  id: 'risk-without-matching-measure',
  name: {
    zh: '消除风险与帮扶措施不对应',
    en: 'A case was eliminated by support with a risk that no delivered measure answers.',
  },
  source: '3_11_003–006, 5_18_006',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own }) {
    if (own?.status !== 'RISK_ELIMINATED' || own.eliminationMode !== 'SUPPORTED' || own.measures === null) return null;
    const families = own.measures.filter(({ delivered }) => delivered).map(({ family }) => family);
    const unanswered = own.risks.filter((risk) => {
      const fitting = ANSWERS_TO_RISK[risk].families;
      return fitting !== null && !families.some((family) => fitting.includes(family));
    });
    return unanswered.length === 0
      ? null
      : fault({ risks: [...new Set(unanswered)], families: [...new Set(families)] });
  },
};
