import { GATE_CODES } from '../../domain/elimination/gate.js';
import { FACTS_FORM, type Judgement } from '../../domain/judgement/judgement.js';
import { ASSESSMENT_RULE_IDS } from '../../domain/risk/finding.js';
import { type Fault, writePath } from '../fault.js';
import { didYouMean } from '../nearest.js';
import { type SoundPart, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';
import { isCountyOf } from './check-counties.js';
import { type TextTrouble, textTroubles } from './function-text.js';

/**
 * 判定函数检查 · Each function can be read, is written for the facts of this kit, and uses nothing but its arguments and the
 * language; its code is its own, on every day once, and its county the province's.
 *
 * What it answers is asked by running it, in `check` and at load.
 *
 * @article 5.1
 */
export function checkJudgements({ module }: CheckContext): readonly Fault[] {
  const parts = soundParts(module, 'judgements');
  return parts.flatMap(({ index, part }): Fault[] => {
    const fault = (field: string, more: Omit<Fault, 'module' | 'path' | 'day'>): Fault => ({
      ...more,
      module: module.code,
      path: writePath(['judgements', index, field]),
      day: part.from,
    });
    const nations = part.decides === 'RANGE' ? ASSESSMENT_RULE_IDS : GATE_CODES;
    const faults = textTroubles(part.judge).map((trouble) => fault('judge', tellTrouble(trouble, part)));
    if (part.form !== FACTS_FORM)
      faults.push(
        fault('form', {
          code: 'function-gone',
          found: `facts of form ${part.form}`,
          expected: `form ${FACTS_FORM}, which this kit gives`,
          article: part.article,
          suggestion: 'write it with rangeJudgement or gateJudgement of this kit',
        }),
      );
    if ((nations as readonly string[]).includes(part.code))
      faults.push(
        fault('code', {
          code: 'duplicate-code',
          found: `"${part.code}", which is a rule of the nation's`,
          expected: 'a code of its own',
          article: '5.1',
          suggestion: 'a function stands beside the rules of the nation and replaces none',
        }),
      );
    if (part.to !== null && part.to < part.from)
      faults.push(
        fault('to', {
          code: 'date-order',
          found: `the end ${part.to}`,
          expected: `a day from ${part.from} on`,
          article: '2.2',
          suggestion: 'were the two days written the wrong way round?',
        }),
      );
    if (part.county !== null && !isCountyOf(part.county, module.code))
      faults.push(
        fault('county', {
          code: 'county-outside',
          found: part.county,
          expected: `a county of ${module.code}`,
          article: '5.1',
          suggestion: null,
        }),
      );
    const other = parts.find((one) => one.index < index && meets(one, part));
    if (other !== undefined)
      faults.push(
        fault('from', {
          code: 'date-overlap',
          found: `"${part.code}" a second time on the days of judgements[${other.index}]`,
          expected: 'one function of a code on a day and place',
          article: '2.2',
          suggestion: 'end the older one by `to`, or give this one a code of its own',
        }),
      );
    return faults;
  });
}

function meets({ part: one }: SoundPart<Judgement>, other: Judgement): boolean {
  const places = one.county === null || other.county === null || one.county === other.county;
  const days = (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
  return one.code === other.code && places && days;
}

function tellTrouble(
  { code, found, name }: TextTrouble,
  { article, parameters }: Judgement,
): Omit<Fault, 'module' | 'path' | 'day'> {
  if (code === 'function-unreadable')
    return {
      code,
      found,
      expected: 'one function (facts, rules, parameters) => answer',
      article,
      suggestion: null,
    };
  if (code === 'function-impure')
    return {
      code,
      found,
      expected: 'a pure function: no clock, no chance, no waiting, no files, no net',
      article,
      suggestion:
        name === 'Date'
          ? 'days are texts such as 2024-06-01, and may be compared; facts.on is the day asked about'
          : null,
    };
  const known = Object.keys(parameters);
  return {
    code,
    found,
    expected: 'nothing from outside the function: it is kept as its text',
    article,
    suggestion:
      name !== null && known.includes(name)
        ? `take it from its third argument: (facts, rules, { ${name} })`
        : (didYouMean(name ?? '', known) ?? 'put the value into `parameters`, or write it inside the function'),
  };
}
