import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { type CommandContext, coloursOf, writeJson } from './command-output.js';
import { findProvince, NATIONAL } from './known-modules.js';
import { countyWithin } from './read-options.js';
import { type RuleRow, ruleRows } from './rule-rows.js';
import { textTable } from './text-table.js';

/** 查看选项 · Which rules are shown. @article none — technical */
export interface ShowOptions {
  readonly province: string;
  readonly on: CalendarDate;
  readonly county: string | null;
  readonly json: boolean;
}

/**
 * 查看规则 · `show --province 43 --on DAY`: the resolved rules as a table, each with whose it is and where it comes from.
 *
 * @article 5.1
 */
export async function showRules(context: CommandContext, options: ShowOptions): Promise<number> {
  const province = await findProvince(context, options.province);
  const rows = ruleRows(province.config, NATIONAL, options.on, countyWithin(province, options.county));
  const { code, name, configVersion, servedByBaseline } = province;
  const head = { province: code, name, county: options.county, on: options.on, configVersion, servedByBaseline };
  if (options.json) {
    writeJson(context.output, { ...head, rules: rows });
    return 0;
  }
  const c = coloursOf(context.output);
  const place = options.county === null ? `${code} ${name.zh} ${name.en}` : `${code} ${name.zh} ${options.county}`;
  context.output.stdout(`${c.bold(place)}  ${options.on}  ${configVersion.slice(0, 12)}\n`);
  if (servedByBaseline) context.output.stdout(`${c.yellow('served by the national baseline: no module of its own')}\n`);
  context.output.stdout(`${textTable(HEADING, rows.filter(({ path }) => !NAMED.test(path)).map(cellsOf))}\n`);
  for (const source of sourcesOf(rows)) context.output.stdout(`${c.dim(source)}\n`);
  return 0;
}

const HEADING = ['parameter', 'value', 'from', 'whose', 'art.', 'standing', 'source'];

/** Names and ranks are in the JSON; the table is of what is decided. */
const NAMED = /(^|\.)(name(\.zh|\.en)?|rank)$/;
const LONGEST_CELL = 56;

function cellsOf(row: RuleRow): string[] {
  const from = row.outdated ? `${row.from} (vouched to ${row.vouchedTo})` : row.from;
  const parameter = row.path === '' ? row.parameter : `${row.parameter}.${row.path}`;
  const value = row.value.length > LONGEST_CELL ? `${row.value.slice(0, LONGEST_CELL)}…` : row.value;
  return [parameter, value, from, row.origin, row.article, row.source.standing, row.source.id];
}

function sourcesOf(rows: readonly RuleRow[]): string[] {
  const byId = new Map(rows.map(({ source }) => [source.id, source]));
  return [...byId.values()].map(({ id, title, url }) => `${id}: ${title}${url === undefined ? '' : ` ${url}`}`);
}
