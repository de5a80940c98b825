import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { type CommandContext, coloursOf, writeJson } from './command-output.js';
import { findProvince, NATIONAL } from './known-modules.js';
import { countyWithin } from './read-options.js';
import { type RuleRow, ruleRows } from './rule-rows.js';

/** 一侧 · The rules that are held against others: a province or module, on a day. @article none — technical */
export interface DiffSide {
  readonly province: string;
  readonly on: CalendarDate;
}

/** 变化 · One value that differs, with the article and the sources of both sides. @article 5.1 */
export interface RuleChange {
  readonly parameter: string;
  readonly path: string;
  readonly article: string;
  readonly before: Pick<RuleRow, 'value' | 'from' | 'source'> | null;
  readonly after: Pick<RuleRow, 'value' | 'from' | 'source'> | null;
}

/**
 * 比较规则 · `diff A B` or `diff --province 43 --on D1 D2`: what changes, with articles and sources.
 *
 * A value that stays the same under a newer entry is no change.
 *
 * @article 5.1
 */
export async function diffRules(
  context: CommandContext,
  before: DiffSide,
  after: DiffSide,
  county: string | null,
  json: boolean,
): Promise<number> {
  const [old, now] = await Promise.all(
    [before, after].map(async ({ province, on }) => {
      const found = await findProvince(context, province);
      return ruleRows(found.config, NATIONAL, on, countyWithin(found, county));
    }),
  );
  const changes = changesBetween(old ?? [], now ?? []);
  if (json) writeJson(context.output, { before, after, county, changes });
  else tellChanges(context, before, after, changes);
  return 0;
}

/** 规则变化 · Values that differ between two sets of rules, in the order of the rules. @article 5.1 */
export function changesBetween(before: readonly RuleRow[], after: readonly RuleRow[]): RuleChange[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((place): RuleChange[] => {
    const [was, is] = [old.get(place) ?? null, now.get(place) ?? null];
    if (was?.value === is?.value) return [];
    const { parameter, path, article } = (is ?? was) as RuleRow;
    return [{ parameter, path, article, before: sideOf(was), after: sideOf(is) }];
  });
}

function byPlace(rows: readonly RuleRow[]): Map<string, RuleRow> {
  return new Map(rows.map((row) => [`${row.parameter}\0${row.path}`, row]));
}

function sideOf(row: RuleRow | null): RuleChange['before'] {
  return row === null ? null : { value: row.value, from: row.from, source: row.source };
}

function tellChanges(
  { output }: CommandContext,
  before: DiffSide,
  after: DiffSide,
  changes: readonly RuleChange[],
): void {
  const c = coloursOf(output);
  output.stdout(`${c.bold(`${before.province} on ${before.on} → ${after.province} on ${after.on}`)}\n`);
  if (changes.length === 0) output.stdout('nothing changes\n');
  for (const { parameter, path, article, before: was, after: is } of changes) {
    output.stdout(`${c.bold(path === '' ? parameter : `${parameter}.${path}`)}  [art. ${article}]\n`);
    if (was !== null) output.stdout(`  ${c.red('-')} ${was.value}  from ${was.from}  ${c.dim(was.source.title)}\n`);
    if (is !== null) output.stdout(`  ${c.green('+')} ${is.value}  from ${is.from}  ${c.dim(is.source.title)}\n`);
  }
}
