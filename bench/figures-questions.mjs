// The questions of `node bench/figures.mjs`, to each that answers them, and how their answers are told alike: money in fen.
const fen = (yuan) => (yuan === null ? null : Math.round(Number(yuan) * 100));
const whole = (value) => (value === null ? null : Number(value));
const PROVINCE = '430000';
/** The range, which an index finds also under row-level security, where it may not be asked LIKE. */
const ofProvince = (alias) => `${alias}.county_code >= '430000' AND ${alias}.county_code < '440000'`;

/** Cases of one province by county, category and status. */
const STANDING = {
  ours: `{ caseStats(where: { region: "${PROVINCE}" }, first: 10000) { rows { region(level: COUNTY) { code } category status cases persons perCapitaMean } } }`,
  theirs: `{ benchCasesOfProvince(province: "${PROVINCE}") { groupedAggregates(groupBy: [COUNTY_CODE, CATEGORY, STATUS]) {
    keys sum { one size } average { perCapitaFen } } } }`,
  raw: `SELECT c.county_code, c.category, c.status, count(*) AS n, sum(h.size) AS persons, round(avg(h.per_capita_fen)) AS mean
    FROM monitoring_case c JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
    WHERE ${ofProvince('c')} AND ${ofProvince('h')} GROUP BY 1, 2, 3`,
  rows: {
    ours: ({ caseStats }) =>
      caseStats.rows.map(({ region, category, status, cases, persons, perCapitaMean }) => [
        region.code,
        category,
        status,
        cases,
        persons,
        fen(perCapitaMean),
      ]),
    raw: (rows) =>
      rows.map((row) => [row.county_code, row.category, row.status, whole(row.n), whole(row.persons), whole(row.mean)]),
    theirs: ({ benchCasesOfProvince }) =>
      benchCasesOfProvince.groupedAggregates.map(({ keys, sum, average }) => [
        ...keys,
        whole(sum.one),
        whole(sum.size),
        average.perCapitaFen === null ? null : Math.round(Number(average.perCapitaFen)),
      ]),
  },
};

/** Cases of the nation by province and month of opening. */
const MONTHS = {
  ours: `{ caseStats(first: 10000) { rows { region(level: PROVINCE) { code } openedIn(bucket: MONTH) cases } } }`,
  theirs: `{ allBenchOpenedCases { groupedAggregates(groupBy: [PROVINCE_CODE, OPENED_MONTH]) { keys sum { one } } } }`,
  raw: `SELECT substr(county_code, 1, 2) || '0000' AS province, date_trunc('month', opened_on::timestamp)::date::text AS month, count(*) AS n
    FROM monitoring_case GROUP BY 1, 2`,
  rows: {
    ours: ({ caseStats }) => caseStats.rows.map(({ region, openedIn, cases }) => [region.code, openedIn, cases]),
    raw: (rows) => rows.map(({ province, month, n }) => [province, month, whole(n)]),
    theirs: ({ allBenchOpenedCases }) =>
      allBenchOpenedCases.groupedAggregates.map(({ keys: [province, month], sum }) => [
        province,
        month.slice(0, 10),
        whole(sum.one),
      ]),
  },
};

/** Four dimensions that no rollup has together. */
const FOUR = {
  theirs: `{ benchCasesOfProvince(province: "${PROVINCE}") { groupedAggregates(groupBy: [COUNTY_CODE, CHANNEL, STATUS, OPENED_YEAR]) {
    keys sum { one } average { perCapitaFen } } } }`,
  ours: `{ caseStats(where: { region: "${PROVINCE}" }, first: 10000) { rows { region(level: COUNTY) { code } channel status openedIn(bucket: YEAR) cases perCapitaMean } } }`,
  raw: `SELECT c.county_code, c.channel, c.status, date_trunc('year', c.opened_on::timestamp)::date::text AS year, count(*) AS n,
      round(avg(h.per_capita_fen)) AS mean
    FROM monitoring_case c JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
    WHERE ${ofProvince('c')} AND ${ofProvince('h')} GROUP BY 1, 2, 3, 4`,
  rows: {
    ours: ({ caseStats }) =>
      caseStats.rows.map(({ region, channel, status, openedIn, cases, perCapitaMean }) => [
        region.code,
        channel,
        status,
        openedIn,
        cases,
        fen(perCapitaMean),
      ]),
    raw: (rows) =>
      rows.map((row) => [row.county_code, row.channel, row.status, row.year, whole(row.n), whole(row.mean)]),
    theirs: ({ benchCasesOfProvince }) =>
      benchCasesOfProvince.groupedAggregates.map(({ keys: [county, channel, status, year], sum, average }) => [
        county,
        channel,
        status,
        year.slice(0, 10),
        whole(sum.one),
        average.perCapitaFen === null ? null : Math.round(Number(average.perCapitaFen)),
      ]),
  },
};

/** Households of the nation by province, former status and whether they are monitored. */
const HOUSEHOLDS = {
  ours: `{ householdStats(first: 10000) { rows { region(level: PROVINCE) { code } formerStatus monitored households persons } } }`,
  raw: `SELECT substr(h.county_code, 1, 2) || '0000' AS province, h.former_status, c.id IS NOT NULL AS monitored, count(*) AS n, sum(h.size) AS persons
    FROM household h LEFT JOIN monitoring_case c ON c.county_code = h.county_code AND c.household_id = h.id
      AND c.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION') GROUP BY 1, 2, 3`,
  rows: {
    ours: ({ householdStats }) =>
      householdStats.rows.map(({ region, formerStatus, monitored, households, persons }) => [
        region.code,
        formerStatus,
        monitored,
        households,
        persons,
      ]),
    raw: (rows) =>
      rows.map((row) => [row.province, row.former_status, row.monitored, whole(row.n), whole(row.persons)]),
  },
};

export const QUESTIONS_OF_FIGURES = { W3: STANDING, W4: MONTHS, four: FOUR, households: HOUSEHOLDS };
