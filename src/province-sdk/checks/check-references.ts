import { articleOfParameter } from '../../domain/province/parameter-articles.js';
import type { ProvinceModule } from '../define-province.js';
import { type Fault, writePath } from '../fault.js';
import { didYouMean } from '../nearest.js';
import { soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/**
 * 引用检查 · What a module refers to is there: risk types that instruments address, instruments of the safety net. Codes are
 * given once in a module.
 *
 * @article 4.2
 */
export function checkReferences({ module, whole }: CheckContext): readonly Fault[] {
  const risks = whole.riskTypes.map((type) => type.code);
  const offers = whole.instruments.map((offer) => offer.code);
  const addressed = soundParts(module, 'instruments').flatMap(({ index, part }) =>
    part.addresses.flatMap((code, place) =>
      risks.includes(code)
        ? []
        : [unknown(module, ['instruments', index, 'addresses', place], part.from, code, 'a risk type', risks)],
    ),
  );
  const listed = soundParts(module, 'socialSecurityInstruments').flatMap(({ index, part }) =>
    part.value.flatMap((code, place) =>
      offers.includes(code)
        ? []
        : [
            unknown(
              module,
              ['socialSecurityInstruments', index, 'value', place],
              part.from,
              code,
              'an instrument',
              offers,
            ),
          ],
    ),
  );
  return [
    ...addressed,
    ...listed,
    ...givenTwice(module, 'instruments'),
    ...givenTwice(module, 'riskTypes'),
    ...givenTwiceIn(module, 'bands'),
    ...givenTwiceIn(module, 'alertKinds'),
    ...givenTwiceIn(module, 'hazardRules'),
  ];
}

function unknown(
  module: ProvinceModule,
  path: PropertyKey[],
  day: string,
  found: string,
  what: string,
  known: readonly string[],
): Fault {
  return {
    code: 'unknown-reference',
    module: module.code,
    path: writePath(path),
    day,
    found,
    expected: `the code of ${what} of the province or the baseline`,
    article: '4.2',
    suggestion: didYouMean(found, known),
  };
}

function givenTwice(module: ProvinceModule, field: 'instruments' | 'riskTypes'): Fault[] {
  const parts = soundParts(module, field);
  return parts
    .filter(({ part }, place) => parts.findIndex((other) => other.part.code === part.code) < place)
    .map(({ index, part }) => ({
      code: 'duplicate-code',
      module: module.code,
      path: writePath([field, index, 'code']),
      day: part.from,
      found: part.code,
      expected: 'a code that is given once',
      article: articleOfParameter(field),
      suggestion: null,
    }));
}

/** Codes inside the list that one dated entry is. */
function givenTwiceIn(module: ProvinceModule, field: 'bands' | 'alertKinds' | 'hazardRules'): Fault[] {
  return soundParts(module, field).flatMap(({ index, part }) => {
    const codes = part.value.map(({ code }) => code);
    return codes.flatMap((code, place) =>
      codes.indexOf(code) === place
        ? []
        : [
            {
              code: 'duplicate-code',
              module: module.code,
              path: writePath([field, index, 'value', place, 'code']),
              day: part.from,
              found: code,
              expected: 'a code that is given once',
              article: articleOfParameter(field),
              suggestion: null,
            },
          ],
    );
  });
}
