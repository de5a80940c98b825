import { z } from 'zod';
import type { AlertKind } from '../../domain/province/alert-kind.js';

const schemas = new WeakMap<object, z.ZodType>();

/**
 * 预警内容核对 · What is wrong with the payload of an alert under the form that the province gives its kind; one sentence a fault, with its
 * place. A kind without a form takes no payload.
 *
 * @article 3.1
 */
export function faultsOfPayload(
  { payload: form }: Pick<AlertKind, 'payload'>,
  payload: Readonly<Record<string, unknown>>,
): string[] {
  if (form === undefined)
    return Object.keys(payload).length === 0 ? [] : ['this kind of alert has no payload; leave it out'];
  let schema = schemas.get(form);
  if (schema === undefined) {
    schema = z.fromJSONSchema(form as Parameters<typeof z.fromJSONSchema>[0]);
    schemas.set(form, schema);
  }
  const answer = schema.safeParse(payload);
  return answer.success
    ? []
    : answer.error.issues.map(({ path, message }) => `${['payload', ...path].join('.')}: ${message}`);
}
