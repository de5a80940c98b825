type Schema = Readonly<Record<string, unknown>>;

/**
 * 表单样例 · The plainest answers that a JSON Schema of a province's form allows: for each required field its default, its
 * first choice, or the least value of its type.
 *
 * Patterns and conditions are not looked at; whoever asks checks the answers against the form.
 *
 * @article none — technical
 * @example answersTo({ type: 'object', required: ['kind'], properties: { kind: { enum: ['A', 'B'] } } }) // { kind: 'A' }
 */
export function answersTo(form: Schema): Record<string, unknown> {
  const properties = (form['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = (form['required'] ?? []) as readonly string[];
  return Object.fromEntries(required.map((name) => [name, answerTo(properties[name] ?? {})]));
}

function answerTo(schema: Schema): unknown {
  if (schema['default'] !== undefined) return schema['default'];
  if (schema['const'] !== undefined) return schema['const'];
  const choices = schema['enum'];
  if (Array.isArray(choices)) return choices[0];
  switch (schema['type']) {
    case 'object':
      return answersTo(schema);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => answerTo((schema['items'] ?? {}) as Schema));
    case 'number':
    case 'integer':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return true;
    default:
      return '无'.padEnd(Number(schema['minLength'] ?? 1), '。');
  }
}
