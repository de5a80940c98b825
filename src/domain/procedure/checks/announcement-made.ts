import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

/** 结果公告 · An announcement says in whose name it stands and where it was put up. @article G */
export function announcementMade({ act, own }: StepQuestion): Refusal[] {
  const announcement = act.announcement ?? null;
  if (own?.kind !== 'RESULT_ANNOUNCEMENT' || announcement === null) return [];
  const refusals: Refusal[] = [];
  const say = (message: string, field: string): void => {
    refusals.push(refuse('BAD_VALUE', message, ['announcement', field], 'G'));
  };
  if (announcement.issuedBy.trim() === '') say('say in whose name the result is announced', 'issuedBy');
  if (announcement.place.trim() === '') say('say where the result is announced', 'place');
  return refusals;
}
