import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import { judgeNotice, judgeSupport } from '../../domain/scorecard/judge-timeliness.js';
import type { ProvinceService } from '../province/index.js';
import type { NoticeGroup, SupportGroup } from './judged-groups.repository.js';

/** 评判所需 · The rules of provinces, and the holidays that their limits count by. */
export interface JudgeParts {
  readonly provinces: Pick<ProvinceService, 'rulesOn' | 'definitionOf' | 'served'>;
  readonly holidays: HolidayCalendar;
}

/**
 * 指标评判 · Holds groups of cases against the rules of their province: the same for the share and for the records behind it.
 *
 * @article 4.1, 3.2
 */
export class FigureJudge {
  constructor(private readonly parts: JudgeParts) {}

  /** 帮扶及时 · Whether the cases of a group were helped in time; null where that cannot be said. */
  support({ county, identifiedOn, supportedOn }: SupportGroup, lastDay: CalendarDate): boolean | null {
    const { provinces, holidays } = this.parts;
    const limit = provinces.rulesOn(county, identifiedOn).supportLimit;
    const dueOn = limit === null ? null : limitDueDate(identifiedOn, limit.value, holidays).dueOn;
    return judgeSupport({ dueOn, supportedOn }, lastDay);
  }

  /** 公示合规 · Whether the notices of a group were up long enough; null where their rules ask for no days. */
  notice({ county, step, days, ...run }: NoticeGroup): boolean | null {
    const definition = stepDefinition(this.parts.provinces.definitionOf(run, county), step);
    return judgeNotice(days, definition?.minimumNoticeDays ?? null);
  }
}
