import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import { type CaseChangeService, type OnCase, readCaseId } from '../case/index.js';
import type { Changed } from '../change/index.js';
import { hangLines } from './notice-board.repository.js';
import { decideNotice, type NoticeNeeds } from './notice-line.js';

/** 张贴公示 · The mutation's input. */
export interface PublishNoticeAct extends OnCase {
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
    private readonly needs: NoticeNeeds,
  ) {}

  /** 张贴公示 · Puts up the notice of a current PUBLIC_NOTICE step, or extends it; nothing shortens it. */
  publishNotice(caller: Caller, input: PublishNoticeAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.publishNotice', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async (basis) => {
      const { opensOn, closesOn, place } = input;
      const { line, effect } = decideNotice(basis, input, this.needs);
      const notice = { opensOn, closesOn, place, evidence: [], at: caller.now.toISOString() };
      return { ...effect, writes: [hangLines(basis.tx, notice, [line])] };
    });
  }
}
