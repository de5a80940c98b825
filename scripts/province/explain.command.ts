import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { formatYuan } from '../../src/domain/kernel/money.js';
import { configurationKeyOf, countyOf, type RegionCode } from '../../src/domain/kernel/region-code.js';
import type { PolicySource } from '../../src/domain/kernel/source.js';
import { resolveRules } from '../../src/domain/province/resolve-rules.js';
import { assessHousehold, type HouseholdAssessment } from '../../src/domain/risk/assess-household.js';
import { type CommandContext, CommandFault, coloursOf, writeJson } from './command-output.js';
import { readHouseholdFile } from './household-file.js';
import { findProvince, JUDGES } from './known-modules.js';

/** 解释选项 · Whose assessment is explained, and by which rules. @article none — technical */
export interface ExplainOptions {
  readonly household: string;
  readonly on: CalendarDate;
  /** A module that takes the place of the household's province; null for the one that is known. */
  readonly module: string | null;
  readonly json: boolean;
}

/**
 * 解释评估 · `explain --household FILE --on DAY`: every condition, number, parameter and source; no database.
 *
 * @article 2.1
 */
export async function explainHousehold(context: CommandContext, options: ExplainOptions): Promise<number> {
  const facts = readHouseholdFile(options.household, context.folder);
  const region = facts.regionCode as RegionCode;
  const code = configurationKeyOf(region);
  if (code === null) throw new CommandFault(`${region} lies in no province that is served`);
  const province = await findProvince(context, options.module ?? code);
  if (province.code !== code)
    throw new CommandFault(`the household lives in ${code}, the module is ${province.code}'s`);
  const rules = resolveRules(province, options.on, countyOf(region));
  const [judged = []] = await JUDGES.range(rules, [facts], options.on);
  const assessment = assessHousehold(facts, rules, options.on, judged);
  if (options.json) writeJson(context.output, assessment);
  else tellAssessment(context, assessment);
  return 0;
}

function tellAssessment({ output }: CommandContext, assessed: HouseholdAssessment): void {
  const c = coloursOf(output);
  const say = (name: string, value: string): void => output.stdout(`${name.padEnd(24)}${value}\n`);
  const { line, perCapitaIncome: income, perCapitaAfterRigid: after } = assessed;
  output.stdout(`${c.bold(`assessment on ${assessed.on}`)}  rules ${assessed.configVersion.slice(0, 12)}\n`);
  say('net income a head', income === null ? 'missing' : `${formatYuan(income)} yuan`);
  say('after rigid spending', after === null ? 'missing' : `${formatYuan(after)} yuan`);
  say(
    'monitoring line',
    line === null ? 'none' : `${formatYuan(line.perCapitaIncome)} yuan from ${line.from} ${tellSource(line.source)}`,
  );
  say('within the range', assessed.withinRange === null ? 'not assessable' : assessed.withinRange ? 'yes' : 'no');
  say('band', assessed.band === null ? 'none' : `${assessed.band.name.zh} (${assessed.band.code})`);
  say('suggested category', assessed.suggestedCategory ?? 'none');
  for (const { rule, severity, message, evidence, missing, article, source } of assessed.findings) {
    output.stdout(`\n${c.bold(rule)}  ${severity}  [${article === 'G' ? 'guide' : `art. ${article}`}]\n`);
    output.stdout(`  ${message.zh}\n  ${message.en}\n`);
    for (const [name, value] of Object.entries(evidence)) output.stdout(`  ${name} = ${tellValue(value)}\n`);
    if (missing.length > 0) output.stdout(`  ${c.yellow(`missing: ${missing.join(', ')}`)}\n`);
    if (source !== null) output.stdout(`  ${c.dim(tellSource(source))}\n`);
  }
  if (assessed.suggestedInstruments.length > 0) output.stdout(`\n${c.bold('suggested instruments')}\n`);
  for (const { instrument, addresses } of assessed.suggestedInstruments)
    output.stdout(`  ${instrument}  ${addresses.join(', ')}\n`);
}

function tellSource({ title, standing, url }: PolicySource): string {
  return `— ${title} (${standing})${url === undefined ? '' : ` ${url}`}`;
}

function tellValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
