import { canCompleteStep } from '../../domain/jurisdiction/can-complete-step.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { noticeStepOf } from '../../domain/procedure/notice-step.js';
import { publishNotice } from '../../domain/procedure/publish-notice.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import {
  type CaseChangeBasis,
  type CaseEffect,
  earliestDue,
  LONGEST,
  placeOf,
  runUnderWay,
  textFaults,
} from '../case/index.js';
import { refuseAny } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import type { NoticeLine } from './notice-board.repository.js';

/** 公示的要求 · The days and the place of a notice, and the step that it is for. */
export interface NoticeAct {
  /** Null: the public-notice step that waits now. */
  readonly step: string | null;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly place: string;
}

/** 所需 · What deciding on a notice calls upon. */
export interface NoticeNeeds {
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
}

/** 公示地点 · A notice says where it hangs. */
export function placeFaults(place: string): Refusal[] {
  return [
    ...(place.trim() === '' ? [refuse('BAD_VALUE', 'say where the notice hangs', ['place'], '3.2')] : []),
    ...textFaults([{ text: place, path: ['place'], longest: LONGEST.place }]),
  ];
}

/**
 * 决定公示 · Puts a case on a notice, or extends the days of its line there.
 *
 * @param more  what speaks against it beside the rules of notices
 * @returns the line to be hung, and the effect on the case
 * @throws Refused with every reason, before anything is written
 */
export function decideNotice(
  { row, parts, facts, caller }: CaseChangeBasis,
  act: NoticeAct,
  { provinces, holidays }: NoticeNeeds,
  more: readonly Refusal[] = [],
): { readonly line: NoticeLine; readonly effect: CaseEffect } {
  const { opensOn, closesOn, place } = act;
  const run = runUnderWay(facts);
  const definition = provinces.definitionOf(run, row.regionCode);
  const own = act.step === null ? noticeStepOf(run, definition) : stepDefinition(definition, act.step);
  if (act.step === null && own === null)
    refuseAny([refuse('STEP_NOT_CURRENT', `no public notice waits in the ${run.kind} run`, ['step'], '3.2'), ...more]);
  const step = act.step ?? own?.code ?? '';
  const { grants = [] } = caller.principal ?? {};
  const level = own === null ? null : canCompleteStep({ grants, step: own, regionCode: row.regionCode });
  const decision = publishNotice({ run, definition, step, opensOn, closesOn, today: caller.today, holidays });
  refuseAny([
    ...(level === null ? [] : [level]),
    ...('refusals' in decision ? decision.refusals : []),
    ...placeFaults(place),
    ...more,
  ]);
  if ('refusals' in decision) throw new Error('unreachable: refusals were thrown');
  const posted = decision.run.steps.find(({ id }) => id === decision.published);
  const hung = parts.runs.flatMap(({ steps }) => steps).find(({ id }) => id === decision.published);
  const line = {
    place: placeOf(row),
    stepId: decision.published,
    purpose: run.kind,
    hangsOn: decision.extended ? (hung?.noticeId ?? null) : null,
    enteredOn: posted?.notice?.enteredOn ?? caller.today,
  };
  const change = { procedure: run.kind, step, opensOn, closesOn, place, extended: decision.extended };
  // A count that stops while a notice is out has a later last day now.
  const set = { dueOn: earliestDue(decision.run) };
  const moved = { run: { before: run, after: decision.run, definition, content: new Map() } };
  return { line, effect: { set, action: 'publishNotice', occurredOn: opensOn, change, parts: moved } };
}
