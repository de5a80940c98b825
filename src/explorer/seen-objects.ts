/** What the last answers showed, by placeholder: `Household.id`, `MonitoringCase.version`, `MonitoringCase.step`. */
export type SeenObjects = Map<string, string | number>;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Name of the type in a global id, or null where the text is none. Only this page looks inside; clients must not. */
export function typeOfId(id: string): string | null {
  if (!/^[\w-]{8,}$/.test(id)) return null;
  try {
    return /^([A-Z][A-Za-z]+):/.exec(atob(id.replaceAll('-', '+').replaceAll('_', '/')))?.[1] ?? null;
  } catch {
    return null;
  }
}

function currentStep(fields: Fields): unknown {
  const first: unknown = Array.isArray(fields.currentSteps) ? fields.currentSteps[0] : undefined;
  return isFields(first) && isFields(first.definition) ? first.definition.code : undefined;
}

function note(seen: SeenObjects, type: string, fields: Fields): void {
  if (seen.get(`${type}.id`) !== fields.id) {
    seen.delete(`${type}.version`);
    seen.delete(`${type}.step`);
  }
  seen.set(`${type}.id`, String(fields.id));
  if (typeof fields.version === 'number') seen.set(`${type}.version`, fields.version);
  const step = currentStep(fields);
  if (typeof step === 'string') seen.set(`${type}.step`, step);
}

/**
 * 记住对象 · Notes the first object of each type in an answer, so that the next example can name it.
 *
 * An object seen anew without its version or step forgets those of the one before.
 *
 * @param answer  parsed JSON of a GraphQL response
 * @article none — technical
 */
export function noteObjects(seen: SeenObjects, answer: unknown): void {
  const met = new Set<string>();
  const visit = (value: unknown): void => {
    if (!isFields(value)) return;
    const type = typeof value.id === 'string' ? typeOfId(value.id) : null;
    if (type && !met.has(type)) {
      met.add(type);
      note(seen, type, value);
    }
    Object.values(value).forEach(visit);
  };
  visit(answer);
}
