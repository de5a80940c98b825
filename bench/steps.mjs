// W6: cases through every step of identification, many at once, each client on cases of its own. Only the product has rules and
// steps to go through, so that there is nothing to compare with: steps a second, how long one takes, and its statements.
import { Agent, request } from 'node:http';

const TODAY = {
  opened: '2023-11-01',
  acted: '2023-11-02',
  noticed: '2023-11-03',
  closes: '2023-11-10',
  decided: '2023-11-13',
};
const PAPER = [{ kind: 'photograph', title: '现场照片', sha256: 'a'.repeat(64) }];
const CASE = 'case { id version status } userErrors { code message path }';
/** Whoever verified the household does not take it. */
const DECISION = 'county-decision';
const CATEGORY = { FORMERLY_POOR: 'UNSTABLE_OUT_OF_POVERTY', GENERAL: 'SUDDEN_SEVERE_DIFFICULTY' };

const mutation = (name) => {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ${name}($input: ${type}) { ${name}(input: $input) { ${CASE} } }`;
};

/** The steps in their order: mutation, and its input but for the case and its version. */
const stepsOf = ({ formerStatus }) => {
  const complete = (step, occurredOn, section = {}) => [
    'completeStep',
    { step, outcome: 'PASSED', occurredOn, evidence: PAPER, ...section },
  ];
  return [
    complete('household-verification', TODAY.acted, {
      verification: {
        visitors: ['village-worker', 'squad-leader'],
        findings: '收入下降',
        needs: ['医疗救助'],
        category: CATEGORY[formerStatus] ?? CATEGORY.GENERAL,
        risks: [{ riskType: 'ILLNESS', primary: true }],
      },
    }),
    complete('commitment-authorization', TODAY.acted, {
      commitment: { signedBy: '户主', truthful: true, authorizesLookup: true },
    }),
    complete('data-comparison', TODAY.acted, {
      comparison: { departments: ['MEDICAL_SECURITY', 'CIVIL_AFFAIRS'], discrepancies: [] },
    }),
    complete('democratic-review', TODAY.acted, {
      review: { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 },
    }),
    ['publishNotice', { step: 'public-notice', opensOn: TODAY.noticed, closesOn: TODAY.closes, place: '村务公开栏' }],
    complete('public-notice', TODAY.decided),
    complete('township-review', TODAY.decided, { decision: { decidedBy: '乡镇人民政府' } }),
    complete(DECISION, TODAY.decided, { decision: { decidedBy: '县农业农村局', document: '农〔2023〕1号' } }),
  ];
};

/** Takes one household from the opening of its case to MONITORED. @param onStep  told each step's milliseconds */
async function identify(ask, opening, onStep) {
  const timed = async (name, input) => {
    const started = performance.now();
    const person = input.step === DECISION ? 'decides' : 'verifies';
    const { data, errors } = await ask(person, { query: mutation(name), variables: { input } });
    const payload = data?.[name];
    if (errors || payload.userErrors.length > 0 || payload.case === null)
      throw new Error(`${name} ${input.step ?? ''}: ${JSON.stringify(errors ?? payload.userErrors)}`);
    onStep(performance.now() - started);
    return payload.case;
  };
  const householdId = Buffer.from(`Household:${opening.county}:${opening.id}`).toString('base64url');
  let found = await timed('openCase', { householdId, channel: 'SELF_DECLARATION', openedOn: TODAY.opened });
  for (const [name, input] of stepsOf(opening))
    found = await timed(name, { ...input, caseId: found.id, expectedVersion: found.version });
  if (found.status !== 'MONITORED') throw new Error(`a case ends ${found.status}`);
}

/**
 * @param server  of `startHoldline`
 * @param openings  households that never had a case; each is used once
 * @returns steps by the second, milliseconds of a step, cases that were identified
 */
export async function measureSteps(server, openings, { clients, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const headers = { verifies: server.headersOf('bench-village'), decides: server.headersOf('bench-county') };
  const ask = (person, body) => post(agent, server.base, headers[person], body);
  const took = [];
  let next = 0;
  let cases = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async () => {
    while (performance.now() < until && next < openings.length) {
      await identify(ask, openings[next++], (milliseconds) => took.push(milliseconds));
      cases += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
  return {
    steps: took.length,
    perSecond: took.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    cases,
    clients,
    used: next,
  };
}

function post(agent, base, headers, body) {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(`${base}/graphql`, {
      agent,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    });
    sent.on('error', reject).on('response', async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(JSON.parse(Buffer.concat(chunks).toString()));
    });
    sent.end(text);
  });
}
