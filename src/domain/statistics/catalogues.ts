import { ALERT_CATALOGUE } from './catalogue/alerts.js';
import { CASE_CATALOGUE } from './catalogue/cases.js';
import { HOUSEHOLD_CATALOGUE } from './catalogue/households.js';
import { MEASURE_CATALOGUE } from './catalogue/measures.js';
import type { DimensionDefinition, MeasureDefinition, StatCatalogue, StatSubject } from './definition.js';
import { describeDefinition } from './definition.js';

/** 统计目录 · Every subject with its dimensions and measures, in the order in which they are shown. @article 5.2 */
export const CATALOGUES: readonly StatCatalogue[] = [
  HOUSEHOLD_CATALOGUE,
  CASE_CATALOGUE,
  MEASURE_CATALOGUE,
  ALERT_CATALOGUE,
];

/** 某对象的目录 · @throws RangeError for a subject without one @article none — technical */
export function catalogueOf(subject: StatSubject): StatCatalogue {
  const found = CATALOGUES.find((catalogue) => catalogue.subject === subject);
  if (found === undefined) throw new RangeError(`no figures are defined of ${subject}`);
  return found;
}

/** 查找定义 · A dimension or measure of a catalogue by its name; null where it has none. @article none — technical */
export function definitionOf(
  { dimensions, measures }: StatCatalogue,
  name: string,
): DimensionDefinition | MeasureDefinition | null {
  return dimensions.find((one) => one.name === name) ?? measures.find((one) => one.name === name) ?? null;
}

/** 描述 · What the schema says of a dimension or measure. @throws RangeError where the catalogue has none @article none — technical */
export function describeStat(catalogue: StatCatalogue, name: string): string {
  const found = definitionOf(catalogue, name);
  if (found === null) throw new RangeError(`${catalogue.subject} has neither a dimension nor a measure ${name}`);
  return describeDefinition(found);
}
