import type { Imported } from '../alerts/import.command.js';
import type { DiscoveryChannel } from '../../src/domain/case/monitoring-case.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';

/** 预置的质量问题 · One fault: its rule, and whose it is. */
export interface PlantedFault {
  readonly rule: string;
  /** Number of the household; of a fault of a region its code. */
  readonly at: string;
}

/** 预置的突变 · Something that makes a region depart from its own past. */
export interface PlantedShock {
  readonly region: RegionCode;
  readonly indicator: string;
  readonly subject: string;
  /** YYYY-MM of the month in which it begins. */
  readonly month: string;
}

/** 部门预警清单 · Lines of the files of alerts, and what is to become of them. */
export interface PlantedAlerts {
  readonly lines: number;
  readonly matched: number;
  readonly unmatched: number;
  readonly repeated: number;
  readonly wrong: number;
}

/** 核表结果 · What the check of a sheet said. */
export interface CheckedSheet {
  readonly rows: number;
  readonly rules: readonly PlantedFault[];
  readonly marked: readonly string[];
}

/** 预置账本 · What is put into the year, kept apart from the product: what it answers is held against this. */
export class Ledger {
  readonly leads = new Map<DiscoveryChannel, number>();
  readonly shocks: PlantedShock[] = [];
  readonly faults: PlantedFault[] = [];
  readonly withoutCampaign: RegionCode[] = [];
  cases = 0;
  eliminated = 0;
  withdrawn = 0;
  visits = 0;
  /** What the imports of alerts said, file by file: the commands' own sums. */
  readonly imported: Imported[] = [];
  /** Warnings that are answered and closed within the year. */
  warningsClosed = 0;
  /** 表中问题 · What somebody did to the sheet that a county checks, by rule and cell. */
  readonly sheet: PlantedFault[] = [];
  /** What the check of the sheet said, and which cells it marked. */
  checked: CheckedSheet = { rows: 0, rules: [], marked: [] };
  alerts: PlantedAlerts = { lines: 0, matched: 0, unmatched: 0, repeated: 0, wrong: 0 };

  /** 记一条线索 · Leads of a channel, one unless told. */
  lead(channel: DiscoveryChannel, count = 1): void {
    this.leads.set(channel, (this.leads.get(channel) ?? 0) + count);
  }

  /** 记一处问题 */
  fault(rule: string, at: string): void {
    this.faults.push({ rule, at });
  }
}
