import { checkLineFloor } from '../../domain/income/rules/r01-line-floor.js';
import type { JudgementParameters } from '../../domain/judgement/judgement.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { inForce } from '../../domain/kernel/dated.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { MonitoringLineValue } from '../../domain/province/monitoring-line.js';
import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import { resolveLine } from '../../domain/province/resolve-line.js';
import type { RuleEntry } from '../../domain/province/rule-entry.js';

/** 拟议监测线 · What of the line would be another; null stays as it is. @article 2.2 */
export interface LineProposal {
  /** Fen a head and year. */
  readonly perCapitaIncome: Fen | null;
  readonly windowMonths: number | null;
}

const ORDINARY: Pick<
  MonitoringLineValue,
  'concept' | 'windowMonths' | 'priceIndex' | 'disposableIncomeGrowth' | 'subsistenceAllowance'
> = {
  concept: 'NET_INCOME',
  windowMonths: 12,
  priceIndex: null,
  disposableIncomeGrowth: null,
  subsistenceAllowance: null,
};

/**
 * 拟议配置 · The configuration as it would be if its module had a new line from a day on, in a county or the whole province.
 *
 * As with any new entry, a county's own line of an older day gives way to it, and one of the same day does not.
 *
 * @param county  6-digit code whose line it would be; null for the whole province
 * @returns the configuration itself where nothing is proposed, or where no line is in force that could be changed
 * @article 2.2
 */
export function withProposedLine(
  config: ProvinceConfig,
  proposal: LineProposal,
  on: CalendarDate,
  county: string | null,
): ProvinceConfig {
  const now = resolveLine(config, on, county);
  const perCapitaIncome = proposal.perCapitaIncome ?? now?.perCapitaIncome ?? null;
  const changes = proposal.perCapitaIncome !== null || proposal.windowMonths !== null;
  if (!changes || perCapitaIncome === null) return config;
  const entry: RuleEntry<MonitoringLineValue> = {
    from: on,
    vouchedTo: null,
    county,
    value: {
      ...ORDINARY,
      concept: now?.concept ?? ORDINARY.concept,
      perCapitaIncome,
      windowMonths: proposal.windowMonths ?? now?.windowMonths ?? ORDINARY.windowMonths,
    },
    source: { id: 'simulation', title: '测算 simulation', standing: 'derived' },
  };
  const others = config.monitoringLines.filter((other) => other.from !== on || other.county !== county);
  return { ...config, monitoringLines: [...others, entry] };
}

/** 拟议参数 · The configuration as it would be with other parameters of functions that judge the range. @article 2.2 */
export function withProposedParameters(
  config: ProvinceConfig,
  proposed: Readonly<Record<string, JudgementParameters>>,
): ProvinceConfig {
  if (config.judgements === undefined || Object.keys(proposed).length === 0) return config;
  const judgements = config.judgements.map((one) => ({
    ...one,
    parameters: one.decides === 'RANGE' ? { ...one.parameters, ...proposed[one.code] } : one.parameters,
  }));
  return { ...config, judgements };
}

/** 低于底线 · Why a proposed line would be refused at load (R01); null where it would not. @article 2.2 */
export function floorViolation({ name, config }: LoadedProvince, line: Fen | null, on: CalendarDate): string | null {
  if (line === null) return null;
  const floor = inForce(config.nationalFloor, on)?.value ?? null;
  return checkLineFloor({ place: name.zh, from: on, perCapitaIncome: line }, floor)?.message ?? null;
}
