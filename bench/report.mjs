// Medians of what was measured, and the table of docs/performance.md.
import { SERVERS } from './servers/servers.mjs';

const LABELS = { holdline: 'Holdline', peer: 'PostGraphile', limit: 'SQL limit' };
const FIGURES = ['perSecond', 'p50', 'p99', 'cpuMs', 'databaseCpuMs'];

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Medians by workload and server; ratios are medians of the rounds' own ratios, since what disturbs the machine disturbs the
 * neighbours in a round alike.
 */
export function summarize({ measured, statements }) {
  const summary = {};
  for (const name of new Set(measured.map(({ workload }) => workload))) {
    const of = (server, round) =>
      measured.find((one) => one.workload === name && one.server === server && one.round === round);
    const rounds = [...new Set(measured.map(({ round }) => round))];
    summary[name] = {};
    for (const server of SERVERS) {
      const own = measured.filter((one) => one.workload === name && one.server === server);
      const ratioTo = (other) =>
        median(rounds.map((round) => of(server, round).perSecond / of(other, round).perSecond));
      summary[name][server] = {
        ...Object.fromEntries(FIGURES.map((figure) => [figure, median(own.map((one) => one[figure]))])),
        toLimit: ratioTo('limit'),
        toPeer: ratioTo('peer'),
        statements: statements[name][server],
      };
    }
  }
  return summary;
}

/** The summary as Markdown. */
export function tableOf(summary, workloads) {
  const lines = [
    '| | | req/s | of the limit | of PostGraphile | p50 ms | p99 ms | Node CPU ms | database CPU ms | statements |',
    '|---|---|---:|---:|---:|---:|---:|---:|---:|---:|',
  ];
  for (const { name } of workloads)
    for (const server of SERVERS) {
      const one = summary[name][server];
      const cells = [
        Math.round(one.perSecond),
        one.toLimit.toFixed(2),
        one.toPeer.toFixed(2),
        one.p50.toFixed(1),
        one.p99.toFixed(1),
        one.cpuMs.toFixed(3),
        one.databaseCpuMs.toFixed(3),
        one.statements,
      ];
      lines.push(`| ${server === SERVERS[0] ? name : ''} | ${LABELS[server]} | ${cells.join(' | ')} |`);
    }
  return lines.join('\n');
}

/** W6 as Markdown. */
export function stepsTableOf({ clients, cases, perSecond, p50, p99, statements }) {
  const cells = [clients, cases, Math.round(perSecond), p50.toFixed(1), p99.toFixed(1), statements.toFixed(1)];
  return [
    '| | clients | cases | steps/s | p50 ms | p99 ms | statements a step |',
    '|---|---:|---:|---:|---:|---:|---:|',
    `| W6 | ${cells.join(' | ')} |`,
  ].join('\n');
}
