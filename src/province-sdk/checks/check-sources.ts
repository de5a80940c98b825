import type { PolicySource } from '../../domain/kernel/source.js';
import { canonicalJson } from '../canonical-json.js';
import { type Fault, writePath } from '../fault.js';
import { LIST_FIELDS, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/**
 * 依据检查 · One id names one source throughout a module. That every value has one is a matter of its shape.
 *
 * @article 2.2
 */
export function checkSources({ module }: CheckContext): readonly Fault[] {
  const known = new Map<string, PolicySource>();
  return LIST_FIELDS.flatMap((field) =>
    soundParts(module, field).flatMap(({ index, part }): Fault[] => {
      const first = known.get(part.source.id);
      known.set(part.source.id, first ?? part.source);
      if (first === undefined || canonicalJson(first) === canonicalJson(part.source)) return [];
      return [
        {
          code: 'source-conflict',
          module: module.code,
          path: writePath([field, index, 'source', 'id']),
          day: part.from,
          found: `${part.source.id} for "${part.source.title}"`,
          expected: `the source that the id named before: "${first.title}"`,
          article: '2.2',
          suggestion: 'give the second source an id of its own',
        },
      ];
    }),
  );
}
