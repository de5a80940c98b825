import { type Fen, fen } from '../kernel/money.js';
import type { LocalizedText } from './localized-text.js';

/** 分档响应 · 须核实、关注、无. @article 2.2 */
export const BAND_RESPONSES = ['MUST_VERIFY', 'WATCH', 'NONE'] as const;
export type BandResponse = (typeof BAND_RESPONSES)[number];

/** 收入分档定义 · A range of per-capita income as shares of the line, so that it moves with the line. @article 2.2 */
export interface BandDefinition {
  readonly code: string;
  readonly name: LocalizedText;
  /** 1 for the lowest incomes. */
  readonly rank: number;
  /** Per cent of the line, inclusive; null for no lower end. */
  readonly fromPercentOfLine: number | null;
  /** Per cent of the line, exclusive; null for no upper end. */
  readonly toPercentOfLine: number | null;
  readonly response: BandResponse;
}

/** 收入分档 · A band in money, on the line in force. @article 2.2 */
export interface MonitoringBand {
  readonly code: string;
  readonly name: LocalizedText;
  readonly rank: number;
  /** Fen a head and year, inclusive. */
  readonly fromPerCapita: Fen | null;
  /** Fen a head and year, exclusive. */
  readonly toPerCapita: Fen | null;
  readonly response: BandResponse;
}

/** 分档换算 · Puts a band's shares into money on a line. @article 2.2 */
export function bandOnLine(definition: BandDefinition, line: Fen): MonitoringBand {
  const share = (percent: number | null): Fen | null =>
    percent === null ? null : fen(Math.round((line * percent) / 100));
  return {
    code: definition.code,
    name: definition.name,
    rank: definition.rank,
    fromPerCapita: share(definition.fromPercentOfLine),
    toPerCapita: share(definition.toPercentOfLine),
    response: definition.response,
  };
}

/** 所属分档 · The band that an income a head falls into; null where none holds it. @article 2.2 */
export function bandOf(bands: readonly MonitoringBand[], perCapita: Fen): MonitoringBand | null {
  const holds = (band: MonitoringBand): boolean =>
    (band.fromPerCapita === null || perCapita >= band.fromPerCapita) &&
    (band.toPerCapita === null || perCapita < band.toPerCapita);
  return bands.find(holds) ?? null;
}
