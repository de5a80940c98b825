import { z } from 'zod';
import { articleOfParameter } from '../domain/province/parameter-articles.js';
import { type Fault, writePath } from './fault.js';
import { didYouMean } from './nearest.js';

/** A field that would bound how many households are monitored, whatever it is called. */
const QUOTA =
  /quota|名额|规模|(max|cap|ceiling|limit)\w*(monitored|households|cases|number)|(monitored|households|cases)\w*(max|cap|ceiling|limit)/i;

const LONGEST_FOUND = 80;

/**
 * 形状错误 · What Zod finds wrong in a module, as faults: every one, with its path, the day of its entry, what was found.
 *
 * A field that bounds the number monitored is named as a quota (R24), any other unknown field with the nearest known one.
 *
 * @param module  the code that faults are filed under
 * @param schema  the form that the module was held against
 * @article none — technical
 */
export function shapeFaults(
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
  module: string,
  schema: z.ZodType,
): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const at = { module, day: dayOf(raw, issue.path) };
    const article = articleOfParameter(String(issue.path[0] ?? ''));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = writePath([...issue.path, key]);
        const found = show(valueAt(raw, [...issue.path, key]));
        if (QUOTA.test(key))
          return { ...at, code: 'quota', path, found, expected: NO_QUOTA, article: '2.2', suggestion: 'leave it out' };
        if (issue.path.length === 0 && NATIONAL_FIELDS.includes(key))
          return {
            ...at,
            code: 'field-fixed',
            path,
            found,
            expected: NATION_ALONE,
            article: '5.1',
            suggestion: 'leave it out',
          };
        return {
          ...at,
          code: 'unknown-field',
          path,
          found,
          expected: 'no such field',
          article,
          suggestion: didYouMean(key, keysAt(schema, issue.path)),
        };
      });
    }
    const isSource = issue.path.at(-1) === 'source';
    return [
      {
        ...at,
        code: isSource ? 'source-missing' : 'shape',
        path: writePath(issue.path),
        found: show(valueAt(raw, issue.path)),
        expected: issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message,
        article: isSource ? '2.2' : article,
        suggestion: suggest(raw, issue),
      },
    ];
  });
}

/** What the baseline alone sets, and no module. */
const NATIONAL_FIELDS = ['nationalFloor', 'firstDay', 'openToProvinces', 'marks'];
const NATION_ALONE = 'nothing of a module: the nation alone sets it';
const NO_QUOTA = 'no quota and no cap on the number monitored: who meets the rules is monitored (R24)';

/** The fields that the form knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) {
    at = bare(at);
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, unknown>)[key];
  }
  at = bare(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

function suggest(raw: unknown, issue: z.core.$ZodIssue): string | null {
  const found = valueAt(raw, issue.path);
  if (issue.code !== 'invalid_value' || typeof found !== 'string') return null;
  return didYouMean(found, issue.values.map(String));
}

/** 取值 · The value at a path; undefined where there is none. @article none — technical */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

function dayOf(raw: unknown, path: readonly PropertyKey[]): string | null {
  const from = path.length >= 2 ? valueAt(raw, [...path.slice(0, 2), 'from']) : undefined;
  return typeof from === 'string' ? from : null;
}

/** 所见 · A found value as it is shown to a person: JSON, cut where it is long. @article none — technical */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}
