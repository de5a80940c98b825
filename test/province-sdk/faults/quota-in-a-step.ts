import { from2023, identification, plant } from '../planted-fault.js';

/** A step that holds the number to a quota. */
export default plant(
  {
    procedures: from2023(
      identification({ 'township-review': { name: { zh: '乡镇按名额审核', en: 'Township review' } } }),
    ),
  },
  { code: 'quota', path: 'procedures[0].value.steps[5].name', article: '2.2', day: '2023-01-01' },
);
