import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { checkAlertGrades } from '../../domain/province/rules/alert-grades-rise.js';
import { type Fault, writePath } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import { faultOf, type ModuleCheck } from './check-context.js';

/** 预警检查 · The grades of every kind of alert can be given, and its payload takes nothing that the form does not name. @article 3.1 */
export const checkAlertKinds: ModuleCheck = ({ module }) =>
  soundParts(module, 'alertKinds').flatMap(({ index, part }) =>
    part.value.flatMap((kind, place) => {
      const path = ['alertKinds', index, 'value', place];
      const grades = checkAlertGrades(kind).map((reason) =>
        faultOf(
          reason,
          { module, path: [...path, 'grades'], day: part.from },
          'greater amounts for graver grades, over the threshold',
        ),
      );
      return [...grades, ...looseForm(kind.payload, module.code, [...path, 'payload'], part.from)];
    }),
  );

/** What is not asked for may be a name or a number, and is not to be kept. */
function looseForm(
  form: Readonly<Record<string, unknown>> | undefined,
  module: string,
  path: readonly PropertyKey[],
  day: CalendarDate,
): Fault[] {
  if (form === undefined || (form['additionalProperties'] === false && form['properties'] !== undefined)) return [];
  return [
    {
      code: 'shape',
      module,
      path: writePath(path),
      day,
      found: 'a form that takes fields which it does not name',
      expected: 'a strict Zod object, or the JSON Schema of an object with additionalProperties false',
      article: '3.1',
      suggestion: 'write payload: z.strictObject({ … })',
    },
  ];
}
