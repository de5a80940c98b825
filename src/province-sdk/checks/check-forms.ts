import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fault, writePath } from '../fault.js';
import { registerFieldOf } from '../register-fields.js';
import { soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/**
 * R21 附加表单检查 · Nothing is asked twice: no property of an extra form, at any depth, asks by its name or its title for what
 * the register holds. A form is an object with properties.
 *
 * @article 5.4
 */
export function checkForms({ module }: CheckContext): readonly Fault[] {
  return soundParts(module, 'procedures').flatMap(({ index, part }) =>
    part.value.steps.flatMap((step, place) => {
      if (step.extraForm === null) return [];
      const path = ['procedures', index, 'value', 'steps', place, 'extraForm'];
      if (!isRecord(step.extraForm['properties'])) return [noProperties(module.code, path, part.from)];
      return askedTwice(step.extraForm, path).map((found) => fault(module.code, part.from, found));
    }),
  );
}

interface Asked {
  readonly path: readonly PropertyKey[];
  readonly word: string;
  readonly field: string;
}

function askedTwice(schema: unknown, path: readonly PropertyKey[]): Asked[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => askedTwice(one, [...path, index]));
  if (!isRecord(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties' || !isRecord(value)) return askedTwice(value, [...path, key]);
    return Object.entries(value).flatMap(([name, property]) => {
      const here = [...path, key, name];
      const found = [name, titleOf(property)].flatMap((word) => {
        const field = word === null ? null : registerFieldOf(word);
        return word === null || field === null ? [] : [{ path: here, word, field }];
      });
      return [...found.slice(0, 1), ...askedTwice(property, here)];
    });
  });
}

function titleOf(property: unknown): string | null {
  return isRecord(property) && typeof property['title'] === 'string' ? property['title'] : null;
}

function fault(module: string, day: CalendarDate, { path, word, field }: Asked): Fault {
  return {
    code: 'asked-twice',
    module,
    path: writePath(path),
    day,
    found: `"${word}", which the register holds as ${field}`,
    expected: 'a question that the register does not answer (R21)',
    article: '5.4',
    suggestion: 'leave it out: whoever reads the form reads the register beside it',
  };
}

function noProperties(module: string, path: readonly PropertyKey[], day: CalendarDate): Fault {
  return {
    code: 'shape',
    module,
    path: writePath(path),
    day,
    found: 'a form without properties',
    expected: 'a Zod object, or the JSON Schema of an object',
    article: '3.2',
    suggestion: 'write extraForm: z.object({ … })',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
