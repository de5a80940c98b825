// What is asked: of Holdline and PostGraphile in GraphQL, of the limit by a path and its values. `answer` brings each
// server's answer into one form, so that they can be compared before anything is measured.

/** Bodies of one workload and server: distinct requests, sent in turn. */
const DISTINCT = 500;

const holdlineMember = (names) => `{ id sex birthDate relationship education labour safetyNet ${names ? 'name' : ''} }`;
const peerMember = (names) => `{ rowId sex birthDate relationship education labour safetyNet ${names ? 'name' : ''} }`;

const holdlineHousehold = (names) => `query Household($id: ID!) {
  household(id: $id) { id number formerStatus size labourCount resettled version members ${holdlineMember(names)} }
}`;
const peerHousehold = (names) => `query Household($county: String!, $id: UUID!) {
  household: householdByCountyCodeAndRowId(countyCode: $county, rowId: $id) {
    rowId number formerStatus size labourCount resettled version
    members: membersByCountyCodeAndHouseholdIdList(condition: { removedOn: null }, orderBy: POSITION_ASC) ${peerMember(names)}
  }
}`;

const holdlinePage = (names) => `query Cases($where: MonitoringCaseFilter!) {
  monitoringCases(where: $where, first: 50) {
    nodes {
      id number category status channel openedOn identifiedOn version
      household { id number formerStatus size members ${holdlineMember(names)} }
      measures(first: 3) { nodes { id status timing fundingSource budget delivered startsOn } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const peerPage = (names) => `query Cases($where: MonitoringCaseCondition!) {
  monitoringCases: allMonitoringCases(condition: $where, first: 50, orderBy: NUMBER_ASC) {
    nodes {
      rowId number category status channel openedOn identifiedOn version
      household: householdByCountyCodeAndHouseholdId {
        rowId number formerStatus size
        members: membersByCountyCodeAndHouseholdIdList(condition: { removedOn: null }, orderBy: POSITION_ASC) ${peerMember(names)}
      }
      measures: supportMeasuresByCountyCodeAndCaseIdList(first: 3, orderBy: [PLANNED_ON_DESC, ROW_ID_DESC]) {
        rowId status timing fundingSource budgetFen deliveredFen startsOn
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const HOLDLINE_OPEN = `mutation Open($input: OpenCaseInput!) {
  openCase(input: $input) { case { id number status openedOn version } userErrors { code message path } }
}`;
const PEER_OPEN = `mutation Open($input: BenchOpenCaseInput!) {
  openCase: benchOpenCase(input: $input) { case: result { rowId number status openedOn version } }
}`;

const globalId = (type, county, id) => Buffer.from(`${type}:${county}:${id}`).toString('base64url');

/** @param query  what is read from the database for the bodies: `households`, `questions` or `openings` */
const reading = (name, what, query, { holdline, peer, limit, answer }) => ({
  name,
  what,
  query,
  holdline,
  peer,
  limit,
  answer,
});

const household = (name, names) =>
  reading(name, `a household by id with its members${names ? ', their masked names' : ''}`, 'households', {
    holdline: ({ county, id }) => ({
      query: holdlineHousehold(names),
      variables: { id: globalId('Household', county, id) },
    }),
    peer: (variables) => ({ query: peerHousehold(names), variables }),
    limit: (values) => values,
    answer: (data) => one(data.household),
  });

const page = (name, names) =>
  reading(
    name,
    `50 cases of a county by status and category, each with household, members${names ? ' with masked names' : ''}, latest 3 measures`,
    'questions',
    {
      holdline: ({ county, status, category }) => ({
        query: holdlinePage(names),
        variables: { where: { region: county, status: [status], category: [category] } },
      }),
      peer: ({ county, status, category }) => ({
        query: peerPage(names),
        variables: { where: { countyCode: county, status, category } },
      }),
      limit: (values) => values,
      answer: ({ monitoringCases: { nodes, pageInfo } }) => ({ nodes: nodes.map(one), more: pageInfo.hasNextPage }),
    },
  );

const OPENED_ON = '2023-11-01';
const CHANNEL = 'SELF_DECLARATION';

/** Workloads by name; W5 writes, and what it wrote is removed after each measurement. */
export const WORKLOADS = [
  household('W1', false),
  household('W1n', true),
  page('W2', false),
  page('W2n', true),
  {
    name: 'W5',
    what: 'open a case: case, procedure run, its steps, audit event, idempotency key',
    query: 'openings',
    writes: true,
    holdline: ({ county, id, key }) => ({
      query: HOLDLINE_OPEN,
      variables: {
        input: {
          idempotencyKey: key,
          householdId: globalId('Household', county, id),
          channel: CHANNEL,
          openedOn: OPENED_ON,
        },
      },
    }),
    peer: ({ county, id, key }) => ({
      query: PEER_OPEN,
      variables: { input: { county, household: id, channel: CHANNEL, openedOn: OPENED_ON, idempotencyKey: key } },
    }),
    limit: ({ county, id, key }) => ({
      county,
      householdId: id,
      channel: CHANNEL,
      openedOn: OPENED_ON,
      idempotencyKey: key,
    }),
    /** Ids and numbers are given out one after the other, and differ. */
    answer: ({ openCase }) => {
      const { id: _id, number, ...rest } = one(openCase.case);
      return { ...rest, number: number.slice(0, 12) };
    },
  },
];

/** Bodies for a workload. @param rows  values of each request */
export const bodiesFor = (workload, server, rows) => rows.map((row) => JSON.stringify(workload[server](row)));

/** What requests are made of. Deterministic: the same register gives the same requests. */
export const QUESTIONS = {
  households: `SELECT county_code AS county, id FROM household ORDER BY md5(id::text) LIMIT ${DISTINCT}`,
  questions: `SELECT county_code AS county, status, category FROM monitoring_case WHERE category IS NOT NULL
    GROUP BY 1, 2, 3 HAVING count(*) > 50 ORDER BY md5(county_code || status || category) LIMIT ${DISTINCT}`,
};

/** One object in a form that all servers share: plain ids, amounts in fen, absent instead of null. */
function one(object) {
  if (Array.isArray(object)) return object.map(one);
  if (object === null || typeof object !== 'object') return object;
  const plain = {};
  for (const [key, value] of Object.entries(object)) {
    if (key === 'rowId') plain.id = value;
    else if (key === 'id') plain.id = /^[0-9a-f-]{36}$/.test(value) ? value : fromGlobalId(value);
    else if (key === 'budget' || key === 'delivered') plain[key] = fen(value);
    else if (key === 'budgetFen' || key === 'deliveredFen')
      plain[key.slice(0, -3)] = value === null ? null : Number(value);
    else if (key === 'measures') plain.measures = one(value.nodes ?? value);
    else plain[key] = one(value);
  }
  return plain;
}

const fromGlobalId = (text) => Buffer.from(text, 'base64url').toString().split(':')[2];

/** Yuan come as text with two decimals, fen as numbers. */
function fen(value) {
  return typeof value === 'string' ? Math.round(Number(value) * 100) : value;
}
