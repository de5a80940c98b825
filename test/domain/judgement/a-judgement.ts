import type { Judgement } from '../../../src/domain/judgement/judgement.js';
import type { Judged, JudgementFailureKind, RangeAnswer } from '../../../src/domain/judgement/judgement-answer.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

/** A function of Hunan's own, from 1 January 2024 on. */
export function aJudgement(more: Partial<Judgement> = {}): Judgement {
  return {
    code: 'lone-elder',
    name: { zh: '独居老人', en: 'Elder alone' },
    decides: 'RANGE',
    article: '2.1',
    from: date('2024-01-01'),
    to: null,
    county: null,
    parameters: {},
    judge: '() => ({ within: false, findings: [] })',
    form: 1,
    source: { id: 'a-text', title: '某文件', standing: 'document' },
    ...more,
  };
}

export const answered = (within: boolean | null, findings: RangeAnswer['findings'] = []): Judged<RangeAnswer> => ({
  judgement: aJudgement(),
  answer: { within, findings },
  failure: null,
});

export const failed = (kind: JudgementFailureKind, detail = ''): Judged<never> => ({
  judgement: aJudgement(),
  answer: null,
  failure: { kind, detail },
});
