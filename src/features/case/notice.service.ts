import { uuidv7 } from 'uuidv7';
import { canCompleteStep } from '../../domain/jurisdiction/can-complete-step.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { publishNotice } from '../../domain/procedure/publish-notice.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import type { Caller } from '../../platform/auth/caller.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import { type CaseChangeBasis, type CaseChangeService, type CaseEffect, readCaseId } from './case-change.service.js';
import { earliestDue } from './case-columns.js';
import { LONGEST, textFaults } from './entered-texts.js';
import { extendNotice, insertNotice } from './notice.repository.js';
import { runUnderWay } from './run-under-way.js';
import { saveRun } from './procedure.repository.js';

/** 张贴公示 · The mutation's input. */
export interface PublishNoticeAct {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly step: string;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly place: string;
}

/**
 * 公示服务 · Puts up and extends notices.
 *
 * @article 3.2
 */
export class NoticeService {
  constructor(
    private readonly changes: CaseChangeService,
    private readonly provinces: ProvinceService,
    private readonly holidays: HolidayCalendar,
  ) {}

  /** 张贴公示 · Puts up the notice of a current PUBLIC_NOTICE step, or extends it; nothing shortens it. */
  publishNotice(caller: Caller, input: PublishNoticeAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.publishNotice', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async (basis) => this.decide(basis, input));
  }

  private decide(
    { tx, row, parts, facts, caller }: CaseChangeBasis,
    { step, opensOn, closesOn, place }: PublishNoticeAct,
  ): CaseEffect {
    const run = runUnderWay(facts);
    const definition = this.provinces.definitionOf(run, row.regionCode);
    const own = stepDefinition(definition, step);
    const level =
      own === null
        ? null
        : canCompleteStep({ grants: caller.principal?.grants ?? [], step: own, regionCode: row.regionCode });
    const { today } = caller;
    const decision = publishNotice({ run, definition, step, opensOn, closesOn, today, holidays: this.holidays });
    refuseAny([
      ...(level === null ? [] : [level]),
      ...('refusals' in decision ? decision.refusals : []),
      ...(place.trim() === '' ? [refuse('BAD_VALUE', 'say where the notice hangs', ['place'], '3.2')] : []),
      ...textFaults([{ text: place, path: ['place'], longest: LONGEST.place }]),
    ]);
    if ('refusals' in decision) throw new Error('unreachable: refusals were thrown');
    const casePlace = {
      countyCode: row.countyCode,
      regionCode: row.regionCode,
      householdId: row.householdId,
      caseId: row.id,
    };
    const stepRow = parts.runs.flatMap(({ steps }) => steps).find(({ id }) => id === decision.published);
    const hung = stepRow?.noticeId ?? null;
    const write =
      decision.extended && hung !== null
        ? extendNotice(tx, row.countyCode, hung, closesOn)
        : insertNotice(tx, casePlace, {
            id: uuidv7(),
            entryId: uuidv7(),
            stepId: decision.published,
            purpose: run.kind,
            opensOn,
            closesOn,
            place,
            enteredOn: caller.today,
            at: caller.now.toISOString(),
          });
    const change = { procedure: run.kind, step, opensOn, closesOn, place, extended: decision.extended };
    // A count that stops while a notice is out has a later last day now.
    const due = saveRun(tx, casePlace, run, decision.run, definition, new Map());
    const set = { dueOn: earliestDue(decision.run) };
    return { set, action: 'publishNotice', occurredOn: opensOn, change, writes: [write, due] };
  }
}
