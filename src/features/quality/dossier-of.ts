import { addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, fen, perHead } from '../../domain/kernel/money.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import type { QualityDossier, QualityIncome } from '../../domain/quality/quality-dossier.js';
import type { ProvinceService } from '../province/index.js';
import type { DossierRow, IncomeWindow } from './dossier-rows.repository.js';

/** 卷宗所需 · Where rules and holidays come from. */
export interface DossierParts {
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly holidays: HolidayCalendar;
}

const UNKNOWN: QualityIncome = { perCapita: null, compliantMedicalCost: null };

/** 卷宗 · What the quality rules see of a household on a day, under the rules of the days that they ask about. @article 5.3 */
export function dossierOf({ provinces, holidays }: DossierParts, row: DossierRow, on: CalendarDate): QualityDossier {
  const { regionCode, identifiedOn, eliminatedOn, status } = row;
  const lineOn = (day: CalendarDate): Fen | null => provinces.rulesOn(regionCode, day).line?.perCapitaIncome ?? null;
  const then = identifiedOn === null ? null : provinces.rulesOn(regionCode, identifiedOn);
  const { riskTypes, socialSecurityInstruments } = provinces.rulesOn(regionCode, on);
  const listed = socialSecurityInstruments?.value ?? [];
  const groups = new Map(riskTypes.map(({ code, group }) => [code, group]));
  const months =
    eliminatedOn === null ? null : (provinces.rulesOn(regionCode, eliminatedOn).elimination.months?.value ?? null);
  return {
    formerStatus: row.formerStatus,
    members: row.members,
    case:
      status === null
        ? null
        : {
            status,
            identifiedOn,
            eliminatedOn,
            eliminationMode: row.eliminationMode,
            trackingOnly: row.trackingOnly ?? false,
            withdrawalReason: row.withdrawalReason,
            risks: row.risks.map((code) => groups.get(code) ?? 'OTHER'),
            measures: row.measures.map((measure) => ({
              ...measure,
              socialSecurity: listed.includes(measure.instrument),
            })),
          },
    now: incomeOn(row.incomes, on),
    atIdentification: identifiedOn === null ? UNKNOWN : incomeOn(row.incomes, identifiedOn),
    atElimination: eliminatedOn === null ? UNKNOWN : incomeOn(row.incomes, eliminatedOn),
    identificationIncomeKept: true,
    guaranteesChecked: row.checked,
    line: lineOn(on),
    lineAtElimination: eliminatedOn === null ? null : lineOn(eliminatedOn),
    supportDueOn:
      identifiedOn === null || !then?.supportLimit
        ? null
        : limitDueDate(identifiedOn, then.supportLimit.value, holidays).dueOn,
    developmentDueOn:
      identifiedOn === null || !then?.developmentalMonths
        ? null
        : addMonths(identifiedOn, then.developmentalMonths.value),
    eliminationFrom: identifiedOn === null || months === null ? null : addMonths(identifiedOn, months),
    inRegister: !row.closed,
  };
}

/** The newest window that ended by a day, or else the first one that had begun. */
function incomeOn(incomes: readonly IncomeWindow[], on: CalendarDate): QualityIncome {
  const ended = incomes.filter(({ to }) => to <= on).at(-1);
  const window = ended ?? incomes.find(({ from }) => from <= on);
  if (window === undefined || window.heads < 1) return UNKNOWN;
  return { perCapita: perHead(fen(window.net), window.heads), compliantMedicalCost: fen(window.medical) };
}
