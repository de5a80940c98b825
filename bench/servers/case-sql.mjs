// W5 by hand: the statements that write one case, made from rows that the product wrote, so that all three servers write the
// same. What is the same in every case is a constant of the statement; `@{name}` stands for what is not.

const REGION = '(SELECT region_code FROM household WHERE county_code = @{county} AND id = @{householdId}::uuid)';
const PLACE = { county_code: '@{county}', household_id: '@{householdId}::uuid', region_code: REGION };
const AT = '@{at}::timestamptz';
const DAY = '@{openedOn}::date';

/** What the product writes with a case, by table. */
const DYNAMIC = {
  idempotency_key: {
    key_digest: '@{keyDigest}',
    county_code: '@{county}',
    input_digest: '@{inputDigest}',
    result: '@{result}::text::jsonb',
    created_at: AT,
  },
  monitoring_case: {
    ...PLACE,
    id: '@{caseId}::uuid',
    channel: '@{channel}',
    opened_on: DAY,
    number: `@{county} || '-' || substr(@{openedOn}, 1, 4) || '-' || lpad(nextval('case_number_seq')::text, 7, '0')`,
    audit_hash: '@{hash}',
    created_at: AT,
    updated_at: AT,
  },
  procedure_run: { ...PLACE, case_id: '@{caseId}::uuid', id: '@{runId}::uuid', started_on: DAY },
  procedure_step: { ...PLACE, case_id: '@{caseId}::uuid', run_id: '@{runId}::uuid', run_started_on: DAY },
  audit_event: {
    ...PLACE,
    id: '@{eventId}::uuid',
    subject_id: '@{caseId}::uuid',
    at: AT,
    occurred_on: DAY,
    change: '@{change}::text::jsonb',
    request_id: '@{requestId}',
    hash: '@{hash}',
  },
};

const KEY_CLAIM = ` ON CONFLICT (key_digest) DO UPDATE SET county_code = excluded.county_code,
  input_digest = excluded.input_digest, result = excluded.result, created_at = excluded.created_at
  WHERE idempotency_key.created_at < ${AT} - interval '24 hours' RETURNING key_digest`;

export const LOCK = `SELECT id FROM household WHERE county_code = @{county} AND id = @{householdId}::uuid FOR UPDATE`;
export const ANSWER = `json_build_object('id', id, 'number', number, 'status', status, 'openedOn', opened_on, 'version', version)`;

/**
 * @param template  rows by table, see `readCaseTemplate`
 * @returns the INSERT of each table
 */
export function caseInserts(template) {
  const insert = (table, rows, more = '') => {
    const columns = Object.keys(rows[0]);
    const values = rows.map((row, n) => {
      const dynamic = table === 'procedure_step' ? { ...DYNAMIC[table], id: `@{step${n}}::uuid` } : DYNAMIC[table];
      return `(${columns.map((column) => dynamic[column] ?? literal(row[column])).join(', ')})`;
    });
    return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(', ')}${more}`;
  };
  return {
    key: insert('idempotency_key', template.idempotency_key, KEY_CLAIM),
    case: insert('monitoring_case', template.monitoring_case),
    run: insert('procedure_run', template.procedure_run),
    steps: insert('procedure_step', template.procedure_step),
    event: insert('audit_event', template.audit_event),
  };
}

/**
 * Numbers the placeholders of a statement.
 *
 * @returns a function from the values by name to the text and its parameters
 */
export function withParameters(text) {
  const names = [];
  const numbered = text.replace(/@\{(\w+)\}/g, (_, name) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return (values) => [numbered, names.map((name) => values[name])];
}

/**
 * The same as a function in the database, which is how a PostGraphile project would write it: plpgsql, called as a mutation.
 */
export function openCaseFunction(template) {
  const { key, run, steps, event, ...inserts } = caseInserts(template);
  const stepIds = template.procedure_step.map((_, n) => `v_step${n} uuid := gen_random_uuid();`);
  const body = (text) => text.replace(/@\{(\w+)\}/g, 'v_$1');
  return `CREATE OR REPLACE FUNCTION bench.open_case(county text, household uuid, channel text, opened_on date, idempotency_key uuid)
RETURNS monitoring_case LANGUAGE plpgsql VOLATILE AS $open_case$
#variable_conflict use_column
DECLARE
  v_county text := county; v_householdId uuid := household; v_channel text := channel; v_openedOn text := opened_on::text;
  v_caseId uuid := gen_random_uuid(); v_runId uuid := gen_random_uuid(); v_eventId uuid := gen_random_uuid();
  v_at timestamptz := clock_timestamp(); v_requestId text := gen_random_uuid()::text;
  v_keyDigest text := encode(sha256(convert_to('bench openCase ' || idempotency_key, 'UTF8')), 'hex');
  v_inputDigest text := encode(sha256(convert_to(household || channel || opened_on, 'UTF8')), 'hex');
  v_result text := json_build_object('county', county, 'case', v_caseId);
  v_change text := json_build_object('status', 'UNDER_IDENTIFICATION', 'channel', channel, 'emergency', false, 'version', 1);
  v_hash text := encode(sha256(convert_to(v_change || v_caseId || v_at, 'UTF8')), 'hex');
  ${stepIds.join('\n  ')}
  claimed text; answer monitoring_case;
BEGIN
  ${body(key)} INTO claimed;
  IF claimed IS NULL THEN
    SELECT c.* INTO answer FROM public.idempotency_key k JOIN monitoring_case c
      ON c.county_code = k.county_code AND c.id = (k.result ->> 'case')::uuid WHERE k.key_digest = v_keyDigest;
    RETURN answer;
  END IF;
  PERFORM 1 FROM (${body(LOCK)}) locked;
  ${body(inserts.case)} RETURNING * INTO answer;
  ${body(run)};
  ${body(steps)};
  ${body(event)};
  RETURN answer;
END $open_case$`;
}

function literal(value) {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replaceAll("'", "''")}'`;
}
