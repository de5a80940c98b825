import type { Reason } from '../../kernel/verdict.js';
import type { ProvinceQuality } from '../../quality/province-quality.js';
import type { QualityRuleHead } from '../../quality/quality-rule.js';
import { SEVERITIES, type Severity } from '../../risk/finding.js';

/** 质量规定问题 · A reason with the place in the province's `quality` that it is about. @article 5.3 */
export interface QualityReason {
  readonly path: readonly PropertyKey[];
  readonly reason: Reason;
}

/**
 * 质量规定只严不松 · What a province sets of the national rules of quality only finds more, and in the nation's own words: a number is as
 * strict as the nation's or stricter, up to the last that still says something, and a severity is as grave or graver.
 *
 * @param known  the national rules that are named, by id; one that is unknown is left to the check of references
 * @article 5.3
 */
export function checkQualityStricter(
  { thresholds = {}, severities = {} }: ProvinceQuality,
  known: ReadonlyMap<string, QualityRuleHead>,
): QualityReason[] {
  const numbers = Object.entries(thresholds).flatMap(([id, own]) =>
    Object.entries(own).flatMap(([name, value]) => {
      const reason = looseNumber(id, name, value, known.get(id));
      return reason === null ? [] : [{ path: ['thresholds', id, name], reason }];
    }),
  );
  const grave = Object.entries(severities).flatMap(([id, own]) => {
    const reason = lighter(id, own, known.get(id));
    return reason === null ? [] : [{ path: ['severities', id], reason }];
  });
  return [...numbers, ...grave];
}

function looseNumber(id: string, name: string, value: number, rule: QualityRuleHead | undefined): Reason | null {
  const bound = rule?.thresholds[name];
  if (bound === undefined) return null;
  const { national, stricter, last } = bound;
  const [least, most] = stricter === 'LESS' ? [last, national] : [national, last];
  if (value >= least && value <= most) return null;
  const isLooser = stricter === 'LESS' ? value > national : value < national;
  return {
    code: isLooser ? 'quality-loosened' : 'quality-threshold-empty',
    message: isLooser
      ? `${id} by ${name} ${value}, looser than the nation's ${national}`
      : `${id} by ${name} ${value}, past ${last}, where it says nothing more`,
    article: '5.3',
    evidence: { rule: id, name, is: value, least, most },
  };
}

function lighter(id: string, severity: Severity, rule: QualityRuleHead | undefined): Reason | null {
  if (rule === undefined || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(rule.severity)) return null;
  return {
    code: 'quality-loosened',
    message: `${id} as ${severity}, lighter than the nation's ${rule.severity}`,
    article: '5.3',
    evidence: { rule: id, is: severity, national: rule.severity },
  };
}
