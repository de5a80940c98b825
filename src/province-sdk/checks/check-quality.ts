import { checkQualityConditions } from '../../domain/province/rules/quality-conditions-fit.js';
import { checkQualityStricter, type QualityReason } from '../../domain/province/rules/quality-only-stricter.js';
import { NATIONAL_QUALITY } from '../../domain/quality/national-quality.js';
import type { ProvinceQuality } from '../../domain/quality/province-quality.js';
import { type Fault, writePath } from '../fault.js';
import { didYouMean } from '../nearest.js';
import { soundParts } from '../sound-parts.js';
import { type FaultPlace, faultOf, type ModuleCheck } from './check-context.js';

const STRICTER = 'as strict as the nation, or stricter';
const FITTING = 'at least one condition, each of a fact in a way that it can be asked';

/** 数据质量规定检查 · What a province sets of data quality loosens nothing, names rules that there are, and asks what can be answered. @article 5.3 */
export const checkQuality: ModuleCheck = ({ module }) =>
  soundParts(module, 'quality').flatMap(({ index, part }) => {
    const placeOf = (path: readonly PropertyKey[]): FaultPlace => ({
      module,
      path: ['quality', index, 'value', ...path],
      day: part.from,
    });
    const told = (expected: string, found: readonly QualityReason[], under: readonly PropertyKey[] = []): Fault[] =>
      found.map(({ path, reason }) => faultOf(reason, placeOf([...under, ...path]), expected));
    return [
      ...unknownNames(part.value, placeOf),
      ...told(STRICTER, checkQualityStricter(part.value, NATIONAL_QUALITY)),
      ...(part.value.rules ?? []).flatMap((rule, at) => told(FITTING, checkQualityConditions(rule), ['rules', at])),
      ...codesTaken(part.value, placeOf),
    ];
  });

type PlaceOf = (path: readonly PropertyKey[]) => FaultPlace;

function unknownNames({ thresholds = {}, severities = {} }: ProvinceQuality, placeOf: PlaceOf): Fault[] {
  const ids = [...NATIONAL_QUALITY.keys()];
  const unknown = (path: readonly PropertyKey[], name: string, known: readonly string[]): Fault =>
    faultAt(placeOf(path), {
      code: 'unknown-reference',
      found: `"${name}"`,
      expected: known.length === 0 ? 'nothing: the rule has no numbers' : `one of ${known.join(', ')}`,
      suggestion: didYouMean(name, known),
    });
  const named = [
    ...Object.keys(thresholds).map((id) => ['thresholds', id] as const),
    ...Object.keys(severities).map((id) => ['severities', id] as const),
  ];
  return [
    ...named.filter(([, id]) => !NATIONAL_QUALITY.has(id)).map((path) => unknown(path, path[1], ids)),
    ...Object.entries(thresholds).flatMap(([id, own]) => {
      const known = Object.keys(NATIONAL_QUALITY.get(id)?.thresholds ?? own);
      const strange = Object.keys(own).filter((name) => !known.includes(name));
      return strange.map((name) => unknown(['thresholds', id, name], name, known));
    }),
  ];
}

function codesTaken({ rules = [] }: ProvinceQuality, placeOf: PlaceOf): Fault[] {
  return rules.flatMap(({ code }, at) => {
    const first = rules.findIndex((rule) => rule.code === code);
    const isNational = NATIONAL_QUALITY.has(code);
    if (first === at && !isNational) return [];
    return [
      faultAt(placeOf(['rules', at, 'code']), {
        code: 'duplicate-code',
        found: isNational ? `"${code}", a rule of the nation` : `"${code}" a second time; the first is rules[${first}]`,
        expected: 'a code of its own',
        suggestion: isNational ? 'set its numbers under thresholds, or give the rule a code of its own' : null,
      }),
    ];
  });
}

function faultAt(
  { module, path, day }: FaultPlace,
  said: Pick<Fault, 'code' | 'found' | 'expected' | 'suggestion'>,
): Fault {
  return { ...said, module: module.code, path: writePath(path), day, article: '5.3' };
}
