import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { checkMeeting, doneAtMeeting } from '../../domain/procedure/meeting.js';
import type { EvidenceGiven } from '../../domain/procedure/step-act.js';
import type { Caller } from '../../platform/auth/caller.js';
import {
  batchSize,
  type CaseBatchOutcome,
  type CaseBatchService,
  LONGEST,
  textFaults,
  textOrNull,
  textsOfEvidence,
} from '../case/index.js';
import type { CompleteStepAct, CompleteStepService } from './complete-step.service.js';

/** 批量办理环节 · The mutation's input. */
export interface CompleteStepsAct {
  readonly idempotencyKey?: string | null;
  readonly items: readonly CompleteStepAct[];
  readonly heldOn?: CalendarDate | null;
  readonly place?: string | null;
  readonly minutes?: readonly EvidenceGiven[] | null;
}

/**
 * 批量办理环节服务 · Steps of many cases, done at one village meeting or in one office session; each stands or falls by itself.
 *
 * @article 3.2
 */
export class CompleteStepsService {
  constructor(
    private readonly batches: CaseBatchService,
    private readonly steps: CompleteStepService,
  ) {}

  /** 批量办理环节 · Completes what can be completed. */
  completeSteps(caller: Caller, input: CompleteStepsAct): Promise<CaseBatchOutcome> {
    const { items } = input;
    const minutes = input.minutes ?? [];
    const heldOn = input.heldOn ?? null;
    const userErrors = [
      ...batchSize(items.length, 'items'),
      ...checkMeeting({ heldOn, minutes }, caller.today),
      ...textFaults([
        { text: input.place, path: ['place'], longest: LONGEST.place },
        ...textsOfEvidence(minutes, 'minutes'),
      ]),
    ];
    if (userErrors.length > 0) return Promise.resolve({ cases: [], refused: [], userErrors });
    const meeting = meetingOf(input);
    return this.batches.changeEach(
      { caller, operation: 'Mutation.completeSteps', input, items, ownKey },
      async (basis, { evidence, ...item }) => {
        const act = { ...item, evidence: [...(evidence ?? []), ...minutes] };
        const effect = await this.steps.decide(basis, act, doneAtMeeting({ heldOn }, item.occurredOn));
        return meeting === null ? effect : { ...effect, change: { ...effect.change, meeting } };
      },
    );
  }
}

/** An item that is sent again by itself, with its own key, answers what it did in the batch. */
function ownKey({ idempotencyKey: key, ...input }: CompleteStepAct) {
  return key ? { operation: 'Mutation.completeStep', key, input } : null;
}

/** What the acts of one meeting have in common, by which they are known in the trail; null where none is told of. */
function meetingOf({ idempotencyKey, heldOn, place, minutes }: CompleteStepsAct) {
  const where = textOrNull(place);
  if ((heldOn ?? null) === null && where === null && (minutes ?? []).length === 0) return null;
  // The same for what a cut-off batch does when it is sent again.
  return { id: idempotencyKey ?? uuidv7(), heldOn: heldOn ?? null, place: where };
}
