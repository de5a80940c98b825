// Loads the modules that write what a change moves in the tallies as ones that write nothing.
const WRITERS = /\/dist\/src\/features\/tally\/(tally|measure)-change\.repository\.js$/;
const SOURCE = `
  export const writeTallyChanges = async () => undefined;
  export const writeCaseChanges = async () => undefined;
  export const lockTalliedCases = async () => [];
  export const tallyMeasures = async () => undefined;
  export const tallyClosedMeasures = async () => undefined;
`;

export function load(url, context, next) {
  return WRITERS.test(url) ? { format: 'module', source: SOURCE, shortCircuit: true } : next(url, context);
}
