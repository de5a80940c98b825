import { CasesToLookAtDocument, type CasesToLookAtQuery, type TypedDocumentString } from './operations.generated.js';

type Case = CasesToLookAtQuery['monitoringCases']['nodes'][number];

const { HOLDLINE_URL = 'http://127.0.0.1:4000/graphql', HOLDLINE_TOKEN } = process.env;
const [region = '430121', first = '10'] = process.argv.slice(2);

/** Sends one operation; the compiler knows what it takes and what it answers. */
async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(HOLDLINE_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'zh',
      ...(HOLDLINE_TOKEN === undefined ? {} : { authorization: `Bearer ${HOLDLINE_TOKEN}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: Result;
    errors?: { message: string; extensions: { code: string } }[];
  };
  if (errors.length > 0 || data === undefined)
    throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
  return data;
}

function line({ number, status, household, currentSteps }: Case): string {
  const waiting = currentSteps.map(
    ({ definition, dueOn, overdue }) =>
      `${definition.name}${dueOn === null ? '' : ` ${dueOn}`}${overdue ? ' 逾期' : ''}`,
  );
  const who = `${household.head?.name ?? '—'} ${household.size}人 ${household.region.name}`;
  return [number, status, who, waiting.join('、') || '—'].join('\t');
}

try {
  const { monitoringCases } = await ask(CasesToLookAtDocument, { region, first: Number(first) });
  for (const one of monitoringCases.nodes) console.log(line(one));
  console.log(`${monitoringCases.nodes.length} of ${monitoringCases.totalCount} open cases in ${region}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
