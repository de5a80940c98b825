import { z } from 'zod';

const schemas = new WeakMap<object, z.ZodType>();

/**
 * 附加表单核对 · What is wrong with the answers to a step's extra form; one sentence a fault, each with its place.
 *
 * @param form  JSON Schema of the step; null where it asks for nothing
 * @article 3.2
 */
export function faultsOfExtra(form: Readonly<Record<string, unknown>> | null, extra: unknown): string[] {
  if (form === null)
    return extra === null || extra === undefined ? [] : ['this step has no extra form; leave `extra` out'];
  let schema = schemas.get(form);
  if (schema === undefined) {
    schema = z.fromJSONSchema(form as Parameters<typeof z.fromJSONSchema>[0]);
    schemas.set(form, schema);
  }
  const answer = schema.safeParse(extra ?? {});
  return answer.success
    ? []
    : answer.error.issues.map(({ path, message }) => `${['extra', ...path].join('.')}: ${message}`);
}
