import type { LocalizedText } from '../province/localized-text.js';
import type { JudgementCode } from '../risk/finding.js';

/** 消除条件 · The gates of elimination, in the order in which they are told. @article 3.3 */
export const GATE_CODES = [
  'labour-capacity',
  'months-since-identification',
  'income-above-line',
  'guarantee-food',
  'guarantee-clothing',
  'guarantee-compulsory-education',
  'guarantee-basic-medical-care',
  'guarantee-safe-housing',
  'guarantee-drinking-water',
  'risks-resolved',
  'measures-concluded',
  'stability',
  'natural-reason',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** 消除条件 · One gate of elimination and its answer, with the reason either way. @article 3.3 */
export interface Gate {
  /** One of the closed list, or the code of a judgement of the province's own. */
  readonly code: GateCode | JudgementCode;
  readonly passed: boolean;
  readonly reason: LocalizedText;
  /** `3.3`, or `G` for guide and county practice. */
  readonly article: string;
  /** Facts without which the gate cannot be passed; empty where it was decided. */
  readonly missing: readonly string[];
}

/** 条件满足 · A gate that is passed. @article none — technical */
export function passes(code: Gate['code'], zh: string, en: string, article = '3.3'): Gate {
  return { code, passed: true, reason: { zh, en }, article, missing: [] };
}

/** 条件不满足 · A gate that is not passed; with `missing`, because a fact is absent. @article none — technical */
export function fails(
  code: Gate['code'],
  zh: string,
  en: string,
  missing: readonly string[] = [],
  article = '3.3',
): Gate {
  return { code, passed: false, reason: { zh, en }, article, missing };
}
