import { from2023, identification, plant } from '../planted-fault.js';

/** A township that decides. */
export default plant(
  { procedures: from2023(identification({ 'county-decision': { level: 'TOWNSHIP' } })) },
  { code: 'decision-not-by-county', path: 'procedures[0].value.steps[6]', article: '3.2', day: '2023-01-01' },
);
